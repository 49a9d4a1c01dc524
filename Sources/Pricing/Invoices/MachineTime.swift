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
    let derivation: Timed
  }

  /// Time in one phase.
  struct Span {
    let phase: Phase
    /// Of one run.
    let seconds: Ratio
    /// How the time of *all* runs of the group comes about.
    let derivation: Timed
  }

  /// A derivation that ends in hours or in seconds.
  enum Timed {
    case hours(Derivation)
    case seconds(Derivation)
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

  /// The charges for this time at a rate.
  ///
  /// - Throws: ``PricingError``.
  func charges(offer: Offer, rate: Rate, end: End) throws(PricingError) -> [Charge] {
    var charges: [Charge] = []
    var rounding: [(count: Ratio, seconds: Ratio)] = []
    for run in runs {
      var billed = Ratio.zero
      for span in run.spans where span.seconds > 0 {
        let isBilled = offer.scaling.billing(of: span.phase).isBilled(at: end)
        if isBilled { billed = try billed + span.seconds }
        charges.append(
          Charge(
            kind: .phase(span.phase), rate: rate,
            quantity: try units(run.count * span.seconds, offer, rate),
            price: isBilled ? rate.price?[end] : .zero,
            derivation: converted(span.derivation, offer, rate),
            rulings: [offer.scaling.ruling(of: span.phase)]))
      }
      let charged = try run.chargedSeconds(billed, offer.scaling)
      if charged > billed { rounding.append((run.count, try charged - billed)) }
    }
    for extra in rounding {
      let derivation = Derivation(extra.count, "runs", "runs")
        .then(.times, extra.seconds, "s", "rounded up")
      charges.append(
        Charge(
          kind: .rounding, rate: rate,
          quantity: try units(extra.count * extra.seconds, offer, rate), price: rate.price?[end],
          derivation: converted(.seconds(derivation), offer, rate),
          rulings: offer.scaling.roundingRules))
    }
    if let scaledToZero, scaledToZero.seconds > 0 {
      charges.append(
        Charge(
          kind: .scaledToZero, rate: rate,
          quantity: try units(scaledToZero.seconds, offer, rate), price: .zero,
          derivation: converted(scaledToZero.derivation, offer, rate)))
    }
    return charges
  }

  private func units(
    _ seconds: Ratio, _ offer: Offer, _ rate: Rate
  ) throws(PricingError) -> Ratio {
    try seconds * offer.unitsPerReplica / Ratio(rate.unit.size)
  }

  /// The derivation carried on to the unit of the rate.
  private func converted(_ timed: Timed, _ offer: Offer, _ rate: Rate) -> Derivation {
    var derivation: Derivation
    switch timed {
    case .hours(let hours):
      derivation = rate.unit.size == 3600 ? hours : hours.then(.times, 3600, "s/h", "an hour")
    case .seconds(let seconds):
      derivation = rate.unit.size == 1 ? seconds : seconds.then(.over, 3600, "s/h", "an hour")
    }
    if offer.unitsPerReplica != .one {
      let unit = rate.unit == .gigabyteSecond ? "GB" : "GPUs"
      derivation = derivation.then(.times, offer.unitsPerReplica, unit, "of one replica")
    }
    return derivation
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
    guard billed > 0 else { return .zero }
    return try max(billed, minimumCharge).roundedUp(to: billingIncrement)
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
