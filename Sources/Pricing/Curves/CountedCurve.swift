/// The part of a cost curve that counts tokens and requests.
///
/// Each workload is a point with its own share of input and its own requests. Between two points
/// the counts follow straight lines; below the first and beyond the last the mix stays, and so does what
/// is had for the month: a fee, seats, storage.
struct CountedCurve {
  let input: CurveInput

  /// What one workload comes to: picodollars, or how many of something.
  private struct Point {
    /// Driver units, perhaps with a fraction; `nil` where the workload does not say.
    let x: Ratio?
    let amount: Amount
  }

  fileprivate struct Amount: Equatable {
    /// For what is had for the month.
    var standing = Ratio.zero
    /// For what is used.
    var use = Ratio.zero
    /// Both.
    var sum = Ratio.zero
  }

  /// The cost in picodollars over the whole sweep.
  ///
  /// - Throws: ``PricingError``.
  func pieces() throws(PricingError) -> Result<PieceList, NoCurve> {
    let counted = input.tariff.counted
    guard !counted.isEmpty else { return .success(PieceList([Piece(input.sweep.range)])) }
    if counted.contains(where: \.isStepped) { return try stepped() }
    var amounts: [Amount] = []
    for workload in input.workloads {
      var (amount, ledger) = (Amount(), ChargeLedger())
      try CountedMeters(counted, workload, at: input.end).enter(into: &ledger)
      for charge in ledger.charges where charge.quantity != .zero {
        guard let price = charge.price else { return .failure(.priceNotStated(charge.unit)) }
        try amount.add(
          charge.quantity * Ratio(price.picodollars),
          isStanding: charge.unit.quantity?.isStanding == true)
      }
      amounts.append(amount)
    }
    return try list(amounts)
  }

  /// The same where parts of a count have prices of their own, or packages are rounded up: each price
  /// follows the curve of its count.
  private func stepped() throws(PricingError) -> Result<PieceList, NoCurve> {
    let isOpen = input.workloads.contains {
      if case .total(_, let share) = $0.tokens { !share.isExact } else { false }
    }
    let prices = input.tariff.counted
    if isOpen, prices.contains(where: { [.inputTokens, .outputTokens].contains($0.quantity) }) {
      return .failure(.mixIsOpen)
    }
    var sum = PieceList([Piece(input.sweep.range)])
    for (place, price) in prices.enumerated() {
      var amounts: [Amount] = []
      for workload in input.workloads {
        var amount = Amount()
        try amount.add(
          CountedMeters(prices, workload, at: input.end).count(of: place),
          isStanding: price.quantity.isStanding)
        amounts.append(amount)
      }
      switch try list(amounts) {
      case .failure(let reason): return .failure(reason)
      case .success(let count):
        switch try price.cost(of: count, input.end) {
        case .failure(let reason): return .failure(reason)
        case .success(let cost): sum = try sum.adding(cost)
        }
      }
    }
    return .success(sum)
  }

  /// The curve through what the workloads come to.
  private func list(_ amounts: [Amount]) throws(PricingError) -> Result<PieceList, NoCurve> {
    let range = input.sweep.range
    if let first = amounts.first, first.standing > .zero,
      amounts.allSatisfy({ $0.use == .zero && $0 == first })
    {
      return .success(PieceList([Piece(range, base: first.standing)]))
    }
    var points: [Point] = []
    for (workload, amount) in zip(input.workloads, amounts) {
      let x = try position(of: workload)
      // Nothing is asked for at 0, so that is no point of the curve.
      if x != .zero { points.append(Point(x: x, amount: amount)) }
    }
    guard let first = points.first else { return .failure(.notApplicable(.needsTokens)) }
    let known = points.compactMap { point in point.x.map { (x: $0, amount: point.amount) } }
    if known.count < points.count {
      let areEqual = points.allSatisfy { $0.amount.sum == first.amount.sum }
      return areEqual
        ? .success(PieceList([Piece(range, base: first.amount.sum)])) : .failure(.workloadsDiffer)
    }
    return try lines(known.sorted { ($0.x, $0.amount.sum) < ($1.x, $1.amount.sum) })
  }

  /// Where on the axis a workload lies; `nil` where its work and its tokens are not related.
  private func position(of workload: Workload) throws(PricingError) -> Ratio? {
    let tokens = workload.tokens.map { Ratio($0.total) } ?? .zero
    guard let perUnit = try input.secondsPerUnit() else { return tokens }
    // The dearest hour is the one in which most is counted: the fastest, with the least work.
    let capacity = input.tariff.capacity(of: workload)
    if workload.traffic == .notStated {
      let perToken = try capacity.secondsPerToken(input.end.opposite)
      return try perToken.map { seconds throws(PricingError) in try tokens * seconds / perUnit }
    }
    let work = try Work(workload, capacity, end: input.end.opposite)
    guard let seconds = work?.seconds, seconds > 0 else { return nil }
    return try seconds / perUnit
  }

  private func lines(
    _ points: [(x: Ratio, amount: Amount)]
  ) throws(PricingError) -> Result<PieceList, NoCurve> {
    let range = input.sweep.range
    for (left, right) in zip(points, points.dropFirst())
    where left.x == right.x && left.amount.sum != right.amount.sum {
      return .failure(.sameVolumeTwice)
    }
    var slopes: [Ratio] = []
    for (x, amount) in points { slopes.append(try amount.use / x) }
    guard let first = slopes.first, let last = slopes.last,
      let standing = points.first?.amount.standing,
      let latest = points.last?.amount.standing
    else { return .failure(.notApplicable(.needsTokens)) }
    if slopes.allSatisfy({ $0 == first }), points.allSatisfy({ $0.amount.standing == standing }) {
      return .success(PieceList([Piece(range, base: standing, slope: first)]))
    }
    var pieces: [Piece] = []
    var start = range.lowerBound
    func add(upTo x: Ratio?, base: Ratio, slope: Ratio, isExtrapolated: Bool) {
      let end = x.map { min(range.upperBound, Int(clamping: $0.floor)) } ?? range.upperBound
      guard end >= start else { return }
      pieces.append(Piece(start...end, base: base, slope: slope, isExtrapolated: isExtrapolated))
      start = end + 1
    }
    add(upTo: points[0].x, base: standing, slope: first, isExtrapolated: true)
    for (left, right) in zip(points, points.dropFirst()) where left.x < right.x {
      let slope = try (right.amount.sum - left.amount.sum) / (right.x - left.x)
      add(
        upTo: right.x, base: try left.amount.sum - slope * left.x, slope: slope,
        isExtrapolated: false)
    }
    add(upTo: nil, base: latest, slope: last, isExtrapolated: true)
    return .success(PieceList(pieces))
  }
}

extension CountedCurve.Amount {
  fileprivate mutating func add(_ amount: Ratio, isStanding: Bool) throws(PricingError) {
    if isStanding { standing = try standing + amount } else { use = try use + amount }
    sum = try sum + amount
  }
}
