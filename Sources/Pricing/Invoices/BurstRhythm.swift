/// How bursts fall into runs of a replica that scales to zero.
struct BurstRhythm {
  /// The runs that end because nothing comes for long enough.
  var full: Group?
  /// The run that ends with the bursts.
  var last: Group?
  /// Where between quickest and slowest each phase of a start is, 0 to 1.
  var slowness = Ratio.zero

  /// Runs that are alike: so many of them, with so many bursts and idle seconds each.
  struct Group {
    let count: Int128
    let bursts: Int128
    var idle: Ratio
  }
}

/// Looks for the rhythm that makes the smallest or the largest bill.
///
/// Dozens are tried, so all times are counted in ticks that make them whole.
struct BurstRhythmSearch {
  private let count: Int128
  private let work: Ratio
  /// Between the end of one burst and the next, if nothing delays them.
  private let slack: Ratio
  /// What an invoice covers after the last distance between bursts.
  private let after: Ratio
  private let timeout: Bounds<Ratio>
  /// All phases of a start together.
  private let cold: Bounds<Ratio>
  private let ticksPerSecond: Ratio
  private let bill: Bill

  /// What is charged for a run, in ticks.
  private struct Bill {
    /// The part of a start that is charged: at its quickest, and how much more at its slowest.
    var quickest = Ratio.zero
    var spread = Ratio.zero
    var draining = Ratio.zero
    let chargesWork: Bool
    let chargesIdle: Bool
    let minimum: Ratio
    let increment: Ratio
  }

  /// So many bursts, `every` seconds apart.
  ///
  /// - Throws: ``PricingError``.
  init(
    work: Ratio, every: Ratio, count: Int128, after: Ratio, policy: ScalingPolicy, end: End
  ) throws(PricingError) {
    guard let timeout = policy.idleTimeout.seconds else {
      preconditionFailure("a replica that never stops has no rhythm")
    }
    let ticks = Self.ticksPerSecond(policy, [work, every, after, timeout.low, timeout.high])
    func isBilled(_ phase: Phase) -> Bool { policy.billing(of: phase).isBilled(at: end) }
    self.count = count
    self.work = try work * ticks
    slack = try (every - work) * ticks
    self.after = try after * ticks
    self.timeout = try timeout.map { value throws(PricingError) in try value * ticks }
    ticksPerSecond = ticks
    var bill = Bill(
      chargesWork: isBilled(.active), chargesIdle: isBilled(.idleTail),
      minimum: try policy.minimumCharge * ticks, increment: try policy.billingIncrement * ticks)
    var (low, high) = (Ratio.zero, Ratio.zero)
    for phase in Phase.coldStart {
      guard let length = policy.durations[phase] else { continue }
      let (quick, slow) = (try length.low * ticks, try length.high * ticks)
      (low, high) = (try low + quick, try high + slow)
      guard isBilled(phase) else { continue }
      bill.quickest = try bill.quickest + quick
      bill.spread = try bill.spread + (slow - quick)
    }
    if isBilled(.draining), let length = policy.durations[.draining] {
      bill.draining = try length[end] * ticks
    }
    cold = Bounds(low, high)
    self.bill = bill
  }

  /// A number that makes all times whole, if there is one of moderate size.
  private static func ticksPerSecond(_ policy: ScalingPolicy, _ times: [Ratio]) -> Ratio {
    // Patterns look a thousandth of a second beside a step.
    var ticks: Int128 = 1000
    func include(_ time: Ratio) {
      let missing = time.denominator.divided(
        exactlyBy: ticks.sharedDivisor(with: time.denominator))
      let (product, overflow) = ticks.multipliedReportingOverflow(by: missing)
      ticks = overflow ? .max : product
    }
    for time in times + [policy.minimumCharge, policy.billingIncrement] { include(time) }
    for phase in Phase.timed {
      guard let length = policy.durations[phase] else { continue }
      include(length.low)
      include(length.high)
    }
    return ticks < 1_000_000_000_000 ? Ratio(ticks) : .one
  }

  /// The rhythm with the smallest bill at the low end of an invoice, the largest at the high end.
  ///
  /// The bill is not monotone in the timeout or the start, because a tail can save a cold start.
  ///
  /// - Throws: ``PricingError``.
  func best(at end: End) throws(PricingError) -> BurstRhythm? {
    var best: (rhythm: BurstRhythm, cold: Ratio, charged: Ratio)?
    let patterns = BurstPatterns(
      slack: slack, timeout: timeout, cold: cold,
      instant: try ticksPerSecond / 1000)
    for candidate in try patterns.candidates() {
      let rhythm = try rhythm(timeout: candidate.timeout, cold: candidate.cold)
      let charged = try charged(rhythm, cold: candidate.cold)
      let isBetter = best.map { end == .low ? charged < $0.charged : charged > $0.charged } ?? true
      if isBetter { best = (rhythm, candidate.cold, charged) }
    }
    guard let (found, start, _) = best else { return nil }
    var rhythm = found
    if !cold.isExact { rhythm.slowness = try (start - cold.low) / (cold.high - cold.low) }
    rhythm.full?.idle = try (found.full?.idle ?? .zero) / ticksPerSecond
    rhythm.last?.idle = try (found.last?.idle ?? .zero) / ticksPerSecond
    return rhythm
  }

  /// The runs for one timeout and one cold start.
  private func rhythm(timeout: Ratio, cold: Ratio) throws(PricingError) -> BurstRhythm {
    var rhythm = BurstRhythm()
    guard timeout < slack else {
      let idle = try lastIdle(bursts: count, timeout: timeout, cold: cold)
      rhythm.last = .init(count: 1, bursts: count, idle: idle)
      return rhythm
    }
    let perRun = try (timeout + cold).floor(dividedBy: slack) + 1
    let (full, rest) = count.quotientAndRest(over: perRun)
    if full > 0 {
      let between = try max(.zero, Ratio(perRun - 1) * slack - cold)
      rhythm.full = .init(count: full, bursts: perRun, idle: try between + timeout)
    }
    if rest > 0 {
      let idle = try lastIdle(bursts: rest, timeout: timeout, cold: cold)
      rhythm.last = .init(count: 1, bursts: rest, idle: idle)
    }
    return rhythm
  }

  /// The idle ticks of the last run, whose tail ends with its timeout or with the invoice.
  private func lastIdle(
    bursts: Int128, timeout: Ratio, cold: Ratio
  ) throws(PricingError) -> Ratio {
    let between = try max(.zero, Ratio(bursts - 1) * slack - cold)
    let left = try max(.zero, Ratio(bursts) * slack - cold - between + after)
    return try between + min(timeout, left)
  }

  /// What the runs are charged, minimum and increment included.
  private func charged(_ rhythm: BurstRhythm, cold: Ratio) throws(PricingError) -> Ratio {
    var start = bill.quickest
    if bill.spread > 0 {
      start = try start + (cold - self.cold.low) * bill.spread / (self.cold.high - self.cold.low)
    }
    var sum = Ratio.zero
    if let full = rhythm.full { sum = try charged(full, start: start) }
    if let last = rhythm.last { sum = try sum + charged(last, start: start) }
    return sum
  }

  private func charged(_ group: BurstRhythm.Group, start: Ratio) throws(PricingError) -> Ratio {
    var billed = try start + bill.draining
    if bill.chargesWork { billed = try billed + Ratio(group.bursts) * work }
    if bill.chargesIdle { billed = try billed + group.idle }
    return try Ratio(group.count)
      * ScalingPolicy.charged(billed, minimum: bill.minimum, increment: bill.increment)
  }
}
