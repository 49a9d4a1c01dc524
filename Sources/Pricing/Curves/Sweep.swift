/// What a cost curve runs over.
public enum Driver: String, CaseIterable, Hashable, Sendable {
  /// Tokens a month, in whole tokens.
  case tokens

  /// Machine-hours of work a month, in whole hours.
  case hours

  /// The share of the month during which one replica works, in whole millionths.
  case busyShare = "busy-share"
}

/// A driver, and the range over which it is varied.
public struct Sweep: Hashable, Sendable {
  /// What varies.
  public let driver: Driver

  /// The whole driver units looked at, both ends included; from 1 to ``largest``.
  public let range: ClosedRange<Int>

  /// How work is filled in between the volumes that a source states.
  public let interpolation: Interpolation

  /// A rule for values between stated ones.
  public enum Interpolation: String, CaseIterable, Hashable, Sendable {
    /// A straight line on two logarithmic axes: hours = a · tokens^b.
    case power

    /// A straight line on two linear axes.
    case linear
  }

  /// The largest driver value: a quadrillion tokens leave room for every product of the engine.
  public static let largest = 1_000_000_000_000_000

  /// Creates a sweep.
  ///
  /// - Precondition: The range lies between 1 and ``largest``.
  public init(driver: Driver, range: ClosedRange<Int>, interpolation: Interpolation = .power) {
    precondition(
      range.lowerBound >= 1 && range.upperBound <= Self.largest, "a sweep runs from 1 to 10¹⁵")
    self.driver = driver
    self.range = range
    self.interpolation = interpolation
  }
}
