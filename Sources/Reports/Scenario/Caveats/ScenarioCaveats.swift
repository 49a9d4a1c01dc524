import Content
import Pricing
import Templates
import Wording

/// What a reader has to know before believing an answer: which inputs rest on published figures that
/// do not come out, who sells the winner and supplied the figures, and who is not compared.
struct ScenarioCaveats: Sendable {
  /// The claims that speak against inputs, in the order of the inputs.
  let doubts: [InputDoubt]

  /// The inputs in doubt in one line; `nil` if there are none.
  let summary: String?

  /// A sentence for each publisher that also sells an offer that wins, and one about offers that may
  /// cost less and are not compared.
  let remarks: [String]

  /// Something that the scenario is computed from.
  private struct Input {
    let name: String
    let citation: Pricing.Citation
    /// The provider whose price it is; `nil` for what is asked for.
    var provider: String?
  }

  init(_ view: ScenarioView) {
    let inputs = Self.inputs(view.scenario)
    var claims: [(claim: AuditedClaim, names: [String])] = []
    for input in inputs {
      for claim in view.context.doubtful.claims(in: input.citation) {
        if let known = claims.firstIndex(where: { $0.claim.claim.id == claim.claim.id }) {
          if !claims[known].names.contains(input.name) { claims[known].names.append(input.name) }
        } else {
          claims.append((claim, [input.name]))
        }
      }
    }
    let words = VerdictText(context: view.context)
    let entries = ClaimEntryBuilder(context: view.context, isTheirPage: false)
    doubts = claims.map { claim, names in
      InputDoubt(
        inputs: names.joined(separator: ", "),
        claim: PageLink(
          claim.claim.says, to: SitePaths.claims, anchor: Anchor.claim(claim.claim.id)),
        published: ClaimText.published(claim.claim.published), computed: entries.computed(claim),
        verdict: words.doubt(claim), kind: VerdictKind(claim.verdict).rawValue)
    }
    var names: [String] = []
    for name in claims.flatMap(\.names) where !names.contains(name) { names.append(name) }
    summary =
      names.isEmpty
      ? nil
      : "In doubt, because other published figures contradict \(names.count == 1 ? "it" : "them"): "
        + UnitText.list(names)
    remarks = Self.interests(view, inputs) + [AbsentOffers(view).sentence].compactMap(\.self)
  }

  /// What a page says at its top about the inputs in doubt, with the way to the list of them.
  func warning(_ view: ScenarioView) -> PageLink? {
    summary.map { PageLink($0, to: view.page, anchor: "doubts") }
  }

  private static func inputs(_ scenario: Scenario) -> [Input] {
    let prices = scenario.offers.flatMap { offer in
      offer.rates(on: scenario.date).map {
        Input(name: offer.name, citation: $0.citation, provider: offer.provider)
      }
    }
    let asked = scenario.workloads.flatMap { workload in
      workload.citations.map { Input(name: workload.name, citation: $0) }
    }
    return prices + asked
  }

  /// Who sells an offer that is certainly the cheapest for a workload and published what others
  /// charge, or what is asked for; a provider's list of its own prices is nothing to remark on.
  private static func interests(_ view: ScenarioView, _ inputs: [Input]) -> [String] {
    let content = view.context.content
    return winners(view).compactMap { provider, wins in
      guard let name = content.rateCard(provider)?.name else { return nil }
      let published = Set(
        inputs.filter { $0.provider != provider }.compactMap { content.source($0.citation.source) }
          .filter { $0.publisher.lowercased() == name.lowercased() }.map(\.id))
      guard !published.isEmpty else { return nil }
      let sources = published.count == 1 ? "a source" : "\(published.count) sources"
      return "\(name) published \(sources) of these figures and sells what is cheapest "
        + "\(place(of: wins.columns, view)): \(UnitText.list(wins.offers))."
    }
  }

  /// What of a provider is certainly the cheapest, and for which workloads.
  private struct Wins {
    var offers: [String]
    var columns: [Int]
  }

  private static func winners(_ view: ScenarioView) -> [(provider: String, wins: Wins)] {
    var winners: [(provider: String, wins: Wins)] = []
    for group in view.priced.groups {
      for (column, comparison) in group.comparisons.enumerated() {
        for offer in comparison.cheapest.compactMap(view.offer) {
          let place = winners.firstIndex { $0.provider == offer.provider } ?? winners.count
          if place == winners.count {
            winners.append((offer.provider, Wins(offers: [], columns: [])))
          }
          if !winners[place].wins.offers.contains(offer.name) {
            winners[place].wins.offers.append(offer.name)
          }
          if !winners[place].wins.columns.contains(column) {
            winners[place].wins.columns.append(column)
          }
        }
      }
    }
    return winners
  }

  /// For which workloads something is so: `only for “720 h”`, `for every workload`.
  private static func place(of columns: [Int], _ view: ScenarioView) -> String {
    let workloads = view.scenario.workloads
    if workloads.count == 1 { return "here" }
    if columns.count == workloads.count { return "for every workload" }
    return columns.count <= 2
      ? "only for \(UnitText.list(columns.sorted().map { "“\(workloads[$0].name)”" }))"
      : "for \(columns.count) of the \(workloads.count) workloads"
  }
}
