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
  }

  /// The figure, or the two figures of a range.
  public let figures: Bounds<Ratio>

  /// The side that is left open; `nil` for a figure that is meant to be met.
  public let bound: Bound?

  /// What is counted.
  public let unit: ClaimUnit

  /// Digits printed after the point, which say how exact a figure means to be; 0 to 24.
  public let decimals: Ends<Int>

  /// How far the figure may be off, in its unit, where the claim says so.
  public let statedTolerance: Ratio?

  /// Creates a published value.
  ///
  /// - Precondition: `decimals` lie between 0 and 24, and a bound has one figure.
  public init(
    _ figures: Bounds<Ratio>, bound: Bound? = nil, unit: ClaimUnit, decimals: Ends<Int>,
    statedTolerance: Ratio? = nil
  ) {
    precondition(
      (0...24).contains(decimals.low) && (0...24).contains(decimals.high),
      "a figure has up to 24 decimals")
    precondition(bound == nil || figures.isExact, "a bound is one figure")
    self.figures = figures
    self.bound = bound
    self.unit = unit
    self.decimals = decimals
    self.statedTolerance = statedTolerance
  }

  /// The smallest value meant; `nil` where the source leaves it open.
  public var low: Ratio? { bound?.isCeiling == true ? nil : figures.low }

  /// The largest value meant; `nil` where the source leaves it open.
  public var high: Ratio? { bound?.isCeiling == false ? nil : figures.high }

  /// How far another value may be off and still round to a figure: half a unit of the last
  /// printed digit, unless the claim states a tolerance.
  public var tolerance: Ends<Ratio> {
    Ends(low: tolerance(decimals.low), high: tolerance(decimals.high))
  }

  private func tolerance(_ decimals: Int) -> Ratio {
    if let statedTolerance { return statedTolerance }
    let lastDigit = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
    return (try? Ratio(1, over: 2 * lastDigit)) ?? .zero
  }
}
