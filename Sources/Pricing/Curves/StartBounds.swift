/// The least and the most that is charged for requests whose starts follow no formula.
///
/// A machine that stops between requests is charged for its work at least. At most each request adds a
/// start and a tail, and what a run is rounded up by; and in a month no more is charged than for a
/// machine that never stops. In between the bill goes up and down, as each longer burst may save a
/// start: with one of 60 s and a tail of 100 s, bursts of 139 s in every 300 s are charged 299 s each,
/// and those of 141 s 541 s for two.
struct StartBounds {
  let policy: ScalingPolicy
  let end: End
  /// How many requests there are; `nil` for as many as can matter.
  private let requests: Ratio?
  /// The seconds of the month; `nil` of a job.
  private let month: Ratio?

  /// - Returns: `nil` where there is a formula, or machines do not stop.
  /// - Throws: ``PricingError``.
  init?(
    _ policy: ScalingPolicy, _ pattern: WorkPattern, _ period: Workload.Period, _ end: End
  ) throws(PricingError) {
    guard policy.scalesToZero else { return nil }
    switch pattern {
    case .bursts(let every, let count):
      requests = count
      // Windows may reach beyond the month.
      month = try period.seconds.map { month throws(PricingError) in
        max(month, try every * count)
      }
    case .steady(hasRequests: true, _):
      guard let seconds = try period.seconds else { return nil }
      (requests, month) = (nil, seconds)
    case .spread, .session, .steady: return nil
    }
    (self.policy, self.end) = (policy, end)
  }

  /// Charged seconds for seconds of work that never falls.
  ///
  /// - Throws: ``PricingError``.
  func charged(_ work: PieceList) throws(PricingError) -> PieceList {
    let isBilled = policy.billing(of: .active).isBilled(at: end)
    let least = try work.mapped { piece throws(PricingError) in
      try piece.scaled(by: isBilled ? .one : .zero)
    }
    guard end == .high else { return least }
    let extra = try secondsBesideWork()
    guard extra > 0 else { return least }
    guard let requests else { return try neverStopping(work) }
    let most = try least.mapped { piece throws(PricingError) in
      try piece.raised(base: extra * requests)
    }
    return try month.map { month throws(PricingError) in
      try most.limited(to: policy.chargedSeconds(ofRun: month))
    } ?? most
  }

  /// What one request adds at most to the bill, besides its work.
  private func secondsBesideWork() throws(PricingError) -> Ratio {
    var sum = try policy.minimumCharge + policy.billingIncrement
    for phase in Phase.timed + [.idleTail] where policy.billing(of: phase).isBilled(at: .high) {
      let length = phase == .idleTail ? policy.idleTimeout.seconds : policy.durations[phase]
      sum = try sum + (length?.high ?? .zero)
    }
    return sum
  }

  /// As many replicas as the work needs, all month.
  private func neverStopping(_ work: PieceList) throws(PricingError) -> PieceList {
    guard let month else { return work }
    let each = max(month, try policy.chargedSeconds(ofRun: month))
    var pieces: [Piece] = []
    var start = work.range.lowerBound
    while start <= work.range.upperBound {
      let replicas = max(.one, Ratio(try ((work.value(at: start) ?? .zero) / month).ceiling))
      let next = try work.first(above: replicas * month, from: start)
      let last = (next ?? work.range.upperBound + 1) - 1
      pieces.append(Piece(start...last, base: try replicas * each))
      start = last + 1
    }
    return PieceList(pieces)
  }
}
