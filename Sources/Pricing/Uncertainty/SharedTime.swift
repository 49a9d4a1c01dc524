extension Tariff {
  /// Whether machines of two offers are charged for the same seconds, however often they start.
  ///
  /// How often is an input of the workload, and follows from when a machine stops. So under one set of
  /// rules two machines start together, unless something that starts and stops cost is open: how long it
  /// takes, or whether it is billed, is an input of each offer.
  ///
  /// - Parameters:
  ///   - other: The other offer.
  ///   - workload: What both do.
  /// - Returns: Whether they certainly are.
  func sharesStarts(with other: Tariff, for workload: Workload) -> Bool {
    workload.runs == nil && billsTime && other.billsTime
      && policy.idleTimeout != .never && policy.hasRules(of: other.policy)
      && policy.isExact
      && capacity(of: workload).hasPace(of: other.capacity(of: workload), for: workload)
  }
}

extension ScalingPolicy {
  /// Whether the rules are the same, whoever states them.
  fileprivate func hasRules(of other: ScalingPolicy) -> Bool {
    (minimumReplicas, maximumReplicas, idleTimeout) == (
      other.minimumReplicas, other.maximumReplicas, other.idleTimeout
    ) && concurrency == other.concurrency && decisionInterval == other.decisionInterval
      && (billingIncrement, minimumCharge) == (other.billingIncrement, other.minimumCharge)
      && durations == other.durations
      && Phase.allCases.allSatisfy { billing(of: $0) == other.billing(of: $0) }
  }

  /// Whether all that starting, working and stopping may cost is stated, and no range.
  fileprivate var isExact: Bool {
    guard let timeout = idleTimeout.seconds, idleTimeout != .notStated, timeout.isExact else {
      return false
    }
    return (Phase.timed + [.idleTail, .active]).allSatisfy { phase in
      guard billing(of: phase).mayCost else { return true }
      let isLengthKnown = !Phase.timed.contains(phase) || durations[phase]?.isExact == true
      return billing(of: phase) == .billed && isLengthKnown
    }
  }
}
