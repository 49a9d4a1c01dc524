import Charts
import Content
import Diagnostics
import Messages
import Pricing
import Wording

/// Turns the cost curves of a scenario into a chart: exact pieces become marks, nothing is
/// sampled.
struct BreakEvenFigure {
  let view: ScenarioView
  let finding: Finding
  let breakEven: BreakEven

  /// The place of the group whose curves these are.
  let group: Int

  var driver: Driver { breakEven.sweep.driver }
  var isLogarithmic: Bool { driver == .tokens }
  var builder: BreakEvenBuilder { BreakEvenBuilder(view: view, breakEven: breakEven) }

  /// The offers whose curves are drawn in colour and named.
  var leading: Set<String> {
    group == view.chartedGroup ? view.leading : view.leading(in: group)
  }

  /// Who states what is drawn.
  var sources: [SourceDocument] {
    FigureSources.all(view, of: Set(breakEven.curves.map(\.offer)))
  }

  /// The chart, not yet laid out.
  ///
  /// - Throws: ``PricingError``.
  func chart() throws(PricingError) -> BreakEvenChart {
    var chart = BreakEvenChart(
      title: title, subtitle: subtitle, description: description,
      horizontal: horizontal, vertical: try vertical())
    for curve in breakEven.curves { chart.series.append(try series(curve)) }
    chart.bands = bands
    chart.crossings = rings.map { place, decides in
      BreakEvenChart.Crossing(
        at: Point(x: position(place.x), y: dollars(place.cost)),
        label: "\(DriverText.short(place.x, driver)) · \(AmountText.annotation(place.cost))",
        decides: decides)
    }
    let cheapest = CheapestSpans(breakEven)
    chart.continued = cheapest.continued.map { position($0.lowerBound)...position($0.upperBound) }
    chart.cheapest = cheapest.spans.map { span in
      BreakEvenChart.Span(
        from: position(span.range.lowerBound),
        to: position(span.range.upperBound + (isLast(span.range) ? 0 : 1)), series: span.curve,
        alternatives: span.alternatives,
        ends: (
          DriverText.short(span.range.lowerBound, driver),
          DriverText.short(span.range.upperBound + (isLast(span.range) ? 0 : 1), driver)
        ))
    }
    chart.notes = notes + [FigureSources.lineWithLicence(sources, view)]
    chart.unnumberedNote = localized("Small rings are in the table of crossings.")
    chart.collapsedStepsNote = localized(
      "Whole replicas: steps of a few pixels are drawn as a line.")
    (chart.cheapestLabel, chart.crossingsLabel) = (localized("Cheapest"), localized("Crossings"))
    return chart
  }

  /// Where crossings begin and end, and whether they change which offer is cheapest.
  var rings: [(place: Crossing.Place, decides: Bool)] {
    breakEven.crossings.filter(isDrawn).flatMap { crossing in
      (crossing.isExact ? [crossing.first] : [crossing.first, crossing.last])
        .filter(\.isMeeting).map { ($0, $0.decides) }
    }
  }

  /// Whether both offers are named; rings on grey lines would say nothing.
  func isDrawn(_ crossing: Crossing) -> Bool {
    [crossing.first.before, crossing.first.after].allSatisfy { leading.contains($0.offer) }
  }

  private func isLast(_ range: ClosedRange<Int>) -> Bool {
    range.upperBound == breakEven.sweep.range.upperBound
  }

  // MARK: Axes

  private var horizontal: Axis {
    let range = breakEven.sweep.range
    let format: TickFormat = driver == .tokens ? .count : driver == .hours ? .hours : .percent
    let axis = Axis(
      title: isLogarithmic ? localized("Tokens a month (log scale)") : DriverText.title(driver),
      kind: isLogarithmic ? .log : .linear,
      low: isLogarithmic ? position(range.lowerBound) : 0, high: position(range.upperBound),
      format: format)
    return isLogarithmic ? axis.rounded : axis
  }

  private func vertical() throws(PricingError) -> Axis {
    var (low, high) = (Double.infinity, 0.0)
    for curve in breakEven.curves {
      for piece in curve.pieces {
        for x in [piece.range.lowerBound, piece.range.upperBound] {
          let value = dollars(Money(rounding: try piece.value(at: x)))
          if value > 0 { low = min(low, value) }
          high = max(high, value)
        }
      }
    }
    guard isLogarithmic, low.isFinite else {
      return Axis(
        title: localized("US$ a month"), kind: .linear, low: 0, high: high > 0 ? high : 1,
        format: .dollars
      ).rounded
    }
    let decades = Self.decades(low, high)
    return Axis(
      title: localized("US$ a month (log scale)"), kind: .log, low: decades.low,
      high: decades.high, format: .dollars)
  }

  /// Whole decades, so that both ends of an axis carry a number; at least one, so that flat
  /// curves at a power of ten have an axis at all.
  static func decades(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    let bottom = decade(below: low)
    return (bottom, max(bottom * 10, decade(above: high)))
  }

  private static func decade(below value: Double) -> Double {
    var decade = 1e-12
    while decade * 10 <= value * 1.000001 { decade *= 10 }
    return decade
  }

  private static func decade(above value: Double) -> Double {
    let below = decade(below: value)
    return below >= value * 0.999999 ? below : below * 10
  }

  // MARK: Marks

  private func series(_ curve: CostCurve) throws(PricingError) -> BreakEvenChart.Series {
    let name = view.curveName(curve)
    var pieces: [CurvePiece] = []
    var last: (x: Double, y: Double)?
    for piece in try DrawnPieces(curve, rings.map(\.place)).pieces {
      let start = position(piece.range.lowerBound)
      // A piece reaches to where the next one begins, so that no gap of one token shows.
      let isLast = piece.range.upperBound == curve.range.upperBound
      let end = position(piece.range.upperBound + (isLast ? 0 : 1))
      let first = dollars(Money(rounding: try piece.value(at: piece.range.lowerBound)))
      let final = dollars(
        Money(rounding: try piece.value(at: piece.range.upperBound + (isLast ? 0 : 1))))
      if let last, !isContinuous(last.y, first) {
        pieces.append(
          CurvePiece(.riser(at: start, from: last.y, to: first), isDashed: piece.isExtrapolated))
      }
      pieces.append(
        CurvePiece(
          shape(piece, from: Point(x: start, y: first), to: Point(x: end, y: final)),
          isDashed: piece.isExtrapolated))
      last = (end, final)
    }
    let edge: BreakEvenChart.Series.Edge =
      curve.end == .low ? .low : curve.end == .high ? .high : .only
    return BreakEvenChart.Series(
      name: name?.name ?? curve.id, detail: name?.detail ?? "", colour: view.colour(curve.offer),
      edge: edge, pieces: pieces.filter { isLogarithmic ? isPositive($0) : true },
      endLabel: curve.capacity.map { _ in localized("replicas full") },
      isMuted: !leading.contains(curve.offer))
  }

  private func shape(_ piece: Piece, from start: Point, to end: Point) -> CurvePiece.Shape {
    let isPower = piece.power != nil && !piece.isBent
    if piece.isConstant || isPower && isLogarithmic || !isLogarithmic && piece.power == nil {
      return .straight(from: start, to: end)
    }
    // Exact ends, and the line between them: affine curves bend on logarithmic axes.
    let slope = end.x > start.x ? (end.y - start.y) / (end.x - start.x) : 0
    return .affine(fixed: start.y - slope * start.x, slope: slope, from: start.x, to: end.x)
  }

  private func isContinuous(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-6 * max(abs(left), abs(right))
  }

  private func isPositive(_ piece: CurvePiece) -> Bool {
    switch piece.shape {
    case .straight(let from, let to): from.y > 0 && to.y > 0
    case .affine(let fixed, let slope, let from, let to):
      fixed + slope * from > 0 && fixed + slope * to > 0
    case .riser(_, let from, let to): from > 0 && to > 0
    }
  }

  /// The two curves of each offer that has a range.
  private var bands: [BreakEvenChart.Band] {
    breakEven.curves.indices.compactMap { low in
      guard breakEven.curves[low].end == .low,
        let high = breakEven.curves.firstIndex(where: {
          $0.offer == breakEven.curves[low].offer && $0.end == .high
        })
      else { return nil }
      return BreakEvenChart.Band(low: low, high: high)
    }
  }

  /// Where a driver value stands on the axis.
  private func position(_ x: Int) -> Double {
    driver == .busyShare ? Double(x) / 1_000_000 : Double(x)
  }

  private func dollars(_ amount: Money) -> Double { FigureAmounts.dollars(amount) }
}

/// Amounts as lengths: the one place where money leaves exact arithmetic, on its way to pixels.
enum FigureAmounts {
  static func dollars(_ amount: Money) -> Double {
    Double(amount.picodollars) / Double(Money.picodollarsPerDollar)
  }
}

extension BreakEvenFigure: FigureKind {
  static let name = "break-even"
  static let template = "charts/break-even.svg"

  static func contents(
    of subject: FigureSubject, into diagnostics: inout [Diagnostic]
  ) throws(PricingError) -> [FigureContent<BreakEvenChart>] {
    let view = subject.view
    guard let charted = view.chartedGroup else { return [] }
    var contents: [FigureContent<BreakEvenChart>] = []
    for group in [charted] + view.otherCharted {
      guard let breakEven = view.priced.groups[group].breakEven else { continue }
      let figure = BreakEvenFigure(
        view: view, finding: subject.finding, breakEven: breakEven, group: group)
      let chart = try figure.chart()
      contents.append(
        FigureContent(
          suffix: group == charted ? "" : "-group-\(group + 1)", title: chart.title, chart: chart,
          notes: figure.notes,
          data: BreakEvenData([breakEven]) { view.curveName($0)?.full ?? $0.id }.members,
          sources: figure.sources, showsCrossings: !breakEven.crossings.isEmpty,
          // The page says the title of the first as its headline.
          showsTitle: group != charted))
    }
    return contents
  }
}
