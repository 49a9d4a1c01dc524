/// How long one replica would have to work for a workload, and where that comes from.
struct Work {
  let seconds: Ratio
  let reckoning: Reckoning

  /// So many seconds of work.
  init(seconds: Ratio) {
    self.seconds = seconds
    reckoning = Reckoning(seconds, .workSeconds, in: .seconds)
  }

  /// The work of a workload at one end of an invoice.
  ///
  /// - Returns: `nil` where the workload states no traffic, or it is not known what a replica can do.
  /// - Throws: ``PricingError``.
  init?(_ workload: Workload, _ capacity: Capacity, end: End) throws(PricingError) {
    switch workload.traffic {
    case .notStated: return nil
    case .none:
      seconds = .zero
      reckoning = Reckoning(.zero, .noRequests, in: .hours)
    case .hours(let hours):
      seconds = try hours[end] * 3600
      reckoning = Reckoning(hours[end], .workHours, .workload, in: .hours)
    case .gpuHours(let hours):
      guard let gpus = capacity.gpus else { return nil }
      seconds = try hours[end] * 3600 / gpus
      let asked = Reckoning(hours[end], .gpuHours, .workload, in: .hours)
      reckoning = gpus == .one ? asked : asked.then(.over, gpus, .gpus, .machine)
    case .busyShare(let share):
      guard case .month(let hours) = workload.period else { return nil }
      seconds = try share[end] * hours * 3600
      reckoning = Reckoning(share[end], .busyShare, .workload, in: .hours)
        .then(.times, hours, .month, .assumed)
    case .bursts(let work, let every, let windows):
      let count = try Self.windows(windows, every: every, of: workload.period)
      seconds = try count * work
      reckoning = Reckoning(
        count, .bursts, windows == nil ? .computed : .workload, in: .seconds
      ).then(.times, work, .burstSeconds, .workload)
    case .session(let length):
      seconds = length
      reckoning = Reckoning(length, .session, .workload, in: .seconds)
    case .sessions(let profile):
      guard case .month(let hours) = workload.period else { return nil }
      var sum = Ratio.zero
      for (time, replicas) in zip(
        profile.secondsOfBlocks, try profile.replicas(capacity.serving(profile), end))
      {
        sum = try sum + time * Ratio(replicas)
      }
      seconds = try sum * hours / SessionProfile.weekHours
      reckoning = Reckoning(seconds, .workSeconds, in: .seconds)
    case .batch, .steady:
      guard let batch = try Self.batch(workload, capacity, end) else { return nil }
      (seconds, reckoning) = batch
    }
  }

  /// How many bursts there are: as many as are asked for, or as many as fit in the month.
  static func windows(
    _ windows: Int?, every: Ratio, of period: Workload.Period
  ) throws(PricingError) -> Ratio {
    if let windows { return Ratio(Int128(windows)) }
    guard let month = try period.seconds else { return .one }
    return try Ratio((month / every).floor)
  }

  /// tokens ÷ (tokens per second × utilisation), shown in the unit in which the speed is whole.
  private static func batch(
    _ workload: Workload, _ capacity: Capacity, _ end: End
  ) throws(PricingError) -> (Ratio, Reckoning)? {
    guard let throughput = capacity.throughput, let speeds = capacity.speeds,
      let perToken = try capacity.secondsPerToken(end)
    else { return nil }
    let tokens = Ratio(workload.tokens?.total ?? 0)
    let speed = throughput.tokensPerSecond[end.opposite]
    let utilisation = throughput.utilisation[end.opposite]
    let seconds = try tokens * perToken
    let perHour = try speed * 3600
    let isHourly = !speed.isWhole && perHour.isWhole
    var reckoning = Reckoning(tokens, .tokens, .workload, in: isHourly ? .hours : .seconds).then(
      .over, isHourly ? perHour : speed, isHourly ? .tokensPerHour : .tokensPerSecond, .throughput)
    if speeds != .one { reckoning = reckoning.then(.over, speeds, .gpus, .machine) }
    if utilisation != .one {
      reckoning = reckoning.then(.over, utilisation, .utilisation, .throughput)
    }
    return (seconds, reckoning)
  }
}
