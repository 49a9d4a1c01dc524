/// A curve, and the x at which all replicas are busy if it stops there.
struct CappedPieces {
  let list: PieceList
  let capacity: Int?
  /// Whether it is the least or the most of bills that follow no formula.
  var isBound = false
}

/// What machines are charged for, as a function of the driver.
///
/// Nothing of the billing rules is written twice: the fleet that makes an invoice is asked at two
/// amounts of work in each stretch in which its formula is one straight line, and the line
/// through both answers is the curve.
struct MachineCurve {
  let policy: ScalingPolicy
  /// A workload of the pattern; stands for all of them.
  let workload: Workload
  let capacity: Capacity
  let end: End
  /// Whether a bill that follows no formula is replaced by the least or the most that it can be.
  var takesBounds = false

  /// More steps than this help no reader, and cost time.
  private static let mostSteps = 10_000

  /// Charged seconds for seconds of work.
  ///
  /// - Parameter work: Never falls.
  /// - Returns: The curve as far as there are replicas, or why there is none.
  /// - Throws: ``PricingError``.
  func charged(_ work: PieceList) throws(PricingError) -> Result<CappedPieces, NoCurve> {
    if let sessions = SessionFleet(policy, workload, capacity, end) {
      return try charged(work, by: sessions)
    }
    var (work, limit) = (work, Int?.none)
    if let most = try mostSeconds(),
      let full = try work.first(above: most, from: work.range.lowerBound)
    {
      guard full > work.range.lowerBound,
        let possible = work.restricted(to: work.range.lowerBound...(full - 1))
      else { return .failure(.exceedsCapacity) }
      (work, limit) = (possible, full - 1)
    }
    if let first = work.pieces.first,
      work.pieces.allSatisfy({ $0.isConstant && $0.base == first.base })
    {
      let seconds = try constantCharge(seconds: first.base)
      let list = try work.mapped { piece throws(PricingError) in
        Piece(piece.range, base: seconds, isExtrapolated: piece.isExtrapolated)
      }
      return .success(CappedPieces(list: list.merged(), capacity: limit))
    }
    guard workload.deadline == nil, let list = try varying(work) else {
      return .failure(.startsVary)
    }
    return .success(
      CappedPieces(list: list.merged(), capacity: limit, isBound: try billedPattern() == nil))
  }

  /// What replicas are charged for that follow the hours of a week, which nothing on an axis changes.
  private func charged(
    _ work: PieceList, by sessions: SessionFleet
  ) throws(PricingError) -> Result<CappedPieces, NoCurve> {
    guard work.pieces.allSatisfy(\.isConstant) else { return .failure(.workloadsDiffer) }
    let time = try sessions.machineTime()
    if time.notes.exceedCapacity { return .failure(.exceedsCapacity) }
    let seconds = try time.chargedSeconds(policy, end)
    let list = try work.mapped { piece throws(PricingError) in
      Piece(piece.range, base: seconds, isExtrapolated: piece.isExtrapolated)
    }
    return .success(CappedPieces(list: list.merged(), capacity: nil))
  }

  /// The most seconds of work that there can be.
  private func mostSeconds() throws(PricingError) -> Ratio? {
    if case .bursts(let every, let count) = try WorkPattern(workload) { return try count * every }
    guard let month = try workload.period.seconds, let maximum = policy.maximumReplicas else {
      return nil
    }
    return try Ratio(Int128(maximum)) * month
  }

  private func constantCharge(seconds: Ratio) throws(PricingError) -> Ratio {
    // Starts may depend on how the workload divides the work, so it is asked for as it stands.
    let stated = try Work(workload, capacity, end: end)
    guard let stated, stated.seconds == seconds else { return try charge(seconds) }
    return try Fleet(policy: policy, timing: WorkTiming(workload), work: stated, end: end)
      .machineTime().chargedSeconds(policy, end)
  }

  // MARK: Work that varies

  /// The first amount of work beyond some seconds from which on the bill has another formula.
  ///
  /// - Returns: `nil` where it keeps its formula, or has none.
  /// - Throws: ``PricingError``.
  func step(beyond seconds: Ratio) throws(PricingError) -> Ratio? {
    guard let pattern = try drawnPattern() else { return nil }
    return try FleetRegimes(policy: policy, pattern: pattern, workload.period, end)
      .regime(of: seconds).upper
  }

  /// The pattern by whose formulas work is drawn.
  ///
  /// How often machines start between requests at even distances goes in jumps of no formula. It is
  /// once at least, and at most as often as to keep them up all the time.
  private func drawnPattern() throws(PricingError) -> WorkPattern? {
    if let pattern = try billedPattern() { return pattern }
    guard takesBounds, case .steady = try WorkPattern(workload), workload.period != .once,
      policy.chargesForRuns
    else { return nil }
    return .spread(runs: nil)
  }

  /// The pattern by whose formulas work is billed; `nil` where no formula says how.
  private func billedPattern() throws(PricingError) -> WorkPattern? {
    let pattern = try WorkPattern(workload)
    switch pattern {
    case .bursts, .steady(hasRequests: true, _):
      // A job is one run, however many requests it has.
      if !pattern.isBursts, workload.period == .once { return pattern }
      if policy.scalesToZero {
        return policy.chargesOnlyWork(at: end) ? .spread(runs: Workload.Runs(1)) : nil
      }
      if !pattern.isBursts, policy.idleTimeout != .never, policy.chargesForRuns { return nil }
    case .steady(hasRequests: false, _):
      // It depends on the timeout whether machines start again, which may cost more or less.
      let timeout = policy.idleTimeout.seconds ?? Bounds(.zero)
      if policy.scalesToZero, timeout.low == .zero, timeout.high > 0, policy.chargesForRuns {
        return nil
      }
    case .spread, .session: break
    }
    return pattern
  }

  private func varying(_ work: PieceList) throws(PricingError) -> PieceList? {
    guard let asked = try drawnPattern() else {
      let bounds =
        try takesBounds
        ? StartBounds(
          policy, WorkPattern(workload), workload.period, end) : nil
      return try bounds?.charged(work)
    }
    let regimes = try FleetRegimes(policy: policy, pattern: asked, workload.period, end)
    var pieces: [Piece] = []
    var start = work.range.lowerBound
    while start <= work.range.upperBound {
      let seconds = try work.value(at: start) ?? .zero
      let regime = try regimes.regime(of: seconds)
      let next = try regime.upper.map { upper throws(PricingError) in
        try work.first(above: upper, from: start)
      }
      let last = (next.flatMap(\.self) ?? work.range.upperBound + 1) - 1
      guard let part = work.restricted(to: start...last) else { break }
      for piece in try formula(asked, regime, part).pieces {
        // A bill that does not depend on the work does not depend on how work is continued.
        let isFlat = piece.isConstant && !policy.scalesToZero && regime.isFirst
        pieces.append(isFlat ? piece.extrapolated(false) : piece)
      }
      guard pieces.count < Self.mostSteps else {
        if policy.scalesToZero { return nil }
        throw .tooManySteps
      }
      start = last + 1
    }
    return PieceList(pieces)
  }

  /// The charge for a part of the work within one regime.
  private func formula(
    _ pattern: WorkPattern, _ regime: FleetRegimes.Regime, _ work: PieceList
  ) throws(PricingError) -> PieceList {
    guard let samples = regime.samples else {
      let seconds = try charge(.zero, pattern)
      return try work.mapped { piece throws(PricingError) in
        Piece(piece.range, base: seconds, isExtrapolated: piece.isExtrapolated)
      }
    }
    let whole = try time(samples.0, pattern)
    let (first, second) = (whole.runs, try time(samples.1, pattern).runs)
    precondition(first.count == second.count, "a regime has one formula")
    var sum: PieceList?
    for (left, right) in zip(first, second) {
      let (low, high) = (try left.billedSeconds(policy, end), try right.billedSeconds(policy, end))
      let slope = try (high - low) / (samples.1 - samples.0)
      let base = try low - slope * samples.0
      var billed = try work.mapped { piece throws(PricingError) in
        try piece.scaled(by: slope).raised(base: base)
      }
      switch left.charging {
      case .rounded: billed = try billed.charged(policy)
      case .asUsed: break
      case .full(let seconds):
        billed = try billed.mapped { piece throws(PricingError) in
          Piece(piece.range, base: seconds, isExtrapolated: piece.isExtrapolated)
        }
      }
      if left.count != .one {
        billed = try billed.mapped { piece throws(PricingError) in
          try piece.scaled(by: left.count)
        }
      }
      sum = try sum?.adding(billed) ?? billed
    }
    guard let sum else {
      return try work.mapped { piece throws(PricingError) in try piece.scaled(by: .zero) }
    }
    return try whole.limit.map { limit throws(PricingError) in try sum.limited(to: limit) } ?? sum
  }

  private func time(_ seconds: Ratio, _ pattern: WorkPattern) throws(PricingError) -> MachineTime {
    let timing = try pattern.timing(seconds: seconds, period: workload.period)
    return try Fleet(policy: policy, timing: timing, work: Work(seconds: seconds), end: end)
      .machineTime()
  }

  private func charge(
    _ seconds: Ratio, _ pattern: WorkPattern? = nil
  ) throws(PricingError) -> Ratio {
    let own = try WorkPattern(workload)
    return try time(seconds, pattern ?? own).chargedSeconds(policy, end)
  }
}

extension WorkPattern {
  fileprivate var isBursts: Bool { if case .bursts = self { true } else { false } }
}

extension ScalingPolicy {
  /// Whether nothing but work is on the bill, however often machines start, idle and stop.
  fileprivate func chargesOnlyWork(at end: End) -> Bool {
    func counts(_ phase: Phase, _ length: Ratio) -> Bool {
      length > 0 && billing(of: phase).isBilled(at: end)
    }
    if let timeout = idleTimeout.seconds, counts(.idleTail, timeout.high) { return false }
    return billingIncrement == .zero && minimumCharge == .zero
      && !Phase.timed.contains { counts($0, durations[$0]?.high ?? .zero) }
  }
}

extension PieceList {
  /// The curve where it is below a bound, and the bound where it is not.
  func limited(to bound: Ratio) throws(PricingError) -> PieceList {
    var result: [Piece] = []
    for whole in pieces {
      for piece in try whole.cut(at: bound) {
        let isAbove = try piece.value(at: piece.range.lowerBound) > bound
        result.append(
          isAbove
            ? Piece(piece.range, base: bound, isExtrapolated: piece.isExtrapolated) : piece)
      }
    }
    return PieceList(result)
  }

  /// What one run is charged for billed seconds: minimum and increment, nothing for nothing.
  fileprivate func charged(_ policy: ScalingPolicy) throws(PricingError) -> PieceList {
    guard policy.minimumCharge > 0 || policy.billingIncrement > 0 else { return self }
    var result: [Piece] = []
    for whole in pieces {
      for part in try whole.cut(at: .zero) {
        for piece in try part.cut(at: policy.minimumCharge) {
          result.append(try piece.charged(policy))
        }
      }
    }
    return PieceList(result)
  }
}

extension Piece {
  /// The charge of a stretch on which a run is either all below or all above the minimum.
  fileprivate func charged(_ policy: ScalingPolicy) throws(PricingError) -> Piece {
    let first = try value(at: range.lowerBound)
    let isMinimum = try max(first, value(at: range.upperBound)) <= policy.minimumCharge
    if isConstant || isMinimum {
      let seconds = try policy.chargedSeconds(ofRun: first)
      return Piece(range, base: seconds, isExtrapolated: isExtrapolated)
    }
    let step = policy.billingIncrement
    guard step > 0 else { return self }
    let steps = try slope / step
    // Where each driver unit adds whole increments, only the rest is rounded.
    if power == nil, steps.isWhole {
      return Piece(
        range, base: try base.roundedUp(to: step), slope: slope, isExtrapolated: isExtrapolated)
    }
    let rounding = Rounding(size: step, base: base, slope: slope, power: power)
    return Piece(range, roundings: [rounding], isExtrapolated: isExtrapolated)
  }
}
