import Content
import Pricing
import Templates

/// The crossings of a scenario as files, made from the cells that its page shows.
struct CrossingTables {
  /// The scenario, as `tables/<id>/crossings.html` sees it.
  let view: ScenarioView

  let template: Template<TablePage>

  /// Nothing for a scenario whose curves do not meet, or that has none.
  var files: [SitePlan.File] {
    guard let breakEven = view.priced.breakEven, let shown = Self.table(view, breakEven) else {
      return []
    }
    let (view, template) = (view, template)
    let page = SitePlan.File(view.page, .page) {
      template.render(
        TablePage(
          view, title: "\(view.document.title): crossings", comparison: nil, crossings: shown))
    }
    return [page]
      + TableFiles.files(at: SitePaths.crossings(view.scenario.id)) {
        Self.data(shown, breakEven.crossings)
      }
  }

  private static func table(_ view: ScenarioView, _ breakEven: BreakEven) -> CrossingTable? {
    let list = SitePaths.link(from: view.page, to: SitePaths.scenario(view.scenario.id))
    var sources = PageSources(view.context.content, listedOn: list)
    // What the scenario's page cites before, so that the numbers are the same.
    var comparison = ComparisonTableBuilder(view)
    _ = comparison.table(&sources)
    _ = RecommendationBuilder(view: view).table(&sources)
    return BreakEvenBuilder(view: view, breakEven: breakEven).table(&sources, isAlone: true)
  }

  private static func data(_ table: CrossingTable, _ crossings: [Crossing]) -> DataTable {
    DataTable(
      id: table.id, caption: table.caption, notes: [table.captionDetail],
      columns: [
        DataTable.Column(key: "at", title: table.driver),
        DataTable.Column(key: "cost", title: "Cost"),
        DataTable.Column(key: "before", title: "Cheaper before"),
        DataTable.Column(key: "after", title: "Cheaper from there on"),
        DataTable.Column(key: "decides", title: "New cheapest?"),
      ],
      rows: zip(table.rows, crossings).map { shown, crossing in
        [
          DataTable.Cell(shown.value),
          DataTable.Cell(shown.cost.amount, .amount(low: crossing.cost, high: crossing.cost)),
          DataTable.Cell(shown.before), DataTable.Cell(shown.after),
          DataTable.Cell(shown.decides ? "yes" : "no"),
        ]
      })
  }
}
