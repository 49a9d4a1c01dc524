/// What the line, the mark and the shades of a heat map mean, above the grid.
struct HeatMapLegend {
  private(set) var line: (sample: String, text: PlacedLine)?
  private(set) var mark: (sample: String, text: PlacedLine)?
  private(set) var shades: [DrawnBox] = []
  private(set) var labels: [PlacedLine] = []

  /// Where the legend ends, in pixels.
  private(set) var bottom: Double

  /// Lays out a legend.
  ///
  /// - Parameters:
  ///   - chart: What is drawn.
  ///   - ends: The least and the most in words; `nil` if nothing is known.
  ///   - layout: For how much room.
  ///   - top: Where the legend begins, in pixels.
  init(
    _ chart: HeatMapChart, ends: (least: String, most: String)?, _ layout: ChartLayout, top: Double
  ) {
    var (x, y) = (layout.margin, top)
    func item(_ width: Double) -> (x: Double, baseline: Double) {
      if x > layout.margin, x + width > layout.width - layout.margin {
        (x, y) = (layout.margin, y + 18)
      }
      defer { x += width + 16 }
      return (x, y + 12.2)
    }
    func text(_ text: String, _ place: (x: Double, baseline: Double), _ indent: Double)
      -> PlacedLine
    {
      PlacedLine(text: text, style: .detail, x: place.x + indent, baseline: place.baseline)
    }
    if !chart.lines.isEmpty {
      let place = item(26 + TextStyle.detail.width(of: chart.lineLabel))
      var path = PathWriter()
      let middle = place.baseline - 4.2
      path.line(from: Point(x: place.x, y: middle), to: Point(x: place.x + 20, y: middle))
      line = (path.data, text(chart.lineLabel, place, 26))
    }
    if chart.cells.joined().contains(where: { $0?.isMarked ?? false }) {
      let place = item(15 + TextStyle.detail.width(of: chart.markLabel))
      let middle = Point(x: place.x + 5, y: place.baseline - 4.2)
      mark = HeatMapLegend.dot(at: middle).map { ($0, text(chart.markLabel, place, 15)) }
    }
    if let ends {
      let title = item(TextStyle.detail.width(of: chart.scaleTitle))
      let before = TextStyle.detail.width(of: ends.least) + 6
      let step = layout == .wide ? 14.0 : 9.0
      let ramp = step * Double(HeatMapShade.count)
      let place = item(before + ramp + 6 + TextStyle.detail.width(of: ends.most))
      labels = [
        text(chart.scaleTitle, title, 0), text(ends.least, place, 0),
        text(ends.most, place, before + ramp + 6),
      ]
      for shade in 0..<HeatMapShade.count {
        let left = place.x + before + step * Double(shade)
        let box = Box(
          left: left, top: place.baseline - 10, right: left + step, bottom: place.baseline + 1)
        shades.append(DrawnBox(box, kind: HeatMapShade.classes[shade]))
      }
    }
    bottom = y + 18
  }

  /// A small disc.
  static func dot(at place: Point) -> String? {
    var path = PathWriter()
    path.shape(
      "a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
      from: (Coordinate.tenths(place.x) - 30, Coordinate.tenths(place.y)))
    return path.dataIfAny
  }

  var lines: [PlacedLine] {
    [line?.text, mark?.text].compactMap(\.self) + labels
  }
}
