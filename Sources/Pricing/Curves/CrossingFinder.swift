/// Finds where two curves meet, pair after pair.
struct CrossingFinder {
  /// What was found so far.
  private(set) var meetings: [Meeting] = []
  /// Where stretches of equal cost begin, and the first x beyond them; touches are none.
  private(set) var tieEnds: [Int] = []
  /// Those of the pair in hand; kept, so that not every pair needs new memory.
  private(set) var stretches: [Stretch] = []

  /// A crossing of curves that go by their numbers.
  struct Meeting {
    let x: Int
    /// The last x at which the curves still cost the same; `x` itself where they do not linger.
    let until: Int
    let cost: Money
    let before: Int
    let after: Int
    let isAtEdge: Bool
  }

  /// A stretch in which the difference of two curves keeps its sign.
  struct Stretch {
    let start: Int
    let sign: Int
  }

  /// Finds every crossing, and every stretch of equal cost, in the range that both curves share.
  ///
  /// A touch, where the curves meet and part again the same way round, is no crossing, and nor
  /// is a stretch at an end of the range on which two curves are one.
  ///
  /// - Throws: ``PricingError``.
  mutating func meet(_ left: Outline, _ right: Outline) throws(PricingError) {
    guard left.range.overlaps(right.range) else { return }
    let range = left.range.clamped(to: right.range)
    try compare(left, right, in: range)
    if stretches.count == 1, stretches[0].sign != 0 { return }
    var last = 0  // the sign before the stretch, 0 at the left end
    for (index, stretch) in stretches.enumerated() {
      let next = stretches.dropFirst(index + 1).first { $0.sign != 0 }?.sign ?? 0
      if stretch.sign == 0 {
        let isLast = index == stretches.count - 1
        let end = isLast ? range.upperBound : stretches[index + 1].start - 1
        let isAtEdge = index == 0 || isLast
        if end > stretch.start { tieEnds += [stretch.start, end + 1] }
        guard last != next, !isAtEdge || end == stretch.start else { continue }
        let (loser, winner) = (next != 0 ? next : -last) < 0 ? (right, left) : (left, right)
        try add(stretch.start, until: end, loser, winner, isAtEdge: isAtEdge)
      } else if last != 0, stretch.sign != last, stretches[index - 1].sign != 0 {
        let (loser, winner) = stretch.sign < 0 ? (right, left) : (left, right)
        try add(stretch.start, until: stretch.start, loser, winner, isAtEdge: false)
      }
      if stretch.sign != 0 { last = stretch.sign }
    }
  }

  /// Where the sign of the difference of two curves changes.
  ///
  /// - Throws: ``PricingError``.
  mutating func places(_ left: Outline, _ right: Outline) throws(PricingError) -> [Int] {
    guard left.range.overlaps(right.range) else { return [] }
    try compare(left, right, in: left.range.clamped(to: right.range))
    return stretches.dropFirst().map(\.start)
  }

  private mutating func add(
    _ x: Int, until end: Int, _ loser: Outline, _ winner: Outline, isAtEdge: Bool
  ) throws(PricingError) {
    meetings.append(
      Meeting(
        x: x, until: end, cost: Money(rounding: try winner.cost(at: x) ?? .zero),
        before: loser.number, after: winner.number, isAtEdge: isAtEdge))
  }

  /// Works out ``stretches`` of left − right in a range that both curves cover.
  mutating func compare(
    _ left: Outline, _ right: Outline, in range: ClosedRange<Int>
  ) throws(PricingError) {
    stretches.removeAll(keepingCapacity: true)
    var place = left.place(of: range.lowerBound)
    var otherPlace = right.place(of: range.lowerBound)
    var start = range.lowerBound
    while start <= range.upperBound {
      let (first, second) = (left.stretches[place], right.stretches[otherPlace])
      let end = min(first.upper, second.upper, range.upperBound)
      if first.isStraight, second.isStraight, let meeting = first.meeting(second) {
        add(meeting, in: start...end)
      } else {
        let difference = Difference(
          left: left.curve.list.pieces[place], right: right.curve.list.pieces[otherPlace])
        let ends = first.gaps(second, in: start...end)
        for (start, sign) in try difference.signs(in: start...end, ends: ends) {
          add(start, sign)
        }
      }
      if first.upper == end { place += 1 }
      if second.upper == end { otherPlace += 1 }
      start = end + 1
    }
  }

  private mutating func add(_ meeting: Outline.Stretch.Meeting, in range: ClosedRange<Int>) {
    switch meeting {
    case .none(let sign): add(range.lowerBound, sign)
    case .past(let x, let isExact, let sign):
      if range.lowerBound < x || range.lowerBound == x && !isExact { add(range.lowerBound, -sign) }
      if isExact, range.contains(x) { add(x, 0) }
      if x < range.upperBound { add(max(range.lowerBound, x + 1), sign) }
    }
  }

  private mutating func add(_ start: Int, _ sign: Int) {
    if stretches.last?.sign != sign { stretches.append(Stretch(start: start, sign: sign)) }
  }
}
