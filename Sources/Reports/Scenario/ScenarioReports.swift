import Content
import Diagnostics
import Encoders
import Pricing
import Publishing
package import Templates

/// The reports of scenarios: a page, its arithmetic, tables, charts and data each.
package struct ScenarioReports: ReportKind {
  package static let templates =
    [
      TemplateEntry("pages/scenario.xhtml", ScenarioPage.self),
      TemplateEntry("pages/invoices.xhtml", InvoicesPage.self),
    ] + EmbedTemplates.entries + FigureKinds.templates

  private let page: Template<ScenarioPage>
  private let invoices: Template<InvoicesPage>
  private let embedded: EmbedTemplates
  private let figures: FigureKinds

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/scenario.xhtml", for: ScenarioPage.self)
    invoices = templates.set.template("pages/invoices.xhtml", for: InvoicesPage.self)
    embedded = EmbedTemplates(templates)
    figures = FigureKinds(templates)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    // One object for all tasks, because a site may have fifty thousand of them.
    let work = Work(self, context)
    let places = context.scenarios.indices.filter {
      !context.keeps($0) || context.remembered[$0] != nil
    }
    return Self.longestFirst(places, context).map { place in
      ReportTask { worker throws(BuildError) in try work.report(place, to: &worker) }
    }
  }

  /// Those that have been read by then and take long come first.
  private static func longestFirst(_ places: [Int], _ context: SiteContext) -> [Int] {
    let efforts = places.map { place in
      context.remembered[place] == nil ? context.effort(of: context.scenarios[place].id) : 0
    }
    return places.indices.sorted { (efforts[$1], $0) < (efforts[$0], $1) }.map { places[$0] }
  }

  /// The reports of all scenarios of a site.
  private final class Work: Sendable {
    private let reports: ScenarioReports
    private let context: SiteContext

    init(_ reports: ScenarioReports, _ context: SiteContext) {
      self.reports = reports
      self.context = context
    }

    /// Makes and writes the report of a place in the order of the site, as far as it has to be.
    func report(_ place: Int, to worker: inout ReportWorker) throws(BuildError) {
      let id = context.scenarios[place].id
      let (counts, findingsBefore) = worker.writer.progress
      worker.writer.beginReport()
      worker.writer.begin(ScenarioLibrary.path(of: id))
      var made = context.remembered[place]
      if made == nil { made = try make(context.scenarios[place], &worker) }
      guard let made else { return }
      let isKept = context.keeps(place)
      if !isKept {
        let isKnown = context.remembered[place] != nil
        try reports.write(made.report, isKnown: isKnown, to: &worker.writer)
      }
      let facts = worker.outcome.add(made.report, made.moves, at: place, context)
      if let requests = context.shown[id] {
        worker.embed(requests, from: EmbedSubjects(context, reports: [id: made.report]))
      }
      let now = worker.writer.progress
      // A report with findings is made at each build, so that each one says them.
      guard !isKept, let facts, now.findings == findingsBefore else { return }
      worker.made.append(
        MadeReport(
          id: id, place: place, facts: facts.bytes, counts: now.counts - counts,
          paths: worker.writer.paths, remembered: context.remembersReports ? made : nil))
    }

    /// Reads a scenario, prices it, and makes its report; `nil` for one with a mistake.
    private func make(
      _ source: ScenarioSource, _ worker: inout ReportWorker
    ) throws(BuildError) -> RememberedReport? {
      let reading = try source.read(nil).get()
      worker.take(reading.findings)
      guard let scenario = reading.scenario else { return nil }
      var findings = reading.findings
      findings.diagnostics = []
      let report = ScenarioReport(
        scenario, in: context, reports.figures, into: &findings.diagnostics)
      worker.take(findings)
      guard let report else { return nil }
      var finder = MoveFinder(report.view) { day in try? source.read(day).get().scenario }
      return RememberedReport(report, moves: finder.moves())
    }
  }

  /// Writes all files of a report; where it was known before, what is no page stands as it was.
  private func write(
    _ report: ScenarioReport, isKnown: Bool, to writer: inout SiteWriter
  ) throws(BuildError) {
    let (view, id) = (report.view, report.view.scenario.id)
    try writer.page(report.page, withTwin: page, at: view.page)
    if let arithmetic = report.invoices {
      try writer.page(arithmetic, withTwin: invoices, at: SitePaths.arithmetic(id), in: .invoices)
    }
    writer.takesOver = isKnown
    let families = view.context.content.settings.published
    var metadata = ScenarioMetadata(view, headline: report.finding.headline)
    try writeTables(of: report, families, listedIn: &metadata, to: &writer)
    for figure in report.figures.all { try embedded.write(figure, of: view, to: &writer) }
    try writer.data(at: SitePaths.scenarioData(id), in: .data) { output in
      output = ScenarioData(view.priced, of: view.document, report.recommendations).json.file
    }
    try report.figures.write(to: &writer)
    for figure in report.figures.all {
      metadata.add(
        "chart", figure.id, figure.title, frame: embedded.frame(of: figure, writer),
        figure.paths(families), by: writer)
    }
    try writer.data(at: SitePaths.metadata(id), in: .data) { $0 = metadata.json.file }
    writer.takesOver = false
    writer.settle()
  }

  /// Writes the tables that any wanted file holds; what none holds is not made.
  private func writeTables(
    of report: ScenarioReport, _ families: Set<PublishedFamily>,
    listedIn metadata: inout ScenarioMetadata, to writer: inout SiteWriter
  ) throws(BuildError) {
    let tables = report.tables.map { ($0, $0.files.paths(families)) }.filter { !$1.isEmpty }
    guard !tables.isEmpty else { return }
    let origin = report.origin
    for (table, paths) in tables {
      Tally.note("table \(table.files.path)")
      let made = table.make()
      let caption = made.table.caption
      try table.files.write(
        made.table.from(origin), shown: made.arrangement, records: made.records, keys: made.keys,
        embedded: embedded, from: .file(report.view.page), to: &writer)
      metadata.add(
        "table", String(table.files.path.dropFirst("tables/".count)), caption,
        frame: embedded.frame(of: table.files, writer), paths, by: writer)
    }
  }
}
