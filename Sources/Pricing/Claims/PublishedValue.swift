/// A figure as a source printed it: how large, in which unit, and how exactly.
public struct PublishedValue: Hashable, Sendable {
  /// Which side of the figure a source leaves open.
  public enum Bound: String, CaseIterable, Hashable, Sendable {
    /// Less than the figure.
    case below

    /// More than the figure.
    case above

    /// The figure at the very most.
    case upTo = "up to"

    /// The figure or more.
    case atLeast = "at least"

    /// Whether the figure is the largest value meant, rather than the smallest.
    public var isCeiling: Bool { self == .below || self == .upTo }

    /// The side on which the value may lie.
    public var openSides: OpenSides { OpenSides(below: isCeiling, above: !isCeiling) }
  }

  /// The figure, or the two figures of a range.
  public let figures: Bounds<Ratio>

  /// The side that is left open; `nil` for a figure that is meant to be met.
  public let bound: Bound?

  /// What is counted.
  public let unit: ClaimUnit

  /// Digits printed after the point, which say how exact a figure means to be; 0 to 24.
  public let decimals: Ends<Int>

  /// Whether the source calls the figure approximate: `~$1,440`, `roughly`, `about`.
  public let isApproximate: Bool

  /// How far the figure may be off, in its unit, where the claim says so.
  public let statedTolerance: Ratio?

  /// Creates a published value.
  ///
  /// - Precondition: `decimals` lie between 0 and 24, and a bound has one figure.
  public init(
    _ figures: Bounds<Ratio>, bound: Bound? = nil, unit: ClaimUnit, decimals: Ends<Int>,
    isApproximate: Bool = false, statedTolerance: Ratio? = nil
  ) {
    precondition(
      (0...24).contains(decimals.low) && (0...24).contains(decimals.high),
      "a figure has up to 24 decimals")
    precondition(bound == nil || figures.isExact, "a bound is one figure")
    self.figures = figures
    self.bound = bound
    self.unit = unit
    self.decimals = decimals
    self.isApproximate = isApproximate
    self.statedTolerance = statedTolerance
  }

  /// The smallest value meant; `nil` where the source leaves it open.
  public var low: Ratio? { bound?.isCeiling == true ? nil : figures.low }

  /// The largest value meant; `nil` where the source leaves it open.
  public var high: Ratio? { bound?.isCeiling == false ? nil : figures.high }

  /// The sides on which the value may lie beyond the figure.
  public var openSides: OpenSides { bound?.openSides ?? OpenSides() }

  /// How far another value may be off and still round to a figure: half a unit of its last digit,
  /// unless the claim states a tolerance.
  ///
  /// The zeros at the end of an approximate whole number are
  /// no digits: `~4,000` may be 500 off, `~1,440` may be 5.
  public var tolerance: Ends<Ratio> {
    Ends(
      low: tolerance(figures.low, decimals.low), high: tolerance(figures.high, decimals.high))
  }

  private func tolerance(_ figure: Ratio, _ decimals: Int) -> Ratio {
    if let statedTolerance { return statedTolerance }
    var lastDigit = Int128(1)
    for _ in 0..<decimals { lastDigit *= 10 }
    if decimals > 0 || !isApproximate {
      return (try? Ratio(1, over: 2 * lastDigit)) ?? .zero
    }
    var digits = figure.floor
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      lastDigit *= 10
    }
    return (try? Ratio(lastDigit, over: 2)) ?? .zero
  }
}

/// The sides on which a value may lie beyond what is known of it: `800+` is open above.
public struct OpenSides: Hashable, Sendable {
  /// Whether it may be less.
  public var below: Bool

  /// Whether it may be more.
  public var above: Bool

  /// Creates the pair; nothing is open unless it is said.
  public init(below: Bool = false, above: Bool = false) {
    (self.below, self.above) = (below, above)
  }

  /// Whether nothing is open.
  public var isClosed: Bool { !below && !above }

  /// What becomes of it where a value is worked on with another that is not negative.
  func then(_ operation: Derivation.Operation, _ other: OpenSides) -> OpenSides {
    switch operation {
    case .plus, .times: OpenSides(below: below || other.below, above: above || other.above)
    // More of what is taken away, or divides, makes the result less.
    case .minus, .over: OpenSides(below: below || other.above, above: above || other.below)
    }
  }
}
