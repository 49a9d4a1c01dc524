/// A result so far, worked out at both ends, each with the arithmetic that led to it.
struct ClaimInterval {
  private(set) var low: Worked
  private(set) var high: Worked
  /// The sides on which the result may lie beyond its ends.
  private(set) var open: OpenSides

  /// A value, and the terms it came from.
  struct Worked {
    var value: Ratio
    var derivation: Derivation
  }

  /// Starts with one term.
  init(_ value: Bounds<Ratio>, open: OpenSides, _ unit: ClaimUnit, _ name: String) {
    func worked(_ end: End) -> Worked {
      Worked(
        value: value[end], derivation: Derivation(value[end], unit.description, name))
    }
    (low, high) = (worked(.low), worked(.high))
    self.open = open
  }

  /// The value at both ends.
  var bounds: Bounds<Ratio> { Bounds(low.value, high.value) }

  /// The arithmetic at both ends.
  var derivation: Ends<Derivation> { Ends(low: low.derivation, high: high.derivation) }

  /// The result after one more term.
  ///
  /// Each end of the result so far meets each end of the term; the smallest and the largest
  /// outcome stay, so that dividing by a range swaps its ends.
  ///
  /// - Throws: ``PricingError``; a range that holds 0 divides nothing.
  func then(
    _ operation: Derivation.Operation, _ value: Bounds<Ratio>, open: OpenSides, _ unit: ClaimUnit,
    _ name: String
  ) throws(PricingError) -> ClaimInterval {
    if operation == .over, value.low <= .zero, value.high >= .zero { throw .divisionByZero }
    var outcomes: [Worked] = []
    for left in [low, high] {
      for right in [value.low, value.high] {
        outcomes.append(
          Worked(
            value: try operation.applied(left.value, right),
            derivation: left.derivation.then(operation, right, unit.description, name)))
      }
    }
    var result = self
    result.open = self.open.then(operation, open)
    result.low = outcomes.dropFirst().reduce(outcomes[0]) { $1.value < $0.value ? $1 : $0 }
    result.high = outcomes.dropFirst().reduce(outcomes[0]) { $1.value > $0.value ? $1 : $0 }
    return result
  }
}

extension Derivation.Operation {
  fileprivate func applied(_ left: Ratio, _ right: Ratio) throws(PricingError) -> Ratio {
    switch self {
    case .plus: try left + right
    case .minus: try left - right
    case .times: try left * right
    case .over: try left / right
    }
  }
}
