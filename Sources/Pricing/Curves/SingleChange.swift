/// How one cost stands to another at one x.
struct Gap: Hashable {
  /// −1 where the first is the smaller one, 0 where both are equal, else 1.
  let sign: Int

  /// About how far they are apart, small enough to be multiplied by the width of a sweep.
  let size: Int128

  init(_ first: Ratio, _ second: Ratio) {
    sign = first == second ? 0 : first < second ? -1 : 1
    size = Int128(min((first.floor &- second.floor).magnitude, UInt128(1) << 76))
  }
}

/// The search for the one x at which a gap changes its sign.
///
/// A power law costs a hundred times what a product costs, so where it must cross is guessed from
/// the gaps at both ends; a step of halving now and then makes sure.
struct SingleChange {
  private var (low, high): (Int, Int)
  /// How much each end counts for the next guess.
  private var (weightAtLow, weightAtHigh): (Int128, Int128)
  private let sign: Int

  /// Looks between two places of which only the second has another sign.
  init(_ range: ClosedRange<Int>, _ first: Gap, _ last: Gap) {
    (low, high) = (range.lowerBound, range.upperBound)
    (weightAtLow, weightAtHigh) = (first.size, last.size)
    sign = first.sign
  }

  /// The first x with another sign.
  ///
  /// - Parameter gap: The gap at x.
  /// - Returns: What halving alone would find.
  /// - Throws: ``PricingError``.
  mutating func first(
    of gap: (Int) throws(PricingError) -> Gap
  ) throws(PricingError) -> Int {
    var steps = 0
    while high - low > 1 {
      steps += 1
      let middle = steps.isMultiple(of: 3) ? low + (high - low) / 2 : guess
      let gap = try gap(middle)
      // An end that stays counts for less, or the guesses would creep towards it.
      if gap.sign == sign {
        (low, weightAtLow, weightAtHigh) = (middle, gap.size, weightAtHigh / 2)
      } else {
        (high, weightAtHigh, weightAtLow) = (middle, gap.size, weightAtLow / 2)
      }
    }
    return high
  }

  /// Where a straight line between both ends would be 0.
  private var guess: Int {
    let sum = weightAtLow + weightAtHigh
    let part = sum == 0 ? 0 : Int128(high - low) * weightAtLow / sum
    return min(max(low + 1, low + Int(part)), high - 1)
  }
}
