/// Seconds of work as a function of the driver.
struct WorkCurve {
  let input: CurveInput

  /// The pieces of the curve; a driver of tokens takes its shape from the workloads.
  ///
  /// - Throws: ``PricingError``.
  func pieces() throws(PricingError) -> Result<PieceList, NoCurve> {
    if let problem = try mismatch() { return .failure(problem) }
    let range = input.sweep.range
    guard input.sweep.driver == .tokens else {
      guard let perUnit = try input.secondsPerUnit() else { return .failure(.needsMonth) }
      return .success(PieceList([Piece(range, slope: perUnit)]))
    }
    guard let first = input.workloads.first else { return .failure(.workloadsDiffer) }
    switch first.traffic {
    case .batch, .steady:
      let capacity = input.tariff.capacity(of: first)
      guard let seconds = try capacity.secondsPerToken(input.end) else {
        return .failure(.notApplicable(.needsThroughput))
      }
      return .success(PieceList([Piece(range, slope: seconds)]))
    case .hours, .gpuHours, .busyShare: return try tiers()
    case .none, .bursts, .session, .sessions, .notStated:
      guard let work = try work(of: first) else {
        return .failure(.notApplicable(.needsTraffic))
      }
      return .success(PieceList([Piece(range, base: work.seconds)]))
    }
  }

  /// What of the workloads differs that a curve cannot follow.
  private func mismatch() throws(PricingError) -> NoCurve? {
    guard let first = input.workloads.first else { return nil }
    let pattern = try WorkPattern(first)
    for other in input.workloads.dropFirst() {
      let otherPattern = try WorkPattern(other)
      guard other.period == first.period, otherPattern == pattern else { return .workloadsDiffer }
      guard input.sweep.driver == .tokens else { continue }
      guard try isOneLaw(first, other) else { return .workloadsDiffer }
    }
    return nil
  }

  /// Whether the tokens of two workloads take their time by the same rule.
  private func isOneLaw(_ first: Workload, _ second: Workload) throws(PricingError) -> Bool {
    switch (first.traffic, second.traffic) {
    case (.hours, .hours), (.hours, .busyShare), (.busyShare, .hours), (.busyShare, .busyShare),
      (.gpuHours, .gpuHours):
      return true
    case (.batch, .batch), (.steady, .steady):
      guard let left = try input.tariff.capacity(of: first).secondsPerToken(input.end),
        let right = try input.tariff.capacity(of: second).secondsPerToken(input.end)
      else {
        return false
      }
      return left == right
    default: return first.traffic == second.traffic
    }
  }

  private func work(of workload: Workload) throws(PricingError) -> Work? {
    try Work(workload, input.tariff.capacity(of: workload), end: input.end)
  }

  /// The volumes at which the hours are stated, and the law between them.
  private func tiers() throws(PricingError) -> Result<PieceList, NoCurve> {
    var tiers: [PowerLaw.Point] = []
    var untold: [Ratio] = []
    for workload in input.workloads {
      guard let work = try work(of: workload) else { continue }
      guard let tokens = workload.tokens?.total, tokens > 0 else {
        untold.append(work.seconds)
        continue
      }
      guard tokens <= Sweep.largest else { throw .tooLarge }
      let tier = PowerLaw.Point(x: Int(tokens), y: work.seconds)
      if let twin = tiers.first(where: { $0.x == tier.x }) {
        guard twin == tier else { return .failure(.sameVolumeTwice) }
      } else {
        tiers.append(tier)
      }
    }
    tiers.sort { $0.x < $1.x }
    for (left, right) in zip(tiers, tiers.dropFirst()) where right.y < left.y { throw .workFalls }
    if tiers.count >= 2 {
      // Work without a number of tokens lies nowhere on the axis.
      guard untold.isEmpty, let list = try TierLaw(sweep: input.sweep).pieces(tiers) else {
        return .failure(.workloadsDiffer)
      }
      return .success(list)
    }
    let seconds = tiers.map(\.y) + untold
    guard let first = seconds.first, seconds.allSatisfy({ $0 == first }) else {
      return .failure(.workloadsDiffer)
    }
    return .success(PieceList([Piece(input.sweep.range, base: first)]))
  }
}
