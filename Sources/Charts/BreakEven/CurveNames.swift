import Messages

/// What curves are called at their ends: in full, or briefly where a list below says the rest.
struct CurveNames {
  private let series: [BreakEvenChart.Series]

  /// Brief names by curve; `nil` where labels say everything.
  private let brief: [[LineBreaking.Line]]?

  /// Whether the labels say less than a list below them does.
  var isBrief: Bool { brief != nil }

  /// The room that labels may take beside a wide plot, and beside one on a phone, in pixels.
  static let widest: (wide: Double, compact: Double) = (152, 84)

  /// Prepares the names of a chart.
  ///
  /// - Parameters:
  ///   - series: The curves.
  ///   - layout: For how much room; brief names take two lines at most on a phone.
  ///   - isBrief: Whether a list below the plot says what labels leave out.
  init(_ series: [BreakEvenChart.Series], _ layout: ChartLayout, isBrief: Bool) {
    self.series = series
    guard isBrief else {
      brief = nil
      return
    }
    brief =
      layout == .compact
      ? ShortNames.lines(of: series, width: Self.widest.compact)
      : series.map {
        $0.isMuted
          ? [] : LineBreaking.lines(of: $0.name, width: Self.widest.wide, style: .name)
      }
  }

  /// Whether two curves are of one offer, and so need one brief name.
  func isOneOffer(_ one: Int, _ other: Int) -> Bool {
    (series[one].name, series[one].colour) == (series[other].name, series[other].colour)
      && series[one].edge != .only
  }

  /// The label of a curve.
  ///
  /// - Parameters:
  ///   - index: The curve's index in the chart.
  ///   - showsEnd: Whether the curve ends here, and may say why.
  ///   - showsName: Whether the label above it does not already say the name.
  /// - Returns: The lines and the room they take.
  func block(
    _ index: Int, showsEnd: Bool = false, showsName: Bool = true
  ) -> SeriesLabels.Block {
    if let brief {
      return SeriesLabels.Block(series: index, lines: brief[index].map { ($0, .name) })
    }
    let series = series[index]
    func broken(_ text: String, _ style: TextStyle) -> [(LineBreaking.Line, TextStyle)] {
      LineBreaking.lines(of: text, width: Self.widest.wide, style: style).map { ($0, style) }
    }
    var lines = showsName || series.detail.isEmpty ? broken(series.name, .name) : []
    lines += broken(series.detail, .detail)
    if showsEnd, let label = series.endLabel { lines += broken(label, .aside) }
    return SeriesLabels.Block(series: index, lines: lines)
  }

  /// The rows of the list below: one for each of some curves, with the other edge of its offer.
  func key(_ shown: [Int], among order: [Int]) -> [BreakEvenFooter.Entry] {
    guard isBrief else { return [] }
    return shown.map { index in
      let edges = order.filter { $0 == index || isOneOffer($0, index) }
        .sorted { (series[$0].edge == .high ? 1 : 0, $0) < (series[$1].edge == .high ? 1 : 0, $1) }
      let details = edges.map { series[$0].detail }.filter { !$0.isEmpty }
      let endings = edges.compactMap { series[$0].endLabel }
      let text = [series[index].name, Self.span(details), endings.first ?? ""]
      return .init(
        series: index, text: text.filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }

  /// Both ends of a range without the words that they share: `$15 to $50 per 1M tokens`.
  static func span(_ details: [String]) -> String {
    guard details.count == 2 else { return details.first ?? "" }
    let (low, high) = (details[0].split(separator: " "), details[1].split(separator: " "))
    let start = zip(low, high).prefix { $0 == $1 }.count
    let end = zip(low.dropFirst(start).reversed(), high.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let to = localized("to", context: "range")
    return (low.dropLast(end) + [to[...]] + high.dropFirst(start)).joined(separator: " ")
  }
}
