/// What one replica of an offer can do for a workload.
struct Capacity: Hashable, Sendable {
  /// How fast it works; `nil` where nobody says.
  let throughput: Throughput?

  /// How many GPUs it has, above 0; `nil` where nobody says.
  let gpus: Ratio?

  /// How many sessions it serves at once, above 0; `nil` where nobody says.
  let concurrency: Bounds<Ratio>?

  /// How many times the stated speed a replica works: that of one GPU as often as it has GPUs.
  ///
  /// - Returns: `nil` where the speed is that of a GPU, and nobody says how many there are.
  var speeds: Ratio? { throughput?.isPerGPU == true ? gpus : .one }

  /// Seconds of one replica for one token at one end of the *cost*.
  ///
  /// - Returns: `nil` where nobody says how fast it works.
  /// - Throws: ``PricingError``.
  func secondsPerToken(_ end: End) throws(PricingError) -> Ratio? {
    guard let throughput, let speeds else { return nil }
    let seconds = try throughput.secondsPerToken(end)
    return speeds == .one ? seconds : try seconds / speeds
  }

  /// How many of the sessions of a week it serves at once: where nobody says, anything from one of them to
  /// all that there are at the busiest hour.
  func serving(_ profile: SessionProfile) -> Bounds<Ratio> {
    concurrency ?? Bounds(.one, max(.one, profile.peak.high))
  }

  /// Whether a workload takes replicas of both the same time; what nobody says of either may be another
  /// number for each.
  func hasPace(of other: Capacity, for workload: Workload) -> Bool {
    guard throughput == other.throughput else { return false }
    if case .gpuHours = workload.traffic { return gpus == other.gpus }
    if case .sessions = workload.traffic {
      return concurrency != nil && concurrency == other.concurrency
    }
    return throughput?.isPerGPU != true || gpus == other.gpus
  }
}

extension Tariff {
  /// What one replica can do for a workload, which says how fast where the offer does not.
  func capacity(of workload: Workload) -> Capacity {
    Capacity(
      throughput: offer.throughput ?? workload.throughput, gpus: gpus,
      concurrency: policy.concurrency ?? workload.concurrency)
  }
}

extension Offer {
  /// How many GPUs one replica has: those that are charged for, or those of the machine that is rented;
  /// `nil` where nobody says.
  var gpus: Ratio? {
    if rates.contains(where: { $0.unit.part == .gpus }) { return replica[.gpus] }
    return goods?.machine.map { Ratio(Int128($0.count)) }
  }
}
