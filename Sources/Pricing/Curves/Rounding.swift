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

  /// The last x up to a limit at which the value is still what it is at `start`.
  ///
  /// - Throws: ``PricingError``.
  func treadEnd(from start: Int, limit: Int) throws(PricingError) -> Int {
    let tread = try value(at: start)
    // Treads are short beside the range, so doubling finds the end sooner than halving.
    var (low, reach) = (start, 1)
    while low < limit, try value(at: min(limit, start + reach)) == tread {
      low = min(limit, start + reach)
      reach *= 2
    }
    var high = min(limit, start + reach)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if try value(at: middle) == tread { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
