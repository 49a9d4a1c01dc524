/// When a time-metered offer holds machines, and which of that time it bills.
///
/// Times are exact seconds.
public struct ScalingPolicy: Hashable, Sendable {
  /// When an idle replica is given back.
  public enum IdleTimeout: Hashable, Sendable {
    /// Never: a replica stays until somebody deletes it.
    case never

    /// After so many seconds without a request.
    case after(Bounds<Ratio>)

    /// Nobody says; an invoice counts no idle seconds and says so.
    case notStated

    /// The idle seconds that an invoice counts; `nil` where a replica never goes.
    public var seconds: Bounds<Ratio>? {
      switch self {
      case .never: nil
      case .after(let seconds): seconds
      case .notStated: Bounds(.zero)
      }
    }
  }

  /// Replicas that are held with or without requests.
  public var minimumReplicas: Int

  /// The most replicas there can be; `nil` for as many as are needed.
  public var maximumReplicas: Int?

  /// When an idle replica is given back.
  public var idleTimeout: IdleTimeout

  /// How many sessions a replica serves at once before another one is added, above 0; `nil` where nobody
  /// says.
  public var concurrency: Bounds<Ratio>?

  /// Seconds from one decision of the autoscaler to the next, at which alone replicas come and go; 0 where
  /// nobody says.
  public var decisionInterval: Ratio = .zero

  /// Seconds to which the billed time of each run of a replica is rounded up; 0 for exact time.
  public var billingIncrement: Ratio

  /// The shortest billed run of a replica, in seconds.
  public var minimumCharge: Ratio

  /// How long the timed phases of each start take; a phase that is missing is not stated.
  public var durations: PhaseTable<Bounds<Ratio>>

  /// Which phases are on the bill; a phase that is missing is ``Billing/notStated``.
  public var billing: PhaseTable<Billing>

  /// Who states each rule; a rule that is missing is an assumption.
  public var evidence: [Rule: Basis] = [:]

  /// For how long each machine is paid, used or not; `nil` where it may go at any time.
  public private(set) var commitment: Term?

  /// One value of a policy, for which there is evidence or not.
  public enum Rule: Hashable, Sendable {
    /// ``ScalingPolicy/minimumReplicas``.
    case minimumReplicas

    /// ``ScalingPolicy/maximumReplicas``.
    case maximumReplicas

    /// ``ScalingPolicy/idleTimeout``.
    case idleTimeout

    /// ``ScalingPolicy/concurrency``.
    case concurrency

    /// ``ScalingPolicy/decisionInterval``.
    case decisionInterval

    /// ``ScalingPolicy/billingIncrement``.
    case billingIncrement

    /// ``ScalingPolicy/minimumCharge``.
    case minimumCharge

    /// How long a phase takes.
    case length(Phase)

    /// Whether a phase is billed.
    case billing(Phase)
  }

  /// Creates a policy; the defaults are those of a machine that runs exactly while it works.
  public init(
    minimumReplicas: Int = 0, maximumReplicas: Int? = nil,
    idleTimeout: IdleTimeout = .after(Bounds(.zero)), billingIncrement: Ratio = .zero,
    minimumCharge: Ratio = .zero, durations: PhaseTable<Bounds<Ratio>> = [:],
    billing: PhaseTable<Billing> = [:]
  ) {
    self.minimumReplicas = minimumReplicas
    self.maximumReplicas = maximumReplicas
    self.idleTimeout = idleTimeout
    self.billingIncrement = billingIncrement
    self.minimumCharge = minimumCharge
    self.durations = durations
    self.billing = billing
  }

  /// Whether a phase is on the bill.
  ///
  /// Serving requests is, unless the provider says otherwise.
  public func billing(of phase: Phase) -> Billing {
    if let stated = billing[phase] { return stated }
    return phase == .active ? .billed : .notStated
  }

  /// Who states a rule.
  public func basis(of rule: Rule) -> Basis { evidence[rule] ?? .assumed }

  /// Whether a phase is billed, and who says so.
  func ruling(of phase: Phase) -> Ruling {
    Ruling(.billing(phase, billing(of: phase)), basis(of: .billing(phase)))
  }

  /// The rules by which billed time is more than the time used.
  var roundingRules: [Ruling] {
    var rules: [Ruling] = []
    if billingIncrement > 0 {
      rules.append(Ruling(.increment(billingIncrement), basis(of: .billingIncrement)))
    }
    if minimumCharge > 0 {
      rules.append(Ruling(.minimumCharge(minimumCharge), basis(of: .minimumCharge)))
    }
    return rules
  }

  /// The policy of machines that are held for the longest term of some rates; itself without any.
  func committed(by rates: [Rate], for period: Workload.Period) -> ScalingPolicy {
    var longest: (term: Term, rate: Rate)?
    for rate in rates {
      guard let term = rate.leastTerm, term.months > longest?.term.months ?? 0 else { continue }
      longest = (term, rate)
    }
    return longest.map { committed(to: $0.term, for: period, $0.rate.citation) } ?? self
  }

  /// The policy of machines that a buyer has committed to, or bought.
  ///
  /// They are up all month, whatever would stop other ones. A job takes each of them for a term at least, and
  /// then for as long as the term goes on.
  ///
  /// - Parameters:
  ///   - term: For how long.
  ///   - period: What the invoice is for.
  ///   - citation: Who states the price.
  /// - Returns: The same replicas under the rules of the term.
  private func committed(
    to term: Term, for period: Workload.Period, _ citation: Citation
  ) -> ScalingPolicy {
    var policy = ScalingPolicy(
      minimumReplicas: max(1, minimumReplicas), maximumReplicas: maximumReplicas,
      idleTimeout: .never)
    policy.commitment = term
    for rule in [Rule.minimumReplicas, .maximumReplicas] {
      policy.evidence[rule] = evidence[rule]
    }
    for phase in Phase.allCases {
      policy.billing[phase] = [.active, .keptWarm].contains(phase) ? .billed : .doesNotApply
    }
    policy.evidence[.billing(.keptWarm)] = .stated(citation)
    guard period == .once else { return policy }
    policy.minimumCharge = Term.seconds(ofMonths: term.months)
    policy.billingIncrement = Term.seconds(ofMonths: term.renewal)
    policy.evidence[.minimumCharge] = .stated(citation)
    policy.evidence[.billingIncrement] = .stated(citation)
    return policy
  }

  /// Whether nothing runs, and nothing is charged, while there are no requests.
  public var scalesToZero: Bool { minimumReplicas == 0 && idleTimeout != .never }
}
