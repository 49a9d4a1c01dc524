/// Seconds of work as a function of the driver.
enum WorkCurve {
  /// The pieces of the curve at one end of the cost; `nil` where the workloads, whose volumes
  /// and hours are the stated tiers, do not say how work depends on the driver.
  static func pieces(
    _ workloads: [Workload], throughput: Throughput?, sweep: Sweep, end: End
  ) throws(PricingError) -> PieceList? {
    switch sweep.driver {
    case .hours: return PieceList([Piece(sweep.range, slope: 3600)])
    case .busyShare:
      guard let workload = workloads.first, let month = try workload.period.seconds else {
        return nil
      }
      return PieceList([Piece(sweep.range, slope: try month / 1_000_000)])
    case .tokens:
      let tiers = try tiers(workloads, end: end)
      if tiers.count >= 2 { return try interpolated(tiers, sweep) }
      guard let workload = workloads.first else { return nil }
      switch workload.traffic {
      case .batch, .steady:
        guard let speed = throughput ?? workload.throughput else { return nil }
        return PieceList([Piece(sweep.range, slope: try speed.secondsPerToken(end))])
      case .notStated: return nil
      case .none, .hours, .busyShare, .bursts, .session:
        guard let work = try Work(workload, throughput: throughput, end: end) else { return nil }
        return PieceList([Piece(sweep.range, base: work.seconds)])
      }
    }
  }

  /// The volumes at which the hours are stated, smallest first.
  private static func tiers(
    _ workloads: [Workload], end: End
  ) throws(PricingError) -> [PowerLaw.Point] {
    var tiers: [PowerLaw.Point] = []
    for workload in workloads {
      guard case .hours(let hours) = workload.traffic, let tokens = workload.tokens?.total,
        tokens > 0, !tiers.contains(where: { $0.x == tokens })
      else { continue }
      guard tokens <= Sweep.largest else { throw .tooLarge }
      tiers.append(.init(x: Int(tokens), y: try hours[end] * 3600))
    }
    tiers.sort { $0.x < $1.x }
    for (left, right) in zip(tiers, tiers.dropFirst()) where right.y < left.y {
      throw .workFalls
    }
    return tiers
  }

  /// The law between each two tiers; the outer laws are continued beyond the outer tiers.
  private static func interpolated(
    _ tiers: [PowerLaw.Point], _ sweep: Sweep
  ) throws(PricingError) -> PieceList? {
    guard let first = tiers.first, let last = tiers.last else { return nil }
    var pieces: [Piece] = []
    for (index, pair) in zip(tiers, tiers.dropFirst()).enumerated() {
      let lower = index == 0 ? min(sweep.range.lowerBound, pair.0.x) : pair.0.x
      let isLast = index == tiers.count - 2
      let upper = isLast ? max(sweep.range.upperBound, pair.1.x) : pair.1.x - 1
      let whole = try law(from: pair.0, to: pair.1, over: lower...upper, sweep.interpolation)
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

  private static func law(
    from start: PowerLaw.Point, to end: PowerLaw.Point, over range: ClosedRange<Int>,
    _ interpolation: Sweep.Interpolation
  ) throws(PricingError) -> Piece {
    if interpolation == .power, start.y > 0, start.y != end.y {
      return Piece(range, power: try PowerLaw(from: start, to: end))
    }
    let slope = try (end.y - start.y) / Ratio(Int128(end.x - start.x))
    return Piece(range, base: try start.y - slope * Ratio(Int128(start.x)), slope: slope)
  }
}
