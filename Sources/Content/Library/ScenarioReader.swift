import Diagnostics
import Pricing

/// Puts a scenario together from its file and the offers of the rate cards.
struct ScenarioReader {
  let mapping: Mapping
  let id: String
  let month: Ratio
  /// Who states the hours of the month.
  private var monthCitation: Citation?
  let offers: Offers
  /// Sources that the file cites, for the check that they exist.
  var cited: [Located<String>] = []
  var findings = Findings()

  private let updated: CalendarDate?
  private let day: CalendarDate?
  private let discounts: [OwnDiscount]

  /// The day as of which the scenario is looked at, whatever that of the site is.
  private let asOf: CalendarDate?

  /// What scenarios take over from the site.
  struct SiteMonth {
    /// The hours of a month.
    let hours: Ratio
    /// Who states them.
    let citation: Citation?
    /// The day of the site; `nil` if it cannot be read.
    let updated: CalendarDate?
    /// The day as of which it is priced.
    let day: CalendarDate?
    /// What is taken off the prices, in this order.
    let discounts: [OwnDiscount]
  }

  /// What the rate cards of the site offer.
  struct Offers: Sendable {
    let listed: [String: ListedOffer]
    /// The ids, sorted, for suggestions.
    let ids: [String]
    /// What rate cards with mistakes may offer too.
    let doubtful: MentionedWords
  }

  init(
    _ mapping: Mapping, id: String, site: SiteMonth, offers: Offers, on asOf: CalendarDate? = nil
  ) {
    self.asOf = asOf
    self.mapping = mapping
    self.id = id
    month = mapping.duration("month").map { hours($0.value) } ?? site.hours
    updated = site.updated
    day = site.day
    discounts = site.discounts
    self.offers = offers
    EvidenceFormat.checkKeys(of: mapping, into: &findings)
    monthCitation =
      mapping.has("month")
      ? EvidenceFormat.citation(of: "month", in: mapping, &cited, into: &findings)
      : site.citation
  }

  mutating func document() -> ScenarioDocument? {
    let date = date()
    let workloads = workloads()
    let rows = rows(on: date)
    let sweep = ScenarioFormat.sweep(mapping.mapping("vary"), into: &findings)
    if sweep?.driver == .tokens { checkThatWorkGrows() }
    if let sweep { checkThatHoursAreThoseOfReplicas(sweep) }
    if sweep != nil { checkThatCurvesFit(rows.count { $0.row.leftOut == nil }) }
    let assumptions = mapping.mappings("assumptions").compactMap { entry in
      entry.text("text").map {
        ScenarioDocument.Statement(text: $0.value, citation: citation(entry))
      }
    }
    if month <= 0 || month > 10_000 {
      findings.error(
        mapping.location(of: "month"), "a month of \(month.decimalText) hours",
        hint: "write the hours of a month, like 720 h")
    }
    let grouping = GroupingFormat.grouping(
      mapping, of: rows.map(\.offer),
      isWhole: rows.count == mapping.mappings("offers").count, &cited, into: &findings)
    guard let title = mapping.text("title"), let question = mapping.text("question"),
      let summary = mapping.text("summary"), findings.diagnostics.isEmpty
    else { return nil }
    let scenario = Scenario(
      id: id, workloads: workloads.map(\.workload), offers: rows.map(\.offer), sweep: sweep,
      date: date,
      leftOut: Set(rows.filter { $0.row.leftOut != nil }.map(\.offer.id)),
      grouping: grouping)
    let charts = AskedCharts(mapping, of: scenario, into: &findings)
    let asks = mapping.mapping("asks").flatMap {
      QuestionFormat.question($0, of: scenario, into: &findings)
    }
    let table = mapping.mapping("table").flatMap {
      EmbedRequestFormat.request(.table, $0, of: id, into: &findings.diagnostics)
    }
    guard findings.diagnostics.isEmpty else { return nil }
    return ScenarioDocument(
      scenario: scenario, title: title.value, question: question.value,
      asks: asks ?? .usual(for: scenario), summary: summary.value,
      monthHours: month, rows: rows.map(\.row), columns: workloads.map(\.column),
      requirements: Set(
        mapping.texts("requires").compactMap { Requirement(rawValue: $0.value) }),
      charts: charts, table: table, assumptions: assumptions, location: mapping.location)
  }

  /// The day whose prices the scenario asks for, unless the site is priced as of an earlier one.
  private mutating func date() -> CalendarDate? {
    let own = mapping.date("prices_on")?.value
    if let asOf { return own.map { min($0, asOf) } ?? asOf }
    guard let date = own else { return nil }
    guard let day, let updated, date > day else { return date }
    // A site that looks back leaves out what was not yet known then.
    if date <= updated { return day }
    findings.error(
      mapping.location(of: "prices_on"), "'\(date)' is after \(day), the day of the site",
      hint: "write that day or an earlier one, or a later 'updated' in content/site.yaml")
    return nil
  }

  private mutating func citation(_ entry: Mapping) -> Citation? {
    guard let source = entry.text("source") else { return nil }
    cited.append(source)
    return Citation(source: source.value)
  }

  private mutating func workloads() -> [(workload: Workload, column: ScenarioDocument.Column)] {
    var result: [(workload: Workload, column: ScenarioDocument.Column)] = []
    var ids: Set<String> = []
    let entries = mapping.mappings("workloads")
    guard entries.count <= ScenarioFormat.mostWorkloads else {
      findings.error(
        mapping.location(of: "workloads"),
        "\(entries.count) workloads in one scenario, more than \(ScenarioFormat.mostWorkloads)",
        hint: "make several scenarios")
      return []
    }
    for entry in entries {
      guard
        let workload = WorkloadFormat.workload(
          entry, month: month, of: monthCitation, &cited, into: &findings)
      else { continue }
      if !ids.insert(workload.id).inserted {
        findings.error(
          entry.location(of: "id"), "'\(workload.id)' is the id of two workloads",
          hint: "give one of them another id")
      }
      result.append((workload, ScenarioDocument.Column(detail: entry.text("detail")?.value)))
    }
    return result
  }

  /// The hours of work of a workload, of machines or of GPUs, and where they stand.
  private func workHours(of entry: Mapping) -> (Bounds<Ratio>, SourceLocation)? {
    if let stated = entry.durationRange("hours"), case .range(let range) = stated.value {
      return (Bounds(hours(range.lowerBound), hours(range.upperBound)), stated.location)
    }
    guard let stated = entry.decimalRange("gpu_hours"), case .range(let range) = stated.value,
      let low = try? range.lowerBound.ratio(), let high = try? range.upperBound.ratio()
    else { return nil }
    return (Bounds(low, high), stated.location)
  }

  /// A curve through the workloads needs hours that do not fall while tokens rise.
  private mutating func checkThatWorkGrows() {
    var tiers: [(tokens: Int, hours: Bounds<Ratio>, place: SourceLocation)] = []
    for entry in mapping.mappings("workloads") {
      guard let tokens = entry.count("tokens"), let (hours, place) = workHours(of: entry) else {
        continue
      }
      tiers.append((tokens.value, hours, place))
    }
    tiers.sort { $0.tokens < $1.tokens }
    for (less, more) in zip(tiers, tiers.dropFirst())
    where less.tokens < more.tokens
      && (more.hours.low < less.hours.low || more.hours.high < less.hours.high)
    {
      findings.error(
        more.place, "fewer hours for \(more.tokens) tokens than for \(less.tokens)",
        hint: "check hours and tokens of both workloads; more work takes longer")
    }
  }

  /// An hour of a machine with eight GPUs is not one of a machine with one.
  private mutating func checkThatHoursAreThoseOfReplicas(_ sweep: Sweep) {
    guard sweep.driver != .tokens, let vary = mapping.mapping("vary") else { return }
    let words = [
      ("gpu_hours", "work in GPU-hours"), ("profile", "sessions at once"),
      ("sessions_at_once", "sessions at once"),
    ]
    let entries = mapping.mappings("workloads")
    guard let work = words.first(where: { key, _ in entries.contains { $0.has(key) } })?.1 else {
      return
    }
    findings.error(
      vary.location(of: "driver"),
      "curves over '\(sweep.driver.rawValue)' of machines for \(work)",
      hint: "vary 'tokens', or write the work as 'hours' of machines")
  }

  /// Pages break a long word anywhere; a label in a chart is broken between words.
  private mutating func checkName(_ offer: Offer, at place: SourceLocation) {
    let limit = Words.longestInName
    guard offer.name.utf8.count > limit else { return }
    let words = offer.name.split(separator: " ")
    guard let word = words.first(where: { $0.unicodeScalars.count > limit }) else { return }
    findings.error(
      place, "\(Mistake.quoted(String(word))) is too long a word for a chart",
      hint: "write a name with blanks in it, each word of at most \(limit) characters")
  }

  /// Every curve is compared with every other, and a reader has to tell them apart.
  private mutating func checkThatCurvesFit(_ count: Int) {
    let limit = 24
    guard count > limit else { return }
    findings.error(
      mapping.location(of: "vary"), "\(count) offers with cost curves, too many for one chart",
      hint:
        "write 'left_out:' with the reason at all but \(limit) of them, or make several scenarios")
  }

  private mutating func rows(
    on date: CalendarDate?
  ) -> [(offer: Offer, row: ScenarioDocument.Row)] {
    var result: [(offer: Offer, row: ScenarioDocument.Row)] = []
    var ids: Set<String> = []
    let common = ConditionFormat.choices(mapping.mapping("when"))
    checkThatSomeoneSells(common)
    for entry in mapping.mappings("offers") {
      guard let base = entry.text("offer") else { continue }
      guard let listed = offers.listed[base.value] else {
        if !offers.doubtful.contains(base.value) {
          findings.error(
            base.location, "'\(base.value)' is not an offer of any rate card",
            hint: Suggestion.hint(for: base.value, in: offers.ids, noun: "offers"))
        }
        continue
      }
      var offer = asOf == nil ? listed.offer : listed.known
      offer = chosen(offer, entry, common).less(discounts, on: date ?? day)
      offer.id = entry.text("as")?.value ?? base.value
      offer.name = entry.text("name")?.value ?? offer.name
      checkName(offer, at: entry.has("name") ? entry.location(of: "name") : base.location)
      let scaling = entry.mapping("scaling")
      offer.scaling = ScalingFormat.policy(
        scaling, changing: offer.scaling(on: date),
        evidence: scaling.map { ScalingFormat.evidence($0, &cited, into: &findings) } ?? [:],
        into: &findings)
      if let speed = ThroughputFormat.throughput(
        entry.mapping("throughput"), &cited, into: &findings)
      {
        offer.throughput = speed
      }
      if !ids.insert(offer.id).inserted {
        findings.error(
          base.location, "'\(offer.id)' is listed twice",
          hint: "give the second one an id of its own with 'as'")
      }
      let row = ScenarioDocument.Row(
        base: base.value, leftOut: entry.text("left_out")?.value, location: base.location)
      result.append((offer, row))
    }
    return result
  }
}
