/// What one replica that scales to zero does when bursts arrive at a fixed distance.
///
/// A burst that finds the replica stopped waits for a cold start *c*; the bursts behind it catch
/// up, gaining the slack *p − w* each time. The replica stops at the first gap longer than its
/// idle timeout *T*, which is after *j = ⌊(T + c) ÷ (p − w)⌋ + 1* bursts; then all repeats. If
/// *T ≥ p − w* no gap is ever long enough.
struct BurstTimeline {
  /// Seconds of work in a burst, at most `every`.
  let work: Ratio
  /// Seconds from one burst to the next.
  let every: Ratio
  let count: Int128
  /// Seconds that an invoice covers after the last of these distances.
  let after: Ratio
  let policy: ScalingPolicy
  let end: End

  private var slack: Ratio { get throws(PricingError) { try every - work } }

  private func coldStart() throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for phase in Phase.coldStart { sum = try sum + (policy.durations[phase]?[end] ?? .zero) }
    return sum
  }

  /// The runs of the replica.
  ///
  /// The bill is not monotone in the timeout, because a tail can save a cold start: of a range
  /// the ends and the values at which the pattern changes are tried.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    guard case .after(let timeout) = policy.idleTimeout else {
      preconditionFailure("a replica that never stops has no timeline of bursts")
    }
    var candidates = [timeout.low, timeout.high]
    let slack = try slack
    var changes = [slack]
    if slack > 0 {
      // The timeout from which on one burst more is served before a gap is long enough.
      let cold = try coldStart()
      changes.append(try Ratio((cold / slack).ceiling) * slack - cold)
    }
    for change in changes where timeout.low < change && change <= timeout.high {
      candidates += [change, try max(timeout.low, change - Ratio(1, over: 1000))]
    }
    var best: (time: MachineTime, billed: Ratio)?
    for candidate in candidates {
      let time = try machineTime(timeout: candidate)
      let billed = try billedSeconds(time)
      let isBetter = best.map { end == .low ? billed < $0.billed : billed > $0.billed } ?? true
      if isBetter { best = (time, billed) }
    }
    return best?.time ?? MachineTime()
  }

  private func machineTime(timeout: Ratio) throws(PricingError) -> MachineTime {
    let (slack, cold) = try (slack, coldStart())
    guard count > 0 else { return MachineTime() }
    if timeout >= slack {
      return MachineTime(
        runs: [try run(1, bursts: count, idle: lastIdle(bursts: count, timeout: timeout))])
    }
    let perRun = try ((timeout + cold) / slack).floor + 1
    let (full, rest) = count.quotientAndRemainder(dividingBy: perRun)
    var runs: [MachineTime.Run] = []
    if full > 0 {
      let between = try max(.zero, Ratio(perRun - 1) * slack - cold)
      runs.append(try run(full, bursts: perRun, idle: between + timeout))
    }
    if rest > 0 {
      runs.append(try run(1, bursts: rest, idle: lastIdle(bursts: rest, timeout: timeout)))
    }
    return MachineTime(runs: runs)
  }

  /// The idle seconds of the last run, whose tail ends with its timeout or with the invoice.
  private func lastIdle(bursts: Int128, timeout: Ratio) throws(PricingError) -> Ratio {
    let (slack, cold) = try (slack, coldStart())
    let between = try max(.zero, Ratio(bursts - 1) * slack - cold)
    let left = try max(.zero, Ratio(bursts) * slack - cold - between + after)
    return try between + min(timeout, left)
  }

  /// So many runs with a cold start, some bursts and some idle seconds each.
  private func run(
    _ count: Int128, bursts: Int128, idle: Ratio
  ) throws(PricingError) -> MachineTime.Run {
    let runs = Ratio(count)
    var spans: [MachineTime.Span] = []
    func add(_ phase: Phase, _ seconds: Ratio, _ name: String) {
      let derivation = Derivation(runs, "starts", "starts").then(.times, seconds, "s", name)
      spans.append(.init(phase: phase, seconds: seconds, derivation: .seconds(derivation)))
    }
    for phase in Phase.coldStart {
      if let length = policy.durations[phase] { add(phase, length[end], phase.rawValue) }
    }
    let total = Ratio(count * bursts)
    let active = Derivation(total, "bursts", "bursts").then(.times, work, "s", "work of a burst")
    spans.append(
      .init(
        phase: .active, seconds: try Ratio(bursts) * work, derivation: .seconds(active)))
    add(.idleTail, idle, "idle")
    if let length = policy.durations[.draining] { add(.draining, length[end], "draining") }
    return .init(count: runs, spans: spans.filter { $0.seconds > 0 })
  }

  private func billedSeconds(_ time: MachineTime) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for run in time.runs {
      for span in run.spans where policy.billing(of: span.phase).isBilled(at: end) {
        sum = try sum + run.count * span.seconds
      }
    }
    return sum
  }
}
