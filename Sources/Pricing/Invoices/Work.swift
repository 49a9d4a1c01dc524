/// How long one replica would have to work for a workload, and where that comes from.
struct Work {
  let seconds: Ratio
  let derivation: MachineTime.Timed

  /// So many seconds of work.
  init(seconds: Ratio) {
    self.seconds = seconds
    derivation = .seconds(Derivation(seconds, "s", "work"))
  }

  /// The work of a workload at one end of an invoice.
  ///
  /// - Returns: `nil` where the workload states no traffic, or a throughput is missing.
  /// - Throws: ``PricingError``.
  init?(_ workload: Workload, throughput: Throughput?, end: End) throws(PricingError) {
    switch workload.traffic {
    case .notStated: return nil
    case .none:
      seconds = .zero
      derivation = .hours(Derivation(.zero, "h", "no requests"))
    case .hours(let hours):
      seconds = try hours[end] * 3600
      derivation = .hours(Derivation(hours[end], "h", "work", workload.basis))
    case .busyShare(let share):
      guard case .month(let hours) = workload.period else { return nil }
      seconds = try share[end] * hours * 3600
      derivation = .hours(
        Derivation(share[end], "", "busy share", workload.basis)
          .then(.times, hours, "h", "month", .assumed))
    case .bursts(let work, let every, let windows):
      let count = try Self.windows(windows, every: every, of: workload)
      seconds = try count * work
      derivation = .seconds(
        Derivation(count, "bursts", "bursts", windows == nil ? .computed : workload.basis)
          .then(.times, work, "s", "work of a burst", workload.basis))
    case .session(let length):
      seconds = length
      derivation = .seconds(Derivation(length, "s", "session", workload.basis))
    case .batch, .steady:
      guard let throughput else { return nil }
      (seconds, derivation) = try Self.batch(workload, throughput, end)
    }
  }

  /// How many bursts there are: as many as are asked for, or as many as fit in the month.
  static func windows(
    _ windows: Int?, every: Ratio, of workload: Workload
  ) throws(PricingError) -> Ratio {
    if let windows { return Ratio(Int128(windows)) }
    guard let month = try workload.period.seconds else { return .one }
    return try Ratio((month / every).floor)
  }

  /// tokens ÷ (tokens per second × utilisation), shown in the unit in which the speed is whole.
  private static func batch(
    _ workload: Workload, _ throughput: Throughput, _ end: End
  ) throws(PricingError) -> (Ratio, MachineTime.Timed) {
    let tokens = Ratio(workload.tokens?.total ?? 0)
    let speed = throughput.tokensPerSecond[end.opposite]
    let utilisation = throughput.utilisation[end.opposite]
    let seconds = try tokens * throughput.secondsPerToken(end)
    let perHour = try speed * 3600
    let isHourly = !speed.isWhole && perHour.isWhole
    var derivation = Derivation(tokens, "tokens", "tokens", workload.basis).then(
      .over, isHourly ? perHour : speed, isHourly ? "tokens/h" : "tokens/s", "throughput",
      throughput.basis)
    if utilisation != .one {
      derivation = derivation.then(.over, utilisation, "", "utilisation", throughput.basis)
    }
    return (seconds, isHourly ? .hours(derivation) : .seconds(derivation))
  }
}
