/// The arithmetic behind a quantity, as data: terms that are worked off from left to right.
public struct Derivation: Hashable, Sendable {
  /// The terms; the first one's operation is ``Operation/plus``.
  public private(set) var terms: [Term]

  /// What a term does to the result so far.
  public enum Operation: String, Hashable, Sendable {
    /// Adds the value; also the operation of the first term.
    case plus = "+"

    /// Takes the value away.
    case minus = "−"

    /// Multiplies by the value.
    case times = "×"

    /// Divides by the value.
    case over = "÷"
  }

  /// One input of the arithmetic.
  public struct Term: Hashable, Sendable {
    /// What is done with the value.
    public let operation: Operation

    /// The value, exact.
    public let value: Ratio

    /// The unit of the value, short: `h`, `s`, `tokens`, `tokens/s`; empty for a bare factor.
    public let unit: String

    /// What the value is: `month`, `busy share`.
    public let name: String

    /// Who states the value, or that nobody does.
    public let basis: Basis

    /// Whether the workload asks for it, so that it is the same for every offer.
    public var isAsked = false
  }

  /// Starts with one term.
  init(_ first: Term) { terms = [first] }

  /// The same arithmetic with one more term.
  func then(_ term: Term) -> Derivation {
    var result = self
    result.terms.append(term)
    return result
  }

  /// Starts with one value.
  public init(_ value: Ratio, _ unit: String, _ name: String, _ basis: Basis = .computed) {
    terms = [Term(operation: .plus, value: value, unit: unit, name: name, basis: basis)]
  }

  /// The same arithmetic with one more term.
  public func then(
    _ operation: Operation, _ value: Ratio, _ unit: String, _ name: String,
    _ basis: Basis = .computed
  ) -> Derivation {
    then(Term(operation: operation, value: value, unit: unit, name: name, basis: basis))
  }

  /// What the terms come to.
  ///
  /// - Throws: ``PricingError``.
  public func result() throws(PricingError) -> Ratio {
    var result = Ratio.zero
    for term in terms {
      switch term.operation {
      case .plus: result = try result + term.value
      case .minus: result = try result - term.value
      case .times: result = try result * term.value
      case .over: result = try result / term.value
      }
    }
    return result
  }
}
