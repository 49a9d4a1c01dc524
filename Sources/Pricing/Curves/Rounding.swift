/// A part of a curve that comes in whole steps: time billed in increments.
///
/// The value is base + slope · x + power law, rounded up to a multiple of ``size``.
public struct Rounding: Hashable, Sendable {
  /// The height of a step, in the unit of the curve; above 0.
  public let size: Ratio

  /// The part under the rounding that does not depend on x.
  public let base: Ratio

  /// The part under the rounding that each driver unit adds.
  public let slope: Ratio

  /// The part under the rounding that grows with a power of x.
  public let power: PowerLaw?

  /// The value before it is rounded up.
  ///
  /// - Throws: ``PricingError``.
  public func exact(at x: Int) throws(PricingError) -> Ratio {
    var value = base
    if slope != .zero { value = try value + slope * Ratio(Int128(x)) }
    if let power { value = try value + power.value(at: x) }
    return value
  }

  /// The value, a whole number of steps.
  ///
  /// - Throws: ``PricingError``.
  public func value(at x: Int) throws(PricingError) -> Ratio {
    try exact(at: x).roundedUp(to: size)
  }

  func scaled(by factor: Ratio) throws(PricingError) -> Rounding {
    Rounding(
      size: try size * factor, base: try base * factor, slope: try slope * factor,
      power: try power?.scaled(by: factor))
  }

  /// How many steps the value goes up or down over a range.
  ///
  /// - Throws: ``PricingError``.
  func steps(in range: ClosedRange<Int>) throws(PricingError) -> Ratio {
    let (first, last) = (try value(at: range.lowerBound), try value(at: range.upperBound))
    return try (max(first, last) - min(first, last)) / size
  }
}
