import Content
import Pricing
import Templates
import Wording

/// The table of claims as files: alone as a page, and as CSV, JSON and Markdown.
struct ClaimTables {
  let context: SiteContext
  let template: Template<TablePage>

  private static let path = "tables/claims"

  var files: [SitePlan.File] {
    let tables = self
    return [
      SitePlan.File("\(Self.path).html", .page) { tables.template.render(tables.page) },
      SitePlan.File("\(Self.path).csv", .data) { Array(TableFiles(tables.data).csv.utf8) },
      SitePlan.File("\(Self.path).md", .data) { Array(TableFiles(tables.data).markdown.utf8) },
      SitePlan.File("\(Self.path).json", .data) { Array(TableFiles(tables.data).json.utf8) },
    ]
  }

  private var page: TablePage {
    let (settings, place) = (context.content.settings, "\(Self.path).html")
    return TablePage(
      language: settings.language, title: ClaimsPageBuilder.title, root: SitePaths.root(of: place),
      siteTitle: settings.title,
      origin: PageLink(
        title: ClaimsPageBuilder.title, link: SitePaths.link(from: place, to: SitePaths.claims)),
      licence: settings.licence, comparison: nil, crossings: nil, rules: nil, claims: table)
  }

  private var table: ClaimTable {
    let place = "\(Self.path).html"
    let (words, entries) = (
      VerdictText(context: context), ClaimEntryBuilder(context: context, page: place)
    )
    return ClaimTable(
      id: "table-claims", caption: ClaimsPageBuilder.title,
      captionDetail: ClaimsPageBuilder.summary(context.claims),
      columns: ["Published", "Computed", "Verdict", "Source"],
      rows: context.claims.map { audited in
        ClaimRow(
          says: audited.claim.says,
          link: SitePaths.link(from: place, to: SitePaths.claims) + "#\(audited.claim.id)",
          published: ClaimText.published(audited.claim.published),
          computed: entries.computed(audited), verdict: words.phrase(audited),
          kind: VerdictText.kind(audited.verdict),
          source: context.content.source(audited.claim.citation.source)?.title ?? "")
      })
  }

  private var data: DataTable {
    let table = table
    let keys = ["published", "computed", "verdict", "source"]
    return DataTable(
      id: table.id, caption: table.caption, notes: [table.captionDetail],
      columns: [DataTable.Column(key: "claim", title: "Claim")]
        + zip(keys, table.columns).map { DataTable.Column(key: $0, title: $1) },
      rows: zip(table.rows, context.claims).map { row, audited in
        let figure = audited.claim.published
        return [
          DataTable.Cell(row.says), DataTable.Cell(row.published, dollars(figure.low, figure)),
          DataTable.Cell(row.computed, dollars(audited.computed?.low, figure, audited.computed)),
          DataTable.Cell(row.verdict, .state(row.kind)), DataTable.Cell(row.source),
        ]
      })
  }

  /// An exact amount, for figures in dollars that leave no side open.
  private func dollars(
    _ low: Ratio?, _ figure: PublishedValue, _ computed: Bounds<Ratio>? = nil
  ) -> DataTable.Cell.Exact? {
    guard figure.unit == ClaimUnit(.usd), let low, let high = computed?.high ?? figure.high,
      let exactLow = try? low * Ratio(Money.picodollarsPerDollar),
      let exactHigh = try? high * Ratio(Money.picodollarsPerDollar)
    else { return nil }
    return .amount(low: Money(rounding: exactLow), high: Money(rounding: exactHigh))
  }
}
