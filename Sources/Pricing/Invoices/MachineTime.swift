/// What the machines of one offer do for one workload, at one end of an invoice.
struct MachineTime {
  /// Machines that do the same: so many runs, each with so many seconds in each phase.
  var runs: [Run] = []

  /// Time in which nothing runs; `nil` where something always does.
  var scaledToZero: Stillness?

  var notes: [Note] = []

  /// One run of a replica, from its start to its end, and how many there are like it.
  struct Run {
    let count: Ratio
    var spans: [Span]
    /// Whether the run has this length without a break; work that is spread nobody knows how has
    /// none, so that increments and minimum charges cannot be worked out.
    var isUnbroken = true
  }

  /// Time in which nothing runs.
  struct Stillness {
    let seconds: Ratio
    let reckoning: Reckoning
  }

  /// Time in one phase.
  struct Span {
    let phase: Phase
    /// Of one run.
    let seconds: Ratio
    /// How the time of *all* runs of the group comes about.
    let reckoning: Reckoning
  }
}

extension MachineTime {
  /// What is charged, minimum and increment included: short runs can cost more than long ones.
  func chargedSeconds(_ policy: ScalingPolicy, _ end: End) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for run in runs {
      sum = try sum + run.count * run.chargedSeconds(run.billedSeconds(policy, end), policy)
    }
    return sum
  }

  /// Enters the charges for this time at a rate.
  ///
  /// - Throws: ``PricingError``.
  func enter(
    _ tariff: Tariff, _ rate: Tariff.Price, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    let policy = tariff.policy
    func charge(
      _ kind: LineItem.Kind, _ seconds: Ratio, _ price: Money?, _ reckoning: Reckoning
    ) throws(PricingError) {
      try ledger.enter(
        Charge(
          kind, rate.unit, seconds * tariff.offer.unitsPerReplica / Ratio(rate.unit.size),
          price: price, reckoning))
    }
    for run in runs {
      for span in run.spans where span.seconds > 0 {
        let isBilled = policy.billing(of: span.phase).isBilled(at: end)
        try charge(
          .phase(span.phase), run.count * span.seconds, isBilled ? rate.price?[end] : .zero,
          span.reckoning)
      }
    }
    for run in runs {
      let billed = try run.billedSeconds(policy, end)
      let charged = try run.chargedSeconds(billed, policy)
      guard charged > billed else { continue }
      let extra = try charged - billed
      try charge(
        .rounding, run.count * extra, rate.price?[end],
        Reckoning(run.count, .runs, in: .seconds).then(.times, extra, .roundedUp))
    }
    if let scaledToZero, scaledToZero.seconds > 0 {
      try charge(.scaledToZero, scaledToZero.seconds, .zero, scaledToZero.reckoning)
    }
  }
}

extension MachineTime.Run {
  /// The seconds of one run in phases that are charged, before any rounding.
  func billedSeconds(_ policy: ScalingPolicy, _ end: End) throws(PricingError) -> Ratio {
    var billed = Ratio.zero
    for span in spans where policy.billing(of: span.phase).isBilled(at: end) {
      billed = try billed + span.seconds
    }
    return billed
  }

  /// What this run is charged for its billed seconds.
  func chargedSeconds(_ billed: Ratio, _ policy: ScalingPolicy) throws(PricingError) -> Ratio {
    isUnbroken ? try policy.chargedSeconds(ofRun: billed) : billed
  }
}

extension ScalingPolicy {
  /// What one run is charged for its billed seconds: minimum and increment, nothing for nothing.
  func chargedSeconds(ofRun billed: Ratio) throws(PricingError) -> Ratio {
    try Self.charged(billed, minimum: minimumCharge, increment: billingIncrement)
  }

  /// What a run is charged that is billed at all, in whatever unit of time.
  static func charged(
    _ billed: Ratio, minimum: Ratio, increment: Ratio
  ) throws(PricingError) -> Ratio {
    billed > 0 ? try max(billed, minimum).roundedUp(to: increment) : .zero
  }
}

extension Billing {
  /// Whether the phase is charged at any end of an invoice.
  var mayCost: Bool { isBilled(at: .high) }

  /// Whether the phase is charged at one end of an invoice.
  func isBilled(at end: End) -> Bool {
    switch self {
    case .billed: true
    case .free, .doesNotApply: false
    case .notStated: end == .high
    }
  }
}
