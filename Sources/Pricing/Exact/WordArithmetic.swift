/// Arithmetic that most numbers need only a machine word for, where it is many times as fast.
///
/// Each shortcut gives what 128 bits would give; the others take the long way.
extension Int128 {
  /// The product of two numbers of a word each; `nil` for larger ones.
  @inline(__always)
  func wordProduct(with other: Int128) -> Int128? {
    guard let left = Int64(exactly: self), let right = Int64(exactly: other) else { return nil }
    return Int128(left) &* Int128(right)
  }

  /// The quotient, rounded towards 0, and what is left over.
  ///
  /// - Precondition: The divisor is above 0.
  @inline(__always)
  func quotientAndRest(over divisor: Int128) -> (quotient: Int128, remainder: Int128) {
    if divisor == 1 { return (self, 0) }
    if let above = Int64(exactly: self), let below = Int64(exactly: divisor) {
      let (quotient, remainder) = above.quotientAndRemainder(dividingBy: below)
      return (Int128(quotient), Int128(remainder))
    }
    return quotientAndRemainder(dividingBy: divisor)
  }

  /// The quotient by a divisor that leaves nothing over.
  @inline(__always)
  func divided(exactlyBy divisor: Int128) -> Int128 {
    divisor == 1 ? self : quotientAndRest(over: divisor).quotient
  }

  /// The greatest number that divides both, at least 1.
  @inline(__always)
  func sharedDivisor(with other: Int128) -> Int128 {
    if self == 1 || other == 1 { return 1 }
    return Int128(Self.greatestCommonDivisor(magnitude, other.magnitude))
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 {
      if let wordLeft = UInt64(exactly: left), let wordRight = UInt64(exactly: right) {
        return UInt128(greatestCommonDivisor(wordLeft, wordRight))
      }
      (left, right) = (right, left % right)
    }
    return left == 0 ? 1 : left
  }

  /// One division brings both to the size of the smaller one, then shifts and differences do.
  ///
  /// - Precondition: `right` is not 0.
  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (odd, rest) = (right, left % right)
    guard rest != 0 else { return odd }
    let twos = (odd | rest).trailingZeroBitCount
    odd >>= UInt64(odd.trailingZeroBitCount)
    while rest != 0 {
      rest >>= UInt64(rest.trailingZeroBitCount)
      (odd, rest) = odd < rest ? (odd, rest - odd) : (rest, odd - rest)
    }
    return odd << UInt64(twos)
  }
}

extension UInt128 {
  /// The product in 256 bits, from those of the halves.
  @inline(__always)
  func wideProduct(with other: UInt128) -> (high: UInt128, low: UInt128) {
    let (high, low) = halves
    let (otherHigh, otherLow) = other.halves
    let (middle, carry) = (high &* otherLow).addingReportingOverflow(low &* otherHigh)
    let (bottom, more) = (low &* otherLow).addingReportingOverflow(middle << 64)
    let top = high &* otherHigh &+ (middle >> 64) &+ (carry ? 1 << 64 : 0) &+ (more ? 1 : 0)
    return (top, bottom)
  }

  /// The quotient by a number of a word, rounded down.
  @inline(__always)
  func quotient(by divisor: UInt64) -> UInt128 {
    let (high, low) = (UInt64(truncatingIfNeeded: self >> 64), UInt64(truncatingIfNeeded: self))
    let (top, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let bottom = divisor.dividingFullWidth((rest, low)).quotient
    return UInt128(top) << 64 | UInt128(bottom)
  }

  private var halves: (high: UInt128, low: UInt128) { (self >> 64, self & UInt128(UInt64.max)) }
}
