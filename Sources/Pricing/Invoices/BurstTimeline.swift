/// What one replica that scales to zero does when bursts arrive at a fixed distance.
///
/// A burst that finds the replica stopped waits for a cold start *c*; the bursts behind it catch
/// up, gaining the slack *p − w* each time. The replica stops at the first gap longer than its
/// idle timeout *T*, which is after *j = ⌊(T + c) ÷ (p − w)⌋ + 1* bursts; then all repeats. If
/// *T ≥ p − w* no gap is ever long enough.
struct BurstTimeline {
  /// Seconds of work in a burst, at most the distance.
  private let work: Ratio
  private let count: Int128
  /// Seconds that an invoice covers after the last of the distances.
  private let after: Ratio
  private let policy: ScalingPolicy
  private let end: End

  /// Seconds between the end of one burst and the next, if nothing delays them.
  private let slack: Ratio
  /// All phases of a start together.
  private let cold: Bounds<Ratio>
  /// The part of a start that is on the bill: at its quickest, and how much more at its slowest.
  private let billedStart: (quickest: Ratio, spread: Ratio)

  /// So many bursts, `every` seconds apart.
  ///
  /// - Throws: ``PricingError``.
  init(
    work: Ratio, every: Ratio, count: Int128, after: Ratio, policy: ScalingPolicy, end: End
  ) throws(PricingError) {
    (self.work, self.count, self.after) = (work, count, after)
    (self.policy, self.end) = (policy, end)
    slack = try every - work
    var (low, high, quickest, spread) = (Ratio.zero, Ratio.zero, Ratio.zero, Ratio.zero)
    for phase in Phase.coldStart {
      guard let length = policy.durations[phase] else { continue }
      low = try low + length.low
      high = try high + length.high
      guard policy.billing(of: phase).isBilled(at: end) else { continue }
      quickest = try quickest + length.low
      spread = try spread + (length.high - length.low)
    }
    cold = Bounds(low, high)
    billedStart = (quickest, spread)
  }

  /// The runs of the replica.
  ///
  /// The bill is not monotone in the timeout or the start, because a tail can save a cold start.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    guard let timeout = policy.idleTimeout.seconds else {
      preconditionFailure("a replica that never stops has no timeline of bursts")
    }
    guard count > 0 else { return MachineTime() }
    var best: (rhythm: Rhythm, charged: Ratio)?
    let patterns = BurstPatterns(slack: slack, timeout: timeout, cold: cold)
    for candidate in try patterns.candidates() {
      let rhythm = try rhythm(timeout: candidate.timeout, cold: candidate.cold)
      let charged = try charged(rhythm)
      let isBetter = best.map { end == .low ? charged < $0.charged : charged > $0.charged } ?? true
      if isBetter { best = (rhythm, charged) }
    }
    var time = MachineTime()
    guard let rhythm = best?.rhythm else { return time }
    if let full = rhythm.full { time.runs.append(try run(full, rhythm.slowness)) }
    if let last = rhythm.last { time.runs.append(try run(last, rhythm.slowness)) }
    return time
  }

  /// How bursts fall into runs.
  private struct Rhythm {
    /// The runs that end because nothing comes for long enough.
    var full: Group?
    /// The run that ends with the bursts.
    var last: Group?
    /// Where between quickest and slowest each phase of a start is, 0 to 1.
    let slowness: Ratio
  }

  /// Runs that are alike: so many of them, with so many bursts and idle seconds each.
  private struct Group {
    let count: Int128
    let bursts: Int128
    let idle: Ratio
  }

  /// The runs for one timeout and one cold start, whose phases are all as quick or as slow.
  private func rhythm(timeout: Ratio, cold: Ratio) throws(PricingError) -> Rhythm {
    var rhythm = Rhythm(
      slowness: self.cold.isExact
        ? .zero : try (cold - self.cold.low) / (self.cold.high - self.cold.low))
    guard timeout < slack else {
      let idle = try lastIdle(bursts: count, timeout: timeout, cold: cold)
      rhythm.last = Group(count: 1, bursts: count, idle: idle)
      return rhythm
    }
    let perRun = try ((timeout + cold) / slack).floor + 1
    let (full, rest) = count.quotientAndRest(over: perRun)
    if full > 0 {
      let between = try max(.zero, Ratio(perRun - 1) * slack - cold)
      rhythm.full = Group(count: full, bursts: perRun, idle: try between + timeout)
    }
    if rest > 0 {
      let idle = try lastIdle(bursts: rest, timeout: timeout, cold: cold)
      rhythm.last = Group(count: 1, bursts: rest, idle: idle)
    }
    return rhythm
  }

  /// The idle seconds of the last run, whose tail ends with its timeout or with the invoice.
  private func lastIdle(
    bursts: Int128, timeout: Ratio, cold: Ratio
  ) throws(PricingError) -> Ratio {
    let between = try max(.zero, Ratio(bursts - 1) * slack - cold)
    let left = try max(.zero, Ratio(bursts) * slack - cold - between + after)
    return try between + min(timeout, left)
  }

  /// What the runs are charged, minimum and increment included.
  private func charged(_ rhythm: Rhythm) throws(PricingError) -> Ratio {
    let start = try billedStart.quickest + rhythm.slowness * billedStart.spread
    var sum = Ratio.zero
    if let full = rhythm.full { sum = try charged(full, start: start) }
    if let last = rhythm.last { sum = try sum + charged(last, start: start) }
    return sum
  }

  private func charged(_ group: Group, start: Ratio) throws(PricingError) -> Ratio {
    var billed = start
    if isBilled(.active) { billed = try billed + Ratio(group.bursts) * work }
    if isBilled(.idleTail) { billed = try billed + group.idle }
    if isBilled(.draining), let length = policy.durations[.draining] {
      billed = try billed + length[end]
    }
    return try Ratio(group.count) * policy.chargedSeconds(ofRun: billed)
  }

  private func isBilled(_ phase: Phase) -> Bool { policy.billing(of: phase).isBilled(at: end) }

  /// The phases of runs that are alike.
  private func run(_ group: Group, _ slowness: Ratio) throws(PricingError) -> MachineTime.Run {
    let runs = Ratio(group.count)
    var spans: [MachineTime.Span] = []
    spans.reserveCapacity(Phase.allCases.count)
    func add(_ phase: Phase, _ seconds: Ratio, _ reckoning: Reckoning) {
      if seconds > 0 { spans.append(.init(phase: phase, seconds: seconds, reckoning: reckoning)) }
    }
    func timed(
      _ seconds: Ratio, _ quantity: Reckoning.Quantity, _ ground: Reckoning.Ground
    ) -> Reckoning {
      Reckoning(runs, .starts, in: .seconds).then(.times, seconds, quantity, ground)
    }
    for phase in Phase.coldStart {
      guard let length = policy.durations[phase] else { continue }
      let seconds = try length.low + slowness * (length.high - length.low)
      add(phase, seconds, timed(seconds, .length(phase), .rule(.length(phase))))
    }
    let active = Reckoning(Ratio(group.count * group.bursts), .bursts, in: .seconds)
      .then(.times, work, .burstSeconds, .workload)
    add(.active, try Ratio(group.bursts) * work, active)
    let ground: Reckoning.Ground = isTimeout(group.idle) ? .rule(.idleTimeout) : .computed
    add(.idleTail, group.idle, timed(group.idle, .idle, ground))
    if let length = policy.durations[.draining] {
      let seconds = length[end]
      add(.draining, seconds, timed(seconds, .length(.draining), .rule(.length(.draining))))
    }
    return .init(count: runs, spans: spans)
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
