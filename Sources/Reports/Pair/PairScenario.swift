import Content
import Pricing
import Templates
import Wording

/// Two providers by name.
struct PairNames: Sendable {
  let first: String
  let second: String

  init(_ pair: ProviderPair, _ context: SiteContext) {
    func name(_ id: String) -> String { context.content.rateCard(id)?.name ?? id }
    (first, second) = (name(pair.first.value), name(pair.second.value))
  }

  var title: String { "\(first) and \(second), side by side" }
}

/// What one scenario says about two providers, made while the scenario is at hand.
struct PairScenario: Sendable {
  /// How each workload that both can be priced for ended.
  let outcomes: [HeadToHead.Outcome]

  /// The workloads, for the page.
  let group: PairGroup

  /// Where curves of the two meet.
  let crossings: [CrossingLink]

  /// The offers that met, by their ids in the rate cards.
  let meetings: [(first: String, second: String)]

  /// Looks for the two providers in a scenario; `nil` if it has no offers of both.
  init?(_ pair: ProviderPair, _ view: ScenarioView) {
    let both: Set = [pair.first.value, pair.second.value]
    guard both.isSubset(of: view.scenario.offers.lazy.map(\.provider)) else { return nil }
    let rounds = HeadToHead(pair.first.value, pair.second.value, in: [view.priced]).rounds
    crossings = Self.crossings(both, view)
    let names = PairNames(pair, view.context)
    outcomes = rounds.map(\.outcome)
    group = PairGroup(
      scenario: view.document.title, link: .file(view.page),
      rows: rounds.compactMap { Self.row($0, names, view) })
    meetings = rounds.compactMap { round in
      guard let first = view.base(round.first.offer), let second = view.base(round.second.offer)
      else { return nil }
      return (first, second)
    }
  }

  private static func row(
    _ round: HeadToHead.Round, _ names: PairNames, _ view: ScenarioView
  ) -> PairRow? {
    guard let workload = view.scenario.workloads.first(where: { $0.id == round.workload })
    else { return nil }
    let decimals = AmountText.decimals(
      for: [round.first, round.second].flatMap { [$0.low, $0.high ?? $0.low] })
    func cell(_ invoice: Invoice, _ winning: HeadToHead.Outcome) -> OfferAmount {
      OfferAmount(
        offer: view.name(invoice.offer),
        amount: AmountText.range(invoice.low, invoice.high, decimals: decimals),
        link: view.context.arithmetic(of: invoice, in: round.scenario),
        lowest: round.outcome == winning)
    }
    return PairRow(
      workload: workload.name, first: cell(round.first, .first),
      second: cell(round.second, .second), outcome: outcome(round, names))
  }

  private static func outcome(_ round: HeadToHead.Round, _ names: PairNames) -> String {
    switch round.outcome {
    case .same: "the same"
    case .open: "depends on where in its range each input lies"
    case .first: "\(names.first)\(factor(round.first, round.second))"
    case .second: "\(names.second)\(factor(round.second, round.first))"
    }
  }

  /// How many times as much the dearer one costs, from the closest ends to the farthest.
  private static func factor(_ winner: Invoice, _ loser: Invoice) -> String {
    guard let winnerHigh = winner.high, let loserHigh = loser.high, winner.low > .zero,
      let least = try? Ratio(loser.low.picodollars, over: winnerHigh.picodollars),
      let most = try? Ratio(loserHigh.picodollars, over: winner.low.picodollars)
    else { return "" }
    let texts = [least, most].map(NumberText.multiple)
    return texts[0] == texts[1]
      ? "; the other costs \(texts[0]) times as much"
      : "; the other costs \(texts[0])–\(texts[1]) times as much"
  }

  private static func crossings(_ both: Set<String>, _ view: ScenarioView) -> [CrossingLink] {
    guard let breakEven = view.priced.breakEven else { return [] }
    let builder = BreakEvenBuilder(view: view, breakEven: breakEven)
    let driver = breakEven.sweep.driver
    func name(_ offer: String, _ place: Crossing.Place) -> String {
      let curve = [place.before, place.after].first { $0.offer == offer && $0.end == nil }
      return curve.flatMap { builder.name($0)?.full } ?? view.name(offer)
    }
    func provider(_ curve: CostCurve) -> String? { view.offer(curve.offer)?.provider }
    return breakEven.crossings.filter { crossing in
      Set([crossing.first.before, crossing.first.after].compactMap(provider)) == both
    }.map { crossing in
      let places = (crossing.isExact ? [crossing.first] : [crossing.first, crossing.last]).map {
        "\(DriverText.exact($0.x, driver))"
      }
      let unit = DriverText.unit(driver)
      let (before, after) = (
        name(crossing.before, crossing.first), name(crossing.after, crossing.first)
      )
      let from =
        places.count == 1
        ? "from \(places[0]) \(unit) on"
        : "from some place between \(places[0]) and \(places[1]) \(unit) on"
      return CrossingLink(
        text: "\(after) is no dearer than \(before) \(from), at "
          + AmountText.annotation(crossing.first.cost)
          + (crossing.isExact ? "" : " or more"),
        scenario: view.document.title, link: .file(view.page, anchor: "crossings"))
    }
  }
}
