/// Which machines run for sessions whose number follows the hours of a week, at one end of an invoice.
///
/// As many replicas are needed as serve the sessions of the hour. Where replicas never stop, those of the
/// peak stay all month. Otherwise each beyond the held ones stops when it has been idle for the timeout, and
/// starts again in the time that is left of the break. A month is so many weeks, also a part of one.
struct SessionFleet {
  let policy: ScalingPolicy
  let profile: SessionProfile
  /// How many sessions a replica serves at once.
  let concurrency: Bounds<Ratio>
  /// Who says so; computed from the sessions where nobody does.
  let serving: Reckoning.Ground
  /// The hours of the month.
  let hours: Ratio
  let end: End

  /// The fleet for a workload; `nil` for one that is not about sessions at once.
  init?(_ policy: ScalingPolicy, _ workload: Workload, _ capacity: Capacity, _ end: End) {
    guard case .sessions(let profile) = workload.traffic, case .month(let hours) = workload.period
    else { return nil }
    (self.policy, self.profile, self.hours, self.end) = (policy, profile, hours, end)
    concurrency = Self.concurrency(capacity, policy, profile, end)
    let isStated = capacity.concurrency != nil
    serving = policy.concurrency != nil ? .rule(.concurrency) : isStated ? .workload : .computed
  }

  /// How many sessions a replica serves at one end of the cost.
  ///
  /// With one session on each there are all the replicas that there are with more, needed at the same hours,
  /// and others; all sessions on one leave only the first of them. So where nobody says how many it
  /// is, each end has one number, unless there may be too few replicas for it, or several are held that cost
  /// less at work.
  private static func concurrency(
    _ capacity: Capacity, _ policy: ScalingPolicy, _ profile: SessionProfile, _ end: End
  ) -> Bounds<Ratio> {
    let range = capacity.serving(profile)
    guard capacity.concurrency == nil else { return range }
    let isEnough = policy.maximumReplicas.map { profile.peak.high <= Ratio(Int128($0)) } ?? true
    let isHeldAlike =
      policy.minimumReplicas < 2 || policy.billing(of: .active).isBilled(at: end)
    return isEnough && isHeldAlike ? Bounds(range[end.opposite]) : range
  }

  private var month: Ratio { get throws(PricingError) { try hours * 3600 } }

  /// How many weeks a month has.
  private var weeks: Ratio { get throws(PricingError) { try hours / SessionProfile.weekHours } }

  private var most: Int128 { policy.maximumReplicas.map { Int128($0) } ?? .max }

  /// The machines' time.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    let stretches = profile.stretches
    let own = try profile.replicas(concurrency, end)
    let other = try profile.replicas(concurrency, end.opposite)
    let peak = stretches.lazy.compactMap { $0.block.map { own[$0] } }.max() ?? 0
    let minimum = Int128(policy.minimumReplicas)
    let held = min(policy.idleTimeout == .never ? max(minimum, peak) : minimum, most)
    // Where waiting is charged and work is not, the most work makes the least bill.
    let served = policy.billing(of: .active).isBilled(at: end) ? own : other
    var time = MachineTime()
    if peak > most, let maximum = policy.maximumReplicas {
      time.notes.append(.exceedsCapacity(needed: peak, maximum: maximum, wholeFleet: nil))
    }
    var lines = SessionLines(fleet: self)
    if held > 0 { time.runs.append(try heldRun(held, served, &lines)) }
    let layers = try ReplicaLayer.all(
      above: held, upTo: most, own: own, other: other, stretches)
    try addElastic(layers, to: &time, &lines)
    let busy = zip(own, served).map { min($1, held) + max(0, min($0, most) - held) }
    time.listed = try lines.active(busy) + lines.spans
    guard policy.scalesToZero else { return time }
    let replicas = max(1, min(peak, most))
    let up = try time.runs.reduceSeconds()
    let room = try Ratio(replicas) * month
    time.scaledToZero = .init(
      seconds: try max(.zero, room - up),
      reckoning: Reckoning(Ratio(replicas), .replicas, in: .hours)
        .then(.times, hours, .month, .assumed).then(.minus, try up / 3600, .upHours))
    return time
  }

  // MARK: Replicas that never stop

  private func heldRun(
    _ held: Int128, _ served: [Int128], _ lines: inout SessionLines
  ) throws(PricingError) -> MachineTime.Run {
    var active = Ratio.zero
    for (seconds, replicas) in zip(profile.secondsOfBlocks, served) {
      active = try active + seconds * Ratio(min(replicas, held)) * weeks
    }
    let waiting = try Ratio(held) * month - active
    let reckoning = Reckoning(
      Ratio(held), .replicas, held == policy.minimumReplicas ? .rule(.minimumReplicas) : .computed,
      in: .hours
    ).then(.times, hours, .month, .assumed).then(.minus, try active / 3600, .activeHours)
    let warm = MachineTime.Span(phase: .keptWarm, seconds: waiting, reckoning: reckoning)
    if waiting > 0 { lines.spans.append(warm) }
    let isBilled = [Phase.active, .keptWarm].allSatisfy { policy.billing(of: $0).isBilled(at: end) }
    return MachineTime.Run(
      count: .one, spans: [plain(.active, active), warm], charging: isBilled ? .rounded : .asUsed)
  }

  // MARK: Replicas that come and go

  private func addElastic(
    _ layers: [ReplicaLayer], to time: inout MachineTime, _ lines: inout SessionLines
  ) throws(PricingError) {
    guard !layers.isEmpty, let timeout = policy.idleTimeout.seconds else { return }
    let known = layers.filter { !$0.isOpen || isMonotone }
    for layer in layers where layer.isOpen && !isMonotone {
      // Fewer sessions may save a start or make one, so it is neither at all or a machine that never stops.
      time.runs.append(try openRun(layer, &lines))
      if !time.notes.contains(.startsNotStated) { time.notes.append(.startsNotStated) }
    }
    var best: (weeks: [LayerWeek], charged: Ratio)?
    for candidate in try timeouts(timeout, known) {
      var (found, charged) = ([LayerWeek](), Ratio.zero)
      for layer in known {
        let week = try LayerWeek(layer.stints, timeout: candidate, beside: beside)
        for run in try runs(of: week, layer) {
          charged =
            try charged + run.count * run.chargedSeconds(run.billedSeconds(policy, end), policy)
        }
        found.append(week)
      }
      let isBetter = best.map { end == .low ? charged < $0.charged : charged > $0.charged } ?? true
      if isBetter { best = (found, charged) }
    }
    for (layer, week) in zip(known, best?.weeks ?? []) {
      let runs = try runs(of: week, layer)
      time.runs += runs
      try lines.add(week, layer)
    }
    try lines.finish()
    guard policy.chargesForRuns else { return }
    var replicas: Int128 = 0
    for layer in layers { replicas += layer.count }
    let held = try time.runs.prefix(1).filter { $0.spans.contains { $0.phase == .keptWarm } }
      .reduceCharged(policy, end)
    time.limit = try held + Ratio(replicas) * max(month, policy.chargedSeconds(ofRun: month))
  }

  /// Whether more sessions never cost less: breaks cost no more than work, and no run is rounded up.
  private var isMonotone: Bool {
    func isBilled(_ phase: Phase) -> Bool { policy.billing(of: phase).isBilled(at: end) }
    let startsCost = Phase.timed.contains {
      isBilled($0) && policy.durations[$0]?.high ?? .zero > 0
    }
    return isBilled(.active) && !policy.roundsRuns && (isBilled(.idleTail) || !startsCost)
  }

  /// Seconds of a start and a stop.
  private var beside: Ratio {
    get throws(PricingError) {
      var sum = Ratio.zero
      for phase in Phase.timed { sum = try sum + (length(of: phase) ?? .zero) }
      return sum
    }
  }

  /// How long a phase of each start takes: time that is free leaves less room for time that is not.
  func length(of phase: Phase) -> Ratio? {
    let isBilled = policy.billing(of: phase).isBilled(at: end)
    return policy.durations[phase].map { $0[isBilled ? end : end.opposite] }
  }

  /// The timeouts at which a bill can be smallest or largest: between them it is a straight line.
  private func timeouts(
    _ range: Bounds<Ratio>, _ layers: [ReplicaLayer]
  ) throws(PricingError) -> [Ratio] {
    guard !range.isExact else { return [range.low] }
    let (beside, instant) = (try beside, try Ratio(1, over: 1000))
    var places: Set<Ratio> = [range.low, range.high]
    for gap in Set(layers.flatMap { $0.stints.map(\.gap) }) {
      for place in [gap, try gap - instant, try gap - beside]
      where range.low < place && place < range.high { places.insert(place) }
    }
    return places.sorted()
  }

  /// All runs of a layer in a month.
  private func runs(
    of week: LayerWeek, _ layer: ReplicaLayer
  ) throws(PricingError) -> [MachineTime.Run] {
    let charging: MachineTime.Charging = policy.roundsRuns ? .rounded : .asUsed
    if let waiting = week.waiting {
      let spans = [
        plain(.active, try layer.work * weeks), plain(.idleTail, try waiting * weeks),
      ]
      return [MachineTime.Run(count: Ratio(layer.count), spans: spans, charging: charging)]
    }
    var counts: [(run: LayerWeek.Run, count: Int128)] = []
    for run in week.runs {
      if let place = counts.firstIndex(where: { $0.run == run }) {
        counts[place].count += layer.count
      } else {
        counts.append((run, layer.count))
      }
    }
    var runs: [MachineTime.Run] = []
    for (run, count) in counts {
      var spans = [
        plain(.active, run.work), plain(.idleTail, try run.waiting + run.tail),
      ]
      for phase in Phase.timed {
        if let length = length(of: phase) { spans.append(plain(phase, try length * run.room)) }
      }
      runs.append(
        MachineTime.Run(count: try Ratio(count) * weeks, spans: spans, charging: charging))
    }
    return runs
  }

  /// A layer of which nobody knows how often its replicas start.
  private func openRun(
    _ layer: ReplicaLayer, _ lines: inout SessionLines
  ) throws(PricingError) -> MachineTime.Run {
    let replicas = Ratio(layer.count)
    let active = plain(.active, try replicas * layer.work * weeks)
    guard end == .high else { return .init(count: .one, spans: [active], charging: .asUsed) }
    let room = try replicas * month
    let full = try replicas * max(month, policy.chargedSeconds(ofRun: month))
    let charging: MachineTime.Charging = policy.roundsRuns ? .full(seconds: full) : .asUsed
    guard let phase = policy.phaseOfRuns, room > active.seconds else {
      return .init(count: .one, spans: [active], charging: charging)
    }
    let rest = MachineTime.Span(
      phase: phase, seconds: try room - active.seconds,
      reckoning: Reckoning(replicas, .replicas, in: .hours).then(.times, hours, .month, .assumed)
        .then(.minus, try active.seconds / 3600, .activeHours))
    lines.spans.append(rest)
    return .init(count: .one, spans: [active, rest], charging: charging)
  }

  /// Time whose arithmetic stands in the lines of the whole.
  private func plain(_ phase: Phase, _ seconds: Ratio) -> MachineTime.Span {
    .init(phase: phase, seconds: seconds, reckoning: Reckoning(seconds, .workSeconds, in: .seconds))
  }
}

extension [MachineTime.Run] {
  /// What all of them are charged for.
  fileprivate func reduceCharged(
    _ policy: ScalingPolicy, _ end: End
  ) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for run in self {
      sum = try sum + run.count * run.chargedSeconds(run.billedSeconds(policy, end), policy)
    }
    return sum
  }
}
