import Content
import Messages
import Pricing
import Wording

/// Who may be the cheapest, in as many words as there is room for: an amount without a name answers
/// nobody.
struct CandidateNames {
  /// From the one that says most: all offers, their providers, the first offer and how many others.
  let wordings: [String]

  /// - Parameters:
  ///   - candidates: The ids of the offers, at least one.
  ///   - group: The group in which they compete.
  ///   - view: The scenario.
  init(_ candidates: [String], in group: PricedGroup, _ view: ScenarioView) {
    let names = candidates.map(view.spoken)
    wordings = [
      UnitText.list(names, conjunction: "or"),
      Self.providers(candidates, in: group, view),
      names.count <= 2 ? nil : Self.oneOf(names),
    ].compactMap(\.self)
  }

  /// `A or one of 4 others`, where all names would fill a sentence.
  static func oneOf(_ names: [String]) -> String {
    localized("\(names[0]) or one of \(NumberText.whole(names.count - 1)) others")
  }

  /// The providers, where each has one offer in the group, so that its name says which; `nil` otherwise.
  private static func providers(
    _ candidates: [String], in group: PricedGroup, _ view: ScenarioView
  ) -> String? {
    let all = view.compared(in: group).map { view.scenario.offers[$0].provider }
    let own = candidates.compactMap { view.offer($0)?.provider }
    guard Set(all).count == all.count, own.count > 1 else { return nil }
    let names = own.compactMap { view.context.content.rateCard($0)?.name.spoken }
    return names.count == own.count ? UnitText.list(names, conjunction: "or") : nil
  }
}

extension ScenarioView {
  /// What one offer costs that several rows use in ways of their own: `RunPod H100, used in 3 ways,
  /// costs $2–4`.
  func oneOfferInSeveralWays(_ invoices: [Invoice], cost: String) -> String {
    let bases = Set(invoices.compactMap { base($0.offer) })
    let listed = bases.count == 1 ? bases.first.flatMap(context.content.listedOffer) : nil
    let ways = NumberText.whole(invoices.count)
    guard let name = (listed?.offer.name).map(\.spoken) else {
      return localized("one offer, used in \(ways) ways, costs \(cost)")
    }
    return localized("\(name), used in \(ways) ways, costs \(cost)")
  }
}
