/// What the machines of one offer do for one workload, at one end of an invoice.
struct MachineTime {
  /// Machines that do the same: so many runs, each with so many seconds in each phase.
  var runs: [Run] = []

  /// Time in which nothing runs; `nil` where something always does.
  var scaledToZero: Stillness?

  /// The most seconds that can be charged: those of machines that never stop; `nil` where the
  /// work itself says how long machines are needed.
  var limit: Ratio?

  var notes: [Note] = []

  /// What the lines of an invoice say instead of the spans of ``runs``, together the same time; `nil` for
  /// just those.
  var listed: [Span]?

  /// One run of a replica, from its start to its end, and how many there are like it.
  struct Run {
    let count: Ratio
    var spans: [Span]
    var charging = Charging.rounded
  }

  /// How the billed time of a run becomes charged time.
  enum Charging: Hashable {
    /// The run has this length without a break: minimum and increment apply.
    case rounded
    /// Work that is spread nobody knows how, which no rule rounds by more than a second.
    case asUsed
    /// So many runs that rounding them up charges all the time that machines could be up.
    case full(seconds: Ratio)
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
  /// What is charged, minimum and increment included: short runs can cost more than long ones,
  /// but never more than machines that do not stop.
  func chargedSeconds(_ policy: ScalingPolicy, _ end: End) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for run in runs {
      sum = try sum + run.count * run.chargedSeconds(run.billedSeconds(policy, end), policy)
    }
    return limit.map { min(sum, $0) } ?? sum
  }

  /// Lets machines do the same, so that each of them is rounded up by itself.
  mutating func divide(among machines: Ratio) throws(PricingError) {
    for index in runs.indices {
      let run = runs[index]
      var spans: [Span] = []
      for span in run.spans {
        spans.append(
          Span(
            phase: span.phase, seconds: try span.seconds / machines, reckoning: span.reckoning))
      }
      runs[index] = try Run(
        count: run.count * machines, spans: spans, charging: run.charging)
    }
  }

  /// The same with whatever is not work cut down so that all of it fits into some seconds.
  ///
  /// Starts and tails that find no room do not happen: the machine is still up.
  func fitted(into capacity: Ratio) throws(PricingError) -> MachineTime {
    let up = try runs.reduceSeconds()
    guard up > capacity else { return self }
    let active = try runs.map { Run(count: $0.count, spans: $0.spans.filter(\.isActive)) }
      .reduceSeconds()
    let part = try (max(active, capacity) - active) / (up - active)
    var cut = self
    cut.runs = []
    for run in runs {
      var spans: [Span] = []
      for span in run.spans {
        guard !span.isActive else {
          spans.append(span)
          continue
        }
        guard part > 0 else { continue }
        let reckoning = Reckoning(run.count, .runs, in: .seconds)
          .then(.times, span.seconds, .length(span.phase)).then(.times, part, .cut)
        spans.append(
          Span(phase: span.phase, seconds: try span.seconds * part, reckoning: reckoning))
      }
      cut.runs.append(Run(count: run.count, spans: spans, charging: run.charging))
    }
    return cut
  }
}

extension MachineTime.Span {
  fileprivate var isActive: Bool { phase == .active }
}

extension MachineTime {
  /// Enters the charges for this time, for each part of the machine that has a price.
  ///
  /// - Throws: ``PricingError``.
  func enter(
    _ tariff: Tariff, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    let policy = tariff.policy
    func charge(
      _ kind: LineItem.Kind, _ seconds: Ratio, isBilled: Bool, mayCost: Bool = true,
      isUp: Bool = true, _ reckoning: Reckoning
    ) throws(PricingError) {
      for part in tariff.timed where isUp || part.isHeld {
        try ledger.enter(
          Charge(
            kind, part.unit, part.units(of: seconds), price: isBilled ? part.price?[end] : .zero,
            reckoning), less: mayCost ? part.deductions : .none)
        // What is free for the machine is free for its parts, and one line says so.
        if !mayCost { return }
      }
    }
    func charge(_ span: Span, _ count: Ratio) throws(PricingError) {
      let billing = policy.billing(of: span.phase)
      try charge(
        policy.commitment != nil && span.phase == .keptWarm ? .held : .phase(span.phase),
        count * span.seconds, isBilled: billing.isBilled(at: end),
        mayCost: billing.mayCost, span.reckoning)
    }
    if let listed {
      // Also what is nothing at one end, so that lines of both are about the same.
      for span in listed { try charge(span, .one) }
    } else {
      for run in runs {
        for span in run.spans where span.seconds > 0 { try charge(span, run.count) }
      }
    }
    try enterRounding(policy, end) { seconds, reckoning throws(PricingError) in
      let isHeld = policy.commitment != nil
      try charge(isHeld ? .held : .rounding, seconds, isBilled: true, isUp: !isHeld, reckoning)
    }
    if let scaledToZero, scaledToZero.seconds > 0 {
      try charge(
        .scaledToZero, scaledToZero.seconds, isBilled: false, mayCost: false,
        scaledToZero.reckoning)
    }
  }

  /// What runs are charged beyond their billed time, as far as there is time to charge.
  private func enterRounding(
    _ policy: ScalingPolicy, _ end: End, _ charge: (Ratio, Reckoning) throws(PricingError) -> Void
  ) throws(PricingError) {
    var extras: [(count: Ratio, extra: Ratio)] = []
    var (billedSum, sum) = (Ratio.zero, Ratio.zero)
    for run in runs {
      let billed = try run.billedSeconds(policy, end)
      let charged = try run.chargedSeconds(billed, policy)
      (billedSum, sum) = (try billedSum + run.count * billed, try sum + run.count * charged)
      if charged > billed { extras.append((run.count, try charged - billed)) }
    }
    if let limit, limit < sum {
      let rest = try limit - billedSum
      guard rest > 0 else { return }
      return try charge(
        rest,
        Reckoning(limit, .window, in: .seconds).then(.minus, billedSum, .billedSeconds))
    }
    for (count, extra) in extras {
      try charge(
        count * extra, Reckoning(count, .runs, in: .seconds).then(.times, extra, .roundedUp))
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
    switch charging {
    case .rounded: try policy.chargedSeconds(ofRun: billed)
    case .asUsed: billed
    case .full(let seconds): max(billed, seconds)
    }
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
