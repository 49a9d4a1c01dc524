import Pricing

/// Short ways to write claims in tests.
enum ClaimSamples {
  static func bounds(_ text: String) throws -> Bounds<Ratio> {
    let ends = try text.split(separator: " to ").map { try Ratio(decimal: String($0)) }
    return Bounds(ends[0], ends[ends.count - 1])
  }

  /// What another source than that of the claim states.
  static let elsewhere = Citation(source: "price-list", quote: "so much")

  /// A value with its unit behind the last blank, if any: `4 to 8 usd/h`.
  static func term(
    _ operation: Derivation.Operation, _ text: String, end: End? = nil,
    bound: PublishedValue.Bound? = nil, name: String = "value",
    citation: Citation? = ClaimSamples.elsewhere
  ) throws -> ClaimFormula.Term {
    var words = text.split(separator: " ")
    var unit = ClaimUnit.none
    if let last = words.last, !last.utf8.allSatisfy({ (46...57).contains($0) }) {
      unit = try ClaimUnit(reading: String(words.removeLast()))
    }
    return ClaimFormula.Term(
      operation,
      .stated(try bounds(words.joined(separator: " ")), unit: unit, citation: citation),
      end: end, bound: bound, name: name)
  }

  static func claim(
    _ id: String = "claim", quote: String = "so", figures: String,
    bound: PublishedValue.Bound? = nil, decimals: Int = 0, isApproximate: Bool = false,
    tolerance: Ratio? = nil, relation: Claim.Relation = .equals,
    condition: Claim.Condition? = nil, _ terms: [ClaimFormula.Term]
  ) throws -> Claim {
    let formula = ClaimFormula(terms)
    return Claim(
      id: id, says: "It is so.", citation: Citation(source: "article", quote: quote),
      published: PublishedValue(
        try bounds(figures), bound: bound, unit: try formula.unit(),
        decimals: Ends(low: decimals, high: decimals), isApproximate: isApproximate,
        statedTolerance: tolerance),
      relation: relation, formula: formula, condition: condition)
  }

  static func audited(
    _ claim: Claim, offers: [Offer] = [], scenarios: [PricedScenario] = [], others: [Claim] = [],
    days: [String: CalendarDate] = [:]
  ) throws -> AuditedClaim {
    try claim.audited(
      by: ClaimEvidence(
        offers: offers, scenarios: scenarios, claims: [claim] + others, days: days))
  }
}

extension Verdict {
  /// Whether nothing speaks against the figure.
  var holds: Bool {
    switch self {
    case .reproduced, .restated, .consistent: true
    case .offBy, .notConsistent, .cannotBeComputed: false
    }
  }
}
