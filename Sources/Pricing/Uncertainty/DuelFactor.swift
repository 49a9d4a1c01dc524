extension Duel {
  /// How many times as much the first costs as the second, from the least to the most.
  ///
  /// Both cost a straight line over each part of what they share, so that one is a multiple of the
  /// other that only rises or only falls there: its ends are those of the parts.
  ///
  /// - Returns: `nil` where they share nothing, so that their own ranges say all, or where it cannot
  ///   be worked out.
  /// - Throws: ``PricingError``.
  func factor() throws(PricingError) -> Bounds<Ratio>? {
    let answers = UnclearPhases.answers(first.tariff, second.tariff)
    var found: Bounds<Ratio>?
    for answer in answers {
      let held = Duel(first: try first.holding(answer), second: try second.holding(answer))
      var known = ChargedTimes()
      let times = try held.sharedTimes(knowing: &known)
      guard held.shared.isAny || answers.count > 1 || times != nil,
        let least = try held.multiple(.low, &known),
        let most = try held.multiple(.high, &known)
      else { return nil }
      found = Bounds(min(least, found?.low ?? least), max(most, found?.high ?? most))
    }
    return found
  }

  /// The least or the most that the first can be as a multiple of the second.
  private func multiple(
    _ end: End, _ known: inout ChargedTimes
  ) throws(PricingError) -> Ratio? {
    let shared = self.shared
    guard let left = try known.seconds(of: first, end, over: shared.input),
      let right = try known.seconds(of: second, end.opposite, over: shared.input)
    else { return nil }
    var found: Ratio?
    for share in shared.mixes {
      for price in shared.isOneCard
        ? [Ends(low: End.low, high: .low), Ends(low: .high, high: .high)]
        : [Ends(low: end, high: end.opposite)]
      {
        let (one, other) = (
          try first.counted(price.low, mix: share), try second.counted(price.high, mix: share)
        )
        if let times = try sharedTimes(knowing: &known) {
          for seconds in [times.low, times.high] {
            let above = try one + first.perSecond(price.low) * seconds
            let below = try other + second.perSecond(price.high) * seconds
            guard below > .zero else { continue }
            let multiple = try above / below
            found = found.map { end == .low ? min($0, multiple) : max($0, multiple) } ?? multiple
          }
          continue
        }
        try walk(
          left, at: first.perSecond(price.low), right, at: second.perSecond(price.high), end
        ) { left, right, places throws(PricingError) in
          for x in places {
            let above = try one + left.bound(end, at: x)
            let below = try other + right.bound(end.opposite, at: x)
            guard below > .zero else { continue }
            let multiple = try above / below
            found = found.map { end == .low ? min($0, multiple) : max($0, multiple) } ?? multiple
          }
        }
      }
    }
    return found
  }
}

extension Piece {
  /// The least or the most that a formula can be, wherever on its steps it is.
  fileprivate func bound(_ end: End, at x: Int) throws(PricingError) -> Ratio {
    var sum = try base + slope * Ratio(Int128(x))
    for rounding in roundings {
      sum = try sum + rounding.exact(at: x) + (end == .high ? rounding.size : .zero)
    }
    return sum
  }
}
