/// The rules of scaling and billing that hold from a day on, with the evidence for them.
///
/// Rules change as rates do: a phase that was billed is free from one day to the next. Old rules
/// stay, so that an old invoice can be worked out again.
public struct ScalingRules: Hashable, Sendable {
  /// The day on which they began to hold, or on which their source states them; `nil` for a policy
  /// that somebody assumes.
  public var day: EvidenceDay?

  /// The rules.
  public var policy: ScalingPolicy

  /// Who states them; `nil` for a policy that somebody assumes.
  public var citation: Citation?

  /// Who states a single rule, where that is somebody else.
  public var evidence: [Subject: Citation]

  /// A rule that can have a source of its own.
  public enum Subject: Hashable, Sendable {
    /// Whether a phase is billed.
    case billing(of: Phase)

    /// How long a start takes, all its phases together.
    case start

    /// When an idle replica is given back.
    case idleTimeout

    /// How often the autoscaler decides.
    case decisionInterval

    /// To what billed time is rounded up.
    case billingIncrement

    /// The shortest billed run.
    case minimumCharge

    /// How many replicas are held at least.
    case minimumReplicas

    /// How many replicas there can be.
    case maximumReplicas

    /// How many sessions a replica serves at once.
    case concurrency
  }

  /// Creates rules; those without a day hold from the beginning.
  public init(
    day: EvidenceDay? = nil, policy: ScalingPolicy, citation: Citation? = nil,
    evidence: [Subject: Citation] = [:]
  ) {
    self.day = day
    self.policy = policy
    self.citation = citation
    self.evidence = evidence
  }

  /// Who states one of the rules.
  public func citation(of subject: Subject) -> Citation? { evidence[subject] ?? citation }
}

extension Offer {
  /// The rules in force on a day: the latest that are known to hold, or the first of all.
  ///
  /// - Parameter date: The day; `nil` for the latest.
  /// - Returns: `nil` for an offer without any.
  public func rules(on date: CalendarDate?) -> ScalingRules? {
    guard let date else { return rules.last }
    return rules.last { $0.day.map { $0.date <= date } ?? true } ?? rules.first
  }

  /// How machines come and go on a day.
  ///
  /// - Parameter date: The day; `nil` for the latest.
  /// - Returns: The policy; that of a machine that runs exactly while it works if nobody states one.
  public func scaling(on date: CalendarDate?) -> ScalingPolicy {
    rules(on: date)?.policy ?? ScalingPolicy()
  }

  /// The same offer with no other rules than those in force on a day.
  ///
  /// - Parameter date: The day; `nil` for the latest.
  /// - Returns: An offer with one set of rules at most.
  public func withRules(on date: CalendarDate?) -> Offer {
    var offer = self
    offer.rules = rules(on: date).map { [$0] } ?? []
    return offer
  }
}
