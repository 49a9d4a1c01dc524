import Pricing
import Templates
import Wording

/// Makes the rows of crossings and the list of cheapest stretches for offers that can take each
/// other's place.
struct BreakEvenBuilder {
  let view: ScenarioView
  let breakEven: BreakEven

  /// What the offers are called together; `nil` where there are no others.
  var group: String?

  private var driver: Driver { breakEven.sweep.driver }

  /// The name of a curve.
  private func name(_ curve: CostCurve) -> CurveName? { view.curveName(curve) }

  /// A row for each crossing of two of the offers.
  func rows(_ sources: inout PageSources) -> [CrossingRow] {
    var rows: [CrossingRow] = []
    for crossing in breakEven.crossings {
      let places = crossing.isExact ? [crossing.first] : [crossing.first, crossing.last]
      rows.append(
        row(
          places, before: before(crossing), after: after(crossing),
          ids: (crossing.before, crossing.after), edge: edge(crossing),
          decision: decision(crossing), &sources))
    }
    return rows
  }

  /// A row for the break-even of each pair of ends, where prices are bands.
  func endRows(_ sources: inout PageSources) -> [CrossingRow] {
    var seen: Set<Crossing.Place> = []
    let places = breakEven.crossings.flatMap(\.ends)
      .filter { seen.insert($0).inserted }.sorted { $0.x < $1.x }
    var rows: [CrossingRow] = []
    for place in places {
      rows.append(
        row(
          [place], before: name(place.before)?.full ?? place.before.id,
          after: name(place.after)?.full ?? place.after.id,
          ids: (place.before.id, place.after.id),
          edge: [breakEven.sweep.range.lowerBound, breakEven.sweep.range.upperBound].contains(
            place.x)
            ? "an edge of the range" : nil,
          decision: place.decides
            ? whether(place.x...place.x, [place.before.offer, place.after.offer]) : nil, &sources))
    }
    return rows
  }

  /// `yes`, or `perhaps` where at some of the places others may cost less than the two that meet.
  private func whether(_ places: ClosedRange<Int>, _ pair: Set<String>) -> String {
    breakEven.isCertain(around: places, of: pair) ? "yes" : "perhaps"
  }

  /// Whether the cheapest of all changes at a crossing: `yes` or `perhaps`, with the part of it where it
  /// would; `nil` for nowhere.
  private func decision(_ crossing: Crossing) -> String? {
    guard crossing.decides else { return nil }
    let pair: Set = [crossing.first.before.offer, crossing.first.after.offer]
    // At the last place it is certain who is cheaper.
    let isWhole = crossing.deciding.contains {
      $0.lowerBound <= crossing.first.x && $0.upperBound >= crossing.last.x - 1
    }
    guard !isWhole else { return whether(crossing.first.x...crossing.last.x, pair) }
    let parts = crossing.deciding.map { part in
      [part.lowerBound, part.upperBound].map { DriverText.short($0, driver) }
        .joined(separator: " and ")
    }
    let isCertain = crossing.deciding.allSatisfy { whether($0, pair) == "yes" }
    return (isCertain ? "yes" : "perhaps")
      + ", if between \(UnitText.list(parts, conjunction: "or between"))"
  }

  /// Which places of a crossing are ends of the range and no places where curves meet.
  private func edge(_ crossing: Crossing) -> String? {
    switch (crossing.first.isMeeting, crossing.last.isMeeting) {
    case (true, true): crossing.isAtEdge ? "an edge of the range" : nil
    case (false, true): "the first is the edge of the range"
    case (true, false): "the last is the edge of the range"
    case (false, false): "both are edges of the range"
    }
  }

  /// What an offer is called in a row: with its price where that is exact.
  private func label(_ offer: String, _ crossing: Crossing) -> String {
    let curves = [crossing.first.before, crossing.first.after]
    let curve = curves.first { $0.offer == offer && $0.end == nil }
    return curve.flatMap { name($0)?.full } ?? view.name(offer)
  }

  /// Who is cheaper before a crossing, or may be where that is not in the range.
  private func before(_ crossing: Crossing) -> String {
    if isMeeting(crossing, at: breakEven.sweep.range.lowerBound) { return Self.neither }
    let before = label(crossing.before, crossing)
    return crossing.first.isMeeting ? before : "perhaps \(before)"
  }

  /// Who is cheaper from a crossing on, or may be where that is not in the range; and in between, where
  /// nobody takes over.
  private func after(_ crossing: Crossing) -> String {
    if isMeeting(crossing, at: breakEven.sweep.range.upperBound) { return Self.neither }
    let name = label(crossing.after, crossing)
    let after = crossing.last.isMeeting ? name : "perhaps \(name)"
    guard crossing.before == crossing.after else { return after }
    let other = [crossing.first.before, crossing.first.after].map(\.offer)
      .first { $0 != crossing.after }
    return "\(after); between, perhaps \(other.map { label($0, crossing) } ?? "")"
  }

  /// Whether two exact curves only meet at an end of the range, beyond which nothing is worked out.
  private func isMeeting(_ crossing: Crossing, at end: Int) -> Bool {
    crossing.isExact && crossing.isAtEdge && crossing.first.x == end
  }

  private static let neither = "neither: both cost the same at this end of the range"

  private func row(
    _ places: [Crossing.Place], before: String, after: String,
    ids: (before: String, after: String), edge: String?, decision: String?,
    _ sources: inout PageSources
  ) -> CrossingRow {
    let (first, last) = (places[0], places[places.count - 1])
    let decimals = AmountText.decimals(for: breakEven.crossings.map(\.first.cost))
    let offers = [first.before, first.after].compactMap { view.offer($0.offer) }
    let costs = [first.cost, last.cost].sorted()
    let cost =
      places.count == 1
      ? AmountText.fixed(first.cost, decimals: decimals)
      : AmountText.range(costs[0], costs[1], decimals: decimals)
    let citations = view.citations(of: offers, &sources)
    let texts = places.map { DriverText.exact($0.x, driver) }
    return CrossingRow(
      value: texts.joined(separator: " to "), number: String(first.x), edge: edge,
      cost: arithmetic(of: places, shown: cost, &sources), dollars: first.cost.dollarText,
      before: before, after: after, decision: decision, citations: citations, exact: costs,
      places: [first.x, last.x].map(DriverScale(driver).place), ids: ids)
  }

  /// Both formulas, the costs around each place, and the rates and figures they rest on.
  private func arithmetic(
    of places: [Crossing.Place], shown: String, _ sources: inout PageSources
  ) -> Arithmetic {
    let powers = places.flatMap { place in
      [place.before, place.after].compactMap { curve in
        curve.pieces.first { $0.range.contains(place.x) }?.power
      }
    }
    let volumes = powers.flatMap { [$0.start.x, $0.end.x] }
    var inputs: [LineArithmetic.Input] = []
    for curve in [places[0].before, places[0].after] {
      for rate in view.offer(curve.offer)?.rates(on: view.scenario.date) ?? [] {
        inputs.append(LineArithmetic.Input(rate, price: rate.price))
        inputs += ForeignArithmetic(rate)?.inputs ?? []
      }
    }
    inputs += view.scenario.workloads
      .filter {
        $0.tokens.map { volume in volumes.contains { Int128($0) == volume.total } } ?? false
      }
      .flatMap { workload in
        [Workload.Input.tokens, .hours].map { LineArithmetic.Input($0, of: workload) }
      }
    let meetings = places.filter(\.isMeeting).map { place in
      CrossingArithmetic(crossing: place, driver: driver) { name($0)?.full ?? $0.id }
    }
    let search =
      meetings.contains { !$0.hasFormula }
      ? " Where these curves are equal no formula says; the place is found by halving the range."
      : ""
    return Arithmetic(
      amount: shown, steps: meetings.flatMap(\.steps),
      remarks: powers.isEmpty ? [] : ["\(rule)\(search)"],
      inputs: ArithmeticBuilder(view.context.content).inputs(inputs, &sources))
  }

  /// Whether some place lies between or beyond stated values.
  var isInterpolated: Bool {
    breakEven.curves.contains { $0.pieces.contains { $0.isExtrapolated || $0.power != nil } }
  }

  /// How values between stated ones come about; empty where all are stated.
  var rule: String {
    guard isInterpolated else { return "" }
    let isExtrapolated = breakEven.curves.contains { $0.pieces.contains(where: \.isExtrapolated) }
    if !isWorkInterpolated {
      return "Between the stated volumes, the mix of tokens and requests follows a straight line; "
        + "beyond them it stays, dashed."
    }
    let between =
      breakEven.sweep.interpolation == .power
      ? "Between the stated volumes, hours follow a straight line on logarithmic axes"
      : "Between the stated volumes, hours follow a straight line on plain axes"
    return isExtrapolated ? "\(between); beyond them it is continued, dashed." : "\(between)."
  }

  /// Whether machines work between volumes for which the workloads state their hours.
  private var isWorkInterpolated: Bool {
    breakEven.curves.contains { curve in
      let isTimed = view.offer(curve.offer)?.meters.contains(.time) == true
      return isTimed && curve.pieces.contains { $0.isExtrapolated || $0.power != nil }
    }
  }

  /// Which offer is cheapest, or may be, on which stretch.
  func spans() -> [CheapestSpan] {
    CheapestStretches(breakEven.cheapest, driver).stretches.compactMap { stretch in
      let offers = stretch.offers.compactMap(view.offer)
      guard let first = offers.first else { return nil }
      var models: [String] = []
      for offer in offers {
        let model = BillingText.words(offer, on: view.scenario.date)
        if !models.contains(model) { models.append(model) }
      }
      return CheapestSpan(
        range: [group, rangeText(stretch.range)].compactMap(\.self)
          .joined(separator: ": "),
        offer: names(offers, stretch),
        billingModel: models.joined(separator: "; "),
        cost: costText(stretch), costLink: costLink,
        link: view.link(first.id), hues: offers.map { "s\(view.colour($0.id))" })
    }
  }

  private func names(_ offers: [Offer], _ stretch: CheapestStretch) -> String {
    let names = offers.map(offers.count > 1 ? \.name.spoken : \.name)
    guard stretch.isCertain else {
      return "\(UnitText.list(names, conjunction: "or")) (undecided)"
    }
    return names.count == 1 ? names[0] : "\(UnitText.list(names)), at the same cost"
  }

  private var costLink: LinkTarget {
    .file(
      view.page, anchor: breakEven.crossings.isEmpty ? "costs" : Anchor.crossings(view.scenario.id))
  }

  private func rangeText(_ range: ClosedRange<Int>) -> String {
    let (axis, unit) = (AxisText(breakEven.sweep), DriverText.unit(driver))
    let continued = StatedPart(breakEven)?.words(range).map { ", \($0)" } ?? ""
    let edge = (axis.isCutOff(range) ? ", \(AxisText.edge)" : "") + continued
    return switch (axis.start(of: range), axis.end(of: range)) {
    case (nil, nil): "Over the whole range\(continued)"
    case (nil, let end?): "Below \(end) \(unit)\(edge)"
    case (let start?, nil): "From \(start) \(unit)\(continued)"
    case (let start?, let end?): "\(start) to \(end) \(unit)\(edge)"
    }
  }

  /// What the cheapest offer costs at both ends of a stretch, each from the least to the most; where it
  /// goes on beyond what is stated, at the last place that is: amounts beyond are no finding.
  private func costText(_ stretch: CheapestStretch) -> String {
    let stated = StatedPart(breakEven)?.part(of: stretch.range) ?? stretch.range
    let texts = [stated.lowerBound, stated.upperBound].map { x in
      AmountText.annotation(least(x), most(x))
    }
    guard texts[0] != texts[1] else { return "\(texts[0]) a month" }
    func place(_ x: Int, _ end: Int) -> String {
      x == end ? "" : " at \(DriverText.short(x, driver))"
    }
    return texts[0] + place(stated.lowerBound, stretch.range.lowerBound) + " to \(texts[1]) a month"
      + place(stated.upperBound, stretch.range.upperBound)
  }

  private func least(_ x: Int) -> Money {
    let span = breakEven.leastCost.spans.first { $0.range.contains(x) }
    return span.flatMap { breakEven.curve($0.curve) }.flatMap { Self.cost($0, x) } ?? .zero
  }

  /// The smallest of what the offers cost at most.
  private func most(_ x: Int) -> Money {
    breakEven.curves.lazy.filter { $0.end != .low }.compactMap { Self.cost($0, x) }.min() ?? .zero
  }

  private static func cost(_ curve: CostCurve, _ x: Int) -> Money? {
    ((try? curve.cost(at: x)) ?? nil).map { Money(rounding: $0) }
  }
}
