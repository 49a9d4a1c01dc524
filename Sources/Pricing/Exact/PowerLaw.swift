/// A curve that is a straight line on two logarithmic axes, through two exact points.
///
/// y(x) = y₀ · (x / x₀)^b with b = log(y₁ / y₀) / log(x₁ / x₀). Such values are irrational, so
/// they are computed in 120-bit fixed point and rounded to the 65,536th of a unit; the error
/// before that rounding is below 2⁻²⁷ of a unit for values up to 2⁷⁰, as long as y₀ is a multiple
/// of 2⁻⁴⁰; rounding another y₀ to one adds a share of 2⁻⁴¹ ÷ y₀. No floating point: the same bits
/// on every machine.
public struct PowerLaw: Hashable, Sendable {
  /// The first point: x above 0, y above 0.
  public let start: Point

  /// The second point: x above the first one's, y above 0.
  public let end: Point

  private let exponent: FixedPoint
  private let startLogarithm: FixedPoint

  /// An exact point of the curve.
  public struct Point: Hashable, Sendable {
    /// Where, in whole driver units.
    public let x: Int

    /// How much.
    public let y: Ratio

    /// Creates a point.
    public init(x: Int, y: Ratio) {
      self.x = x
      self.y = y
    }
  }

  /// Creates the curve through two points.
  ///
  /// - Throws: ``PricingError/tooLarge`` if a coordinate is not positive or beyond 2⁸⁰, if
  ///   the second point is not to the right of the first, or if the exponent is beyond 2²⁰.
  public init(from start: Point, to end: Point) throws(PricingError) {
    let limit = Ratio(Int128(1) << 80)
    guard start.x > 0, end.x > start.x, start.y > 0, end.y > 0, start.y < limit, end.y < limit
    else { throw .tooLarge }
    self.start = start
    self.end = end
    startLogarithm = FixedPoint.log2(UInt128(start.x))
    let rise = FixedPoint.log2(end.y) - FixedPoint.log2(start.y)
    let run = FixedPoint.log2(UInt128(end.x)) - startLogarithm
    guard let slope = rise.dividedIfModerate(by: run) else { throw .tooLarge }
    exponent = slope
  }

  /// Whether the curve rises ever more slowly, with an exponent between 0 and 1.
  var bendsDown: Bool { exponent.integerPart == 0 }

  /// The value at a whole x.
  ///
  /// - Parameter x: At least 1; outside the two points the same law is continued.
  /// - Returns: The exact value at the two points, elsewhere a multiple of 1/65,536.
  /// - Throws: ``PricingError/tooLarge``.
  public func value(at x: Int) throws(PricingError) -> Ratio {
    precondition(x > 0, "a power law has no value at 0")
    if x == start.x { return start.y }
    if x == end.x { return end.y }
    let power = exponent * (FixedPoint.log2(UInt128(x)) - startLogarithm)
    guard abs(power.integerPart) < 60 else { throw .tooLarge }
    let (mantissa, shift) = FixedPoint.exp2(power)

    // y₀ in 40 fractional bits times the mantissa in 120: shift the product down to 16.
    let scaled = try (start.y * Ratio(Int128(1) << 40)).roundedHalfEven
    let product = UInt128(scaled).multipliedFullWidth(by: mantissa)
    let down = 160 - 16 - shift
    guard down >= 128 || product.high >> UInt128(down) == 0 else { throw .tooLarge }
    let shifted = Self.shiftDown(product, by: down)
    guard let bits = Int128(exactly: shifted) else { throw .tooLarge }
    return try Ratio(bits, over: 65_536)
  }

  /// A 256-bit value shifted right, rounded to nearest.
  private static func shiftDown(
    _ value: (high: UInt128, low: UInt128), by down: Int
  ) -> UInt128 {
    if down >= 128 {
      let rest = down - 128
      if rest == 0 { return value.high + (value.low >> 127) }
      return (value.high >> UInt128(rest)) + ((value.high >> UInt128(rest - 1)) & 1)
    }
    let joined = (value.high << UInt128(128 - down)) | (value.low >> UInt128(down))
    return joined + ((value.low >> UInt128(down - 1)) & 1)
  }
}
