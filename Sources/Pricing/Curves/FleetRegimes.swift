/// The amounts of work between which a fleet's bill is a straight line.
struct FleetRegimes {
  /// Work beyond so many seconds needs one more replica; `nil` where the bill does not step.
  private let step: Ratio?
  /// The seconds of work that the first replicas can do; `nil` for any amount.
  private let first: Ratio?
  /// How runs of work beyond the first replicas are billed; `nil` where they make no difference.
  private var runs: Runs?

  /// What the bill for a number of runs hangs on.
  private struct Runs {
    let policy: ScalingPolicy
    let end: End
    let stated: Workload.Runs?
    let month: Ratio
    /// Whether all is one run, however long.
    var isOne = false
  }

  /// A stretch of work.
  struct Regime {
    /// The seconds with which it ends; `nil` for no end.
    let upper: Ratio?
    /// Whether the first replicas are enough.
    let isFirst: Bool

    /// Two amounts of work inside the stretch; `nil` for no work at all.
    let samples: (Ratio, Ratio)?
  }

  init(
    policy: ScalingPolicy, pattern: WorkPattern, _ period: Workload.Period, _ end: End
  ) throws(PricingError) {
    if case .bursts(let every, let count) = pattern {
      // Bursts never need a second replica.
      (step, first) = (nil, try count * every)
      return
    }
    guard let month = try period.seconds else {
      (step, first) = (nil, nil)
      return
    }
    let held = Int128(policy.minimumReplicas)
    guard let timeout = policy.idleTimeout.seconds else {
      (step, first) = (month, try Ratio(max(1, held)) * month)
      return
    }
    let stated: Workload.Runs? =
      switch pattern {
      case .spread(let runs), .steady(_, let runs): runs
      case .session: Workload.Runs(1)
      case .bursts: nil
      }
    let known = held > 0 && end == .low ? stated.map { _ in Workload.Runs(1) } : stated
    let charged = Runs(policy: policy, end: end, stated: known, month: month)
    guard held == 0 else {
      (step, first) = (nil, try Ratio(held) * month)
      if policy.chargesForRuns { runs = charged }
      return
    }
    let staysUp = if case .steady = pattern { timeout[end] > 0 } else { false }
    (step, first) = staysUp ? (month, month) : (nil, nil)
    if pattern == .session {
      runs = Runs(policy: policy, end: end, stated: nil, month: month, isOne: true)
    } else if !staysUp, policy.chargesForRuns {
      runs = charged
    }
  }

  /// The stretch that some seconds of work lie in.
  func regime(of seconds: Ratio) throws(PricingError) -> Regime {
    guard seconds > 0 else {
      return Regime(upper: .zero, isFirst: true, samples: nil)
    }
    guard first != nil || runs != nil else {
      return try stretch(from: .zero, to: nil, isFirst: true)
    }
    let first = first ?? .zero
    if seconds <= first { return try stretch(from: .zero, to: first, isFirst: true) }
    if let runs {
      let beyond = try seconds - first
      if runs.isOne, beyond > runs.month {
        return try stretch(from: runs.month, to: nil, isFirst: false)
      }
      let replicas = try (beyond / runs.month).ceiling
      let spread = SpreadWork(
        policy: runs.policy, end: runs.end, runs: runs.stated, replicas: replicas,
        month: runs.month)
      let (lower, full) = (try Ratio(replicas - 1) * runs.month, try Ratio(replicas) * runs.month)
      // Beyond it, starts have no room for all of their time.
      let cold = try runs.policy.secondsBesideWork(
        runs.end, whereFree: runs.isOne ? runs.end : runs.end.opposite)
      let bend =
        spread.isOpen && runs.end == .high && !runs.isOne
        ? full : try full - cold * Ratio(spread.count)
      let isCut = beyond > bend
      return try stretch(
        from: first + (isCut ? max(lower, bend) : lower), to: first + (isCut ? full : bend),
        isFirst: replicas == 1 && first == .zero)
    }
    guard let step else { return try stretch(from: first, to: nil, isFirst: false) }
    let upper = try (seconds / step).ceiling
    return try stretch(
      from: Ratio(upper - 1) * step, to: Ratio(upper) * step, isFirst: false)
  }

  private func stretch(
    from lower: Ratio, to upper: Ratio?, isFirst: Bool
  ) throws(PricingError) -> Regime {
    let quarter = try upper.map { upper throws(PricingError) in try (upper - lower) / 4 } ?? .one
    return Regime(
      upper: upper, isFirst: isFirst, samples: (try lower + quarter, try lower + quarter + quarter))
  }
}
