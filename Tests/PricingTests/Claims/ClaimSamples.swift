import Pricing

/// Short ways to write claims in tests.
enum ClaimSamples {
  static func bounds(_ text: String) throws -> Bounds<Ratio> {
    let ends = try text.split(separator: " to ").map { try Ratio(decimal: String($0)) }
    return Bounds(ends[0], ends[ends.count - 1])
  }

  /// A value with its unit behind the last blank, if any: `4 to 8 usd/h`.
  static func term(
    _ operation: Derivation.Operation, _ text: String, end: End? = nil, name: String = "value"
  ) throws -> ClaimFormula.Term {
    var words = text.split(separator: " ")
    var unit = ClaimUnit.none
    if let last = words.last, !last.utf8.allSatisfy({ (46...57).contains($0) }) {
      unit = try ClaimUnit(reading: String(words.removeLast()))
    }
    return ClaimFormula.Term(
      operation,
      .stated(try bounds(words.joined(separator: " ")), unit: unit, citation: nil), end: end,
      name: name)
  }

  static func claim(
    _ id: String = "claim", figures: String, bound: PublishedValue.Bound? = nil,
    decimals: Int = 0, tolerance: Ratio? = nil, relation: Claim.Relation = .equals,
    _ terms: [ClaimFormula.Term]
  ) throws -> Claim {
    let formula = ClaimFormula(terms)
    return Claim(
      id: id, says: "It is so.", citation: Citation(source: "article", quote: "so"),
      published: PublishedValue(
        try bounds(figures), bound: bound, unit: try formula.unit(),
        decimals: Ends(low: decimals, high: decimals),
        statedTolerance: tolerance),
      relation: relation, formula: formula)
  }

  static func audited(
    _ claim: Claim, offers: [Offer] = [], scenarios: [PricedScenario] = [], others: [Claim] = []
  ) throws -> AuditedClaim {
    try claim.audited(
      by: ClaimEvidence(offers: offers, scenarios: scenarios, claims: [claim] + others))
  }
}
