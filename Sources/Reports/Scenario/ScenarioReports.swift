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
    return context.scenarios.indices.filter { !context.keeps($0) }.map { place in
      ReportTask { worker throws(BuildError) in try work.report(place, to: &worker) }
    }
  }

  /// The reports of all scenarios of a site.
  private final class Work: Sendable {
    private let reports: ScenarioReports
    private let context: SiteContext

    init(_ reports: ScenarioReports, _ context: SiteContext) {
      self.reports = reports
      self.context = context
    }

    /// Reads, prices and writes the scenario of a place in the order of the site.
    func report(_ place: Int, to worker: inout ReportWorker) throws(BuildError) {
      let id = context.scenarios[place].id
      let (counts, findingsBefore) = worker.writer.progress
      worker.writer.beginReport()
      worker.writer.begin(ScenarioLibrary.path(of: id))
      let reading = try context.scenarios[place].read().get()
      worker.take(reading.findings)
      guard let scenario = reading.scenario else { return }
      var findings = reading.findings
      findings.diagnostics = []
      let report = ScenarioReport(
        scenario, in: context, reports.figures, into: &findings.diagnostics)
      worker.take(findings)
      guard let report else { return }
      try reports.write(report, to: &worker.writer)
      let facts = worker.outcome.add(report, at: place)
      if let requests = context.shown[id] {
        worker.embed(requests, from: EmbedSubjects(context, reports: [id: report]))
      }
      let now = worker.writer.progress
      // A report with findings is made at each build, so that each one says them.
      guard let facts, now.findings == findingsBefore else { return }
      worker.made.append(
        MadeReport(
          id: id, place: place, facts: facts.bytes, counts: now.counts - counts,
          paths: worker.writer.paths))
    }
  }

  /// Writes all files of a report.
  private func write(_ report: ScenarioReport, to writer: inout SiteWriter) throws(BuildError) {
    let (view, id) = (report.view, report.view.scenario.id)
    try writer.page(report.page, page, at: view.page)
    if let arithmetic = report.invoices {
      try writer.page(arithmetic, invoices, at: SitePaths.arithmetic(id), in: .invoices)
    }
    let origin = report.origin
    let families = view.context.content.settings.published
    var metadata = ScenarioMetadata(view, headline: report.finding.headline)
    for table in report.tables {
      let made = table.make()
      let caption = made.table.caption
      try table.files.write(
        made.table.from(origin), records: made.records, keys: made.keys, embedded: embedded,
        from: .file(view.page), to: &writer)
      metadata.add(
        "table", String(table.files.path.dropFirst("tables/".count)), caption,
        frame: embedded.frame(of: table.files, writer), table.files.paths(families), by: writer)
    }
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
    writer.settle()
  }
}
