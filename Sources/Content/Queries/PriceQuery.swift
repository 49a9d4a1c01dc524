public import Diagnostics
public import Pricing

/// What a reader asks of one offer, apart from any scenario.
public struct PriceQuery: Hashable, Sendable {
  /// What is asked for.
  public let workload: Workload

  /// The day whose rates hold; `nil` for the latest.
  public let date: CalendarDate?

  /// Replicas to hold instead of the offer's own minimum; `nil` to leave it.
  public let minimumReplicas: Int?

  /// The share of its time a replica works, where the speed is the offer's own; above 0.
  public let utilisation: Bounds<Ratio>?

  /// Which of several prices are chosen, such as `tier: batch`.
  public var choices: [Choice] { workload.choices }

  private static let shape = Shape(
    "query", "What is asked of one offer.",
    [
      Field("month", .duration, .optional, "The length of the month.", example: "720 h"),
      Field("on", .date, .optional, "The day whose rates hold.", example: "2026-11-20"),
      Field("minimum_replicas", .count, .optional, "Replicas to hold.", example: "1"),
      Field("utilisation", .percentRange, .optional, "The share of time.", example: "80 %"),
    ])

  /// Reads a query from values with the keys of a scenario's workload, and `month`, `on`,
  /// `minimum_replicas` and `utilisation`.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - site: Its month.
  ///   - findings: Receives every mistake, each at the place of its value.
  /// - Returns: `nil` if there was any mistake.
  public static func read(
    _ values: [GivenValue], site: SiteSettings, into findings: inout [Diagnostic]
  ) -> PriceQuery? {
    let known = findings.count
    var cited: [Located<String>] = []
    let own = Set(shape.fields.map(\.key))
    func isOwn(_ value: GivenValue) -> Bool { own.contains(String(value.key.prefix { $0 != "." })) }
    checkAxes(of: values, into: &findings)
    let query = Mapping.read(values.filter(isOwn), as: shape, into: &findings)
    let place = SourceLocation(file: shape.name)
    let asked =
      values.filter { !isOwn($0) }
      + [GivenValue("id", "query", at: place), GivenValue("name", "Query", at: place)]
    checkKeys(of: asked, into: &findings)
    let entry = Mapping.read(asked, as: WorkloadFormat.shape, into: &findings)

    var rules = Findings()
    let monthHours = self.month(query, rules: &rules) ?? site.monthHours
    let share = utilisation(query, rules: &rules)
    // A value that cannot be read is reported already; what follows from its absence is noise.
    let workload =
      findings.count == known
      ? WorkloadFormat.workload(
        entry, month: monthHours, of: query.has("month") ? nil : site.monthCitation?.value, &cited,
        into: &rules) : nil
    if let count = query.count("minimum_replicas"), count.value > 1_000_000 {
      rules.error(
        count.location, "'\(count.value)' replicas are more than 1M, the most that are priced",
        hint: "check the number")
    }
    findings += rules.diagnostics
    guard let workload, findings.count == known else { return nil }
    return PriceQuery(
      workload: workload, date: query.date("on")?.value,
      minimumReplicas: query.count("minimum_replicas")?.value, utilisation: share)
  }

  private static func checkAxes(of values: [GivenValue], into findings: inout [Diagnostic]) {
    for value in values where value.key.hasPrefix("when.") {
      let axis = String(value.key.dropFirst("when.".count))
      let known = ConditionFormat.circumstances.fields.map(\.key)
      guard !known.contains(axis) else { continue }
      findings.append(
        Diagnostic(
          .error, at: value.location, "'\(axis)' is nothing that prices depend on",
          hint: Suggestion.hint(for: axis, in: known, noun: "choices")))
    }
  }

  private static func checkKeys(of values: [GivenValue], into findings: inout [Diagnostic]) {
    let keys = WorkloadFormat.shape.fields.map(\.key)
    for value in values {
      let key = String(value.key.prefix { $0 != "." })
      guard WorkloadFormat.shape.field(key) == nil else { continue }
      findings.append(
        Diagnostic(
          .error, at: value.location, "'\(key)' is not a key of a workload",
          hint: KeySynonyms.key(for: key, in: keys).map { "write '\($0)'" }
            ?? Suggestion.hint(for: key, in: keys, noun: "keys")))
    }
  }

  private static func month(_ query: Mapping, rules: inout Findings) -> Ratio? {
    guard let stated = query.duration("month") else { return nil }
    let month = hours(stated.value)
    guard month > 0, month <= 10_000 else {
      rules.error(
        stated.location, "a month of \(month.decimalText) hours",
        hint: "write the hours of a month, like 720 h")
      return nil
    }
    return month
  }

  private static func utilisation(_ query: Mapping, rules: inout Findings) -> Bounds<Ratio>? {
    guard let stated = query.percentRange("utilisation") else { return nil }
    let share = rules.exact(stated.location) { () throws(PricingError) in
      try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
    }
    guard let share = share ?? nil, share.low > 0, share.high <= .one else {
      rules.error(
        stated.location, "a share that is not above 0 and up to 100 %", hint: "write it like 80 %")
      return nil
    }
    return share
  }

  /// The offer as the query changes it.
  ///
  /// A speed in the query goes before the offer's own.
  ///
  /// - Throws: ``PricingError/divisionByZero`` for a speed of 0.
  public func changing(_ offer: Offer) throws(PricingError) -> Offer {
    var changed = try offer.choosing(choices).withRules(on: date)
    if let minimumReplicas {
      changed.scaling.minimumReplicas = minimumReplicas
      changed.scaling.evidence[.minimumReplicas] = .assumed
    }
    changed.throughput = workload.throughput ?? offer.throughput
    if let utilisation, let speed = changed.throughput {
      changed.throughput = try Throughput(
        tokensPerSecond: speed.tokensPerSecond, utilisation: utilisation, isPerGPU: speed.isPerGPU)
    }
    return changed
  }
}
