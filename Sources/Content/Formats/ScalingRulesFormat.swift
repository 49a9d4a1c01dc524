import Diagnostics
import Pricing

/// The keys of dated rules of scaling, as a rate card states them: a policy with its evidence.
enum ScalingRulesFormat {
  private static let citation = Shape(
    "citation", "Who says so.",
    [
      Field("source", .identifier, .required, "The id of the source.", example: "modal-docs"),
      Field("quote", .text, .optional, "Its words.", example: "no charge during idle periods"),
    ])

  /// Rules that often have a source of their own, by their keys.
  private static let subjects: [(key: String, subject: ScalingRules.Subject)] =
    [
      ("idle_timeout", .idleTimeout), ("billing_increment", .billingIncrement), ("start", .start),
    ] + Phase.allCases.map { (ScalingFormat.key($0), .billing(of: $0)) }

  private static let evidence = Shape(
    "list of evidence", "Who states a single rule, where that is another source.",
    subjects.map { key, subject in
      let isPhase = if case .billing = subject { true } else { false }
      return Field(
        key, .shape(citation), .optional,
        isPhase ? "Whether this phase is billed." : "This rule.")
    })

  static let shape = Shape(
    "set of scaling rules",
    "When machines are held and which of that time is billed, from a day on, with the source.",
    [
      Field(
        "from", .date, .optional,
        "The first day on which they hold; left out of the oldest where nobody says.",
        example: "2026-06-29"),
      Field(
        "source", .identifier, .required, "The id of the source that states them.",
        example: "modal-pricing"),
      Field("quote", .text, .optional, "Its words.", example: "no charge during idle periods"),
    ] + ScalingFormat.shape.fields + [
      Field("evidence", .shape(evidence), .optional, "Sources of single rules.")
    ])

  /// The rules of an offer, oldest first.
  static func rules(
    _ entries: [Mapping], _ cited: inout [Located<String>], into findings: inout Findings
  ) -> [ScalingRules] {
    var rules: [ScalingRules] = []
    for (index, entry) in entries.enumerated() {
      let citation = citation(entry, &cited)
      let evidence = evidence(entry.mapping("evidence"), &cited)
      var policy = ScalingFormat.policy(
        entry, changing: ScalingPolicy(), basis: Basis(citation), into: &findings)
      for (subject, citation) in evidence {
        for rule in subject.rules where policy.evidence[rule] != nil {
          policy.evidence[rule] = .stated(citation)
        }
      }
      let from = entry.date("from")
      if index > 0, !entry.has("from") {
        findings.error(
          entry.location, "rules that follow others, without a day",
          hint: "add 'from:' with the first day on which they hold")
      }
      if let from, let earlier = rules.last?.from, from.value <= earlier {
        findings.error(
          from.location, "'\(from.value)' is not after '\(earlier)'",
          hint: "write the rules oldest first")
      }
      rules.append(
        ScalingRules(
          from: from?.value, policy: policy, citation: citation, evidence: evidence))
    }
    return rules
  }

  private static func evidence(
    _ mapping: Mapping?, _ cited: inout [Located<String>]
  ) -> [ScalingRules.Subject: Citation] {
    guard let mapping else { return [:] }
    var evidence: [ScalingRules.Subject: Citation] = [:]
    for (key, subject) in subjects {
      evidence[subject] = mapping.mapping(key).flatMap { citation($0, &cited) }
    }
    return evidence
  }

  private static func citation(_ entry: Mapping, _ cited: inout [Located<String>]) -> Citation? {
    guard let source = entry.text("source") else { return nil }
    cited.append(source)
    return Citation(source: source.value, quote: entry.text("quote")?.value)
  }
}

extension ScalingRules.Subject {
  /// The rules of a policy that evidence for this subject stands behind.
  fileprivate var rules: [ScalingPolicy.Rule] {
    switch self {
    case .billing(let phase): [.billing(phase)]
    case .start: Phase.coldStart.map(ScalingPolicy.Rule.length)
    case .idleTimeout: [.idleTimeout]
    case .billingIncrement: [.billingIncrement]
    }
  }
}
