/// The strip under the plot that says which offer is cheapest where.
struct CheapestRibbon {
  private(set) var segments: [DrawnSpan] = []
  private(set) var labels: [PlacedLine] = []

  /// What is said below the plot of the stretches that are too narrow to say it; `nil` if none are.
  private(set) var unnamed: String?

  /// Lays out the strip.
  ///
  /// - Parameters:
  ///   - chart: The spans and the names of their offers.
  ///   - frame: Where the strip lies.
  init(_ chart: BreakEvenChart, _ frame: PlotFrame) {
    guard !chart.cheapest.isEmpty else { return }
    let strip = frame.ribbon
    labels = [
      PlacedLine(
        text: chart.cheapestLabel, style: .tick, x: frame.labelEdge,
        baseline: strip.center.y + 4, anchor: .end)
    ]
    let texts = RibbonTexts(chart)
    var silent: [RibbonStretch] = []
    for stretch in RibbonStretch.stretches(of: chart, on: frame) {
      let box = stretch.box
      let text = texts.of(stretch.shown).first { Self.fits($0, box) }
      let line = text.map {
        PlacedLine(
          text: $0, style: .name, x: stretch.middle(ofWidth: TextStyle.name.width(of: $0) + 8),
          baseline: strip.center.y + 4, anchor: .middle)
      }
      if let line { labels.append(line) } else if !stretch.fitsMarks { silent.append(stretch) }
      let series = stretch.shown.map { chart.series[$0] }
      segments.append(
        DrawnSpan(
          colour: series[0].colourClass, x: Coordinate.text(box.left),
          y: Coordinate.text(box.top), width: Coordinate.text(box.width),
          height: Coordinate.text(box.height), label: stretch.isPlain ? line?.drawing : nil,
          mark: stretch.isPlain && line == nil && stretch.fitsMarks
            ? SeriesMark.path(series[0].colour, at: [box.center]) : nil,
          stripes: RibbonStripes.shapes(Array(series.dropFirst()), box),
          continued: RibbonThinning.path(stretch),
          plate: stretch.isPlain ? nil : RibbonPlate.drawing(series, line, in: stretch)))
    }
    unnamed = texts.list(silent)
  }

  /// Whether a text has room in a box.
  static func fits(_ text: String, _ box: Box) -> Bool {
    TextStyle.name.width(of: text) + 8 <= box.width
  }
}
