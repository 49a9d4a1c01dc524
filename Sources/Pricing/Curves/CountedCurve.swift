/// The part of a cost curve that counts tokens and requests.
///
/// Each workload is a point with its own share of input and its own requests. Between two points
/// the counts follow straight lines; below the first and beyond the last the mix stays.
struct CountedCurve {
  let input: CurveInput

  /// The counts of one workload, priced.
  private struct Point {
    /// Driver units, perhaps with a fraction; `nil` where the workload does not say.
    let x: Ratio?
    /// Picodollars.
    let cost: Ratio
  }

  /// The cost in picodollars over the whole sweep.
  ///
  /// - Throws: ``PricingError``.
  func pieces() throws(PricingError) -> Result<PieceList, NoCurve> {
    let range = input.sweep.range
    guard !input.tariff.counted.isEmpty else {
      return .success(PieceList([Piece(range)]))
    }
    var points: [Point] = []
    for workload in input.workloads {
      let meters = CountedMeters(input.tariff.counted, workload, at: input.end)
      var (cost, ledger) = (Ratio.zero, ChargeLedger())
      try meters.enter(into: &ledger)
      for charge in ledger.charges where charge.quantity > 0 {
        guard let price = charge.price else { return .failure(.priceNotStated(charge.unit)) }
        cost = try cost + charge.quantity * Ratio(price.picodollars)
      }
      let x = try position(of: workload)
      // Nothing is asked for at 0, so that is no point of the curve.
      if x != .zero { points.append(Point(x: x, cost: cost)) }
    }
    guard let first = points.first else { return .failure(.notApplicable(.needsTokens)) }
    let known = points.compactMap { point in point.x.map { (x: $0, cost: point.cost) } }
    if known.count < points.count {
      let areEqual = points.allSatisfy { $0.cost == first.cost }
      return areEqual
        ? .success(PieceList([Piece(range, base: first.cost)])) : .failure(.workloadsDiffer)
    }
    return try lines(known.sorted { ($0.x, $0.cost) < ($1.x, $1.cost) })
  }

  /// Where on the axis a workload lies; `nil` where its work and its tokens are not related.
  private func position(of workload: Workload) throws(PricingError) -> Ratio? {
    let tokens = workload.tokens.map { Ratio($0.total) } ?? .zero
    guard let perUnit = try input.secondsPerUnit() else { return tokens }
    // The dearest hour is the one in which most is counted: the fastest, with the least work.
    let speed = input.tariff.throughput(of: workload)
    if workload.traffic == .notStated {
      return try speed.map { speed throws(PricingError) in
        try tokens * speed.secondsPerToken(input.end.opposite) / perUnit
      }
    }
    let work = try Work(workload, throughput: speed, end: input.end.opposite)
    guard let seconds = work?.seconds, seconds > 0 else { return nil }
    return try seconds / perUnit
  }

  private func lines(
    _ points: [(x: Ratio, cost: Ratio)]
  ) throws(PricingError) -> Result<PieceList, NoCurve> {
    let range = input.sweep.range
    for (left, right) in zip(points, points.dropFirst())
    where left.x == right.x && left.cost != right.cost { return .failure(.sameVolumeTwice) }
    var slopes: [Ratio] = []
    for point in points { slopes.append(try point.cost / point.x) }
    guard let first = slopes.first, let last = slopes.last else {
      return .failure(.notApplicable(.needsTokens))
    }
    if slopes.allSatisfy({ $0 == first }) {
      return .success(PieceList([Piece(range, slope: first)]))
    }
    var pieces: [Piece] = []
    var start = range.lowerBound
    func add(upTo x: Ratio?, base: Ratio, slope: Ratio, isExtrapolated: Bool) {
      let end = x.map { min(range.upperBound, Int(clamping: $0.floor)) } ?? range.upperBound
      guard end >= start else { return }
      pieces.append(Piece(start...end, base: base, slope: slope, isExtrapolated: isExtrapolated))
      start = end + 1
    }
    add(upTo: points[0].x, base: .zero, slope: first, isExtrapolated: true)
    for (left, right) in zip(points, points.dropFirst()) where left.x < right.x {
      let slope = try (right.cost - left.cost) / (right.x - left.x)
      add(
        upTo: right.x, base: try left.cost - slope * left.x, slope: slope, isExtrapolated: false)
    }
    add(upTo: nil, base: .zero, slope: last, isExtrapolated: true)
    return .success(PieceList(pieces))
  }
}
