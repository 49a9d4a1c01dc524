import Encoders
import Templates

/// A table for other people's documents: what it shows, and where it is from.
struct EmbeddedTable: TemplateModel {
  /// `breakeven-table`, with `breakeven-wide` for one of many columns.
  let kind: String

  /// The language of the text; absent where it is that of the page around it.
  private(set) var language: String?

  /// What the table shows.
  let caption: String

  /// The heads of the columns, from left to right.
  let columns: [EmbeddedCell]

  /// The rows from top to bottom.
  let rows: [EmbeddedRow]

  /// What is said about the rows, a paragraph each.
  let paragraphs: [String]

  /// The page that the table is from, with the name of the publication.
  private(set) var title: String

  /// The link to that page; absent where nobody knows the address of the site.
  private(set) var link: LinkTarget?

  /// The title where it leads nowhere, else empty.
  private(set) var plain: String

  /// The terms under which the table may be used, as a sentence; empty where the page around it says
  /// them.
  private(set) var licence: String

  static let variable = "table"
}

/// A row of such a table.
struct EmbeddedRow: TemplateModel {
  /// What the row is about.
  let head: String

  /// The other cells.
  let cells: [EmbeddedCell]

  static let variable = "row"
}

/// A cell of such a table, or the head of a column.
struct EmbeddedCell: TemplateModel {
  /// What it says.
  let text: String

  /// `be-words` for what stands on the left; all else is an amount.
  let kind: String?

  /// The head of its column, for where columns have no room; absent from heads.
  var label: String?

  static let variable = "cell"
}

extension EmbeddedTable {
  static let template = "tables/embedded.xhtml"

  /// The most columns that have room beside a text.
  private static let mostNarrow = 6

  /// The most cells that say what their columns are.
  private static let mostLabelled = 240

  /// A table of at least one column, with the address that it is from.
  init(_ table: Table) {
    let amounts = table.columns.indices.map { table.isAmounts(column: $0) }
    // A long list of lists would be read by nobody: such a table scrolls.
    let isLarge = table.rows.count * table.columns.count > Self.mostLabelled
    kind =
      isLarge
      ? "breakeven-table breakeven-large"
      : table.columns.count > Self.mostNarrow ? "breakeven-table breakeven-wide" : "breakeven-table"
    language = table.origin?.language
    caption = table.caption
    columns = zip(table.columns, amounts).map { column, isAmount in
      EmbeddedCell(text: column.title, kind: isAmount ? nil : "be-words")
    }
    rows = table.rows.map { row in
      let cells = row.indices.map { column in
        EmbeddedCell(
          text: row[column].shown, kind: amounts[column] ? nil : "be-words",
          label: isLarge ? nil : table.columns[column].title)
      }
      return EmbeddedRow(head: row[0].shown, cells: Array(cells.dropFirst()))
    }
    paragraphs = table.paragraphs
    let origin = table.origin
    title = origin?.title ?? ""
    link = origin?.address.map(LinkTarget.outside)
    plain = link == nil ? title : ""
    licence = origin?.licence ?? ""
  }

  /// The same for a document of the same site.
  func leading(to page: LinkTarget) -> Self {
    var table = self
    (table.link, table.plain) = (page, "")
    return table
  }

  /// The same between the text of a page of the same site, which says its language and its terms.
  func onOwnPage(from home: PageLink) -> Self {
    var table = leading(to: home.link)
    (table.title, table.licence, table.language) = (home.title, "", nil)
    return table
  }
}
