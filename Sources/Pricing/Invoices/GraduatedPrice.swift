/// A price for what of a count lies beyond a number.
struct PriceStep: Sendable {
  /// How many of what is counted come before it.
  let beyond: Int
  let price: Bounds<Money>?
}

extension CountedPrice {
  /// Whether parts of the count have prices of their own, by how many came before.
  var isGraduated: Bool { !steps.isEmpty }

  /// Enters a line for each part of a count that has a price of its own.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - reckoning: How the count comes about, in two values at most.
  ///   - end: The end of the prices.
  ///   - ledger: Takes the charges.
  /// - Throws: ``PricingError``.
  func enterSteps(
    _ count: Ratio, _ reckoning: Reckoning, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    for (place, step) in allSteps.enumerated() {
      let start = Ratio(Int128(step.beyond))
      guard place == 0 || start < count else { return }
      let next = place < steps.count ? Ratio(Int128(steps[place].beyond)) : nil
      let isFull = next.map { $0 < count } ?? false
      let upTo = isFull ? next ?? count : count
      var own = isFull ? Reckoning(upTo, .countedUpTo(quantity), in: .count) : reckoning
      if start > .zero { own = own.then(.minus, start, .before) }
      try ledger.enter(
        Charge(
          .counted(quantity), unit, try (upTo - start) / size, price: step.price?[end], own,
          beyond: step.beyond), less: deductions)
    }
  }

  /// The price for what comes first, and those for what comes after.
  private var allSteps: [PriceStep] { [PriceStep(beyond: 0, price: price)] + steps }

  /// What a count that follows a curve costs, in picodollars.
  ///
  /// - Returns: Why there is no curve, if so.
  /// - Throws: ``PricingError``.
  func cost(of count: PieceList, _ end: End) throws(PricingError) -> Result<PieceList, NoCurve> {
    if isRoundedUp { return try packageCost(of: count, end) }
    var pieces: [Piece] = []
    for whole in count.pieces {
      var parts = [whole]
      for step in steps {
        var cut: [Piece] = []
        for part in parts { cut += try part.cut(at: Ratio(Int128(step.beyond))) }
        parts = cut
      }
      for part in parts {
        guard let piece = try cost(ofPart: part, end) else {
          return .failure(.priceNotStated(unit))
        }
        pieces.append(piece)
      }
    }
    return .success(PieceList(pieces).merged())
  }

  /// The cost of a piece of a count that passes no step; `nil` where it has no stated price.
  private func cost(ofPart part: Piece, _ end: End) throws(PricingError) -> Piece? {
    let count = try max(
      part.value(at: part.range.lowerBound), part.value(at: part.range.upperBound))
    guard count > .zero else { return Piece(part.range, isExtrapolated: part.isExtrapolated) }
    var (cost, before) = (Ratio.zero, Ratio.zero)
    var each = Ratio.zero
    for (place, step) in allSteps.enumerated() {
      let start = Ratio(Int128(step.beyond))
      guard place == 0 || start < count else { break }
      guard let price = step.price?[end] else { return nil }
      cost = try cost + each * (start - before)
      each = try deductions.applied(to: Ratio(price.picodollars)) / size
      before = start
    }
    return try part.scaled(by: each).raised(base: cost - each * before)
  }
}

/// The share of input that makes the bill of graduated prices smallest or largest, where only the sum of
/// all tokens is known.
///
/// Over the share each price's part is a straight line between the places at which it passes a step, so
/// those and the ends are tried.
struct MixExtremes {
  let tariff: Tariff
  let workload: Workload
  let end: End

  /// The workload with that share; itself where nothing is open.
  ///
  /// - Throws: ``PricingError``.
  func held() throws(PricingError) -> Workload {
    guard case .total(let tokens, let shares) = workload.tokens, !shares.isExact, tokens > 0 else {
      return workload
    }
    var places = [shares.low, shares.high]
    for price in tariff.counted {
      for step in price.steps {
        let share = try Ratio(Int128(step.beyond)) / Ratio(Int128(tokens))
        let place = price.source == .outputTokens ? try .one - share : share
        if shares.low < place, place < shares.high { places.append(place) }
      }
    }
    var best: (workload: Workload, amount: Money)?
    for share in places.sorted() {
      var candidate = workload
      candidate.tokens = .total(tokens, inputShare: Bounds(share))
      var ledger = TotalLedger()
      try CountedMeters(tariff.counted, candidate, at: end).enter(into: &ledger)
      let isBetter = best.map {
        end == .low ? ledger.stated < $0.amount : ledger.stated > $0.amount
      }
      if isBetter ?? true { best = (candidate, ledger.stated) }
    }
    return best?.workload ?? workload
  }
}
