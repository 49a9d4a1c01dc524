import Messages
import Pricing
import Wording

/// Makes the rows of crossings and the list of cheapest stretches for offers that can take each
/// other's place.
struct BreakEvenBuilder {
  let view: ScenarioView
  let breakEven: BreakEven

  /// What the offers are called together; `nil` where there are no others.
  var group: String?

  var driver: Driver { breakEven.sweep.driver }

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
            ? localized("an edge of the range") : nil,
          decision: place.decides
            ? whether(isCertain(place.x...place.x, [place.before.offer, place.after.offer])) : nil,
          &sources))
    }
    return rows
  }

  /// Whether at none of the places others may cost less than the two that meet.
  private func isCertain(_ places: ClosedRange<Int>, _ pair: Set<String>) -> Bool {
    breakEven.isCertain(around: places, of: pair)
  }

  private func whether(_ isCertain: Bool) -> String { localized(isCertain ? "yes" : "perhaps") }

  /// Whether the cheapest of all changes at a crossing: `yes` or `perhaps`, with the part of it where it
  /// would; `nil` for nowhere.
  private func decision(_ crossing: Crossing) -> String? {
    guard crossing.decides else { return nil }
    let pair: Set = [crossing.first.before.offer, crossing.first.after.offer]
    // At the last place it is certain who is cheaper.
    let isWhole = crossing.deciding.contains {
      $0.lowerBound <= crossing.first.x && $0.upperBound >= crossing.last.x - 1
    }
    guard !isWhole else {
      return whether(isCertain(crossing.first.x...crossing.last.x, pair))
    }
    let parts = crossing.deciding.map { part in
      let (start, end) = (
        DriverText.short(part.lowerBound, driver), DriverText.short(part.upperBound, driver)
      )
      return localized("\(start) and \(end)")
    }
    let others = parts.dropLast().joined(separator: ", ")
    let between =
      others.isEmpty
      ? parts.joined() : localized("\(others) or between \(parts[parts.count - 1])")
    let answer = whether(crossing.deciding.allSatisfy { isCertain($0, pair) })
    return localized("\(answer), if between \(between)")
  }

  /// Which places of a crossing are ends of the range and no places where curves meet.
  private func edge(_ crossing: Crossing) -> String? {
    switch (crossing.first.isMeeting, crossing.last.isMeeting) {
    case (true, true): crossing.isAtEdge ? localized("an edge of the range") : nil
    case (false, true): localized("the first is the edge of the range")
    case (true, false): localized("the last is the edge of the range")
    case (false, false): localized("both are edges of the range")
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
    return crossing.first.isMeeting ? before : localized("perhaps \(before)")
  }

  /// Who is cheaper from a crossing on, or may be where that is not in the range; and in between, where
  /// nobody takes over.
  private func after(_ crossing: Crossing) -> String {
    if isMeeting(crossing, at: breakEven.sweep.range.upperBound) { return Self.neither }
    let name = label(crossing.after, crossing)
    let after = crossing.last.isMeeting ? name : localized("perhaps \(name)")
    guard crossing.before == crossing.after else { return after }
    let other = [crossing.first.before, crossing.first.after].map(\.offer)
      .first { $0 != crossing.after }
    let between = other.map { label($0, crossing) } ?? ""
    return localized("\(after); between, perhaps \(between)")
  }

  /// Whether two exact curves only meet at an end of the range, beyond which nothing is worked out.
  private func isMeeting(_ crossing: Crossing, at end: Int) -> Bool {
    crossing.isExact && crossing.isAtEdge && crossing.first.x == end
  }

  private static var neither: String {
    localized("neither: both cost the same at this end of the range")
  }

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
      value: texts.count == 1 ? texts[0] : localized("\(texts[0]) to \(texts[1])"),
      number: String(first.x), edge: edge,
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
      ? localized(
        "Where these curves are equal no formula says; the place is found by halving the range.")
      : ""
    return Arithmetic(
      amount: shown, steps: meetings.flatMap(\.steps),
      remarks: powers.isEmpty
        ? [] : [[rule, search].filter { !$0.isEmpty }.joined(separator: " ")],
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
      return localized(
        "Between the stated volumes, the mix of tokens and requests follows a straight line; "
          + "beyond them it stays, dashed.")
    }
    return switch (breakEven.sweep.interpolation == .power, isExtrapolated) {
    case (true, true):
      localized(
        "Between the stated volumes, hours follow a straight line on logarithmic axes; "
          + "beyond them it is continued, dashed.")
    case (true, false):
      localized("Between the stated volumes, hours follow a straight line on logarithmic axes.")
    case (false, true):
      localized(
        "Between the stated volumes, hours follow a straight line on plain axes; "
          + "beyond them it is continued, dashed.")
    case (false, false):
      localized("Between the stated volumes, hours follow a straight line on plain axes.")
    }
  }

  /// Whether machines work between volumes for which the workloads state their hours.
  private var isWorkInterpolated: Bool {
    breakEven.curves.contains { curve in
      let isTimed = view.offer(curve.offer)?.meters.contains(.time) == true
      return isTimed && curve.pieces.contains { $0.isExtrapolated || $0.power != nil }
    }
  }
}
