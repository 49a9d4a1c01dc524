import Diagnostics
import Pricing

/// The keys of a scaling policy, in a rate card and where a scenario changes one.
enum ScalingFormat {
  private static let start = Shape(
    "start", "How long each start of a replica takes, phase by phase.",
    [
      Field(
        "waiting", .durationRange, .optional, "Until a machine is found.", example: "not stated"),
      Field("pulling", .durationRange, .optional, "Pulling the image.", example: "10 s to 60 s"),
      Field(
        "loading", .durationRange, .optional, "Starting the container and loading the model.",
        example: "3 s to 30 s"),
    ])

  private static let billed = Shape(
    "list of billed phases", "Which phases are on the bill; what is left out is not stated.",
    Phase.allCases.map { phase in
      Field(
        key(phase), .choice(Billing.allCases.map(\.rawValue)), .optional, Self.phases[phase] ?? "",
        example: "billed")
    })

  /// The same phrases as in the documentation of ``Phase``, for editors.
  private static let phases: [Phase: String] = [
    .waiting: "Waiting for a machine to be found.", .pulling: "Pulling the container image.",
    .loading: "Starting the container and loading the model.", .active: "Serving requests.",
    .idleTail: "Up with nothing to do, until the idle timeout ends it.",
    .keptWarm: "Held ready because the scaling policy says so.",
    .draining: "Finishing and stopping.",
  ]

  static let shape = Shape(
    "scaling policy", "When machines are held, and which of that time is billed.",
    [
      Field(
        "minimum_replicas", .count, .optional,
        "Replicas that are held with or without requests; 0 if left out.", example: "0"),
      Field(
        "maximum_replicas", .count, .optional,
        "The most replicas there can be; as many as are needed if left out.", example: "3"),
      Field(
        "concurrency", .countRange, .optional,
        "How many sessions a replica serves at once before another is added; the workload says it if "
          + "left out, or it is anything from one to all.", example: "8"),
      Field(
        "idle_timeout", .line, .optional,
        "How long an idle replica stays: a duration, a range, 'not stated', or 'never' for one that "
          + "stays until somebody deletes it. Nothing if left out.", example: "60 s"),
      Field(
        "decision_interval", .duration, .optional,
        "How often the autoscaler decides: an idle replica goes at the first decision after its timeout, at "
          + "most so much later. At its timeout if left out.", example: "60 s"),
      Field(
        "billing_increment", .duration, .optional,
        "Billed time is rounded up to a multiple of this; exact if left out.", example: "1 s"),
      Field(
        "minimum_charge", .duration, .optional, "The shortest billed run.", example: "60 s"),
      Field("start", .shape(start), .optional, "How long a start takes."),
      Field("draining", .durationRange, .optional, "How long a stop takes.", example: "5 s"),
      Field("billed", .shape(billed), .optional, "Which phases are on the bill."),
      EvidenceFormat.field(of: "a scaling policy", subjects.map(\.key)),
    ])

  /// Rules that can have a source of their own, by their keys.
  private static let subjects: [(key: String, subject: ScalingRules.Subject)] =
    [
      ("minimum_replicas", .minimumReplicas), ("maximum_replicas", .maximumReplicas),
      ("concurrency", .concurrency), ("idle_timeout", .idleTimeout),
      ("decision_interval", .decisionInterval), ("billing_increment", .billingIncrement),
      ("minimum_charge", .minimumCharge), ("start", .start),
    ] + Phase.allCases.map { (key($0), .billing(of: $0)) }

  /// Who states single rules.
  static func evidence(
    _ mapping: Mapping, _ cited: inout [Located<String>], into findings: inout Findings
  ) -> [ScalingRules.Subject: Citation] {
    var evidence: [ScalingRules.Subject: Citation] = [:]
    for (key, subject) in subjects {
      evidence[subject] = EvidenceFormat.citation(
        of: key, in: mapping, holding: figures(of: key, in: mapping), &cited, into: &findings)
    }
    return evidence
  }

  /// What the words about a rule have to hold; whether a phase is billed is no number.
  static func figures(of key: String, in mapping: Mapping) -> [QuotedFigure] {
    switch key {
    case "idle_timeout":
      guard let text = mapping.text(key), text.value != "never",
        case .range(let range)? = try? Stated(text.value, bound: TimeSpan.read)
      else { return [] }
      return [
        QuotedFigure(
          kind: .time, values: Set([range.lowerBound, range.upperBound]).sorted().map(seconds))
      ]
    case "start":
      guard let start = mapping.mapping(key) else { return [] }
      return Phase.coldStart.compactMap { start.figure(Self.key($0)) }
    case "minimum_replicas", "maximum_replicas", "concurrency", "decision_interval",
      "billing_increment", "minimum_charge":
      return [mapping.figure(key)].compactMap(\.self)
    default: return []
    }
  }

  /// The policy with what a mapping changes about it.
  ///
  /// - Parameters:
  ///   - mapping: The changes.
  ///   - base: What holds where there are none.
  ///   - citation: Who states all of it, where no single rule has evidence of its own.
  ///   - evidence: Who states single rules.
  ///   - findings: Receives what is wrong.
  /// - Returns: The policy, with who states each of its rules.
  static func policy(
    _ mapping: Mapping?, changing base: ScalingPolicy, citation: Citation? = nil,
    evidence: [ScalingRules.Subject: Citation], into findings: inout Findings
  ) -> ScalingPolicy {
    guard let mapping else { return base }
    var policy = base
    // The words of the whole, read once for all the numbers that they may hold.
    lazy var amounts = citation?.quote.map { QuotedAmounts($0).all } ?? []
    for (rule, key) in rules(in: mapping) {
      let figures = figures(of: key, in: mapping)
      let isHeld = figures.allSatisfy { $0.isHeld(by: amounts) }
      let common = citation.map { isHeld ? $0 : Citation(source: $0.source) }
      policy.evidence[rule] = Basis(evidence[rule.subject] ?? common)
    }
    if let count = mapping.count("minimum_replicas") { policy.minimumReplicas = count.value }
    if let count = mapping.count("maximum_replicas") { policy.maximumReplicas = count.value }
    if let stated = mapping.countRange("concurrency") {
      policy.concurrency = ProfileFormat.concurrency(stated, &findings)
    }
    if let text = mapping.text("idle_timeout") {
      if let timeout = idleTimeout(text, &findings) { policy.idleTimeout = timeout }
    }
    if let interval = mapping.duration("decision_interval") {
      check(interval, of: policy, &findings)
      policy.decisionInterval = seconds(interval.value)
    }
    if let increment = mapping.duration("billing_increment") {
      policy.billingIncrement = seconds(increment.value)
    }
    if let minimum = mapping.duration("minimum_charge") {
      policy.minimumCharge = seconds(minimum.value)
    }
    let start = mapping.mapping("start")
    for phase in Phase.coldStart {
      if let start { setDuration(start.durationRange(key(phase)), of: phase, in: &policy) }
    }
    setDuration(mapping.durationRange("draining"), of: .draining, in: &policy)
    if let billed = mapping.mapping("billed") {
      for phase in Phase.allCases {
        if let word = billed.text(key(phase)) {
          policy.billing[phase] = Billing(rawValue: word.value)
        }
      }
    }
    checkReplicas(policy, mapping, &findings)
    return policy
  }

  /// What a mapping says anything about, and under which key.
  private static func rules(in mapping: Mapping) -> [(rule: ScalingPolicy.Rule, key: String)] {
    var rules: [(ScalingPolicy.Rule, String)] = [
      ("minimum_replicas", .minimumReplicas), ("maximum_replicas", .maximumReplicas),
      ("concurrency", .concurrency), ("idle_timeout", .idleTimeout),
      ("decision_interval", .decisionInterval), ("billing_increment", .billingIncrement),
      ("minimum_charge", .minimumCharge), ("draining", .length(.draining)),
    ].compactMap { (key: String, rule: ScalingPolicy.Rule) in mapping.has(key) ? (rule, key) : nil }
    let (start, billed) = (mapping.mapping("start"), mapping.mapping("billed"))
    for phase in Phase.allCases {
      if Phase.coldStart.contains(phase), start?.has(key(phase)) == true {
        rules.append((.length(phase), "start"))
      }
      if billed?.has(key(phase)) == true { rules.append((.billing(phase), key(phase))) }
    }
    return rules
  }

  static func key(_ phase: Phase) -> String { keys[phase] ?? "" }

  private static let keys = Dictionary(
    uniqueKeysWithValues: Phase.allCases.map { ($0, $0.rawValue.replacing("-", with: "_")) })

  private static func setDuration(
    _ stated: Located<Stated<Duration>>?, of phase: Phase, in policy: inout ScalingPolicy
  ) {
    guard let stated else { return }
    guard case .range(let range) = stated.value else {
      policy.durations[phase] = nil
      return
    }
    policy.durations[phase] = Bounds(seconds(range.lowerBound), seconds(range.upperBound))
  }

  private static func idleTimeout(
    _ text: Located<String>, _ findings: inout Findings
  ) -> ScalingPolicy.IdleTimeout? {
    if text.value == "never" { return .never }
    do {
      switch try Stated(text.value, bound: TimeSpan.read) {
      case .notStated: return .notStated
      case .range(let range):
        return .after(Bounds(seconds(range.lowerBound), seconds(range.upperBound)))
      }
    } catch {
      findings.diagnostics.append(error.diagnostic(at: text.location))
      return nil
    }
  }

  /// A decision is about replicas that may go.
  private static func check(
    _ interval: Located<Duration>, of policy: ScalingPolicy, _ findings: inout Findings
  ) {
    if interval.value == .zero {
      findings.error(
        interval.location, "decisions with no time between them",
        hint: "write a length like 60 s, or leave it out for one at every moment")
    } else if policy.idleTimeout == .never {
      findings.error(
        interval.location, "'decision_interval' of replicas that never go",
        hint: "leave it out, or write an 'idle_timeout' after which they do")
    }
  }

  private static func checkReplicas(
    _ policy: ScalingPolicy, _ mapping: Mapping, _ findings: inout Findings
  ) {
    if let maximum = policy.maximumReplicas, maximum < max(1, policy.minimumReplicas) {
      findings.error(
        mapping.location(of: "maximum_replicas"),
        "at most \(maximum) replicas, but at least \(max(1, policy.minimumReplicas))",
        hint: "make 'maximum_replicas' the larger number")
    }
    if policy.minimumReplicas > 1_000_000 {
      findings.error(
        mapping.location(of: "minimum_replicas"),
        "'\(policy.minimumReplicas)' replicas are more than 1M, the most that are priced",
        hint: "check the number")
    }
  }
}

extension ScalingPolicy.Rule {
  /// What evidence for the rule is called.
  fileprivate var subject: ScalingRules.Subject {
    switch self {
    case .minimumReplicas: .minimumReplicas
    case .maximumReplicas: .maximumReplicas
    case .concurrency: .concurrency
    case .idleTimeout: .idleTimeout
    case .decisionInterval: .decisionInterval
    case .billingIncrement: .billingIncrement
    case .minimumCharge: .minimumCharge
    case .length: .start
    case .billing(let phase): .billing(of: phase)
    }
  }
}
