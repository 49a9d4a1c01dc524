/// The amounts of work between which a fleet's bill is a straight line.
struct FleetRegimes {
  /// Work beyond so many seconds needs one more replica; `nil` where the bill does not step.
  private let step: Ratio?
  /// The seconds of work that the first replicas can do; `nil` for any amount.
  private let first: Ratio?

  /// A stretch of work.
  struct Regime {
    /// The seconds with which it ends; `nil` for no end.
    let upper: Ratio?
    /// Whether the first replicas are enough.
    let isFirst: Bool

    /// Two amounts of work inside the stretch; `nil` for no work at all.
    let samples: (Ratio, Ratio)?
  }

  init(
    policy: ScalingPolicy, pattern: WorkPattern, _ period: Workload.Period, _ end: End
  ) throws(PricingError) {
    if case .bursts(let every, let count) = pattern {
      // Bursts never need a second replica.
      (step, first) = (nil, try count * every)
      return
    }
    guard let month = try period.seconds else {
      (step, first) = (nil, nil)
      return
    }
    let held = Int128(policy.minimumReplicas)
    guard let timeout = policy.idleTimeout.seconds else {
      (step, first) = (month, try Ratio(max(1, held)) * month)
      return
    }
    guard held == 0 else {
      (step, first) = (nil, try Ratio(held) * month)
      return
    }
    let staysUp = if case .steady = pattern { timeout[end] > 0 } else { false }
    (step, first) = staysUp ? (month, month) : (nil, nil)
  }

  /// The stretch that some seconds of work lie in.
  func regime(of seconds: Ratio) throws(PricingError) -> Regime {
    guard seconds > 0 else {
      return Regime(upper: .zero, isFirst: true, samples: nil)
    }
    guard let first else { return try stretch(from: .zero, to: nil, isFirst: true) }
    if seconds <= first { return try stretch(from: .zero, to: first, isFirst: true) }
    guard let step else { return try stretch(from: first, to: nil, isFirst: false) }
    let upper = try (seconds / step).ceiling
    return try stretch(
      from: Ratio(upper - 1) * step, to: Ratio(upper) * step, isFirst: false)
  }

  private func stretch(
    from lower: Ratio, to upper: Ratio?, isFirst: Bool
  ) throws(PricingError) -> Regime {
    let quarter = try upper.map { upper throws(PricingError) in try (upper - lower) / 4 } ?? .one
    return Regime(
      upper: upper, isFirst: isFirst, samples: (try lower + quarter, try lower + quarter + quarter))
  }
}
