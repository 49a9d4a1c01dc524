/// Decides which machines run for a workload under a scaling policy, at one end of an invoice.
struct Fleet {
  let policy: ScalingPolicy
  let work: Work
  let end: End
  let period: Workload.Period
  let traffic: Workload.Traffic
  let requests: Int?
  let runs: Workload.Runs?
  let deadline: Ratio?

  /// The machines of a workload that takes so much work.
  init(policy: ScalingPolicy, timing: WorkTiming, work: Work, end: End) {
    (self.policy, self.work, self.end) = (policy, work, end)
    (period, traffic, requests) = (timing.period, timing.traffic, timing.requests)
    deadline = timing.deadline
    runs =
      switch timing.traffic {
      case .session: Workload.Runs(1)
      // Requests that come evenly are runs of their own.
      case .steady: timing.runs ?? requests.flatMap { $0 > 0 ? Workload.Runs($0) : nil }
      default: timing.runs
      }
  }

  /// The machines' time.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    var time: MachineTime
    if case .bursts(let work, let every, let windows) = traffic {
      time = try bursts(work, every, count: Work.windows(windows, every: every, of: period))
    } else if case .steady = traffic {
      time = try steady()
    } else if case .month(let hours) = period {
      time = try month(hours: hours)
    } else {
      time = try once()
    }
    time.notes += policy.lengthNotes(time)
    return time
  }

  // MARK: A month of work, however spread

  private func month(hours: Ratio) throws(PricingError) -> MachineTime {
    let available = try hours * 3600
    var time = MachineTime()
    let needed = try replicasNeeded(available: available)
    time.notes = try capacityNotes(needed: needed, hours: hours)
    guard policy.scalesToZero else { return try heldReplicas(needed: needed, hours: hours, time) }

    // Replicas that there cannot be do not stand still either.
    let possible = policy.maximumReplicas.map { min(needed, Int128($0)) } ?? needed
    if isSingleRun, work.seconds > 0 {
      time.runs = [.init(count: .one, spans: try singleRun(active: work.seconds))]
      time = try time.fitted(into: max(available, work.seconds))
    } else if work.seconds > 0 {
      let spread = SpreadWork(
        policy: policy, end: end, runs: runs, replicas: max(1, possible), month: available)
      let found = try spread.machineTime(possibleWork(available: available))
      (time.runs, time.limit) = (found.runs, found.limit)
      // Machines that work all the time have no room for a second start.
      let isFull = try work.seconds >= Ratio(max(1, possible)) * available
      if spread.isOpen, !isFull { time.notes.append(.startsNotStated) }
    }
    let up = try time.runs.reduceSeconds()
    let replicas = Ratio(max(1, possible))
    var reckoning = Reckoning(hours, .month, .assumed, in: .hours)
    if possible > 1 { reckoning = reckoning.then(.times, replicas, .replicas) }
    if up > 0 { reckoning = reckoning.then(.minus, try up / 3600, .upHours) }
    time.scaledToZero = .init(
      seconds: try max(.zero, replicas * available - up), reckoning: reckoning)
    return time
  }

  /// Replicas that are held all month, and what the work takes of them.
  private func heldReplicas(
    needed: Int128, hours: Ratio, _ start: MachineTime
  ) throws(PricingError) -> MachineTime {
    var time = start
    let minimum = Int128(policy.minimumReplicas)
    let isElastic = policy.idleTimeout != .never
    let wanted = isElastic ? minimum : max(minimum, needed)
    let held = policy.maximumReplicas.map { min(wanted, Int128($0)) } ?? wanted
    let capacity = try Ratio(held) * hours * 3600
    let busy = min(work.seconds, capacity)
    let overflow = try work.seconds - busy

    var spans: [MachineTime.Span] = []
    if busy > 0 {
      let reckoning =
        overflow == .zero
        ? work.reckoning : replicas(held, in: .hours).then(.times, hours, .month, .assumed)
      spans.append(.init(phase: .active, seconds: busy, reckoning: reckoning))
    }
    let waiting = try capacity - busy
    if waiting > 0 {
      var reckoning = replicas(held, in: .hours).then(.times, hours, .month, .assumed)
      if busy > 0 { reckoning = reckoning.then(.minus, try busy / 3600, .activeHours) }
      spans.append(.init(phase: .keptWarm, seconds: waiting, reckoning: reckoning))
    }
    time.runs =
      spans.isEmpty
      ? [] : [.init(count: .one, spans: spans, charging: charging(.active, .keptWarm))]
    if isElastic, let elastic = try elasticWork(overflow, held: held, hours: hours) {
      let month = try hours * 3600
      // Nobody says how many of the runs the held replicas take over.
      let spread = SpreadWork(
        policy: policy, end: end, runs: end == .low ? runs.map { _ in .init(1) } : runs,
        replicas: try (elastic.seconds / month).ceiling, month: month)
      let found = try spread.machineTime(elastic)
      time.limit = try found.limit.map { limit throws(PricingError) in
        try limit + time.chargedSeconds(policy, end)
      }
      time.runs += found.runs
      if spread.isOpen { time.notes.append(.startsNotStated) }
    }
    return time
  }

  /// The work that replicas beyond the held ones do, as far as there are any.
  private func elasticWork(
    _ overflow: Ratio, held: Int128, hours: Ratio
  ) throws(PricingError) -> MachineTime.Span? {
    let wanted = try overflow / 3600
    var (possible, reckoning) = (wanted, Reckoning(wanted, .beyondMinimum, in: .hours))
    if let maximum = policy.maximumReplicas, try Ratio(Int128(maximum) - held) * hours < wanted {
      let others = Ratio(Int128(maximum) - held)
      possible = try others * hours
      reckoning = Reckoning(others, .replicas, in: .hours).then(.times, hours, .month, .assumed)
    }
    guard possible > 0 else { return nil }
    return .init(phase: .active, seconds: try possible * 3600, reckoning: reckoning)
  }

  // MARK: A job or a session

  private func once() throws(PricingError) -> MachineTime {
    let replicas = Int128(max(policy.minimumReplicas, 1))
    guard work.seconds > 0 else { return MachineTime() }
    var time = MachineTime()
    if case .session = traffic {
      // One stream cannot be shared: the other replicas are held while it runs.
      time.runs = [.init(count: .one, spans: try singleRun(active: work.seconds))]
      if replicas > 1 {
        let others = Ratio(replicas - 1)
        let reckoning = Reckoning(others, .otherReplicas, in: .seconds)
          .then(.times, work.seconds, .session, .workload)
        time.runs.append(
          .init(
            count: others,
            spans: [.init(phase: .keptWarm, seconds: work.seconds, reckoning: reckoning)]))
      }
      return time
    }
    if let deadline { return try job(within: deadline, on: replicas) }
    let share = try work.seconds / Ratio(replicas)
    time.runs = [.init(count: Ratio(replicas), spans: try singleRun(active: share))]
    return time
  }

  /// A job on as few machines as do it in the time, or as much of it as those that there are can do.
  private func job(within deadline: Ratio, on least: Int128) throws(PricingError) -> MachineTime {
    let needed = try (work.seconds / deadline).ceiling
    let replicas = min(max(least, needed), policy.maximumReplicas.map { Int128($0) } ?? .max)
    var time = MachineTime()
    var spans = try singleRun(active: work.seconds / Ratio(replicas))
    if replicas < needed {
      time.notes = try capacityNotes(needed: needed, hours: deadline / 3600).filter {
        if case .exceedsCapacity = $0 { true } else { false }
      }
      spans = try singleRun(active: deadline, on: replicas)
      let possible = self.replicas(replicas, in: .hours)
        .then(.times, try deadline / 3600, .deadline, .workload)
      spans = spans.map { span in
        span.phase == .active
          ? .init(phase: .active, seconds: deadline, reckoning: possible) : span
      }
    }
    time.runs = [.init(count: Ratio(replicas), spans: spans)]
    return time
  }

  // MARK: Bursts and streams

  private func bursts(
    _ length: Ratio, _ every: Ratio, count: Ratio
  ) throws(PricingError) -> MachineTime {
    guard length <= every else { throw .burstsOverlap }
    var horizon = try count * every
    if let month = try period.seconds, month > horizon { horizon = month }
    if !policy.scalesToZero {
      let hours = try horizon / 3600
      let needed: Int128 = work.seconds > 0 ? 1 : 0
      var time = MachineTime()
      time.notes = try capacityNotes(needed: needed, hours: hours)
      let held = max(needed, Int128(policy.minimumReplicas))
      let capacity = try Ratio(held) * horizon
      var spans = [active(work.seconds)]
      let reckoning = replicas(held, in: .seconds)
        .then(.times, horizon, .window).then(.minus, work.seconds, .activeSeconds)
      spans.append(
        .init(phase: .keptWarm, seconds: try capacity - work.seconds, reckoning: reckoning))
      time.runs = [.init(count: .one, spans: spans, charging: charging(.active, .keptWarm))]
      if policy.commitment != nil, held > 1 { try time.divide(among: Ratio(held)) }
      return time
    }
    let timeline = BurstTimeline(
      work: length, every: every, count: count.floor, after: try horizon - count * every,
      policy: policy, end: end)
    var time = try timeline.machineTime()
    // A job that starts cold may take longer than the time in which it was to be done.
    if period != .once { time = try time.fitted(into: horizon) }
    let up = try time.runs.reduceSeconds()
    time.limit = try policy.chargedSeconds(ofRun: max(horizon, up))
    time.scaledToZero = .init(
      seconds: try max(.zero, horizon - up),
      reckoning: Reckoning(horizon, .window, in: .seconds).then(.minus, up, .upSeconds))
    return time
  }

  /// Even arrivals: separate bursts if requests are far apart, else machines that never rest.
  private func steady() throws(PricingError) -> MachineTime {
    guard case .month(let hours) = period else { return try once() }
    let month = try hours * 3600
    if let requests, requests > 0, work.seconds > 0, work.seconds <= month {
      let count = Ratio(Int128(requests))
      return try bursts(work.seconds / count, month / count, count: count)
    }
    let needed = try replicasNeeded(available: month)
    var time = MachineTime()
    time.notes = try capacityNotes(needed: needed, hours: hours)
    guard policy.scalesToZero else { return try heldReplicas(needed: needed, hours: hours, time) }
    // A machine that waits for nobody stops in every gap, however short.
    guard needed > 0, case .after(let timeout) = policy.idleTimeout, timeout.high > 0 else {
      return try self.month(hours: hours)
    }
    let staying = try stayingUp(needed: needed, hours: hours, time)
    guard timeout.low == .zero else { return staying }
    let stopping = try self.month(hours: hours)
    let charged = try [staying, stopping].map { time throws(PricingError) in
      try time.chargedSeconds(policy, end)
    }
    return (charged[0] < charged[1]) == (end == .low) ? staying : stopping
  }

  /// Replicas of which each waits for the next request.
  private func stayingUp(
    needed: Int128, hours: Ratio, _ start: MachineTime
  ) throws(PricingError) -> MachineTime {
    var time = start
    let month = try hours * 3600
    let held = policy.maximumReplicas.map { min(needed, Int128($0)) } ?? needed
    let up = try Ratio(held) * month
    let busy = min(work.seconds, up)
    let tail = replicas(held, in: .hours).then(.times, hours, .month, .assumed)
      .then(.minus, try busy / 3600, .activeHours)
    let spans = [
      try possibleWork(available: month),
      .init(phase: .idleTail, seconds: try up - busy, reckoning: tail),
    ]
    time.runs = [.init(count: .one, spans: spans, charging: charging(.active, .idleTail))]
    return time
  }

  /// A run is rounded up as a whole if both of its phases are billed.
  private func charging(_ first: Phase, _ second: Phase) -> MachineTime.Charging {
    func isBilled(_ phase: Phase) -> Bool { policy.billing(of: phase).isBilled(at: end) }
    return isBilled(first) && isBilled(second) ? .rounded : .asUsed
  }
}
