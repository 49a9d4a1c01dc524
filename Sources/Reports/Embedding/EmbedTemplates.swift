import Content
import Diagnostics
import Encoders
import Publishing
import Templates

/// What tables and charts are filled into for other documents.
struct EmbedTemplates: Sendable {
  static let entries = [
    TemplateEntry(EmbeddedTable.template, EmbeddedTable.self),
    TemplateEntry(EmbedPage.template, EmbedPage.self),
  ]

  private let table: Template<EmbeddedTable>
  private let page: Template<EmbedPage>
  private let style: String

  init(_ templates: ReportTemplates) {
    table = templates.set.template(EmbeddedTable.template, for: EmbeddedTable.self)
    page = templates.set.template(EmbedPage.template, for: EmbedPage.self)
    style = templates.embeddedStyle
  }

  /// A table with its style, for any page: without a blank line or an indentation that Markdown
  /// would make something else of.
  func fragment(_ table: EmbeddedTable) -> [UInt8] {
    let markup = EmbeddedMarkup.flat(self.table.fragment(table).bytes)
    guard let start = markup.firstIndex(of: UInt8(ascii: ">")) else { return markup }
    return markup[...start] + Array("\n<style>\(style)</style>".utf8) + markup[(start + 1)...]
  }

  /// Writes a table as a fragment and as a page without surroundings.
  ///
  /// - Parameters:
  ///   - table: The table with where it is from.
  ///   - path: The path of its files, without an ending.
  ///   - home: The page that it is from.
  ///   - isNowhereElse: Whether no other page shows it.
  ///   - writer: Takes the files.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  func write(
    _ table: Table, at path: String, from home: LinkTarget, isNowhereElse: Bool,
    to writer: inout SiteWriter
  ) throws(BuildError) {
    let shown = EmbeddedTable(table)
    try writer.data(at: "\(path).html", in: .tables) { $0 += fragment(shown) }
    // A frame needs the address of its page: where nobody knows that, no page is made for one.
    guard table.origin?.address != nil || isNowhereElse else { return }
    let place = SitePaths.embed(path)
    var page = EmbedPage(
      language: shown.language ?? "", title: table.caption, root: PagePlace(path: place).root,
      table: shown.leading(to: home), siteTitle: "", licence: "")
    try write(
      &page, at: place, of: table.origin?.publication ?? "",
      height: EmbedFrame.height(of: table), to: &writer)
  }

  /// Writes a chart as a page without surroundings.
  ///
  /// - Parameters:
  ///   - figure: The chart.
  ///   - view: The scenario that it is from.
  ///   - writer: Takes the file.
  /// - Throws: ``Publishing/BuildError/writing(_:)``.
  func write(
    _ figure: Figure, of view: ScenarioView, to writer: inout SiteWriter
  ) throws(BuildError) {
    guard view.context.baseURL != nil else { return }
    let settings = view.context.content.settings
    let place = SitePaths.embed(chart: figure.id)
    var page = EmbedPage(
      language: settings.language, title: figure.title, root: PagePlace(path: place).root,
      chart: figure.shown.alone, origin: PageLink(view.document.title, to: view.page),
      siteTitle: settings.title, licence: "\(settings.licence).")
    try write(
      &page, at: place, of: settings.title, height: EmbedFrame.usualHeight, to: &writer)
  }

  /// The path of the page that shows a table and nothing else, if there is one.
  func frame(of files: TableFiles, _ writer: SiteWriter) -> String? {
    let hasPage = files.isAlone && (files.isNowhereElse || writer.baseURL != nil)
    return hasPage && writer.publishes(.tables) ? SitePaths.embed(files.path) : nil
  }

  /// The path of the page that shows a chart and nothing else, if there is one.
  func frame(of figure: Figure, _ writer: SiteWriter) -> String? {
    writer.baseURL != nil && writer.publishes(.tables) ? SitePaths.embed(chart: figure.id) : nil
  }

  /// Writes a page without surroundings, and what editors ask about it where it has an address.
  private func write(
    _ page: inout EmbedPage, at place: String, of publication: String, height: Int,
    to writer: inout SiteWriter
  ) throws(BuildError) {
    let answer = writer.baseURL.map { base in
      OEmbed(
        base: base, publication: publication, page: place, title: page.title, height: height)
    }
    page.oembed = answer?.address
    try writer.page(page, self.page, at: place, in: .tables)
    guard let answer else { return }
    try writer.data(at: OEmbed.path(of: place), in: .tables) { $0 = answer.json.file }
  }
}
