/// A stretch of a curve with one exact formula: base + slope · x + power law + what is rounded up.
public struct Piece: Hashable, Sendable {
  /// The whole driver units of the stretch.
  public let range: ClosedRange<Int>

  /// The part that does not depend on x.
  public let base: Ratio

  /// The part that each driver unit adds.
  public let slope: Ratio

  /// The part that grows with a power of x, for interpolated tiers.
  public let power: PowerLaw?

  /// The parts that come in whole steps, for time billed in increments; mostly none.
  public let roundings: [Rounding]

  /// Whether the stretch lies beyond what the source states.
  public let isExtrapolated: Bool

  /// Creates a piece.
  public init(
    _ range: ClosedRange<Int>, base: Ratio = .zero, slope: Ratio = .zero, power: PowerLaw? = nil,
    roundings: [Rounding] = [], isExtrapolated: Bool = false
  ) {
    self.range = range
    self.base = base
    self.slope = slope
    self.power = power
    self.roundings = roundings
    self.isExtrapolated = isExtrapolated
  }

  /// Whether every x of the stretch has the same value.
  public var isConstant: Bool { slope == .zero && power == nil && roundings.isEmpty }

  /// The value at x, which need not lie in the stretch.
  ///
  /// - Throws: ``PricingError``.
  public func value(at x: Int) throws(PricingError) -> Ratio {
    var value = try smooth.exact(at: x)
    for rounding in roundings { value = try value + rounding.value(at: x) }
    return value
  }

  /// The stretch cut where its steps begin, as far as there are no more than a number of them.
  ///
  /// - Parameter limit: The most pieces that a reader can use.
  /// - Returns: Pieces without ``roundings``, and a last one with them if there are more steps.
  /// - Throws: ``PricingError``.
  public func treads(limit: Int) throws(PricingError) -> [Piece] {
    guard !roundings.isEmpty else { return [self] }
    var treads: [Piece] = []
    var walk = TreadWalk(self, limit: range.upperBound)
    var start = range.lowerBound
    while start <= range.upperBound {
      guard treads.count < limit else {
        treads.append(restricted(to: start...range.upperBound))
        break
      }
      let tread = try walk.tread(from: start, to: range.upperBound)
      treads.append(tread)
      start = tread.range.upperBound + 1
    }
    return treads
  }
}

extension Piece {
  /// The part that is not rounded, as the same kind of formula.
  private var smooth: Rounding { Rounding(size: .one, base: base, slope: slope, power: power) }

  func restricted(to range: ClosedRange<Int>) -> Piece {
    Piece(
      range, base: base, slope: slope, power: power, roundings: roundings,
      isExtrapolated: isExtrapolated)
  }

  func extrapolated(_ isExtrapolated: Bool) -> Piece {
    Piece(
      range, base: base, slope: slope, power: power, roundings: roundings,
      isExtrapolated: isExtrapolated)
  }

  func scaled(by factor: Ratio) throws(PricingError) -> Piece {
    guard factor != .zero else { return Piece(range, isExtrapolated: isExtrapolated) }
    var scaled: [Rounding] = []
    for rounding in roundings { scaled.append(try rounding.scaled(by: factor)) }
    return Piece(
      range, base: try base * factor, slope: try slope * factor,
      power: try power?.scaled(by: factor), roundings: scaled, isExtrapolated: isExtrapolated)
  }

  func raised(base: Ratio, slope: Ratio = .zero) throws(PricingError) -> Piece {
    Piece(
      range, base: try self.base + base, slope: try self.slope + slope, power: power,
      roundings: roundings, isExtrapolated: isExtrapolated)
  }

  /// The sum with another formula on a range that both cover; one of them has no power law.
  func adding(_ other: Piece, on range: ClosedRange<Int>) throws(PricingError) -> Piece {
    precondition(power == nil || other.power == nil, "a sum has one power law at most")
    return Piece(
      range, base: try base + other.base, slope: try slope + other.slope,
      power: power ?? other.power, roundings: roundings + other.roundings,
      isExtrapolated: isExtrapolated || other.isExtrapolated)
  }

  /// The stretch cut in two where the value passes a bound; itself where it does not.
  ///
  /// The value must not both rise and fall.
  func cut(at bound: Ratio) throws(PricingError) -> [Piece] {
    let isAbove = try value(at: range.lowerBound) > bound
    guard try (value(at: range.upperBound) > bound) != isAbove else { return [self] }
    var (low, high) = (range.lowerBound + 1, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try (value(at: middle) > bound) == isAbove { low = middle + 1 } else { high = middle }
    }
    return [
      restricted(to: range.lowerBound...(low - 1)), restricted(to: low...range.upperBound),
    ]
  }

  /// The first x from a start on at which a piece that never falls is above a bound, which it is
  /// where it ends.
  func first(above bound: Ratio, from start: Int) throws(PricingError) -> Int {
    var (low, high) = (max(start, range.lowerBound), range.upperBound)
    if power == nil, roundings.isEmpty {
      guard slope > 0 else { return low }
      let meeting = try ((bound - base) / slope).floor
      return meeting < Int128(low) ? low : min(high, Int(meeting) + 1)
    }
    while low < high {
      let middle = low + (high - low) / 2
      if try value(at: middle) > bound { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether the formula is the same and only the stretch another.
  func continues(_ other: Piece) -> Bool { restricted(to: other.range) == other }
}

extension PowerLaw {
  /// The law with every value multiplied by a positive factor.
  func scaled(by factor: Ratio) throws(PricingError) -> PowerLaw {
    try PowerLaw(
      from: Point(x: start.x, y: start.y * factor), to: Point(x: end.x, y: end.y * factor))
  }
}
