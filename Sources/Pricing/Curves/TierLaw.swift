/// Work between the volumes that a source states, by the rule of the sweep.
struct TierLaw {
  let sweep: Sweep

  /// The law between each two tiers; the outer laws are continued beyond the outer tiers.
  ///
  /// - Parameter tiers: At least two, smallest first.
  /// - Returns: The part inside the sweep; `nil` for no tiers.
  /// - Throws: ``PricingError``.
  func pieces(_ tiers: [PowerLaw.Point]) throws(PricingError) -> PieceList? {
    guard let first = tiers.first, let last = tiers.last else { return nil }
    var pieces: [Piece] = []
    for (index, pair) in zip(tiers, tiers.dropFirst()).enumerated() {
      let lower = index == 0 ? min(sweep.range.lowerBound, pair.0.x) : pair.0.x
      let isLast = index == tiers.count - 2
      let upper = isLast ? max(sweep.range.upperBound, pair.1.x) : pair.1.x - 1
      let whole = try law(from: pair.0, to: pair.1, over: lower...upper)
      // What lies beyond the outer tiers is a continuation and is marked as one. A straight line
      // can lead it below zero, but there is no negative work.
      let ground =
        try whole.slope > 0 ? Int(clamping: (Ratio.zero - whole.base / whole.slope).ceiling) : 0
      let cuts = [lower, ground, first.x, last.x + 1, upper + 1]
        .filter { lower...(upper + 1) ~= $0 }.sorted()
      for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
        let isStated = from >= first.x && to - 1 <= last.x
        let formula = to <= ground ? Piece(whole.range) : whole
        pieces.append(
          Piece(
            from...(to - 1), base: formula.base, slope: formula.slope, power: formula.power,
            isExtrapolated: !isStated))
      }
    }
    return PieceList(pieces).restricted(to: sweep.range)
  }

  private func law(
    from start: PowerLaw.Point, to end: PowerLaw.Point, over range: ClosedRange<Int>
  ) throws(PricingError) -> Piece {
    if sweep.interpolation == .power, start.y > 0, start.y != end.y {
      return Piece(range, power: try PowerLaw(from: start, to: end))
    }
    let slope = try (end.y - start.y) / Ratio(Int128(end.x - start.x))
    return Piece(range, base: try start.y - slope * Ratio(Int128(start.x)), slope: slope)
  }
}
