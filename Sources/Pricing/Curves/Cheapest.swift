/// A stretch on which the same curves cost least, whatever else costs as much at a single x.
struct Cheapest {
  var range: ClosedRange<Int>
  /// Their numbers, smallest first; several on a tie.
  let curves: [Int]
}

extension CrossingFinder {
  /// Which of some curves cost least where.
  ///
  /// Half of the curves, the other half, and then stretch by stretch who of the two is cheaper.
  ///
  /// - Parameters:
  ///   - some: The places of the curves, in their order.
  ///   - outlines: All curves, each at the place of its number.
  /// - Returns: Stretches from left to right, with a gap where there is no curve.
  /// - Throws: ``PricingError``.
  /// - Complexity: O(*n* · log *n*) comparisons for *n* pieces of the curves, as a rule.
  mutating func cheapest(
    of some: ArraySlice<Outline>, among outlines: [Outline]
  ) throws(PricingError) -> [Cheapest] {
    guard let only = some.first else { return [] }
    guard some.count > 1 else { return [Cheapest(range: only.range, curves: [only.number])] }
    let middle = some.startIndex + some.count / 2
    return try merged(
      cheapest(of: some[..<middle], among: outlines),
      cheapest(of: some[middle...], among: outlines), outlines)
  }

  private mutating func merged(
    _ first: [Cheapest], _ second: [Cheapest], _ outlines: [Outline]
  ) throws(PricingError) -> [Cheapest] {
    var result: [Cheapest] = []
    var (left, right) = (first[...], second[...])
    while let start = [left.first, right.first].compactMap(\.?.range.lowerBound).min() {
      let (one, other) = (left.first, right.first)
      // As far as both stay what they are: curves, or a gap before the next ones.
      let end =
        [one, other].compactMap(\.self).map {
          $0.range.lowerBound > start ? $0.range.lowerBound - 1 : $0.range.upperBound
        }.min() ?? start
      let found = [one, other].compactMap { $0 }.filter { $0.range.lowerBound == start }
      if found.count == 1 {
        result.add(Cheapest(range: start...end, curves: found[0].curves))
      } else {
        let (some, others) = (found[0].curves, found[1].curves)
        try compare(outlines[some[0]], outlines[others[0]], in: start...end)
        for (index, stretch) in stretches.enumerated() {
          let last = index + 1 < stretches.count ? stretches[index + 1].start - 1 : end
          result.add(
            Cheapest(
              range: stretch.start...last,
              curves: stretch.sign < 0 ? some : stretch.sign > 0 ? others : some + others))
        }
      }
      left.drop(upTo: end)
      right.drop(upTo: end)
    }
    return result
  }
}

extension [Cheapest] {
  fileprivate mutating func add(_ next: Cheapest) {
    if let last, last.curves == next.curves, last.range.upperBound + 1 == next.range.lowerBound {
      self[count - 1].range = last.range.lowerBound...next.range.upperBound
    } else {
      append(next)
    }
  }
}

extension ArraySlice<Cheapest> {
  /// Takes away what lies before or at x.
  fileprivate mutating func drop(upTo x: Int) {
    guard let first, first.range.lowerBound <= x else { return }
    if first.range.upperBound <= x {
      removeFirst()
    } else {
      self[startIndex].range = (x + 1)...first.range.upperBound
    }
  }
}
