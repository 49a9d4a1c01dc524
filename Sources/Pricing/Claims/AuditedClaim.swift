/// A claim with what the engine made of it.
public struct AuditedClaim: Hashable, Sendable {
  /// The claim.
  public let claim: Claim

  /// The terms of its formula, each with the value that was found.
  public let terms: [WorkedTerm]

  /// What the formula comes to, in the unit of the claim; `nil` where an input is missing.
  public let computed: Bounds<Ratio>?

  /// The arithmetic at both ends; `nil` where an input is missing.
  public let derivation: Ends<Derivation>?

  /// What became of the figure.
  public let verdict: Verdict
}

extension Claim {
  /// Computes the figure again.
  ///
  /// A range that occurs twice in a formula counts as two ranges, so the result may be wider
  /// than it has to be, and never narrower; a term that takes one end avoids that.
  ///
  /// - Parameter evidence: What the formula's ids refer to.
  /// - Returns: The computed value with its arithmetic, and the verdict.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic, or divide by 0.
  public func audited(by evidence: ClaimEvidence) throws(PricingError) -> AuditedClaim {
    let auditor = ClaimAuditor(evidence: evidence)
    let terms = try auditor.terms(formula.terms)
    let gaps = ClaimAuditor.gaps(terms)
    guard gaps.isEmpty, let result = try auditor.result(terms) else {
      return AuditedClaim(
        claim: self, terms: terms, computed: nil, derivation: nil,
        verdict: .cannotBeComputed(gaps))
    }
    return AuditedClaim(
      claim: self, terms: terms, computed: result.bounds, derivation: result.derivation,
      verdict: try verdict(result.bounds))
  }
}

/// Works formulas off.
private struct ClaimAuditor {
  let evidence: ClaimEvidence

  func terms(_ terms: [ClaimFormula.Term]) throws(PricingError) -> [WorkedTerm] {
    var worked: [WorkedTerm] = []
    for term in terms { worked.append(try self.term(term)) }
    return worked
  }

  /// What worked terms come to; `nil` where one of them has no value.
  func result(_ terms: [WorkedTerm]) throws(PricingError) -> ClaimInterval? {
    var result: ClaimInterval?
    for term in terms {
      guard let value = term.value else { return nil }
      result =
        try result?.then(term.operation, value, term.unit, term.name)
        ?? ClaimInterval(value, term.unit, term.name)
    }
    return result
  }

  /// What is missing from some terms, each gap once.
  static func gaps(_ terms: [WorkedTerm]) -> [Verdict.Gap] {
    var gaps: [Verdict.Gap] = []
    for gap in terms.flatMap(\.gaps) where !gaps.contains(gap) { gaps.append(gap) }
    return gaps
  }

  private func term(_ term: ClaimFormula.Term) throws(PricingError) -> WorkedTerm {
    var parts: [WorkedTerm] = []
    let found: ClaimEvidence.Found
    switch term.operand {
    case .stated(let value, _, let citation):
      found = .init(value: value, origin: .stated(citation))
    case .notStated:
      found = .init(value: nil, origin: .notStated, gaps: [.value(term.name)])
    case .rate(let offer, let unit): found = evidence.rate(offer: offer, unit)
    case .invoice(let scenario, let offer, let workload):
      found = evidence.invoice(scenario: scenario, offer: offer, workload: workload)
    case .crossings(let scenario, let pair, let decidingOnly, _):
      found = try evidence.crossings(
        scenario: scenario, between: pair, decidingOnly: decidingOnly)
    case .monthHours(let scenario, let hours):
      found = .init(value: Bounds(hours), origin: .month(scenario: scenario))
    case .claim(let id, _): found = evidence.published(id)
    case .quantity(let formula, _):
      parts = try terms(formula.terms)
      found = .init(
        value: try result(parts)?.bounds, origin: .parts(nil), gaps: Self.gaps(parts))
    case .gathered(let gathering, let members):
      parts = try terms(members)
      found = .init(
        value: try gathering.value(of: parts.map(\.value)), origin: .parts(gathering),
        gaps: Self.gaps(parts))
    }
    let value = found.value.map { value in term.end.map { Bounds(value[$0]) } ?? value }
    return WorkedTerm(
      operation: term.operation, value: value, unit: term.operand.unit, name: term.name,
      origin: found.origin, parts: parts, gaps: found.gaps)
  }
}

extension ClaimOperand.Gathering {
  /// One value of several; `nil` where one of them is missing.
  fileprivate func value(of values: [Bounds<Ratio>?]) throws(PricingError) -> Bounds<Ratio>? {
    let known = values.compactMap(\.self)
    guard known.count == values.count, var result = known.first else { return nil }
    for value in known.dropFirst() {
      switch self {
      case .span: result = Bounds(min(result.low, value.low), max(result.high, value.high))
      case .lowest: result = Bounds(min(result.low, value.low), min(result.high, value.high))
      case .highest: result = Bounds(max(result.low, value.low), max(result.high, value.high))
      case .sum: result = Bounds(try result.low + value.low, try result.high + value.high)
      }
    }
    return result
  }
}
