import Content
import Diagnostics
import Pricing
import Wording

/// `data/claims.json`: every claim with its verdict, for programs.
///
/// Values are exact, in the claim's unit: decimals, or fractions where those have no end; `null` where a source leaves a side open or an input is not stated. What is
/// computed may lie beyond its ends on the sides of `computed_open`.
struct ClaimData: Sendable {
  let context: SiteContext

  /// A list in the order of the page.
  var json: JSONValue { .array(context.claims.map(claim)) }

  private func claim(_ audited: AuditedClaim) -> JSONValue {
    let claim = audited.claim
    func number(_ value: Ratio?) -> JSONValue { value.map { .string($0.exactText()) } ?? .null }
    var members: [(String, JSONValue)] = [
      ("id", .string(claim.id)), ("source", .string(claim.citation.source)),
      ("quote", .string(claim.citation.quote ?? "")), ("says", .string(claim.says)),
      ("unit", .string(claim.published.unit.description)),
      ("published_low", number(claim.published.low)),
      ("published_high", number(claim.published.high)),
      ("computed_low", number(audited.computed?.low)),
      ("computed_high", number(audited.computed?.high)),
      ("computed_open", .strings(open(audited.open))),
      ("kind", .string(VerdictKind(audited.verdict).rawValue)),
      ("verdict", .string(VerdictText(context: context).phrase(audited))),
      ("relation", .string(claim.relation.rawValue)),
      ("tolerance_low", number(claim.published.tolerance.low)),
      ("tolerance_high", number(claim.published.tolerance.high)),
    ]
    if !audited.hasFigureInItsWords { members.append(("read_into_quote", .boolean(true))) }
    if claim.published.isApproximate { members.append(("approximate", .boolean(true))) }
    if let bound = claim.published.bound { members.append(("bound", .string(bound.rawValue))) }
    if case .notConsistent(let others, _) = audited.verdict {
      members.append(("not_consistent_with", .strings(others)))
    }
    if let words = claim.condition, let condition = audited.condition {
      members.append(("condition", self.condition(words, condition)))
    }
    members.append(("arithmetic", .array(audited.terms.map(term))))
    return .object(members)
  }

  /// The sides on which a value may lie beyond its ends.
  private func open(_ sides: OpenSides) -> [String] {
    (sides.below ? ["below"] : []) + (sides.above ? ["above"] : [])
  }

  private func condition(_ words: Claim.Condition, _ condition: AuditedCondition) -> JSONValue {
    .object([
      ("quote", .string(words.quote)), ("says", .string(words.says)),
      ("holds", condition.holds.map(JSONValue.boolean) ?? .null),
      ("arithmetic", .array(condition.terms.map(term))),
    ])
  }

  private func term(_ term: WorkedTerm) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("operation", .string(term.operation.rawValue)), ("name", .string(name(term))),
      ("unit", .string(term.unit.description)),
      ("low", term.value.map { .string($0.low.exactText()) } ?? .null),
      ("high", term.value.map { .string($0.high.exactText()) } ?? .null),
    ]
    members += origin(term.origin)
    if !term.parts.isEmpty { members.append(("parts", .array(term.parts.map(self.term)))) }
    return .object(members)
  }

  private func name(_ term: WorkedTerm) -> String {
    guard case .claim(let id) = term.origin, term.name.isEmpty else { return term.name }
    return context.claim(id)?.claim.citation.quote ?? id
  }

  private func origin(_ origin: WorkedTerm.Origin) -> [(String, JSONValue)] {
    switch origin {
    case .stated(let citation): citation.map { [("source", .string($0.source))] } ?? []
    case .notStated: []
    case .rate(let offer, let rate):
      [
        ("offer", .string(offer)), ("rate", .string(rate.unit.rawValue)),
        rate.day.member, ("source", .string(rate.citation.source)),
      ]
    case .invoice(let scenario, let offer, let workload, _):
      [
        ("scenario", .string(scenario)), ("offer", .string(offer)),
        ("workload", .string(workload)),
      ]
    case .crossings(let scenario), .month(let scenario): [("scenario", .string(scenario))]
    case .claim(let id): [("claim", .string(id))]
    case .parts(let gathering):
      gathering.map { [("gathered", .string($0.rawValue))] } ?? []
    }
  }
}
