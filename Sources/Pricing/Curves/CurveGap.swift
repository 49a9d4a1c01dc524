/// An offer that a chart of cost curves has to leave out, and why.
public struct CurveGap: Hashable, Sendable {
  /// The id of the offer.
  public let offer: String

  /// Why its cost is no function of what varies.
  public let reason: NoCurve
}

/// Why an offer has no cost curve.
///
/// A curve is the invoice at every value of the driver. Where no exact formula says what that
/// invoice is, there is no curve, because a nearly right one would win comparisons.
public enum NoCurve: Error, Hashable, Sendable {
  /// The offer has no invoice for any of the workloads.
  case notApplicable(NotApplicable)

  /// The provider does not state a price that the bill needs.
  case priceNotStated(RateUnit)

  /// A share of the month varies, and the workloads run once and not for a month.
  case needsMonth

  /// Two workloads lie at the same value of the driver and are not the same work.
  case sameVolumeTwice

  /// The workloads differ in more than what varies, so that one curve cannot be right for all.
  case workloadsDiffer

  /// Parts of a count have prices of their own, and how much is input is open.
  case mixIsOpen

  /// How often machines start and idle changes with the work, by no formula.
  case startsVary

  /// The most replicas that there are cannot do even the smallest work of the range.
  case exceedsCapacity
}
