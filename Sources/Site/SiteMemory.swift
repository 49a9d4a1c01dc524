import Content
import Messages
import Reports

/// What a program that builds one site again and again need not do each time.
///
/// Each part says by itself whether it still fits what is read now; so a memory is never wrong, only
/// of no use.
struct SiteMemory: Sendable {
  /// The templates, compiled.
  private(set) var templates: CompiledTemplates?

  /// What is remembered of the files of content; `nil` where the site is built only once.
  private(set) var parsed: ParsedFiles?

  /// The scenarios that were priced with all others, each with all that its prices depend on.
  private(set) var priced: [PricedDocument] = []

  /// The claims that were computed, with all that they depend on.
  private(set) var audited: AuditedClaims?

  /// The reports of scenarios as the last build published them, by their ids: the files of these are
  /// in its output, and the state beside that speaks of them.
  private(set) var reports: [String: RememberedReport] = [:]

  /// Whether other builds follow.
  var goesOn: Bool { parsed != nil }

  /// The language that all of it is said in; `nil` for English.
  private let language = Language.current

  /// How many reports are remembered at most; of more, those of the first scenarios are.
  private static let mostReports = 100

  /// Nothing, for a build that no other follows.
  static let none = SiteMemory()

  /// Nothing yet, for the first of several builds.
  static var empty: SiteMemory { SiteMemory(parsed: ParsedFiles()) }

  private init(parsed: ParsedFiles? = nil) { self.parsed = parsed }

  /// What of it is said in the language of the site as it is now: all or nothing.
  var inLanguage: SiteMemory {
    language == Language.current ? self : goesOn ? .empty : SiteMemory()
  }

  /// The same templates, and room for what else the first of several builds leaves.
  func remembering() -> SiteMemory {
    var memory = SiteMemory.empty
    memory.templates = templates
    return memory
  }

  /// What to remember after a build.
  ///
  /// - Parameters:
  ///   - templates: Its templates; `nil` if there was any mistake in them: those that were right a
  ///     moment ago soon are again.
  ///   - prices: What it worked out.
  /// - Returns: What the next build is given.
  func updated(_ templates: CompiledTemplates?, _ prices: SitePrices) -> SiteMemory {
    var memory = self
    memory.templates = templates ?? self.templates
    // What is built once is given back as soon as it can be.
    if goesOn, !prices.scenarios.isEmpty {
      memory.priced = prices.scenarios
      memory.audited = prices.audited ?? audited
    }
    return memory
  }

  /// What to remember after a build that was published.
  ///
  /// - Parameters:
  ///   - kept: The scenarios whose files are those of the last build.
  ///   - made: The reports that were made.
  /// - Returns: What the next build is given.
  func updated(_ kept: [KeptScenario], _ made: [MadeReport]) -> SiteMemory {
    guard goesOn else { return self }
    var all = kept.compactMap { scenario in
      reports[scenario.id].map { (place: scenario.place, id: scenario.id, report: $0) }
    }
    all += made.compactMap { report in
      report.remembered.map { (place: report.place, id: report.id, report: $0) }
    }
    let first = all.sorted { $0.place < $1.place }.prefix(Self.mostReports)
    var memory = self
    memory.reports = Dictionary(first.map { ($0.id, $0.report) }) { one, _ in one }
    return memory
  }

  /// The same without reports, after a build of which the next one is not told.
  func withoutReports() -> SiteMemory {
    var memory = self
    memory.reports = [:]
    return memory
  }
}
