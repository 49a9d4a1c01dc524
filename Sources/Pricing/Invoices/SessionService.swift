/// How many replicas serve the sessions of a week.
public struct SessionService: Hashable, Sendable {
  /// Sessions at once at the busiest hour.
  public let sessions: Bounds<Ratio>

  /// How many of them a replica serves.
  public let concurrency: Bounds<Ratio>

  /// Replicas at the busiest hour.
  public let peak: Bounds<Int128>

  /// Replicas that sessions need at the quietest hour.
  public let trough: Bounds<Int128>

  /// Whether those of the peak stay at every hour.
  public let staysAtPeak: Bool

  /// The requests that the sessions at the busiest hour are; `nil` where sessions are counted.
  public var arrivals: SessionProfile.Arrivals?
}

extension Tariff {
  /// How many replicas serve the sessions of a workload; `nil` for one of another kind.
  ///
  /// - Throws: ``PricingError``.
  func service(_ workload: Workload) throws(PricingError) -> SessionService? {
    guard case .sessions(let profile) = workload.traffic, billsTime else { return nil }
    let concurrency = capacity(of: workload).serving(profile)
    func replicas(_ sessions: Bounds<Ratio>) throws(PricingError) -> Bounds<Int128> {
      Bounds(
        try (sessions.low / concurrency.high).ceiling, try (sessions.high / concurrency.low).ceiling
      )
    }
    return SessionService(
      sessions: profile.peak, concurrency: concurrency, peak: try replicas(profile.peak),
      trough: try replicas(profile.trough), staysAtPeak: policy.idleTimeout == .never,
      arrivals: profile.busiest)
  }
}
