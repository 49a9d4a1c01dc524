/// What the parts of a cost curve are worked out from: an offer, at one end of every range.
struct CurveInput {
  let tariff: Tariff
  /// The workloads that the offer has an invoice for; at least one.
  let workloads: [Workload]
  let sweep: Sweep
  let end: End

  /// Selects the workloads that the curve must agree with.
  ///
  /// - Returns: Why there are none, if so.
  static func make(
    _ tariff: Tariff, workloads: [Workload], sweep: Sweep, end: End
  ) -> Result<CurveInput, NoCurve> {
    guard !tariff.rates.isEmpty else { return .failure(.notApplicable(.noRate)) }
    var priced: [Workload] = []
    var reason: NotApplicable?
    for workload in workloads {
      // A driver of time says when machines work, whatever the workload says.
      var driven = workload
      if sweep.driver != .tokens, [.none, .notStated].contains(workload.traffic) {
        driven.traffic = .hours(Bounds(.one))
      }
      if let problem = tariff.reasonNotToQuote(driven) {
        reason = reason ?? problem
      } else {
        priced.append(workload)
      }
    }
    // A workload without any work is no point of the curve, unless it is the only one.
    let working = priced.filter { $0.traffic != .none }
    if !working.isEmpty { priced = working }
    guard !priced.isEmpty else { return .failure(.notApplicable(reason ?? .needsTraffic)) }
    if sweep.driver == .busyShare, priced.contains(where: { $0.period == .once }) {
      return .failure(.needsMonth)
    }
    return .success(
      CurveInput(tariff: tariff, workloads: priced, sweep: sweep, end: end))
  }

  /// The work of one driver unit in seconds, where the driver is a time.
  ///
  /// - Returns: `nil` for tokens; and for a share of a month where there is none.
  func secondsPerUnit() throws(PricingError) -> Ratio? {
    switch sweep.driver {
    case .tokens: return nil
    case .hours: return 3600
    case .busyShare:
      guard let month = try workloads.first?.period.seconds else { return nil }
      return try month / 1_000_000
    }
  }
}
