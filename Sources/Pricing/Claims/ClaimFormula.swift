/// How a published figure is computed again: terms that are worked off from left to right.
public struct ClaimFormula: Hashable, Sendable {
  /// The terms; the first one's operation is ``Derivation/Operation/plus``.
  public let terms: [Term]

  /// One input of the formula.
  public struct Term: Hashable, Sendable {
    /// What is done with the operand.
    public let operation: Derivation.Operation

    /// Where the value comes from.
    public let operand: ClaimOperand

    /// The end of the operand's range that is taken; `nil` for both.
    public let end: End?

    /// What the source leaves open of the operand, beside what another claim does; `nil` for nothing.
    public let bound: PublishedValue.Bound?

    /// What the value is, in the reader's words: `replicas`, `seconds in an hour`.
    public let name: String

    /// Creates a term.
    public init(
      _ operation: Derivation.Operation, _ operand: ClaimOperand, end: End? = nil,
      bound: PublishedValue.Bound? = nil, name: String
    ) {
      self.operation = operation
      self.operand = operand
      self.end = end
      self.bound = bound
      self.name = name
    }
  }

  /// Two units that cannot be added up.
  public struct UnitMismatch: Error, Hashable, Sendable {
    /// The index of the term whose unit does not fit.
    public let term: Int

    /// The unit of what stands before it.
    public let before: ClaimUnit

    /// Its own unit.
    public let unit: ClaimUnit
  }

  /// Creates a formula.
  ///
  /// - Precondition: There is a first term, and it adds its value to nothing.
  public init(_ terms: [Term]) {
    precondition(terms.first?.operation == .plus, "a formula starts with a value")
    self.terms = terms
  }

  /// The unit of the result.
  ///
  /// - Throws: ``UnitMismatch`` where a term is added to, or taken from, another unit.
  public func unit() throws(UnitMismatch) -> ClaimUnit {
    var result = ClaimUnit.none
    for (index, term) in terms.enumerated() {
      let unit = term.operand.unit
      switch term.operation {
      case .times: result = result * unit
      case .over: result = result / unit
      case .plus where index == 0: result = unit
      case .plus, .minus:
        guard unit == result else {
          throw UnitMismatch(term: index, before: result, unit: unit)
        }
      }
    }
    return result
  }

  /// Ids of the claims whose published figures the formula uses, each once, in order.
  public var claims: [String] {
    var ids: [String] = []
    for id in terms.flatMap(\.operand.claims) where !ids.contains(id) { ids.append(id) }
    return ids
  }

  /// Ids of the scenarios whose invoices are terms of the formula itself.
  public var invoicedScenarios: Set<String> {
    Set(
      terms.compactMap { term in
        if case .invoice(let scenario, _, _) = term.operand { scenario } else { nil }
      })
  }
}
