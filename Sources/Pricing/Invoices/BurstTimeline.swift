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
  /// Who states the bursts.
  let basis: Basis

  private var slack: Ratio { get throws(PricingError) { try every - work } }

  /// The runs of the replica.
  ///
  /// The bill is not monotone in the timeout or the start, because a tail can save a cold start.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    guard let timeout = policy.idleTimeout.seconds else {
      preconditionFailure("a replica that never stops has no timeline of bursts")
    }
    let cold = try coldStart()
    let patterns = BurstPatterns(slack: try slack, timeout: timeout, cold: cold)
    var best: (time: MachineTime, charged: Ratio)?
    for candidate in try patterns.candidates() {
      let time = try machineTime(timeout: candidate.timeout, cold: candidate.cold, of: cold)
      let charged = try time.chargedSeconds(policy, end)
      let isBetter = best.map { end == .low ? charged < $0.charged : charged > $0.charged } ?? true
      if isBetter { best = (time, charged) }
    }
    return best?.time ?? MachineTime()
  }

  private func coldStart() throws(PricingError) -> Bounds<Ratio> {
    var (low, high) = (Ratio.zero, Ratio.zero)
    for phase in Phase.coldStart {
      guard let length = policy.durations[phase] else { continue }
      low = try low + length.low
      high = try high + length.high
    }
    return Bounds(low, high)
  }

  /// The runs for one timeout and one cold start, whose phases are all as quick or as slow.
  private func machineTime(
    timeout: Ratio, cold: Ratio, of range: Bounds<Ratio>
  ) throws(PricingError) -> MachineTime {
    guard count > 0 else { return MachineTime() }
    let slack = try slack
    let slowness = range.isExact ? .zero : try (cold - range.low) / (range.high - range.low)
    if timeout >= slack {
      let idle = try lastIdle(bursts: count, timeout: timeout, cold: cold)
      return MachineTime(runs: [try run(1, bursts: count, idle: idle, slowness)])
    }
    let perRun = try ((timeout + cold) / slack).floor + 1
    let (full, rest) = count.quotientAndRemainder(dividingBy: perRun)
    var runs: [MachineTime.Run] = []
    if full > 0 {
      let between = try max(.zero, Ratio(perRun - 1) * slack - cold)
      runs.append(try run(full, bursts: perRun, idle: between + timeout, slowness))
    }
    if rest > 0 {
      let idle = try lastIdle(bursts: rest, timeout: timeout, cold: cold)
      runs.append(try run(1, bursts: rest, idle: idle, slowness))
    }
    return MachineTime(runs: runs)
  }

  /// The idle seconds of the last run, whose tail ends with its timeout or with the invoice.
  private func lastIdle(
    bursts: Int128, timeout: Ratio, cold: Ratio
  ) throws(PricingError) -> Ratio {
    let slack = try slack
    let between = try max(.zero, Ratio(bursts - 1) * slack - cold)
    let left = try max(.zero, Ratio(bursts) * slack - cold - between + after)
    return try between + min(timeout, left)
  }

  /// So many runs with a cold start, some bursts and some idle seconds each.
  private func run(
    _ count: Int128, bursts: Int128, idle: Ratio, _ slowness: Ratio
  ) throws(PricingError) -> MachineTime.Run {
    let runs = Ratio(count)
    var spans: [MachineTime.Span] = []
    func add(_ phase: Phase, _ seconds: Ratio, _ name: String, _ basis: Basis) {
      let derivation = Derivation(runs, "starts", "starts").then(.times, seconds, "s", name, basis)
      spans.append(.init(phase: phase, seconds: seconds, derivation: .seconds(derivation)))
    }
    for phase in Phase.coldStart {
      guard let length = policy.durations[phase] else { continue }
      add(
        phase, try length.low + slowness * (length.high - length.low), phase.rawValue,
        policy.basis(of: .length(phase)))
    }
    let total = Ratio(count * bursts)
    let active = Derivation(total, "bursts", "bursts")
      .then(.times, work, "s", "work of a burst", basis)
    spans.append(
      .init(
        phase: .active, seconds: try Ratio(bursts) * work, derivation: .seconds(active)))
    add(.idleTail, idle, "idle", isTimeout(idle) ? policy.basis(of: .idleTimeout) : .computed)
    if let length = policy.durations[.draining] {
      add(.draining, length[end], "draining", policy.basis(of: .length(.draining)))
    }
    return .init(count: runs, spans: spans.filter { $0.seconds > 0 })
  }
  /// Whether idle seconds are the timeout alone, without what lies between bursts.
  private func isTimeout(_ idle: Ratio) -> Bool {
    if case .after(let timeout) = policy.idleTimeout {
      timeout.low <= idle && idle <= timeout.high
    } else {
      false
    }
  }
}
