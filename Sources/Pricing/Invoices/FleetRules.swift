/// What the cases of a fleet share: single runs, capacity, and what is left out.
extension Fleet {
  /// So many replicas at once: those that the policy holds, or as many as the work needs.
  func replicas(_ count: Int128, in result: Reckoning.Result) -> Reckoning {
    let isHeld = policy.minimumReplicas == count
    let isMost = policy.maximumReplicas.map { $0 == count } ?? false
    return Reckoning(
      Ratio(count), .replicas,
      isHeld ? .rule(.minimumReplicas) : isMost ? .rule(.maximumReplicas) : .computed, in: result)
  }

  func active(_ seconds: Ratio) -> MachineTime.Span {
    .init(phase: .active, seconds: seconds, reckoning: work.reckoning)
  }

  /// The work, as far as the most replicas there can be are able to do it in the time.
  func possibleWork(available: Ratio) throws(PricingError) -> MachineTime.Span {
    guard let maximum = policy.maximumReplicas else { return active(work.seconds) }
    let capacity = try Ratio(Int128(maximum)) * available
    guard capacity < work.seconds else { return active(work.seconds) }
    let reckoning = replicas(Int128(maximum), in: .hours)
      .then(.times, try available / 3600, .month, .assumed)
    return .init(phase: .active, seconds: capacity, reckoning: reckoning)
  }

  /// Whether the workload is one run, so that its start and its tail happen once.
  var isSingleRun: Bool {
    switch traffic {
    case .session: true
    case .batch: period == .once
    default: false
    }
  }

  /// Start, work and idle tail of each of the replicas that share a job.
  func singleRun(
    active seconds: Ratio, on replicas: Int128? = nil
  ) throws(PricingError) -> [MachineTime.Span] {
    let count = if let replicas { Ratio(replicas) } else { try work.seconds / seconds }
    var spans: [MachineTime.Span] = []
    func add(
      _ phase: Phase, _ length: Ratio, _ quantity: Reckoning.Quantity, _ rule: ScalingPolicy.Rule
    ) {
      guard length > 0 else { return }
      let runs = Reckoning(count, .runs, in: .seconds)
      let reckoning =
        phase == .idleTail
        ? policy.idleReckoning(length, times: runs)
        : runs.then(.times, length, quantity, .rule(rule))
      spans.append(.init(phase: phase, seconds: length, reckoning: reckoning))
    }
    for phase in Phase.coldStart {
      if let length = policy.durations[phase] {
        add(phase, length[end], .length(phase), .length(phase))
      }
    }
    if seconds > 0 { spans.append(active(seconds)) }
    if case .after(let timeout) = policy.idleTimeout {
      add(.idleTail, timeout[end], .idleTimeout, .idleTimeout)
    }
    if let length = policy.durations[.draining] {
      add(.draining, length[end], .length(.draining), .length(.draining))
    }
    return spans
  }

  /// Whole replicas that must work at the same time for the work to fit.
  func replicasNeeded(available: Ratio) throws(PricingError) -> Int128 {
    guard available > 0 else { return work.seconds > 0 ? 1 : 0 }
    return try (work.seconds / available).ceiling
  }

  func capacityNotes(needed: Int128, hours: Ratio) throws(PricingError) -> [Note] {
    var notes: [Note] = []
    if needed > 1 {
      notes.append(
        .needsReplicas(
          Bounds(needed), workHours: Bounds(try work.seconds / 3600), availableHours: hours))
    }
    if let maximum = policy.maximumReplicas, needed > Int128(maximum) {
      notes.append(.exceedsCapacity(needed: needed, maximum: maximum, wholeFleet: nil))
    }
    return notes
  }
}

extension ScalingPolicy {
  /// Phases that would be charged if anybody said how long they take, for machines that start.
  func lengthNotes(_ time: MachineTime) -> [Note] {
    guard scalesToZero, !time.runs.isEmpty else { return [] }
    var missing: [Phase] = []
    for phase in Phase.ofOpenLength {
      let isOpen = phase == .idleTail ? idleTimeout == .notStated : durations[phase] == nil
      if isOpen, billing(of: phase).mayCost { missing.append(phase) }
    }
    return missing.isEmpty ? [] : [.lengthNotStated(missing)]
  }
}

extension [MachineTime.Run] {
  /// All seconds of all runs.
  func reduceSeconds() throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for run in self {
      for span in run.spans { sum = try sum + run.count * span.seconds }
    }
    return sum
  }
}
