/// The idle timeouts and cold starts at which a bill for bursts can be smallest or largest.
///
/// How many bursts share a run depends on *T + c* in steps of the slack, so the bill falls where
/// a longer start or tail saves the next start: the ends of the ranges alone may even come out
/// the wrong way round. Between two steps the bill is linear, with one bend where *c* is a
/// multiple of the slack, so only corners need trying.
struct BurstPatterns {
  /// The time between the end of one burst and the next, if nothing delays them.
  let slack: Ratio
  let timeout: Bounds<Ratio>
  /// All phases of a start together.
  let cold: Bounds<Ratio>
  /// How far beside a step the bill before it is looked at.
  let instant: Ratio

  /// The pairs to try, some perhaps twice.
  ///
  /// - Throws: ``PricingError``.
  func candidates() throws(PricingError) -> [(timeout: Ratio, cold: Ratio)] {
    var timeouts = ends(of: timeout)
    if timeout.low < slack, slack <= timeout.high {
      timeouts += [slack, try justBelow(slack, in: timeout)]
    }
    var pairs: [(timeout: Ratio, cold: Ratio)] = []
    for timeout in timeouts {
      let steps = try steps(of: cold, with: timeout) + steps(of: cold, with: .zero)
      for cold in ends(of: cold) + steps { pairs.append((timeout, cold)) }
    }
    for cold in ends(of: cold) {
      for timeout in try steps(of: timeout, with: cold) { pairs.append((timeout, cold)) }
    }
    return pairs
  }

  private func ends(of range: Bounds<Ratio>) -> [Ratio] {
    range.isExact ? [range.low] : [range.low, range.high]
  }

  /// Where a value and the other one make whole slacks, and just below: the outermost in the
  /// range, because what lies between them lies between their bills.
  private func steps(
    of range: Bounds<Ratio>, with other: Ratio
  ) throws(PricingError) -> [Ratio] {
    guard slack > 0, !range.isExact else { return [] }
    let first = try -(.zero - range.low - other).floor(dividedBy: slack)
    let last = try (range.high + other).floor(dividedBy: slack)
    guard first <= last else { return [] }
    let counts = last > first + 1 ? [first, first + 1, last] : Array(first...last)
    var steps: [Ratio] = []
    for count in counts {
      let step = try Ratio(count) * slack - other
      steps += [step, try justBelow(step, in: range)]
    }
    return steps
  }

  private func justBelow(_ step: Ratio, in range: Bounds<Ratio>) throws(PricingError) -> Ratio {
    try max(range.low, step - instant)
  }
}
