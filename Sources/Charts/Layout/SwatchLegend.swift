/// Squares of colour with what they mean, on as many lines as they need.
struct SwatchLegend {
  private let items: [(kind: String, sample: Box, line: PlacedLine)]

  /// Where the legend ends, in pixels.
  let bottom: Double

  /// Lays out a legend.
  ///
  /// - Parameters:
  ///   - entries: The class of each square, and its meaning.
  ///   - layout: For how much room.
  ///   - top: Where the legend begins, in pixels.
  init(_ entries: [(kind: String, text: String)], _ layout: ChartLayout, top: Double) {
    var items: [(kind: String, sample: Box, line: PlacedLine)] = []
    var (x, line) = (layout.margin, top)
    for entry in entries {
      let width = 15 + TextStyle.detail.width(of: entry.text)
      if x > layout.margin, x + width > layout.width - layout.margin {
        (x, line) = (layout.margin, line + 18)
      }
      let sample = Box(left: x, top: line + 3, right: x + 10, bottom: line + 13)
      let text = PlacedLine(text: entry.text, style: .detail, x: x + 15, baseline: line + 12.2)
      items.append((entry.kind, sample, text))
      x += width + 16
    }
    self.items = items
    bottom = entries.isEmpty ? top - 8 : line + 18
  }

  var lines: [PlacedLine] { items.map(\.line) }

  /// The legend as templates see it.
  var drawing: [DrawnLegendItem] {
    items.map { item in
      DrawnLegendItem(
        phase: item.kind, x: Coordinate.text(item.sample.left),
        y: Coordinate.text(item.sample.top), label: item.line.drawing)
    }
  }
}
