/// A signed number with 100 fractional bits, just enough for logarithms and their products.
struct FixedPoint: Hashable, Sendable {
  /// The number times 2¹⁰⁰.
  private let bits: Int128

  private static let fractionBits = 100

  private init(bits: Int128) { self.bits = bits }

  /// The part before the point, rounded towards minus infinity.
  var integerPart: Int { Int(bits >> Int128(Self.fractionBits)) }

  static func - (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    FixedPoint(bits: left.bits - right.bits)
  }

  static func * (left: FixedPoint, right: FixedPoint) -> FixedPoint {
    let product = left.bits.magnitude.multipliedFullWidth(by: right.bits.magnitude)
    let joined = (product.high << 28) | (product.low >> 100)
    let negative = (left.bits < 0) != (right.bits < 0)
    return FixedPoint(bits: negative ? -Int128(joined) : Int128(joined))
  }

  /// The quotient, or `nil` if it is 2²⁰ or more.
  func dividedIfModerate(by divisor: FixedPoint) -> FixedPoint? {
    let above = bits.magnitude
    guard divisor.bits != 0, above >> 20 < divisor.bits.magnitude else { return nil }
    let quotient = divisor.bits.magnitude.dividingFullWidth((above >> 28, above << 100)).quotient
    let negative = (bits < 0) != (divisor.bits < 0)
    return FixedPoint(bits: negative ? -Int128(quotient) : Int128(quotient))
  }

  /// The binary logarithm of a positive fraction.
  static func log2(_ value: Ratio) -> FixedPoint {
    log2(value.numerator.magnitude) - log2(value.denominator.magnitude)
  }

  /// The binary logarithm of a positive whole number.
  ///
  /// Squares a mantissa in [1, 2) again and again: each doubling past 2 is a bit of the result.
  /// Every squaring halves the weight of its own rounding, so all 100 bits but the last hold.
  static func log2(_ value: UInt128) -> FixedPoint {
    precondition(value > 0, "only a positive number has a logarithm")
    let leading = value.leadingZeroBitCount
    var mantissa = value << UInt128(leading)  // [1, 2) with 127 fractional bits
    var bits = Int128(127 - leading)
    for _ in 0..<fractionBits {
      let square = mantissa.wideProduct(with: mantissa)
      // Half of the bits are 1, in no order, so a mask is faster than a branch.
      let bit = square.high >> 127
      let isPast2 = 0 &- bit
      let doubled = (square.high << 1) | (square.low >> 127)
      mantissa = (square.high & isPast2) | (doubled & ~isPast2)
      bits = (bits << 1) | Int128(truncatingIfNeeded: bit)
    }
    return FixedPoint(bits: bits)
  }

  /// 2 to a power, as a mantissa in [1, 2) with 120 fractional bits and a whole exponent.
  static func exp2(_ power: FixedPoint) -> (mantissa: UInt128, exponent: Int) {
    let exponent = power.integerPart
    let fraction = UInt128(power.bits - (Int128(exponent) << Int128(fractionBits))) << 20
    let argument = multiply(fraction, naturalLogarithmOf2)
    // The exponential series: below 0.7, the terms vanish after some 35.
    var sum = one
    var term = one
    var divisor: UInt64 = 1
    while term > 0 {
      term = multiply(term, argument).quotient(by: divisor)
      sum += term
      divisor += 1
    }
    return (sum, exponent)
  }

  private static let one = UInt128(1) << 120

  /// ln 2 with 120 fractional bits.
  private static let naturalLogarithmOf2: UInt128 = {
    // ln 2 = Σ 1 / (k · 2^k); 120 terms leave nothing in 120 bits, 8 more guard the rounding.
    (1...120).reduce(UInt128(0)) { sum, k in sum + ((one << 7) >> UInt128(k)) / UInt128(k) } >> 7
  }()

  /// The product of two numbers with 120 fractional bits.
  private static func multiply(_ left: UInt128, _ right: UInt128) -> UInt128 {
    let product = left.wideProduct(with: right)
    return (product.high << 8) | (product.low >> 120)
  }
}
