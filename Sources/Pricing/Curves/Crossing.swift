/// A place where two cost curves meet.
public struct Crossing: Hashable, Sendable {
  /// The first whole driver unit at which ``after`` is no dearer than ``before``.
  public let x: Int

  /// The cost there, of the curve that becomes the cheaper one.
  public let cost: Money

  /// The id of the curve that is cheaper to the left.
  public let before: String

  /// The id of the curve that is cheaper to the right.
  public let after: String

  /// Whether the curves meet exactly at an end of the range, where a scan for changes of sign
  /// sees nothing or sees them twice.
  public let isAtEdge: Bool

  /// Whether the crossing changes which offer is the cheapest of all.
  public internal(set) var decides: Bool

  /// The last x at which the curves still cost the same; `x` itself where they do not linger.
  let meetsUntil: Int
}

/// Finds where two curves meet.
struct CrossingFinder {
  let left: CostCurve
  let right: CostCurve

  /// A stretch in which the difference left − right keeps its sign.
  private struct Stretch {
    let start: Int
    let sign: Int
  }

  /// What two curves have in common.
  struct Meetings {
    /// Where one becomes the cheaper one, in order.
    var crossings: [Crossing] = []
    /// Where both cost exactly the same.
    var ties: [ClosedRange<Int>] = []
  }

  /// Every crossing, and every stretch of equal cost, in the range that both curves share.
  ///
  /// A touch, where the curves meet and part again the same way round, is no crossing, and nor
  /// is a stretch at an end of the range on which two curves are one.
  ///
  /// - Throws: ``PricingError``.
  func meetings() throws(PricingError) -> Meetings {
    var meetings = Meetings()
    guard left.range.overlaps(right.range) else { return meetings }
    let range = left.range.clamped(to: right.range)
    let stretches = try stretches(range)
    var last = 0  // the sign before the stretch, 0 at the left end
    for (index, stretch) in stretches.enumerated() {
      let next = stretches.dropFirst(index + 1).first { $0.sign != 0 }?.sign ?? 0
      let isFirst = index == 0
      if stretch.sign == 0 {
        let isLast = index == stretches.count - 1
        let end = isLast ? range.upperBound : stretches[index + 1].start - 1
        let isAtEdge = isFirst || isLast
        meetings.ties.append(stretch.start...end)
        guard last != next, !isAtEdge || end == stretch.start else { continue }
        let winner = next != 0 ? next : -last
        meetings.crossings.append(
          try crossing(at: stretch.start, until: end, cheaper: winner, isAtEdge: isAtEdge))
      } else if last != 0, stretch.sign != last, stretches[index - 1].sign != 0 {
        meetings.crossings.append(
          try crossing(
            at: stretch.start, until: stretch.start, cheaper: stretch.sign, isAtEdge: false))
      }
      if stretch.sign != 0 { last = stretch.sign }
    }
    return meetings
  }

  /// The crossing at x, where `sign` is that of left − right to the right of it: negative if the
  /// left curve is the cheaper one there.
  private func crossing(
    at x: Int, until end: Int, cheaper sign: Int, isAtEdge: Bool
  ) throws(PricingError) -> Crossing {
    let (winner, loser) = sign < 0 ? (left, right) : (right, left)
    return Crossing(
      x: x, cost: Money(rounding: try winner.cost(at: x) ?? .zero), before: loser.id,
      after: winner.id, isAtEdge: isAtEdge, decides: false, meetsUntil: end)
  }

  private func stretches(_ range: ClosedRange<Int>) throws(PricingError) -> [Stretch] {
    var stretches: [Stretch] = []
    func add(_ start: Int, _ sign: Int) {
      if stretches.last?.sign != sign { stretches.append(Stretch(start: start, sign: sign)) }
    }
    var (leftIndex, rightIndex) = (0, 0)
    while leftIndex < left.pieces.count, rightIndex < right.pieces.count {
      let (first, second) = (left.pieces[leftIndex], right.pieces[rightIndex])
      if first.range.overlaps(second.range) {
        let shared = first.range.clamped(to: second.range)
        let difference = Difference(left: first, right: second)
        for (start, sign) in try difference.signs(in: shared) { add(start, sign) }
      }
      if first.range.upperBound <= second.range.upperBound { leftIndex += 1 }
      if second.range.upperBound <= first.range.upperBound { rightIndex += 1 }
    }
    return stretches
  }
}
