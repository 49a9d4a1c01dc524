/// The strip under the plot that says which offer is cheapest where.
struct CheapestRibbon {
  private(set) var segments: [DrawnSpan] = []
  private(set) var labels: [PlacedLine] = []

  /// Lays out the strip.
  ///
  /// - Parameters:
  ///   - chart: The spans and the names of their offers.
  ///   - frame: Where the strip lies.
  ///   - tags: The letters of the curves, where the chart uses letters.
  init(_ chart: BreakEvenChart, _ frame: PlotFrame, tags: [String]?) {
    guard !chart.cheapest.isEmpty else { return }
    let strip = frame.ribbon
    let baseline = strip.center.y + 4
    labels = [
      PlacedLine(
        text: chart.cheapestLabel, style: .tick, x: frame.labelEdge, baseline: baseline,
        anchor: .end)
    ]
    for span in chart.cheapest {
      let left = max(strip.left, frame.horizontal.position(of: span.from))
      let right = min(strip.right, frame.horizontal.position(of: span.to))
      guard right - left >= 0.1 else { continue }
      let texts = tags.map { [$0[span.series]] } ?? Self.texts(chart, span.series)
      let text = texts.first { TextStyle.name.width(of: $0) + 8 <= right - left }
      let line = text.map {
        PlacedLine(
          text: $0, style: .name, x: (left + right) / 2, baseline: baseline, anchor: .middle)
      }
      segments.append(
        DrawnSpan(
          colour: chart.series[span.series].colourClass, x: Coordinate.text(left),
          y: Coordinate.text(strip.top), width: Coordinate.text(right - left),
          height: Coordinate.text(strip.height), label: line?.drawing))
      if let line { labels.append(line) }
    }
  }

  /// What may stand in a span, the fullest first; nothing that could mean another span.
  private static func texts(_ chart: BreakEvenChart, _ index: Int) -> [String] {
    let series = chart.series[index]
    let others = Set(chart.cheapest.map(\.series)).subtracting([index]).map { chart.series[$0] }
    var texts = series.detail.isEmpty ? [] : ["\(series.name) · \(series.detail)"]
    if !others.contains(where: { $0.name == series.name }) { texts.append(series.name) }
    if !series.detail.isEmpty, !others.contains(where: { $0.detail == series.detail }) {
      texts.append(series.detail)
    }
    return texts
  }
}
