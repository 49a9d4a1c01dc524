import Content
import Messages
import Pricing
import Templates
import Wording

/// What a reader has to know before believing an answer: which inputs rest on published figures that
/// do not come out, who sells the winner and supplied the figures, and who is not compared.
struct ScenarioCaveats: Sendable {
  /// The claims that speak against inputs, in the order of the inputs.
  let doubts: [InputDoubt]

  /// The same claims with what became of them.
  let claims: [AuditedClaim]

  /// The inputs in doubt in one line; `nil` if there are none.
  let summary: String?

  /// The offers that may cost less and are not compared.
  var absent: AbsentOffers

  /// A sentence for each publisher that also sells an offer that wins, and one for each lead that is narrow
  /// or rests on an old price.
  private let ownRemarks: [String]

  /// The same, and one about offers that may cost less and are not compared.
  var remarks: [String] { ownRemarks + [absent.sentence].compactMap(\.self) }

  /// - Parameters:
  ///   - view: The scenario.
  ///   - listed: The sources that its page lists.
  init(_ view: ScenarioView, listing listed: [SourceDocument]) {
    let inputs = ScenarioInput.all(view.scenario)
    let found = DoubtfulInputs(inputs, view.context.doubtful) {
      view.context.content.rateCard($0)?.name
    }
    claims = found.claims.map(\.claim)
    let words = VerdictText(context: view.context)
    let entries = ClaimEntryBuilder(context: view.context, isTheirPage: false)
    doubts = found.claims.map { claim, names in
      InputDoubt(
        inputs: names.joined(separator: ", "),
        claim: PageLink(
          claim.claim.says, to: SitePaths.claims, anchor: Anchor.claim(claim.claim.id)),
        published: ClaimText.published(claim), computed: entries.computed(claim),
        verdict: words.doubt(claim), kind: VerdictKind(claim.verdict).rawValue)
    }
    summary = found.summary
    absent = AbsentOffers(view, in: view.context)
    ownRemarks = Self.interests(view, inputs, listed) + NarrowLeads(view).sentences
  }

  /// What a page says at its top about the inputs in doubt, with the way to the list of them.
  func warning(_ view: ScenarioView) -> PageLink? {
    summary.map { PageLink($0, to: view.page, anchor: "doubts") }
  }

  /// The claims that speak against inputs of a scenario, in the order of the inputs.
  static func claims(_ scenario: Scenario, _ doubtful: DoubtfulStatements) -> [AuditedClaim] {
    DoubtfulInputs(ScenarioInput.all(scenario), doubtful) { _ in nil }.claims.map(\.claim)
  }

  /// Who sells an offer that is the cheapest for a workload, or may be, and published what others
  /// charge, or what is asked for; a provider's list of its own prices is nothing to remark on.
  private static func interests(
    _ view: ScenarioView, _ inputs: [ScenarioInput], _ listed: [SourceDocument]
  ) -> [String] {
    let content = view.context.content
    return Wins.all(view).compactMap { wins in
      guard let name = content.rateCard(wins.provider)?.name else { return nil }
      func isTheirs(_ source: SourceDocument) -> Bool {
        source.publisher.lowercased() == name.lowercased()
      }
      let isInterested = inputs.contains { input in
        input.provider != wins.provider
          && content.source(input.citation.source).map(isTheirs) == true
      }
      guard isInterested else { return nil }
      // As many as the reader counts in the list below: rules and assumptions rest on them as well.
      let count = listed.count(where: isTheirs)
      let clause = wins.clause(view)
      return localized(
        count <= 1
          ? "\(name) published a source of these figures and sells \(clause)."
          : "\(name) published \(count) sources of these figures and sells \(clause).")
    }
  }
}
