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

  /// The stretches of it, from left to right, on which both offers may be the cheapest of all: there
  /// the crossing changes which one is.
  public let deciding: [ClosedRange<Int>]

  /// Whether the crossing changes which offer is the cheapest of all, at least for some inputs.
  public var decides: Bool { !deciding.isEmpty }

  /// One end of a crossing.
  public struct Place: Hashable, Sendable {
    /// The whole driver unit.
    public let x: Int

    /// The cost there, of the curve that becomes the cheaper one; where an interval only reaches an end of
    /// the range what both may cost, the least at its start and the most at its end.
    public let cost: Money

    let curves: (before: Shared<CostCurve>, after: Shared<CostCurve>)

    /// Whether the curves meet here; not where an interval only reaches an end of the range.
    public let isMeeting: Bool

    /// Whether the cheapest of all changes here, so that nothing else certainly costs less.
    public fileprivate(set) var decides = false

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
    first = place.deciding(decides)
    interval = nil
    self.isAtEdge = isAtEdge
    deciding = decides ? [place.x...place.x] : []
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
    deciding = []
  }

  private init(
    _ other: Crossing, deciding: [ClosedRange<Int>], _ decides: (Place) throws(PricingError) -> Bool
  ) throws(PricingError) {
    isAtEdge = other.isAtEdge
    func marked(_ place: Place) throws(PricingError) -> Place {
      // A place lies behind the last whole unit at which the order is another.
      guard deciding.contains(where: { $0.overlaps(max(0, place.x - 1)...place.x) }) else {
        return place
      }
      return place.deciding(try decides(place))
    }
    first = try marked(other.first)
    self.deciding = other.isExact && !first.decides ? [] : deciding
    guard let known = other.interval?.value else {
      interval = nil
      return
    }
    var ends: [Place] = []
    for place in known.ends { ends.append(try marked(place)) }
    interval = Shared(
      Interval(last: try marked(known.last), ends: ends, isPassing: known.isPassing))
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

  /// The same crossing, with the stretches on which it decides.
  ///
  /// - Parameters:
  ///   - deciding: The stretches.
  ///   - decides: Whether nothing else certainly costs less at a place on one of them.
  /// - Returns: The crossing, its places marked.
  /// - Throws: What `decides` throws.
  func deciding(
    _ deciding: [ClosedRange<Int>], _ decides: (Place) throws(PricingError) -> Bool
  ) throws(PricingError) -> Crossing {
    try Crossing(self, deciding: deciding, decides)
  }
}

extension Crossing.Place {
  init(
    x: Int, cost: Money, before: Shared<CostCurve>, after: Shared<CostCurve>, isMeeting: Bool
  ) {
    (self.x, self.cost, self.isMeeting) = (x, cost, isMeeting)
    curves = (before, after)
  }

  fileprivate func deciding(_ decides: Bool) -> Self {
    var place = self
    place.decides = decides
    return place
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
