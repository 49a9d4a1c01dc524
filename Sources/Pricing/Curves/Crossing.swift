/// Where the order of two offers changes: one place if both costs are exact, else from the first
/// place where some admissible inputs make them equal to the last.
public struct Crossing: Hashable, Sendable {
  /// The first place at which ``after`` may be no dearer; the start of the range if it may be there
  /// already.
  public let first: Place

  /// What an interval has besides; `nil` for a single place, of which there may be very many.
  private let interval: Shared<Interval>?

  /// Whether two exact curves meet exactly at an end of the range, where a scan for changes of sign
  /// sees nothing or sees them twice, or an interval reaches to one.
  public let isAtEdge: Bool

  /// Whether the crossing changes which offer is the cheapest of all, at least for some inputs.
  public let decides: Bool

  /// One end of a crossing.
  public struct Place: Hashable, Sendable {
    /// The whole driver unit.
    public let x: Int

    /// The cost there, of the curve that becomes the cheaper one.
    public let cost: Money

    let curves: (before: Shared<CostCurve>, after: Shared<CostCurve>)

    /// Whether the curves meet here; not where an interval only reaches an end of the range.
    public let isMeeting: Bool

    /// The curve that is cheaper to the left.
    public var before: CostCurve { curves.before.value }

    /// The curve that is cheaper to the right.
    public var after: CostCurve { curves.after.value }
  }

  private struct Interval: Hashable, Sendable {
    let last: Place
    let ends: [Place]
    let isPassing: Bool
  }

  /// A single place.
  init(_ place: Place, isAtEdge: Bool, decides: Bool) {
    first = place
    interval = nil
    self.isAtEdge = isAtEdge
    self.decides = decides
  }

  /// An interval.
  ///
  /// - Parameters:
  ///   - first: Its first place.
  ///   - last: Its last place.
  ///   - ends: Where the curves of each pair of ends meet.
  ///   - isPassing: Whether the offer that is cheaper to the right is so to the left as well.
  ///   - isAtEdge: Whether it reaches an end of the range.
  init(first: Place, last: Place, ends: [Place], isPassing: Bool, isAtEdge: Bool) {
    self.first = first
    interval = Shared(Interval(last: last, ends: ends, isPassing: isPassing))
    self.isAtEdge = isAtEdge
    decides = false
  }

  private init(_ other: Crossing, decides: Bool) {
    (first, interval, isAtEdge) = (other.first, other.interval, other.isAtEdge)
    self.decides = decides
  }

  /// The first place from which on ``after`` is certainly no dearer; the end of the range if that
  /// lies beyond.
  public var last: Place { interval?.value.last ?? first }

  /// The id of the offer that is cheaper to the left.
  public var before: String {
    interval?.value.isPassing == true ? last.after.offer : last.before.offer
  }

  /// The id of the offer that is cheaper to the right; ``before`` if the other one may be cheaper
  /// only in between.
  public var after: String { last.after.offer }

  /// Where each pair of ends meets, from left to right.
  ///
  /// An end is a curve with every range at one of its ends. Empty where both costs are exact.
  public var ends: [Place] { interval?.value.ends ?? [] }

  /// Whether it is a single place.
  public var isExact: Bool { first.x == last.x }

  func deciding(_ decides: Bool) -> Crossing { Crossing(self, decides: decides) }
}

extension Crossing.Place {
  init(
    x: Int, cost: Money, before: Shared<CostCurve>, after: Shared<CostCurve>, isMeeting: Bool
  ) {
    (self.x, self.cost, self.isMeeting) = (x, cost, isMeeting)
    curves = (before, after)
  }

  /// Whether both are the same place of the same curves.
  public static func == (left: Self, right: Self) -> Bool {
    (left.x, left.cost, left.isMeeting) == (right.x, right.cost, right.isMeeting)
      && left.curves.before == right.curves.before && left.curves.after == right.curves.after
  }

  /// Hashes the place and the names of its curves.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(x)
    hasher.combine(cost)
    hasher.combine(before.id)
    hasher.combine(after.id)
  }
}
