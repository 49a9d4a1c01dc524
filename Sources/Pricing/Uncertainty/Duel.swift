/// Holds one offer against another for every value of their inputs.
///
/// Inputs that both have are the same for both: the work, its speed, the mix of tokens, and the
/// rates and rules of one card. All others take whatever value is worst for the first. Costs are linear in
/// prices and in the mix, so their ends suffice; over the work a cost has one formula in each part,
/// and its bounds are held against each other at the ends of parts. Machines that both need one more
/// of at the same work step together. Where no formula is known the answer is no.
struct Duel {
  let first: Contender
  let second: Contender

  /// How much more the first costs at most; negative where it always costs less.
  ///
  /// - Parameter times: What is known of both.
  /// - Returns: `nil` where they share nothing, so that their own ranges say all, or where it cannot
  ///   be worked out.
  /// - Throws: ``PricingError``.
  func largestLead(knowing times: inout ChargedTimes) throws(PricingError) -> Ratio? {
    let answers = UnclearPhases.answers(first.tariff, second.tariff)
    guard answers.count > 1 else { return try largestLead(sharesRules: false, &times) }
    var largest: Ratio?
    for answer in answers {
      let held = Duel(first: try first.holding(answer), second: try second.holding(answer))
      var own = ChargedTimes()
      guard let lead = try held.largestLead(sharesRules: true, &own) else { return nil }
      largest = largest.map { max($0, lead) } ?? lead
    }
    return largest
  }

  private func largestLead(
    sharesRules: Bool, _ known: inout ChargedTimes
  ) throws(PricingError) -> Ratio? {
    let shared = self.shared
    let times = try sharedTimes(knowing: &known)
    guard shared.isAny || sharesRules || times != nil else { return nil }
    guard let left = try known.seconds(of: first, .high, over: shared.input),
      let right = try known.seconds(of: second, .low, over: shared.input)
    else { return nil }
    var largest: Ratio?
    for share in shared.mixes {
      let counted =
        shared.isOneCard && (share != nil || first.mix == nil)
        ? .zero : try first.counted(.high, mix: share) - second.counted(.low, mix: share)
      for ends in shared.prices {
        let (dear, cheap) = (try first.perSecond(ends.low), try second.perSecond(ends.high))
        var lead = counted
        if let times {
          lead = try lead + max((dear - cheap) * times.low, (dear - cheap) * times.high)
        } else {
          lead = try lead + self.largest(of: left, at: dear, less: right, at: cheap)
        }
        largest = largest.map { max($0, lead) } ?? lead
      }
    }
    return largest
  }

  /// The least and the most that both are charged for, if they always are for the same seconds; `nil`
  /// if not.
  func sharedTimes(knowing known: inout ChargedTimes) throws(PricingError) -> Bounds<Ratio>? {
    guard first.tariff.sharesStarts(with: second.tariff, for: first.workload),
      let least = try known.seconds(of: first, .low, over: nil)?.value(at: 1),
      let most = try known.seconds(of: first, .high, over: nil)?.value(at: 1)
    else { return nil }
    return Bounds(least, most)
  }

  /// What both have in common.
  struct Shared {
    let input: PaceInput?
    /// The ends of the mix of tokens, `nil` for one that each has for itself.
    let mixes: [Ratio?]
    let isOneCard: Bool

    var isAny: Bool { input != nil || mixes != [nil] || isOneCard }

    /// The ends of the prices of the first and the second: one rate is the same for both.
    var prices: [Ends<End>] {
      isOneCard
        ? [Ends(low: .low, high: .low), Ends(low: .high, high: .high)]
        : [Ends(low: .high, high: .low)]
    }
  }

  var shared: Shared {
    let input = first.paces.lazy.map(\.input).first { input in
      second.paces.contains { $0.input == input }
    }
    let mix = first.mix.flatMap { $0 == second.mix ? $0 : nil }
    return Shared(
      input: input, mixes: mix.map { [$0.low, $0.high] } ?? [nil],
      isOneCard: first.hasRates(of: second))
  }

  // MARK: Over the parts of an input

  /// The most by which one curve can be above another.
  private func largest(
    of left: PieceList, at price: Ratio, less right: PieceList, at otherPrice: Ratio
  ) throws(PricingError) -> Ratio {
    var largest: Ratio?
    try walk(left, at: price, right, at: otherPrice, .high) {
      one, two, places throws(PricingError) in
      let lead = Lead(left: one, right: two)
      for x in places {
        let value = try lead.most(at: x)
        largest = largest.map { max($0, value) } ?? value
      }
    }
    return largest ?? .zero
  }

  /// Visits every pair of formulas that may hold at one value of an input, with the places between
  /// which they may.
  ///
  /// - Parameters:
  ///   - left: The charged seconds of the first, at an end.
  ///   - price: What a second of them costs.
  ///   - right: Those of the second, at the opposite end.
  ///   - otherPrice: What one of these costs.
  ///   - end: The end of the first.
  ///   - visit: Gets both formulas in picodollars.
  /// - Throws: ``PricingError``.
  func walk(
    _ left: PieceList, at price: Ratio, _ right: PieceList, at otherPrice: Ratio, _ end: End,
    _ visit: (Piece, Piece, [Int]) throws(PricingError) -> Void
  ) throws(PricingError) {
    var (place, other) = (0, 0)
    var last: (left: Piece, right: Piece, x: Int)?
    while place < left.pieces.count, other < right.pieces.count {
      let (one, two) = (left.pieces[place], right.pieces[other])
      let range = one.range.clamped(to: two.range)
      let (high, low) = (try one.scaled(by: price), try two.scaled(by: otherPrice))
      try visit(high, low, [range.lowerBound, range.upperBound])
      if let last {
        // Between two parts either formula may hold.
        let ends = [last.x, range.lowerBound]
        if try !stepTogether(end, after: last.x) {
          try visit(last.left, low, ends)
          try visit(high, last.right, ends)
        }
        try visit(last.left, last.right, ends)
        try visit(high, low, ends)
      }
      last = (high, low, range.upperBound)
      if one.range.upperBound == range.upperBound { place += 1 }
      if two.range.upperBound == range.upperBound { other += 1 }
    }
  }

  /// Whether the formulas of both change at one value of what they share, next to a part of it.
  private func stepTogether(_ end: End, after part: Int) throws(PricingError) -> Bool {
    guard let input = shared.input,
      let place = try first.step(end, over: input, after: part)
    else { return false }
    return try second.step(end.opposite, over: input, after: part) == place
  }
}

/// The most by which one formula can be above another, steps included.
struct Lead {
  let left: Piece
  let right: Piece
  /// Steps of the first that the second does not have as well.
  private let own: [Rounding]
  private let others: [Rounding]

  init(left: Piece, right: Piece) {
    (self.left, self.right) = (left, right)
    var others = right.roundings
    own = left.roundings.filter { rounding in
      guard let twin = others.firstIndex(of: rounding) else { return true }
      others.remove(at: twin)
      return false
    }
    self.others = others
  }

  func most(at x: Int) throws(PricingError) -> Ratio {
    var sum = try left.base - right.base + (left.slope - right.slope) * Ratio(Int128(x))
    for rounding in own { sum = try sum + rounding.exact(at: x) + rounding.size }
    for rounding in others { sum = try sum - rounding.exact(at: x) }
    return sum
  }
}
