import Content
import Pricing
import Templates
import Wording

/// The table of a scenario as files: alone as a page, and as CSV, JSON and Markdown.
///
/// All of them are made from the cells that the page shows.
struct ScenarioTables {
  /// The scenario, as `tables/<id>.html` sees it.
  let view: ScenarioView

  let template: Template<TablePage>

  var files: [SitePlan.File] {
    let (view, template) = (view, template)
    return [SitePlan.File(view.page, .page) { template.render(Self.page(view)) }]
      + TableFiles.files(at: SitePaths.table(view.scenario.id)) { Self.data(view) }
  }

  private static func table(_ view: ScenarioView) -> ComparisonTable {
    // A table alone has no list of sources; the scenario's page numbers them alike.
    let list = SitePaths.link(from: view.page, to: SitePaths.scenario(view.scenario.id))
    var sources = PageSources(view.context.content, listedOn: list)
    var builder = ComparisonTableBuilder(view)
    return builder.table(&sources, isAlone: true)
  }

  private static func page(_ view: ScenarioView) -> TablePage {
    TablePage(
      view, title: view.document.title, comparison: table(view), crossings: nil)
  }

  /// The same rows and cells as the page's table.
  static func data(_ view: ScenarioView) -> DataTable {
    let table = table(view)
    let rows = zip(table.rows, ComparisonTableBuilder.rowOrder(view.priced)).map { shown, row in
      [
        DataTable.Cell(shown.offer), DataTable.Cell(shown.provider), DataTable.Cell(shown.meter),
      ]
        + zip(shown.cells, view.priced.quotes[row]).map { cell, quote in
          DataTable.Cell(cell.text, exact(quote), notes: NoteText.sentences(quote))
        }
    }
    let columns =
      [
        DataTable.Column(key: "offer", title: "Offer"),
        DataTable.Column(key: "provider", title: "Provider"),
        DataTable.Column(key: "billing", title: "Billing"),
      ] + view.scenario.workloads.map { DataTable.Column(key: "workload-\($0.id)", title: $0.name) }
    return DataTable(
      id: table.id, caption: table.caption,
      notes: ["\(table.captionDetail) \(table.order)"], columns: columns, rows: rows)
  }

  private static func exact(_ quote: Quote) -> DataTable.Cell.Exact {
    guard let invoice = quote.invoice else { return .state("not applicable") }
    return .amount(low: invoice.low, high: invoice.high)
  }
}

extension TablePage {
  /// The page of a table that belongs to a scenario.
  init(
    _ view: ScenarioView, title: String, comparison: ComparisonTable?, crossings: CrossingTable?
  ) {
    let settings = view.context.content.settings
    self.init(
      language: settings.language, title: title, root: SitePaths.root(of: view.page),
      siteTitle: settings.title,
      origin: PageLink(
        title: view.document.title,
        link: SitePaths.link(from: view.page, to: SitePaths.scenario(view.scenario.id))),
      licence: settings.licence, comparison: comparison, crossings: crossings, rules: nil)
  }
}
