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

  /// The runs of the replica.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    var time = MachineTime()
    guard count > 0 else { return time }
    let search = try BurstRhythmSearch(
      work: work, every: every, count: count, after: after, policy: policy, end: end)
    guard let rhythm = try search.best(at: end) else { return time }
    if let full = rhythm.full { time.runs.append(try run(full, rhythm.slowness)) }
    if let last = rhythm.last { time.runs.append(try run(last, rhythm.slowness)) }
    return time
  }

  /// The phases of runs that are alike.
  private func run(_ group: BurstRhythm.Group, _ slowness: Ratio) throws(PricingError)
    -> MachineTime.Run
  {
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
    let isDecided = isTimeout(group.idle) && policy.decisionInterval > 0
    add(
      .idleTail, group.idle,
      isDecided
        ? policy.idleReckoning(group.idle, times: Reckoning(runs, .starts, in: .seconds))
        : timed(group.idle, .idle, ground))
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
