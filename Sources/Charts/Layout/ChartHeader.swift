/// The finding and the measure, above a chart.
struct ChartHeader {
  let title: [PlacedLine]
  let subtitle: [PlacedLine]

  /// Where the header ends, in pixels.
  let bottom: Double

  /// Lays out a header.
  ///
  /// - Parameters:
  ///   - title: The finding; `nil` where the page says it above the chart.
  ///   - subtitle: What is measured.
  ///   - layout: For how much room.
  init(title: String?, subtitle: String, _ layout: ChartLayout) {
    var block = TextBlock(top: layout.margin - 4)
    if let title {
      block.add(title, style: .title, x: layout.margin, width: layout.innerWidth)
      block.cursor += 3
    }
    self.title = block.lines
    block.add(subtitle, style: .subtitle, x: layout.margin, width: layout.innerWidth)
    self.subtitle = Array(block.lines.dropFirst(self.title.count))
    bottom = block.cursor
  }

  var lines: [PlacedLine] { title + subtitle }
}
