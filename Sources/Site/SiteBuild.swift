import Content
public import Diagnostics
public import Pricing
public import Publishing
import Reports
import Templates

/// Where a site is, and where it goes.
public struct SiteOptions: Sendable {
  /// The folder of the site, which holds `content/` and `templates/`.
  public var source: String

  /// The folder that the site is published to.
  public var output: String

  /// The address of the published site; `nil` for what `content/site.yaml` says.
  public var baseURL: String?

  /// Whether libxml2 validates every document, also those of a structure that it found valid.
  public var validatesAll: Bool

  /// Whether a warning keeps the site from being published, as an error does.
  public var isStrict: Bool

  /// The day as of which the site is priced; `nil` for what `content/site.yaml` says.
  public var day: CalendarDate?

  /// Whether to wait until the disk has the site, for the case that the machine stops.
  public var isDurable: Bool

  /// Whether a build is spared if all files are as the last one left them.
  public var reusesLastBuild: Bool

  /// Creates options.
  public init(
    source: String, output: String, baseURL: String? = nil, validatesAll: Bool = false,
    isStrict: Bool = false, day: CalendarDate? = nil, isDurable: Bool = false,
    reusesLastBuild: Bool = false
  ) {
    self.source = source
    self.output = output
    self.baseURL = baseURL
    self.validatesAll = validatesAll
    self.isStrict = isStrict
    self.day = day
    self.isDurable = isDurable
    self.reusesLastBuild = reusesLastBuild
  }
}

/// What came of a build or a check.
public struct SiteReport: Sendable {
  /// Every finding, in reading order.
  public let diagnostics: [Diagnostic]

  /// The texts that the findings point into, by path.
  public let texts: [String: String]

  /// What was built; `nil` if there were errors.
  public let summary: BuildSummary?

  /// What the site was made from.
  ///
  /// Giving it back takes longer than ending the program, so a command that ends holds it.
  let sources: [any Sendable]

  /// The templates, for the next build; `nil` if there was any mistake in them.
  let compiled: CompiledTemplates?

  init(
    diagnostics: [Diagnostic] = [], texts: [String: String] = [:], summary: BuildSummary?,
    sources: [any Sendable] = [], compiled: CompiledTemplates? = nil
  ) {
    self.diagnostics = diagnostics
    self.texts = texts
    self.summary = summary
    self.sources = sources
    self.compiled = compiled
  }
}

/// What a build made.
public struct BuildSummary: Sendable {
  /// Pages for readers, and tables alone.
  public let pages: Int

  /// Chart files.
  public let charts: Int

  /// Files for programs.
  public let dataFiles: Int

  /// Documents that are valid: every page and chart.
  public let documentsValid: Int

  /// Those among them that libxml2 looked at; the others are of the same structures.
  public let documentsValidated: Int

  /// The page to open.
  public let output: String

  /// What became of the files of the last site.
  public let files: SiteChanges

  /// Whether nothing was made, because nothing is other than it was at the last build.
  public var isUnchanged = false
}

/// Builds a site: content → priced → reports → bytes → output.
public enum SiteBuild {
  /// The version of the program, as its manifest and `breakeven version` say it.
  public static let version = "0.1.0"

  /// Does what every build needs and no site changes: finding the fields of what templates show.
  public static func prepare() { _ = ReportKinds.templates }

  /// Builds the site and swaps it in.
  ///
  /// With any error the last good site stays as it was.
  ///
  /// - Parameter options: Where the site is and where it goes.
  /// - Returns: The findings, and the summary of what was published.
  /// - Throws: ``BuildError`` for what is no mistake of the author's.
  public static func build(_ options: SiteOptions) async throws(BuildError) -> SiteReport {
    guard options.reusesLastBuild, let last = LastBuild(options) else {
      return try await build(options, reusing: nil)
    }
    if let summary = last.summary() { return SiteReport(summary: summary) }
    let report = try await build(options, reusing: nil)
    if let summary = report.summary, report.diagnostics.isEmpty {
      last.keep(summary)
    }
    return report
  }

  /// Builds the site with templates that are compiled already, as long as no byte of them differs.
  static func build(
    _ options: SiteOptions, reusing compiled: CompiledTemplates?
  ) async throws(BuildError) -> SiteReport {
    try await run(options, publishes: true, reusing: compiled)
  }

  /// Does all that a build does, and writes nothing.
  ///
  /// - Parameter options: Where the site is.
  /// - Returns: The findings.
  /// - Throws: ``BuildError``.
  public static func check(_ options: SiteOptions) async throws(BuildError) -> SiteReport {
    try await run(options, publishes: false, reusing: nil)
  }

  private static func run(
    _ options: SiteOptions, publishes: Bool, reusing compiled: CompiledTemplates?
  ) async throws(BuildError) -> SiteReport {
    let reading = try await SiteReading(
      options.source, on: options.day, reusing: compiled)
    // Some of the prices may be missing then.
    do { try StopRequest.check() } catch { throw .writing(error) }
    guard let content = reading.content, let templates = reading.templates,
      let context = reading.context(baseURL: options.baseURL)
    else { return report(reading) }
    let output = publishes ? try folder(options) : nil
    // Not left to the last reference, which a worker may have until the program ends.
    defer { output?.discard() }
    let validated = templates.memory.validated
    let paths = PathLedger()
    // Written last, when all the others are known.
    _ = paths.claim(Manifest.fileName, for: paths.maker(nil))
    let writer = SiteWriter(
      to: output, paths: paths, families: content.settings.published, schemas: templates.schemas,
      validity: SiteWriter.Validity(templates.memory, all: options.validatesAll),
      baseURL: context.baseURL)

    let first = try await carryOut(
      templates.reports.tasks(context), writer, ScenarioOutcome(context), context)
    var account = first.account
    var texts = first.texts
    if !account.hasErrors {
      let last = try await carryOut(
        templates.reports.closingTasks(context, first.outcome), writer, ScenarioOutcome(context),
        context)
      account.merge(last.account)
      texts.merge(last.texts) { mine, _ in mine }
      var assets = writer
      account.links.offer(file: Manifest.fileName)
      for file in templates.assets {
        assets.begin("templates/\(file.path)")
        try assets.asset(file)
      }
      account.merge(assets.account)
    }
    account.report(paths.findings)
    // A report with a mistake has no page that links could lead to.
    if !account.hasErrors { account.report(BrokenLinks(content).findings(account.links)) }
    var summary: BuildSummary?
    let isClean = reading.diagnostics.isEmpty && account.diagnostics.isEmpty
    if options.isStrict ? isClean : !account.hasErrors {
      let changes: SiteChanges?
      do {
        changes = try output?.publish(version: version, isDurable: options.isDurable)
      } catch { throw .writing(error) }
      summary = BuildSummary(
        pages: account.pages, charts: account.charts, dataFiles: account.dataFiles,
        documentsValid: account.valid,
        documentsValidated: templates.memory.validated - validated,
        output: "\(options.output)/index.html", files: changes ?? SiteChanges(keeping: 0))
    }
    return report(
      reading, account.diagnostics, texts, summary, holding: [reading, context, first])
  }

  private static func folder(_ options: SiteOptions) throws(BuildError) -> OutputFolder {
    do { return try OutputFolder(at: options.output, source: options.source) } catch {
      throw .writing(error)
    }
  }

  private static func report(
    _ reading: SiteReading, _ diagnostics: [Diagnostic] = [], _ texts: [String: String] = [:],
    _ summary: BuildSummary? = nil, holding sources: [any Sendable] = []
  ) -> SiteReport {
    SiteReport(
      diagnostics: (reading.diagnostics + diagnostics).inReadingOrder(),
      texts: reading.texts.merging(texts) { mine, _ in mine }, summary: summary,
      sources: sources, compiled: reading.compiled)
  }

  private struct Work: Sendable {
    var account: SiteAccount
    var outcome: ScenarioOutcome
    var texts: [String: String]
  }

  /// Makes reports on all cores, and joins what the workers did.
  private static func carryOut(
    _ tasks: [ReportTask], _ writer: SiteWriter, _ outcome: ScenarioOutcome,
    _ context: SiteContext
  ) async throws(BuildError) -> Work {
    let start: @Sendable () -> ReportWorker = { ReportWorker(writer, outcome) }
    let workers = try await Workers.run(tasks.count, gatheringIn: start) {
      task, worker throws(BuildError) in
      try tasks[task].run(&worker)
    }
    do { try StopRequest.check() } catch { throw .writing(error) }
    var work = Work(account: SiteAccount(), outcome: outcome, texts: [:])
    for worker in workers {
      work.account.merge(worker.writer.account)
      work.outcome.merge(worker.outcome, context)
      work.texts.merge(worker.texts) { mine, _ in mine }
    }
    work.outcome.sort()
    return work
  }
}
