/// How full the least machines are that hold some work in the time there is: a month, or up to a deadline.
public struct MachineFill: Hashable, Sendable {
  /// The work: hours of GPUs where ``gpus`` says how many a machine has, else of machines.
  public let work: Bounds<Ratio>

  /// The GPUs of one machine; `nil` for work that is not counted by them.
  public let gpus: Ratio?

  /// The least number of machines that hold the work, and are not fewer than the offer holds.
  public let machines: Bounds<Int128>

  /// The hours that each of them has for it.
  public let hours: Ratio

  /// Whether the hours are those up to a deadline, and not those of a month.
  public let isDeadline: Bool

  /// The share of the machines' time that the work takes, 0 to 1.
  ///
  /// - Parameter end: The end of the work.
  /// - Returns: The share.
  /// - Throws: ``PricingError``.
  public func share(_ end: End) throws(PricingError) -> Ratio {
    try work[end] / room(end)
  }

  /// The hours that the machines have room for at one end of the work.
  ///
  /// - Throws: ``PricingError``.
  public func room(_ end: End) throws(PricingError) -> Ratio {
    try Ratio(machines[end]) * (gpus ?? .one) * hours
  }
}

extension Tariff {
  /// How full the machines of an invoice are; `nil` for work that is not counted in GPU-hours and has no
  /// deadline, and for a month in which machines stop when there is none.
  ///
  /// - Throws: ``PricingError``.
  func fill(_ workload: Workload) throws(PricingError) -> MachineFill? {
    guard billsTime, let hours = try hoursToFill(workload), hours > 0,
      let (work, gpus) = try workToFill(workload), work.high > 0
    else { return nil }
    let each = try (gpus ?? .one) * hours
    let least = max(1, Int128(policy.minimumReplicas))
    return MachineFill(
      work: work, gpus: gpus,
      machines: Bounds(
        max(least, try (work.low / each).ceiling), max(least, try (work.high / each).ceiling)),
      hours: hours, isDeadline: workload.period == .once)
  }

  /// The hours that each machine has for the work.
  private func hoursToFill(_ workload: Workload) throws(PricingError) -> Ratio? {
    guard case .month(let hours) = workload.period else {
      return try workload.deadline.map { deadline throws(PricingError) in try deadline / 3600 }
    }
    guard case .gpuHours = workload.traffic, !policy.scalesToZero else { return nil }
    return hours
  }

  private func workToFill(
    _ workload: Workload
  ) throws(PricingError) -> (work: Bounds<Ratio>, gpus: Ratio?)? {
    if case .gpuHours(let work) = workload.traffic { return gpus.map { (work, $0) } }
    let capacity = capacity(of: workload)
    guard let least = try Work(workload, capacity, end: .low),
      let most = try Work(workload, capacity, end: .high)
    else { return nil }
    return (Bounds(try least.seconds / 3600, try most.seconds / 3600), nil)
  }
}
