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
  /// The scenario's title, and the link to it.
  let scenario: PageLink

  /// The day whose prices it takes.
  let day: CalendarDate

  /// Each workload that both can be priced for.
  let bills: [PairBill]

  /// Where curves of the two meet; `nil` if nowhere.
  let crossings: CrossingLink?

  /// The offers that met, by their ids in the rate cards.
  var meetings: [(first: String, second: String)] { bills.map { ($0.first.base, $0.second.base) } }

  /// Looks for the two providers in a scenario; `nil` if it has no offers of both.
  init?(_ pair: ProviderPair, _ view: ScenarioView) {
    let both: Set = [pair.first.value, pair.second.value]
    guard both.isSubset(of: view.scenario.offers.lazy.map(\.provider)) else { return nil }
    let rounds = HeadToHead(pair.first.value, pair.second.value, in: [view.priced]).rounds
    scenario = PageLink(view.document.title, to: view.page)
    day = view.scenario.date ?? view.context.content.settings.day
    bills = rounds.compactMap { Self.bill($0, view) }
    crossings = Self.crossings(both, view)
  }

  private static func bill(_ round: HeadToHead.Round, _ view: ScenarioView) -> PairBill? {
    func side(_ invoice: Invoice) -> PairBill.Side? {
      view.base(invoice.offer).map { base in
        PairBill.Side(
          base: base, name: view.name(invoice.offer), low: invoice.low, high: invoice.high,
          link: view.context.arithmetic(of: invoice, in: round.scenario))
      }
    }
    guard let workload = view.scenario.workloads.first(where: { $0.id == round.workload }),
      let first = side(round.first), let second = side(round.second)
    else { return nil }
    let group = view.priced.groups.firstIndex { $0.group == round.group }.flatMap(view.groupName)
    return PairBill(
      workload: [workload.name, group].compactMap(\.self).joined(separator: ", "), first: first,
      second: second, outcome: round.outcome)
  }

  private static func crossings(_ both: Set<String>, _ view: ScenarioView) -> CrossingLink? {
    guard let driver = view.scenario.sweep?.driver else { return nil }
    func provider(_ curve: CostCurve) -> String? { view.offer(curve.offer)?.provider }
    let crossings = view.priced.groups.compactMap(\.breakEven).flatMap(\.crossings).filter {
      Set([$0.first.before, $0.first.after].compactMap(provider)) == both
    }.sorted { $0.first.x < $1.first.x }
    guard let first = crossings.first, let last = crossings.last else { return nil }
    func name(_ offer: String) -> String {
      let curve = [first.first.before, first.first.after].first {
        $0.offer == offer && $0.end == nil
      }
      return "“\(curve.flatMap { view.curveName($0)?.full } ?? view.name(offer))”"
    }
    func place(_ crossing: Crossing) -> String {
      let ends = [crossing.first.x, crossing.last.x].map { DriverText.inSentence($0, driver) }
      return crossing.isExact ? ends[0] : "some place between \(ends[0]) and \(ends[1])"
    }
    let start =
      "From \(place(first)) on, \(name(first.after)) is no dearer than \(name(first.before)), at "
      + AmountText.annotation(first.first.cost) + (first.isExact ? "" : " or more")
    let more =
      crossings.count > 2
      ? ". Their curves meet \(NumberText.whole(crossings.count)) times, the last time at "
        + place(last)
      : crossings.count == 2 ? ". They meet once more, at \(place(last))" : ""
    return CrossingLink(
      text: start + more, scenario: view.document.title,
      link: .file(view.page, anchor: "crossings"))
  }
}
