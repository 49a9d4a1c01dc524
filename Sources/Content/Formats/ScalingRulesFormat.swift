import Diagnostics
import Pricing

/// The keys of dated rules of scaling, as a rate card states them: a policy with its evidence.
enum ScalingRulesFormat {
  static let shape = Shape(
    "set of scaling rules",
    "When machines are held and which of that time is billed, from a day on, with the source.",
    [
      Field(
        "from", .date, .optional,
        "The first day on which they hold; left out where no source tells, and then rules that "
          + "follow others are dated by their source.",
        example: "2026-06-29"),
      Field(
        "source", .identifier, .required, "The id of the source that states them.",
        example: "modal-pricing"),
      Field(
        "quote", .text, .optional, "Its words; they stand behind the numbers that they hold.",
        example: "no charge during idle periods"),
    ] + DatedSpan.fields + ScalingFormat.shape.fields)

  /// The rules in force, oldest first, and those to come.
  struct Rules {
    var present: [ScalingRules] = []
    var announced: [ScalingRules] = []

    /// Both, in the author's order, with the days on which they were recorded.
    var known: [Dated<ScalingRules>] = []
  }

  static func rules(
    _ entries: [Mapping], _ days: SourceDays, _ cited: inout [Located<String>],
    into findings: inout Findings
  ) -> Rules {
    var rules = Rules()
    var earlier: (rules: ScalingRules, span: DatedSpan)?
    for entry in entries {
      let one = Self.rules(entry, days, &cited, &findings)
      let span = DatedSpan(entry, days, into: &findings)
      if let earlier {
        check(one, after: earlier.rules, at: entry, &findings)
        span.check(after: earlier.span, of: "set of rules", into: &findings)
      }
      rules.add(one, span, isOldest: earlier == nil, days)
      earlier = (one, span)
    }
    if let earlier, let end = earlier.span.to {
      rules.add(
        Self.unstated(from: end.value, after: earlier.rules), earlier.span, isOldest: false, days)
    }
    if rules.present.isEmpty, days.isCurrent, let first = entries.first, !rules.announced.isEmpty {
      findings.error(
        first.location(of: "from"), "only rules that are announced, so that none hold now",
        hint: "add the rules that hold now")
    }
    return rules
  }

  /// What holds after rules that end without a successor: nothing is stated then.
  private static func unstated(from day: CalendarDate, after rules: ScalingRules) -> ScalingRules {
    ScalingRules(
      day: .began(day), policy: ScalingPolicy(idleTimeout: .notStated),
      citation: rules.citation.map { Citation(source: $0.source) })
  }

  private static func rules(
    _ entry: Mapping, _ days: SourceDays, _ cited: inout [Located<String>],
    _ findings: inout Findings
  ) -> ScalingRules {
    let source = entry.text("source")
    if let source { cited.append(source) }
    let citation = source.map { Citation(source: $0.value, quote: entry.text("quote")?.value) }
    let evidence = ScalingFormat.evidence(entry, &cited, into: &findings)
    let policy = ScalingFormat.policy(
      entry, changing: ScalingPolicy(), citation: citation, evidence: evidence, into: &findings)
    return ScalingRules(
      day: source.flatMap { days.day(from: entry.date("from")?.value, source: $0.value) },
      policy: policy, citation: citation, evidence: evidence)
  }

  /// Rules that follow others begin later, or are stated by another source.
  private static func check(
    _ rules: ScalingRules, after earlier: ScalingRules, at entry: Mapping,
    _ findings: inout Findings
  ) {
    if let from = entry.date("from") {
      guard let before = earlier.day?.began, from.value <= before else { return }
      findings.error(
        from.location, "'\(from.value)' is not after '\(before)'",
        hint: "write the rules oldest first")
    } else if !entry.has("from"), rules.citation?.source == earlier.citation?.source {
      findings.error(
        entry.location, "rules that follow others of the same source, without a day",
        hint: "add 'from:' with the first day on which they hold, or cite each copy apart")
    }
  }
}

extension ScalingRulesFormat.Rules {
  /// Adds rules by how they stand on the day of the site.
  fileprivate mutating func add(
    _ rules: ScalingRules, _ span: DatedSpan, isOldest: Bool, _ days: SourceDays
  ) {
    switch days.standing(of: rules.day, recorded: span.recorded, isOldest: isOldest) {
    case .present: present.append(rules)
    case .announced: announced.append(rules)
    case .unknown: return
    }
    known.append(Dated(rules, span))
  }
}
