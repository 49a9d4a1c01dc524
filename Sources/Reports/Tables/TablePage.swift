import Content
import Publishing
import Templates

/// A table as a document of its own, for other sites to embed.
///
/// One of ``comparison``, ``crossings``, ``rules``, ``claims`` and ``values`` is present.
struct TablePage: TemplateModel {
  /// The language of the text, such as `en`.
  let language: String

  /// What the table shows, for the browser's tab and for screen readers.
  let title: String

  /// The way from the table back to the site's root, such as `../`.
  let root: String

  /// What a browser may load for the table.
  let policy: String

  /// The publication's name.
  let siteTitle: String

  /// The page that the table is from.
  let origin: PageLink

  /// The terms under which the table may be used.
  let licence: String

  /// What every offer of a scenario costs.
  var comparison: ComparisonTable?

  /// Where the cost curves of a scenario meet.
  var crossings: CrossingTable?

  /// Which phases each provider bills.
  var rules: RuleTable?

  /// All published figures that are computed again.
  var claims: ClaimTable?

  /// The values of a chart.
  var values: ValueTable?

  static let variable = "page"
}

extension TablePage {
  private static let path = "pages/table.xhtml"

  static var entry: TemplateEntry { TemplateEntry(path, TablePage.self) }

  static func template(_ templates: ReportTemplates) -> Template<TablePage> {
    templates.set.template(path, for: TablePage.self)
  }

  /// The page of a table at a path, still without the table.
  init(_ context: SiteContext, at path: String, title: String, origin: PageLink) {
    let settings = context.content.settings
    language = settings.language
    self.title = title
    root = PagePlace(path: path).root
    policy = context.policy
    siteTitle = settings.title
    self.origin = origin
    licence = settings.licence
  }
}

extension SiteWriter {
  /// Writes a table as a page of its own and in every format, as far as they are wanted.
  ///
  /// - Parameters:
  ///   - table: The table as its page shows it.
  ///   - files: Where its files go.
  ///   - template: The template for tables alone.
  ///   - page: The page without the table.
  ///   - place: Puts the table on the page.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  mutating func table<Shown: PublishedTable>(
    _ table: Shown, _ files: TableFiles, template: Template<TablePage>,
    _ page: @autoclosure () -> TablePage, place: (inout TablePage, Shown) -> Void
  ) throws(BuildError) {
    if publishes(.tables) {
      var (page, alone) = (page(), table)
      // It needs no link to itself.
      alone.files.removeAll { $0.link == .file("\(files.path).html") }
      place(&page, alone)
      try self.page(page, template, at: "\(files.path).html", in: .tables)
    }
    try files.write(table.table, to: &self)
  }
}
