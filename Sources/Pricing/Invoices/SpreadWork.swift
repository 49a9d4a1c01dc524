/// Work of a month of which only the amount is known: some hours, a share of the time.
///
/// How often machines start is an input of its own. Where the workload states it, every run has
/// its start, its share of the work and its tail. Where nobody does, an invoice reaches from one
/// run on each replica to machines that never stop.
struct SpreadWork {
  let policy: ScalingPolicy
  let end: End
  let runs: Workload.Runs?
  /// How many replicas share the work, at least 1.
  let replicas: Int128
  /// The seconds of the month.
  let month: Ratio

  /// The machines' time for so much work, which the replicas can do within the month.
  ///
  /// - Parameter active: The work, more than nothing.
  /// - Returns: Runs that fit into the month, and the most that can be charged for them.
  /// - Throws: ``PricingError``.
  func machineTime(_ active: MachineTime.Span) throws(PricingError) -> MachineTime {
    let capacity = try Ratio(replicas) * month
    var time = MachineTime()
    if policy.chargesForRuns {
      time.limit = try Ratio(replicas) * max(month, policy.chargedSeconds(ofRun: month))
    }
    if isOpen, end == .high {
      time.runs = [try neverStopping(active, capacity)]
      return time
    }
    time.runs = [try separate(active, count: Ratio(count))]
    return try time.fitted(into: capacity)
  }

  /// Whether the number of runs is not known, and what they cost hangs on it.
  var isOpen: Bool { runs == nil && policy.chargesForRuns }

  /// How many runs there are, at least: each replica takes one.
  var count: Int128 { max(replicas, Int128(runs?.count ?? 1)) }

  /// A replica that is up all month, or charged as if it were.
  private func neverStopping(
    _ active: MachineTime.Span, _ capacity: Ratio
  ) throws(PricingError) -> MachineTime.Run {
    let room = try capacity - active.seconds
    let charging: MachineTime.Charging = policy.roundsRuns ? .full(seconds: capacity) : .asUsed
    guard let phase = policy.phaseOfRuns else {
      return .init(count: .one, spans: [active], charging: charging)
    }
    let reckoning = Reckoning(Ratio(replicas), .replicas, in: .hours)
      .then(.times, try month / 3600, .month, .assumed)
      .then(.minus, try active.seconds / 3600, .activeHours)
    let rest = MachineTime.Span(phase: phase, seconds: room, reckoning: reckoning)
    return .init(count: .one, spans: room > 0 ? [active, rest] : [active], charging: charging)
  }

  /// So many runs of the same length.
  private func separate(
    _ active: MachineTime.Span, count: Ratio
  ) throws(PricingError) -> MachineTime.Run {
    var spans: [MachineTime.Span] = []
    func add(
      _ phase: Phase, _ length: Bounds<Ratio>?, _ quantity: Reckoning.Quantity,
      _ rule: ScalingPolicy.Rule
    ) {
      guard let length else { return }
      // Time that is free makes the bill smaller where it leaves less room for time that is not.
      let isBilled = policy.billing(of: phase).isBilled(at: end)
      let seconds = length[isBilled ? end : end.opposite]
      guard seconds > 0 else { return }
      let runs = Reckoning(count, .runs, count == .one ? .computed : .runs, in: .seconds)
      let reckoning =
        phase == .idleTail
        ? policy.idleReckoning(seconds, times: runs)
        : runs.then(.times, seconds, quantity, .rule(rule))
      spans.append(.init(phase: phase, seconds: seconds, reckoning: reckoning))
    }
    for phase in Phase.coldStart {
      add(phase, policy.durations[phase], .length(phase), .length(phase))
    }
    spans.append(
      .init(phase: .active, seconds: try active.seconds / count, reckoning: active.reckoning))
    if case .after(let timeout) = policy.idleTimeout {
      add(.idleTail, timeout, .idleTimeout, .idleTimeout)
    }
    add(.draining, policy.durations[.draining], .length(.draining), .length(.draining))
    return .init(count: count, spans: spans, charging: policy.roundsRuns ? .rounded : .asUsed)
  }
}

extension ScalingPolicy {
  /// Whether runs are rounded up by more than a second, which is as exact as time is billed.
  var roundsRuns: Bool { billingIncrement > 1 || minimumCharge > 1 }

  /// Whether knowing how often a machine starts could change the bill by more than a second each.
  var chargesForRuns: Bool { roundsRuns || phaseOfRuns != nil }

  /// Seconds of the start and the tail of one run.
  ///
  /// - Parameters:
  ///   - end: The end of the lengths of phases that are billed.
  ///   - freeEnd: The end of the lengths of the others.
  /// - Returns: What is stated of them.
  /// - Throws: ``PricingError``.
  func secondsBesideWork(_ end: End, whereFree freeEnd: End) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for phase in Phase.timed + [.idleTail] {
      let stated = phase == .idleTail ? idleTimeout.seconds : durations[phase]
      guard let stated else { continue }
      sum = try sum + stated[billing(of: phase).isBilled(at: end) ? end : freeEnd]
    }
    return sum
  }

  /// A phase that each run adds to the bill, idle time first.
  ///
  /// A phase of which nobody states the length may take any time.
  var phaseOfRuns: Phase? {
    let phases: [Phase] = [.idleTail, .loading, .pulling, .waiting, .draining]
    return phases.first { phase in
      guard billing(of: phase).mayCost else { return false }
      guard phase == .idleTail else { return durations[phase].map { $0.high > 0 } ?? true }
      if case .after(let timeout) = idleTimeout { return timeout.high > 0 }
      return idleTimeout == .notStated
    }
  }
}
