import Content
import Diagnostics
import Pricing
import Publishing
package import Templates

/// The reports of scenarios: a page, its arithmetic, tables, charts and data each.
package struct ScenarioReports: ReportKind {
  package static let templates =
    [
      TemplateEntry("pages/scenario.xhtml", ScenarioPage.self),
      TemplateEntry("pages/invoices.xhtml", InvoicesPage.self), TablePage.entry,
    ] + FigureKinds.templates

  private let page: Template<ScenarioPage>
  private let invoices: Template<InvoicesPage>
  private let table: Template<TablePage>
  private let figures: FigureKinds

  package init(_ templates: ReportTemplates) {
    page = templates.set.template("pages/scenario.xhtml", for: ScenarioPage.self)
    invoices = templates.set.template("pages/invoices.xhtml", for: InvoicesPage.self)
    table = TablePage.template(templates)
    figures = FigureKinds(templates)
  }

  package func tasks(_ context: SiteContext) -> [ReportTask] {
    // One object for all tasks, because a site may have fifty thousand of them.
    let work = Work(self, context)
    return context.scenarios.indices.map { place in
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
      worker.writer.begin(ScenarioLibrary.path(of: context.scenarios[place].id))
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
      worker.outcome.add(report, at: place)
    }
  }

  /// Writes all files of a report.
  private func write(_ report: ScenarioReport, to writer: inout SiteWriter) throws(BuildError) {
    let (view, id) = (report.view, report.view.scenario.id)
    try writer.page(report.page, page, at: view.page)
    if let arithmetic = report.invoices {
      try writer.page(arithmetic, invoices, at: SitePaths.arithmetic(id), in: .invoices)
    }
    let origin = PageLink(view.document.title, to: view.page)
    try writer.table(
      report.page.table, ScenarioReport.comparisonFiles(id), template: table,
      TablePage(
        view.context, at: "\(SitePaths.table(id)).html", title: view.document.title, origin: origin)
    ) { $0.comparison = $1.withoutLinks }
    if let crossings = report.page.crossings {
      try writer.table(
        crossings, ScenarioReport.crossingFiles(id), template: table,
        TablePage(
          view.context, at: "\(SitePaths.crossings(id)).html",
          title: "\(view.document.title): crossings", origin: origin)
      ) { $0.crossings = $1 }
    }
    if let ends = report.page.crossingEnds {
      try ScenarioReport.endFiles(id).write(ends.table, to: &writer)
    }
    if let choice = report.page.recommendation {
      try ScenarioReport.choiceFiles(id).write(choice.table, to: &writer)
    }
    for figure in report.figures.all {
      guard let (values, files) = figure.values else { continue }
      try writer.table(
        values, files, template: table,
        TablePage(
          view.context, at: "\(files.path).html", title: values.caption, origin: origin)
      ) { $0.values = $1 }
    }
    try ScenarioReport.invoiceFiles(id).write(InvoiceTable(view: view).table, to: &writer)
    try writer.data(at: SitePaths.scenarioData(id), in: .data) { output in
      output = ScenarioData(view.priced, of: view.document, report.recommendations).json.file
    }
    try report.figures.write(to: &writer)
    writer.settle()
  }
}
