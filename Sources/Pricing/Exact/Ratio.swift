/// An exact fraction, for quantities that are not whole: hours of work, shares, seconds.
///
/// Always in lowest terms with a positive denominator, so equal values are equal. An operation
/// throws ``PricingError/tooLarge`` rather than lose a digit.
public struct Ratio: Hashable, Sendable {
  /// The part above the line; carries the sign.
  public let numerator: Int128

  /// The part below the line, at least 1.
  public let denominator: Int128

  /// A whole number.
  public init(_ whole: Int128) {
    numerator = whole
    denominator = 1
  }

  /// A fraction, brought to lowest terms.
  ///
  /// - Throws: ``PricingError/divisionByZero`` if `denominator` is 0.
  public init(_ numerator: Int128, over denominator: Int128) throws(PricingError) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .tooLarge }
    let divisor = numerator.sharedDivisor(with: denominator)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator.divided(exactlyBy: divisor)
    self.denominator = sign * denominator.divided(exactlyBy: divisor)
  }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nothing.
  public static let zero = Ratio(0)

  /// One whole.
  public static let one = Ratio(1)

  /// Whether this is a whole number.
  public var isWhole: Bool { denominator == 1 }

  /// The nearest whole number that is not larger.
  public var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRest(over: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The nearest whole number that is not smaller.
  public var ceiling: Int128 {
    let (quotient, remainder) = numerator.quotientAndRest(over: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The nearest whole number; a half goes to the even neighbour, so that errors do not add up.
  public var roundedHalfEven: Int128 {
    // The quotient is the whole number next to the value on the side of zero.
    let (inner, remainder) = numerator.quotientAndRest(over: denominator)
    guard remainder != 0 else { return inner }
    let rest = denominator.magnitude - remainder.magnitude
    let outer = numerator < 0 ? inner - 1 : inner + 1
    if remainder.magnitude == rest { return inner.isMultiple(of: 2) ? inner : outer }
    return remainder.magnitude > rest ? outer : inner
  }

  /// The nearest whole number that is not larger than a quotient.
  ///
  /// - Throws: ``PricingError``.
  func floor(dividedBy divisor: Ratio) throws(PricingError) -> Int128 {
    guard let above = numerator.wordProduct(with: divisor.denominator),
      let below = denominator.wordProduct(with: divisor.numerator), below > 0
    else { return try (self / divisor).floor }
    let (quotient, rest) = above.quotientAndRest(over: below)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole multiple of a step that is not smaller.
  ///
  /// - Parameter step: The step; 0 leaves the value as it is.
  /// - Returns: `self` if it is a multiple already.
  /// - Throws: ``PricingError/tooLarge``.
  public func roundedUp(to step: Ratio) throws(PricingError) -> Ratio {
    guard step != .zero else { return self }
    return try Ratio(-(.zero - self).floor(dividedBy: step)) * step
  }
}

// MARK: - Arithmetic

extension Ratio {
  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) throws(PricingError) -> Ratio {
    if let first = left.word, let second = right.word {
      return Ratio(Int128(first) &+ Int128(second))
    }
    let shared = left.denominator.sharedDivisor(with: right.denominator)
    let leftPart = right.denominator.divided(exactlyBy: shared)
    let rightPart = left.denominator.divided(exactlyBy: shared)
    let first = try product(left.numerator, leftPart)
    let second = try product(right.numerator, rightPart)
    let (sum, overflow) = first.addingReportingOverflow(second)
    guard !overflow, sum != .min else { throw .tooLarge }
    let denominator = try product(left.denominator, leftPart)
    // Both are in lowest terms, so only what their denominators share can cancel out of the sum.
    let divisor = sum.sharedDivisor(with: shared)
    return Ratio(
      reduced: sum.divided(exactlyBy: divisor), denominator.divided(exactlyBy: divisor))
  }

  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) throws(PricingError) -> Ratio {
    guard right.numerator != .min else { throw .tooLarge }
    return try left + Ratio(reduced: -right.numerator, right.denominator)
  }

  /// The exact product.
  public static func * (left: Ratio, right: Ratio) throws(PricingError) -> Ratio {
    if let first = left.word, let second = right.word {
      return Ratio(Int128(first) &* Int128(second))
    }
    // Cancelling crosswise first keeps every intermediate as small as the result.
    let first = left.numerator.sharedDivisor(with: right.denominator)
    let second = right.numerator.sharedDivisor(with: left.denominator)
    return try Ratio(
      reduced: product(
        left.numerator.divided(exactlyBy: first), right.numerator.divided(exactlyBy: second)),
      product(
        left.denominator.divided(exactlyBy: second), right.denominator.divided(exactlyBy: first)))
  }

  /// The exact quotient.
  public static func / (left: Ratio, right: Ratio) throws(PricingError) -> Ratio {
    guard right.numerator != 0 else { throw .divisionByZero }
    guard right.numerator != .min else { throw .tooLarge }
    let sign: Int128 = right.numerator < 0 ? -1 : 1
    return try left * Ratio(reduced: sign * right.denominator, sign * right.numerator)
  }

  /// A whole number of a machine word, as most are: no sum and no product of two is too large.
  private var word: Int64? { denominator == 1 ? Int64(exactly: numerator) : nil }

  private static func product(_ left: Int128, _ right: Int128) throws(PricingError) -> Int128 {
    if right == 1, left != .min { return left }
    if let product = left.wordProduct(with: right) { return product }
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, product != .min else { throw .tooLarge }
    return product
  }
}

extension Ratio: Comparable {
  /// Exact order, in 256 bits where it must be.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    if let first = left.numerator.wordProduct(with: right.denominator),
      let second = right.numerator.wordProduct(with: left.denominator)
    {
      return first < second
    }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(Int128(value)) }
}
