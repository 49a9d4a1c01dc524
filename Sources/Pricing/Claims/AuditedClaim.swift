/// A claim with what the engine made of it.
public struct AuditedClaim: Hashable, Sendable {
  /// The claim.
  public let claim: Claim

  /// The terms of its formula, each with the value that was found.
  public let terms: [WorkedTerm]

  /// What the formula comes to, in the unit of the claim; `nil` where an input is missing.
  public let computed: Bounds<Ratio>?

  /// The sides on which it may lie beyond that, because an input does.
  public let open: OpenSides

  /// The arithmetic at both ends; `nil` where an input is missing.
  public let derivation: Ends<Derivation>?

  /// What the figure depends on; `nil` if on nothing.
  public let condition: AuditedCondition?

  /// What became of the figure.
  public let verdict: Verdict

  /// Whether a figure that comes out rests on inputs beside prices that its own words state.
  public let restsOnOwnConditions: Bool

  /// Which other figures would stand as well as the published one.
  public let alsoStand: OtherFigures

  /// Whether the words of the source hold the published figure, in figures or as a word; where they do
  /// not, it is a reading of them: `below Baseten’s rate`.
  public let hasFigureInItsWords: Bool

  /// Figures a tenth off, beyond the tolerance of the published one.
  public struct OtherFigures: OptionSet, Hashable, Sendable {
    /// One bit for each direction.
    public let rawValue: Int

    /// Some of the directions.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A tenth larger, each end of a range by itself.
    public static let larger = OtherFigures(rawValue: 1)

    /// A tenth smaller, each end of a range by itself.
    public static let smaller = OtherFigures(rawValue: 2)
  }
}

/// A condition with what the engine found.
public struct AuditedCondition: Hashable, Sendable {
  /// The terms of its formula, each with the value that was found.
  public let terms: [WorkedTerm]

  /// Whether it holds; `nil` where it may or may not.
  public let holds: Bool?
}

extension Claim {
  /// Computes the figure again, with the prices of the day on which it was published.
  ///
  /// A range that occurs twice in a formula counts as two ranges, so the result may be wider
  /// than it has to be, and never narrower; a term that takes one end avoids that.
  ///
  /// - Parameter evidence: What the formula's ids refer to.
  /// - Returns: The computed value with its arithmetic, and the verdict.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic, or divide by 0.
  public func audited(by evidence: ClaimEvidence) throws(PricingError) -> AuditedClaim {
    let evidence = evidence.dated(as: self)
    let auditor = ClaimAuditor(evidence: evidence)
    let terms = try auditor.terms(formula.terms)
    let gaps = ClaimAuditor.gaps(terms)
    let condition = try condition.map { given throws(PricingError) in try auditor.condition(given) }
    guard gaps.isEmpty, let result = try auditor.result(terms) else {
      return AuditedClaim(
        claim: self, terms: terms, computed: nil, open: OpenSides(), derivation: nil,
        condition: condition, verdict: .cannotBeComputed(gaps), restsOnOwnConditions: false,
        alsoStand: [], hasFigureInItsWords: hasFigureInItsWords)
    }
    let grounds = ClaimGrounds(evidence: evidence)
    let test = FigureTest(
      published: published, relation: relation, computed: result.bounds, open: result.open)
    return AuditedClaim(
      claim: self, terms: terms, computed: result.bounds, open: result.open,
      derivation: result.derivation, condition: condition,
      verdict: try verdict(test, condition, grounds),
      restsOnOwnConditions: grounds.restsOnOwnConditions(self), alsoStand: try test.alsoStand(),
      hasFigureInItsWords: hasFigureInItsWords)
  }

  /// The verdict on a figure that could be computed.
  private func verdict(
    _ test: FigureTest, _ condition: AuditedCondition?, _ grounds: ClaimGrounds
  ) throws(PricingError) -> Verdict {
    if let deviation = try test.deviation() {
      let others = formula.claims
      return others.isEmpty ? .offBy(deviation) : .notConsistent(with: others, deviation)
    }
    let holdsAtOnce = condition.map { $0.holds == true } ?? true
    guard holdsAtOnce, try test.standsAlone() else {
      return .consistent(with: formula.claims)
    }
    return grounds.restatement(of: self).map(Verdict.restated) ?? .reproduced
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
        try result?.then(term.operation, value, open: term.open, term.unit, term.name)
        ?? ClaimInterval(value, open: term.open, term.unit, term.name)
    }
    return result
  }

  /// A condition holds where its formula is not below nothing.
  func condition(_ condition: Claim.Condition) throws(PricingError) -> AuditedCondition {
    let terms = try terms(condition.formula.terms)
    guard let result = try result(terms) else { return AuditedCondition(terms: terms, holds: nil) }
    let bounds = result.bounds
    if bounds.low >= .zero, !result.open.below {
      return AuditedCondition(terms: terms, holds: true)
    }
    let fails = bounds.high < .zero && !result.open.above
    return AuditedCondition(terms: terms, holds: fails ? false : nil)
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
    case .rate(let offer, let unit): found = evidence.price(offer: offer, unit)
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
      let worked = try result(parts)
      found = .init(
        value: worked?.bounds, origin: .parts(nil), open: worked?.open ?? OpenSides(),
        gaps: Self.gaps(parts))
    case .gathered(let gathering, let members, let isKnownOnly):
      parts = try terms(members)
      let known = parts.filter { $0.value != nil }
      if isKnownOnly, !known.isEmpty { parts = known }
      found = .init(
        value: try gathering.value(of: parts.map(\.value)), origin: .parts(gathering),
        open: parts.reduce(OpenSides()) { $0.then(.plus, $1.open) }, gaps: Self.gaps(parts))
    }
    let value = found.value.map { value in term.end.map { Bounds(value[$0]) } ?? value }
    return WorkedTerm(
      operation: term.operation, value: value,
      open: found.open.then(.plus, term.bound?.openSides ?? OpenSides()), unit: term.operand.unit,
      name: term.name,
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
