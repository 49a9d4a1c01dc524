/// The strip under the plot that says which offer is cheapest where.
struct CheapestRibbon {
  private(set) var segments: [DrawnSpan] = []
  private(set) var labels: [PlacedLine] = []

  /// The width of a stripe where two offers may be the cheapest, in pixels.
  private static let stripe = 5.0

  /// Lays out the strip.
  ///
  /// - Parameters:
  ///   - chart: The spans and the names of their offers.
  ///   - frame: Where the strip lies.
  init(_ chart: BreakEvenChart, _ frame: PlotFrame) {
    guard !chart.cheapest.isEmpty else { return }
    let strip = frame.ribbon
    let baseline = strip.center.y + 4
    labels = [
      PlacedLine(
        text: chart.cheapestLabel, style: .tick, x: frame.labelEdge, baseline: baseline,
        anchor: .end)
    ]
    let texts = Texts(chart)
    for span in chart.cheapest {
      var box = strip
      box.left = max(strip.left, frame.horizontal.position(of: span.from))
      box.right = min(strip.right, frame.horizontal.position(of: span.to))
      guard box.width >= 0.1 else { continue }
      let shown = [span.series] + span.alternatives
      let candidates =
        shown.count > 1
        ? [shown.map { chart.series[$0].name }.joined(separator: " or ")]
        : texts.of(span.series)
      let text = candidates.first { Self.fits($0, box) }
      let line = text.map {
        PlacedLine(
          text: $0, style: .name, x: box.center.x, baseline: baseline, anchor: .middle)
      }
      segments.append(
        DrawnSpan(
          colour: chart.series[span.series].colourClass, x: Coordinate.text(box.left),
          y: Coordinate.text(box.top), width: Coordinate.text(box.width),
          height: Coordinate.text(box.height), label: line?.drawing,
          mark: line == nil ? Self.mark(chart, span, box) : nil,
          stripes: Self.stripes(span.alternatives.map { chart.series[$0] }, box)))
      if let line { labels.append(line) }
    }
  }

  private static func fits(_ text: String, _ box: Box) -> Bool {
    TextStyle.name.width(of: text) + 8 <= box.width
  }

  /// The mark of the curve, where its name has no room.
  private static func mark(
    _ chart: BreakEvenChart, _ span: BreakEvenChart.Span, _ box: Box
  ) -> String? {
    guard span.alternatives.isEmpty, box.width >= 2 * SeriesMark.radius + 4 else { return nil }
    return SeriesMark.path(chart.series[span.series].colour, at: [box.center])
  }

  /// Stripes in the colours of the other offers, one after the other.
  private static func stripes(_ others: [BreakEvenChart.Series], _ box: Box) -> [DrawnShape] {
    others.enumerated().compactMap { index, series in
      stripes(series, box, first: index + 1, of: others.count + 1)
    }
  }

  private static func stripes(
    _ series: BreakEvenChart.Series, _ box: Box, first: Int, of count: Int
  ) -> DrawnShape? {
    // One shape: between two stripes its edge runs to and fro along the top.
    var corners: [Point] = []
    var left = box.left + Double(first) * stripe
    while left < box.right {
      let right = min(left + stripe, box.right)
      corners += [
        Point(x: left, y: box.top), Point(x: left, y: box.bottom),
        Point(x: right, y: box.bottom), Point(x: right, y: box.top),
      ]
      left += Double(count) * stripe
    }
    var path = PathWriter()
    path.polygon(corners)
    return path.dataIfAny.map { DrawnShape(colour: series.colourClass, path: $0) }
  }

  /// What may stand in a span, the fullest first; nothing that could mean another span.
  private struct Texts {
    private let series: [BreakEvenChart.Series]
    private var colours: [String: Set<Int>] = [:]
    private var details: [String: Int] = [:]

    init(_ chart: BreakEvenChart) {
      series = chart.series
      for series in Set(chart.cheapest.map(\.series)).map({ chart.series[$0] }) {
        colours[series.name, default: []].insert(series.colour)
        details[series.detail, default: 0] += 1
      }
    }

    func of(_ index: Int) -> [String] {
      let series = series[index]
      // Which end of its range an offer is at goes without saying in the ribbon.
      var texts =
        series.detail.isEmpty || series.edge != .only ? [] : ["\(series.name) · \(series.detail)"]
      if colours[series.name]?.count == 1 { texts.append(series.name) }
      if !series.detail.isEmpty, details[series.detail] == 1 { texts.append(series.detail) }
      return texts
    }
  }
}
