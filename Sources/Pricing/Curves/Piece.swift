/// A stretch of a curve with one exact formula: base + slope · x + power law.
public struct Piece: Hashable, Sendable {
  /// The whole driver units of the stretch.
  public let range: ClosedRange<Int>

  /// The part that does not depend on x.
  public let base: Ratio

  /// The part that each driver unit adds.
  public let slope: Ratio

  /// The part that grows with a power of x, for interpolated tiers.
  public let power: PowerLaw?

  /// Whether the stretch lies beyond what the source states.
  public let isExtrapolated: Bool

  /// Creates a piece.
  public init(
    _ range: ClosedRange<Int>, base: Ratio = .zero, slope: Ratio = .zero, power: PowerLaw? = nil,
    isExtrapolated: Bool = false
  ) {
    self.range = range
    self.base = base
    self.slope = slope
    self.power = power
    self.isExtrapolated = isExtrapolated
  }

  /// Whether every x of the stretch has the same value.
  public var isConstant: Bool { slope == .zero && power == nil }

  /// The value at x, which need not lie in the stretch.
  ///
  /// - Throws: ``PricingError``.
  public func value(at x: Int) throws(PricingError) -> Ratio {
    var value = base
    if slope != .zero { value = try value + slope * Ratio(Int128(x)) }
    if let power { value = try value + power.value(at: x) }
    return value
  }

  func restricted(to range: ClosedRange<Int>) -> Piece {
    Piece(range, base: base, slope: slope, power: power, isExtrapolated: isExtrapolated)
  }

  func scaled(by factor: Ratio) throws(PricingError) -> Piece {
    Piece(
      range, base: try base * factor, slope: try slope * factor,
      power: factor == .zero ? nil : try power?.scaled(by: factor), isExtrapolated: isExtrapolated)
  }

  func raised(base: Ratio, slope: Ratio) throws(PricingError) -> Piece {
    Piece(
      range, base: try self.base + base, slope: try self.slope + slope, power: power,
      isExtrapolated: isExtrapolated)
  }
}

extension PowerLaw {
  /// The law with every value multiplied by a positive factor.
  func scaled(by factor: Ratio) throws(PricingError) -> PowerLaw {
    try PowerLaw(
      from: Point(x: start.x, y: start.y * factor), to: Point(x: end.x, y: end.y * factor))
  }
}
