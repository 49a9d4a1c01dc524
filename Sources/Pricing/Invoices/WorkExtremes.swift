/// Finds the amount of work, within its range, that makes a bill smallest or largest.
///
/// More work mostly costs more, and then the ends of the range are the ends of the bill. Where work
/// is not billed, or where more work in each of many bursts saves starts, the bill rises and falls;
/// between the places at which its formula changes it does one of both, so those are tried.
struct WorkExtremes {
  let policy: ScalingPolicy
  let workload: Workload
  let capacity: Capacity
  let end: End

  /// The machines' time at the end asked for.
  ///
  /// - Throws: ``PricingError``.
  func machineTime() throws(PricingError) -> MachineTime {
    if let sessions = SessionFleet(policy, workload, capacity, end) {
      var time = try sessions.machineTime()
      time.notes += policy.lengthNotes(time)
      return time
    }
    let work = try work(at: end)
    guard !isMonotone else { return try time(work) }
    let other = try self.work(at: end.opposite)
    guard work.seconds != other.seconds else { return try time(work) }
    var best = try time(work)
    var charged = try best.chargedSeconds(policy, end)
    let range = Bounds(work.seconds, other.seconds)
    let inner = try places(in: range).map(Work.init(seconds:))
    for candidate in [other] + inner {
      let found = try time(candidate)
      let seconds = try found.chargedSeconds(policy, end)
      if end == .low ? seconds < charged : seconds > charged { (best, charged) = (found, seconds) }
    }
    return best
  }

  private func work(at end: End) throws(PricingError) -> Work {
    guard let work = try Work(workload, capacity, end: end) else {
      preconditionFailure("a workload without traffic or speed is not quoted")
    }
    return work
  }

  private func time(_ work: Work) throws(PricingError) -> MachineTime {
    try Fleet(policy: policy, timing: WorkTiming(workload), work: work, end: end).machineTime()
  }

  private var comesInRequests: Bool { workload.traffic == .steady && workload.requests ?? 0 > 0 }

  /// Whether more work never costs less.
  private var isMonotone: Bool {
    policy.billing(of: .active).isBilled(at: end)
      && !(workload.deadline != nil && policy.billsWholeRuns)
      && !(comesInRequests && policy.scalesToZero && workload.period != .once)
  }

  // MARK: Places at which the formula of the bill changes

  private func places(in range: Bounds<Ratio>) throws(PricingError) -> [Ratio] {
    var places: [Ratio] = []
    if let month = try workload.period.seconds {
      places = try months(month, in: range)
      if comesInRequests { places += try rhythms(month, in: range) }
    } else if let deadline = workload.deadline {
      // One machine more, each of which works less.
      let (first, last) = (
        try (range.low / deadline).ceiling, try range.high.floor(dividedBy: deadline)
      )
      places = try [Ratio(first) * deadline, Ratio(last) * deadline]
    }
    let instant = try Ratio(1, over: 1000)
    var around: [Ratio] = []
    for place in places {
      for candidate in [place, try place - instant, try place + instant]
      where range.low < candidate && candidate < range.high { around.append(candidate) }
    }
    return around
  }

  /// Where replicas are full, or have no room for all of their starts: the outermost.
  private func months(_ month: Ratio, in range: Bounds<Ratio>) throws(PricingError) -> [Ratio] {
    let (first, last) = (try (range.low / month).ceiling, try (range.high / month).ceiling)
    var places: [Ratio] = []
    let cold = try policy.secondsBesideWork(end, whereFree: end.opposite)
    for count in Set([first, first + 1, last - 1, last]).sorted() where count > 0 {
      let spread = SpreadWork(
        policy: policy, end: end, runs: workload.runs, replicas: count, month: month)
      let full = try Ratio(count) * month
      places += [full, try full - cold * Ratio(spread.count)]
    }
    return places
  }

  /// Where one burst more or less fits between two starts: the outermost, as in ``BurstPatterns``.
  private func rhythms(_ month: Ratio, in range: Bounds<Ratio>) throws(PricingError) -> [Ratio] {
    let count = Ratio(Int128(workload.requests ?? 1))
    let timeout = policy.idleTimeout.seconds ?? Bounds(.zero)
    var (quick, slow) = (Ratio.zero, Ratio.zero)
    for length in Phase.coldStart.compactMap({ policy.durations[$0] }) {
      (quick, slow) = (try quick + length.low, try slow + length.high)
    }
    var places: [Ratio] = []
    for (timeout, cold) in [
      (timeout.low, quick), (timeout.low, slow), (timeout.high, quick), (timeout.high, slow),
    ] {
      for pause in [timeout, cold, try timeout + cold] where pause > 0 {
        let widest = try (month - range.low) / count
        let narrowest = try max(.zero, month - range.high) / count
        guard widest > 0 else { continue }
        let most = narrowest > 0 ? try pause.floor(dividedBy: narrowest) : count.floor
        let least = try pause.floor(dividedBy: widest)
        for bursts in Set([1, least, least + 1, least + 2, most - 1, most, most + 1])
        where bursts > 0 {
          places.append(try month - count * pause / Ratio(bursts))
        }
      }
    }
    return places.sorted()
  }
}

extension ScalingPolicy {
  /// Whether any run is charged longer than it is.
  fileprivate var billsWholeRuns: Bool { billingIncrement > 0 || minimumCharge > 0 }
}
