import Content
import Diagnostics
import Messages
import Publishing
import Reports
import Templates

/// One way through a build or a check: reading, reports, links, and the swap.
struct BuildRun: Sendable {
  let options: SiteOptions
  let listing: SiteListing
  let publishes: Bool
  let memory: SiteMemory

  /// Does all of it.
  ///
  /// - Parameters:
  ///   - last: What the last build left; `nil` if nothing is to be written down for the next one.
  ///   - keeps: Whether reports are kept from the last build.
  /// - Returns: What came of it. It is not sure where something was found to be wrong that has to do
  ///   with reports that were not made; then nothing is published.
  /// - Throws: ``BuildError``.
  func report(
    after last: LastBuild?, keeps: Bool
  ) async throws(BuildError) -> (report: SiteReport, isSure: Bool) {
    let language: SiteLanguage
    do throws(SiteError) { language = try SiteLanguage(listing.content, listing.templates) } catch {
      throw .reading(error)
    }
    return try await language.speaking { () async throws(BuildError) in
      try await report(in: language, after: last, keeps: keeps)
    }
  }

  private func report(
    in language: SiteLanguage, after last: LastBuild?, keeps: Bool
  ) async throws(BuildError) -> (report: SiteReport, isSure: Bool) {
    let memory = memory.inLanguage
    let reading = try await SiteReading(
      listing, in: language, on: options.day, reusing: memory,
      knowing: keeps ? last?.structures : nil)
    do { try StopRequest.check() } catch { throw .writing(error) }
    guard let content = reading.content, let templates = reading.templates,
      var context = reading.context(baseURL: options.baseURL)
    else { return (Self.report(reading), true) }
    if let last {
      let names = keeps ? last.state?.names : nil
      context.offerNumbers = OfferNumbers(after: names ?? [], context)
    }
    // Whether the tree before last can be written into is asked while it is found out what to make.
    async let opening = folder(after: last?.state)
    let found = await BuildPlan(
      context, after: publishes ? last : nil, knowing: memory.reports, keeps: keeps)
    let output = try await opening.get()
    // Not left to the last reference, which a worker may have until the program ends.
    defer { output?.discard() }
    let plan = await found.keepingIntact(context, knowing: memory.reports, in: output)
    context.keep(plan.kept)
    context.remembered = plan.remembered
    context.remembersReports = memory.goesOn
    let ledger = PathLedger()
    // Written last, when all the others are known.
    _ = ledger.claim(Manifest.fileName, for: ledger.maker(nil))
    do throws(OutputError) { try await output?.keep(plan.reports) } catch { throw .writing(error) }
    async let taken = Self.account(ofKept: plan, ledger)
    let validated = templates.memory.validated
    let writer = SiteWriter(
      to: output, ledger: ledger, families: content.settings.published, schemas: templates.schemas,
      validity: SiteWriter.Validity(templates.memory, all: options.validatesAll),
      baseURL: context.baseURL, draw: PictureRenderer.drawing(for: content.settings))

    var first = try await carryOut(
      templates.reports.tasks(context), writer, plan.outcome(context), context)
    var account = await taken
    account.merge(first.account.handOver())
    var texts = first.texts
    if !account.hasErrors {
      var last = try await carryOut(
        templates.reports.closingTasks(context, first.outcome), writer.after(account),
        ScenarioOutcome(context), context)
      account.merge(last.account.handOver())
      texts.merge(last.texts) { mine, _ in mine }
      var assets = writer
      account.links.offer(file: Manifest.fileName)
      for file in templates.assets {
        assets.begin("templates/\(file.path)")
        try assets.asset(file)
      }
      account.merge(assets.account)
    }
    account.report(ledger.findings + (Language.current?.findings ?? []))
    // A report with a mistake has no page that links could lead to.
    if !account.hasErrors { account.report(BrokenLinks(content).findings(account.links)) }
    if account.hasErrors || !account.links.offers(all: plan.asked), !plan.kept.isEmpty {
      return (Self.report(reading), false)
    }
    var next = reading.memory
    var summary: BuildSummary?
    var explanation: String?
    let isClean = reading.diagnostics.isEmpty && account.diagnostics.isEmpty
    if options.isStrict ? isClean : !account.hasErrors {
      let changes: SiteChanges?
      do throws(OutputError) {
        try await output?.checkLastSite()
        changes = try output?.publish(
          version: SiteBuild.version, keepsSpare: last?.state != nil, isDurable: options.isDurable)
      } catch { throw .writing(error) }
      summary = BuildSummary(
        account.counts, validated: templates.memory.validated - validated, output: options.output,
        files: changes ?? SiteChanges(keeping: 0))
      account.links.forgetPlaces()
      if let last, let output, let changes {
        let state = await BuildState(
          last.key, isClean: isClean, inputs: listing.inputs, context, plan, first.made, account,
          structures: templates.memory.structures, output.published(changes))
        do throws(OutputError) {
          try await state.save(for: options.output)
          next = next.updated(plan.kept, first.made)
        } catch {
          // That it cannot be kept is no mistake: the next build makes everything again.
          next = next.withoutReports()
        }
      }
      if options.explains, let changes { explanation = plan.explanation(first.made, changes) }
    }
    let report = Self.report(
      reading, account.diagnostics, texts, summary, explanation, next,
      holding: [reading, context, first, account, plan])
    return (report, true)
  }

  /// Where the site goes; `nil` if it is not published.
  private func folder(after state: BuildState?) async -> Result<OutputFolder?, BuildError> {
    guard publishes else { return .success(nil) }
    do throws(OutputError) {
      return .success(
        try await OutputFolder(at: options.output, source: options.source, after: state))
    } catch { return .failure(.writing(error)) }
  }

  private static func report(
    _ reading: SiteReading, _ diagnostics: [Diagnostic] = [], _ texts: [String: String] = [:],
    _ summary: BuildSummary? = nil, _ explanation: String? = nil, _ memory: SiteMemory? = nil,
    holding sources: [any Sendable] = []
  ) -> SiteReport {
    SiteReport(
      diagnostics: (reading.diagnostics + diagnostics).inReadingOrder(),
      texts: reading.texts.merging(texts) { mine, _ in mine }, summary: summary,
      content: reading.content, explanation: explanation, sources: sources,
      memory: memory ?? reading.memory)
  }

  /// Takes down the files of the reports that are kept, while others are made.
  private static func account(ofKept plan: BuildPlan, _ ledger: PathLedger) async -> SiteAccount {
    async let links = links(ofKept: plan)
    for report in plan.reports {
      let maker = ledger.maker(ScenarioLibrary.path(of: report.id))
      for file in report.files { _ = ledger.claim(file.path, for: maker) }
    }
    var account = SiteAccount()
    for report in plan.reports { account.keep(report.counts) }
    account.links = await links
    return account
  }

  private static func links(ofKept plan: BuildPlan) async -> LinkLedger {
    var links = LinkLedger()
    links.keep(plan.reports.flatMap { $0.files.map(\.path) }, asked: plan.asked)
    return links
  }

  private struct Work: Sendable {
    var account: SiteAccount
    var outcome: ScenarioOutcome
    var made: [MadeReport] = []
    var texts: [String: String]
  }

  /// Makes reports on all cores, and joins what the workers did.
  private func carryOut(
    _ tasks: [ReportTask], _ writer: SiteWriter, _ outcome: ScenarioOutcome, _ context: SiteContext
  ) async throws(BuildError) -> Work {
    let start: @Sendable () -> ReportWorker = { ReportWorker(writer, ScenarioOutcome(context)) }
    var workers = try await Workers.run(tasks.count, gatheringIn: start) {
      task, worker throws(BuildError) in
      do throws(OutputError) { try StopRequest.check() } catch { throw .writing(error) }
      try tasks[task].run(&worker)
    }
    var work = Work(account: SiteAccount(), outcome: outcome, texts: [:])
    while var worker = workers.popLast() {
      work.account.merge(worker.writer.handOver())
      work.outcome.merge(worker.outcome, context)
      work.made += worker.made
      work.texts.merge(worker.texts) { mine, _ in mine }
    }
    work.outcome.sort()
    return work
  }
}
