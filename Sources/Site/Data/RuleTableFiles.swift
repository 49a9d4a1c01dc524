import Content
import Templates

/// The table of billing rules as files: alone as a page, and as CSV, JSON and Markdown.
///
/// All of them are made from the cells that the page shows.
struct RuleTableFiles {
  let context: SiteContext

  let template: Template<TablePage>

  var files: [SitePlan.File] {
    let this = self
    return [SitePlan.File(Self.path, .page) { this.template.render(this.page) }]
      + TableFiles.files(at: SitePaths.ruleTable) { this.data }
  }

  private static let path = "\(SitePaths.ruleTable).html"

  private var table: RuleTable {
    var builder = RuleTableBuilder(context: context, page: Self.path)
    // A table alone has no list of sources; the page of rules numbers them alike.
    let list = SitePaths.link(from: Self.path, to: SitePaths.billingRules)
    var sources = PageSources(context.content, listedOn: list)
    return builder.table(&sources, isAlone: true)
  }

  private var page: TablePage {
    let settings = context.content.settings
    let path = Self.path
    return TablePage(
      language: settings.language, title: BillingRulesPageBuilder.title,
      root: SitePaths.root(of: path), siteTitle: settings.title,
      origin: PageLink(
        title: BillingRulesPageBuilder.title,
        link: SitePaths.link(from: path, to: SitePaths.billingRules)),
      licence: settings.licence, comparison: nil, crossings: nil, rules: table)
  }

  /// The same rows and cells as the page's table.
  private var data: DataTable {
    let table = table
    let columns =
      [("provider", "Provider"), ("offers", "Offers")]
      + RuleKey.all.map { ($0.key, $0.title) } + [("date", "Date"), ("source", "Source")]
    return DataTable(
      id: table.id, caption: table.caption,
      notes: [table.captionDetail] + table.notes.map { "\($0.mark) \($0.text)" },
      columns: columns.map { DataTable.Column(key: $0.0, title: $0.1) },
      rows: table.rows.map { row in
        [DataTable.Cell(row.provider), DataTable.Cell(row.offers)]
          + row.cells.map { DataTable.Cell($0.text, $0.kind == "length" ? nil : .state($0.text)) }
          + [
            DataTable.Cell(row.date),
            DataTable.Cell(row.citations.map(\.title).joined(separator: "; ")),
          ]
      })
  }
}
