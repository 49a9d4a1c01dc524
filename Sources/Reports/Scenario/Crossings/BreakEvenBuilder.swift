import Pricing
import Templates
import Wording

/// Makes the table of crossings and the list of cheapest stretches.
struct BreakEvenBuilder {
  let view: ScenarioView
  let breakEven: BreakEven

  private var driver: Driver { breakEven.sweep.driver }

  /// The name of the curve with an id.
  func name(_ id: String) -> CurveName? {
    guard let curve = breakEven.curve(id), let offer = view.offer(curve.offer) else { return nil }
    return CurveName(curve, of: offer, on: view.scenario.date)
  }

  /// Makes the table; `nil` if no two curves meet.
  ///
  /// - Parameters:
  ///   - sources: The sources of the scenario's page.
  ///   - files: The same rows as files.
  /// - Returns: The table with its files.
  func table(_ sources: inout PageSources, files: [PageLink]) -> CrossingTable? {
    guard !breakEven.crossings.isEmpty else { return nil }
    let decimals = AmountText.decimals(for: breakEven.crossings.map(\.cost))
    var rows: [CrossingRow] = []
    for crossing in breakEven.crossings {
      let offers = [crossing.before, crossing.after].compactMap { id in
        breakEven.curve(id).flatMap { view.offer($0.offer) }
      }
      let citations = view.citations(of: offers, &sources)
      let cost = AmountText.fixed(crossing.cost, decimals: decimals)
      rows.append(
        CrossingRow(
          value: DriverText.exact(crossing.x, driver), number: String(crossing.x),
          isAtEdge: crossing.isAtEdge, cost: arithmetic(of: crossing, shown: cost, &sources),
          dollars: crossing.cost.dollarText,
          before: name(crossing.before)?.full ?? crossing.before,
          after: name(crossing.after)?.full ?? crossing.after, decides: crossing.decides,
          citations: citations, exact: crossing.cost))
    }
    return CrossingTable(
      id: "\(view.scenario.id)-crossings", caption: "Every crossing of two cost curves",
      captionDetail: "\(captionDetail) \(view.basis)",
      order: "Sorted by \(DriverText.title(driver).lowercased()), lowest first.",
      driver: DriverText.title(driver), rows: rows, files: files)
  }

  /// Both formulas, the costs around the crossing, and the rates and figures they rest on.
  private func arithmetic(
    of crossing: Crossing, shown: String, _ sources: inout PageSources
  ) -> Arithmetic {
    let curves = [crossing.before, crossing.after].compactMap(breakEven.curve)
    let powers = curves.compactMap { curve in
      curve.pieces.first { $0.range.contains(crossing.x) }?.power
    }
    let volumes = powers.flatMap { [$0.start.x, $0.end.x] }
    var inputs: [LineArithmetic.Input] = []
    for curve in curves {
      for rate in view.offer(curve.offer)?.rates(on: view.scenario.date) ?? [] {
        inputs.append(LineArithmetic.Input(rate, price: rate.price))
      }
    }
    inputs += view.scenario.workloads
      .filter {
        $0.tokens.map { volume in volumes.contains { Int128($0) == volume.total } } ?? false
      }
      .flatMap { workload in
        [Workload.Input.tokens, .hours].map { LineArithmetic.Input($0, of: workload) }
      }
    return Arithmetic(
      amount: shown,
      steps: CrossingArithmetic(crossing: crossing, breakEven: breakEven)
        .steps { name($0)?.full ?? $0 },
      remarks: powers.isEmpty
        ? [] : ["\(rule) Such a curve has no closed solution; the place is found by bisection."],
      inputs: ArithmeticBuilder(view.context.content).inputs(inputs, &sources))
  }

  private var captionDetail: String {
    let unit = driver == .tokens ? "token" : driver == .hours ? "hour" : "millionth"
    return "Each is the first whole \(unit) at which the other offer is no dearer."
  }

  /// How values between stated ones come about.
  var rule: String {
    let isExtrapolated = breakEven.curves.contains { $0.pieces.contains(where: \.isExtrapolated) }
    guard
      isExtrapolated || breakEven.curves.contains(where: { $0.pieces.contains { $0.power != nil } })
    else { return "" }
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

  /// Which offer is cheapest on which stretch, every range at its low end.
  func spans() -> [CheapestSpan] {
    CheapestStretches.readable(breakEven.cheapestAtLow.spans, driver).compactMap { span in
      guard let curve = breakEven.curve(span.curve), let offer = view.offer(span.offer) else {
        return nil
      }
      let name = CurveName(curve, of: offer, on: view.scenario.date)
      let others = span.equals.compactMap(view.offer)
      let names = UnitText.list([name.full] + others.map(\.name))
      let models = ([offer] + others).map(\.billingModel.rawValue)
      return CheapestSpan(
        range: rangeText(span.range),
        offer: others.isEmpty ? name.full : "\(names), at the same cost",
        billingModel: models.allSatisfy { $0 == models[0] }
          ? models[0] : models.joined(separator: "; "),
        cost: costText(curve, span.range), costLink: costLink, link: view.link(offer.id),
        series: "s\(view.colour(offer.id))")
    }
  }

  private var costLink: LinkTarget {
    .file(
      view.page, anchor: breakEven.crossings.isEmpty ? "costs" : "\(view.scenario.id)-crossings")
  }

  private func rangeText(_ range: ClosedRange<Int>) -> String {
    let unit = DriverText.unit(driver)
    let end = DriverText.short(range.upperBound + 1, driver)
    if range.lowerBound == breakEven.sweep.range.lowerBound,
      range.upperBound == breakEven.sweep.range.upperBound
    {
      return "Over the whole range"
    }
    if range.lowerBound == breakEven.sweep.range.lowerBound { return "Below \(end) \(unit)" }
    let start = DriverText.short(range.lowerBound, driver)
    if range.upperBound == breakEven.sweep.range.upperBound { return "From \(start) \(unit)" }
    return "\(start) to \(end) \(unit)"
  }

  private func costText(_ curve: CostCurve, _ range: ClosedRange<Int>) -> String {
    func cost(_ x: Int) -> Money {
      ((try? curve.cost(at: x)) ?? nil).map { Money(rounding: $0) } ?? .zero
    }
    let texts = [cost(range.lowerBound), cost(range.upperBound)].map(AmountText.annotation)
    let span = texts[0] == texts[1] ? texts[0] : "\(texts[0]) to \(texts[1])"
    return "\(span) a month"
  }
}
