/// Where the order of two offers changes: one place if both costs are exact, else from the first
/// place where some admissible inputs make them equal to the last.
public struct Crossing: Hashable, Sendable {
  /// The first place at which ``after`` may be no dearer; the start of the range if it may be there
  /// already.
  public let first: Place

  /// The first place from which on ``after`` is certainly no dearer; the end of the range if that
  /// lies beyond.
  public let last: Place

  /// The id of the offer that is cheaper to the left.
  public let before: String

  /// The id of the offer that is cheaper to the right; ``before`` if the other one may be cheaper
  /// only in between.
  public let after: String

  /// Whether two exact curves meet exactly at an end of the range, where a scan for changes of sign
  /// sees nothing or sees them twice, or an interval reaches to one.
  public let isAtEdge: Bool

  /// Where each pair of ends meets, from left to right.
  ///
  /// An end is a curve with every range at one of its ends. Empty where both costs are exact.
  public let ends: [Place]

  /// Whether the crossing changes which offer is the cheapest of all, at least for some inputs.
  public let decides: Bool

  /// One end of a crossing.
  public struct Place: Hashable, Sendable {
    /// The whole driver unit.
    public let x: Int

    /// The cost there, of the curve that becomes the cheaper one.
    public let cost: Money

    /// The curve that is cheaper to the left.
    public let before: CostCurve

    /// The curve that is cheaper to the right.
    public let after: CostCurve

    /// Whether the curves meet here; not where an interval only reaches an end of the range.
    public let isMeeting: Bool
  }

  /// Whether it is a single place.
  public var isExact: Bool { first.x == last.x }

  func deciding(_ decides: Bool) -> Crossing {
    Crossing(
      first: first, last: last, before: before, after: after, isAtEdge: isAtEdge, ends: ends,
      decides: decides)
  }
}
