import Content
import Messages
import Pricing
import Templates
import Wording

/// Two providers by name.
struct PairNames: Sendable {
  let first: String
  let second: String

  var title: String { localized("\(first) and \(second), side by side") }
}

extension PairNames {
  init(_ pair: ProviderPair, _ context: SiteContext) {
    func name(_ id: String) -> String { context.content.rateCard(id)?.name ?? id }
    (first, second) = (name(pair.first.value), name(pair.second.value))
  }
}

/// What one scenario says about two providers, made while the scenario is at hand.
struct PairScenario: Sendable {
  /// The scenario's title, and the link to it.
  let scenario: PageLink

  /// The day whose prices it takes.
  let day: CalendarDate

  /// Each workload that both can be priced for.
  let bills: [PairBill]

  /// Where curves of the two meet, a sentence for each two offers.
  let crossings: [CrossingLink]

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
    crossings = PairCrossings.links(both, view)
  }

  /// What its seller calls an offer, unless the scenario has it in several ways.
  private static func name(of offer: String, _ base: String, _ view: ScenarioView) -> String {
    let isOnly = view.document.rows.count { $0.base == base } == 1
    let listed = isOnly ? view.context.content.listedOffer(base)?.offer.name : nil
    return listed ?? view.name(offer)
  }

  private static func bill(_ round: HeadToHead.Round, _ view: ScenarioView) -> PairBill? {
    func side(_ invoice: Invoice) -> PairBill.Side? {
      view.base(invoice.offer).map { base in
        PairBill.Side(
          base: base, name: name(of: invoice.offer, base, view), low: invoice.low,
          high: invoice.high,
          link: view.context.arithmetic(of: invoice, in: round.scenario),
          isHeld: view.offer(invoice.offer)?.billingModel == .alwaysOn,
          rates: view.offer(invoice.offer)?.rates(on: view.scenario.date) ?? [],
          active: try? invoice.stated(for: .phase(.active)))
      }
    }
    guard let workload = view.scenario.workloads.first(where: { $0.id == round.workload }),
      let first = side(round.first), let second = side(round.second)
    else { return nil }
    let group = view.priced.groups.firstIndex { $0.group == round.group }.flatMap(view.groupName)
    return PairBill(
      workload: [workload.name, group].compactMap(\.self).joined(separator: ", "),
      isOnce: workload.period == .once, first: first, second: second, outcome: round.outcome,
      factor: round.factor)
  }
}
