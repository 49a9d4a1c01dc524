import Encoders
import Templates

/// A table for other people's documents: what it shows, and where it is from.
struct EmbeddedTable: TemplateModel {
  /// What the table shows.
  let caption: String

  /// The heads of the columns, from left to right.
  let columns: [EmbeddedCell]

  /// The rows from top to bottom.
  let rows: [EmbeddedRow]

  /// What is said about the rows, a paragraph each.
  let paragraphs: [String]

  /// The page that the table is from, with the name of the publication.
  let title: String

  /// The link to that page; absent where nobody knows the address of the site.
  let link: LinkTarget?

  /// The title where it leads nowhere, else empty.
  let plain: String

  /// The terms under which the table may be used, as a sentence.
  let licence: String

  static let variable = "table"
}

/// A row of such a table.
struct EmbeddedRow: TemplateModel {
  /// What the row is about.
  let head: EmbeddedCell

  /// The other cells.
  let cells: [EmbeddedCell]

  static let variable = "row"
}

/// A cell of such a table, or the head of a column.
struct EmbeddedCell: TemplateModel {
  /// What it says.
  let text: String

  /// `breakeven-amount` for an amount and above amounts.
  let kind: String?

  static let variable = "cell"
}

extension EmbeddedTable {
  static let template = "tables/embedded.xhtml"

  /// A table of at least one column, with the link to where it is from.
  ///
  /// - Parameters:
  ///   - table: The table with its origin.
  ///   - page: The page that it is from, for a document of the same site; `nil` for any other,
  ///     which leads to its address.
  init(_ table: Table, page: LinkTarget? = nil) {
    func cell(_ text: String, _ column: Int) -> EmbeddedCell {
      EmbeddedCell(
        text: text, kind: table.isAmounts(column: column) ? "breakeven-amount" : nil)
    }
    let amounts = table.columns.indices.map { table.isAmounts(column: $0) }
    caption = table.caption
    columns = table.columns.enumerated().map { cell($1.title, $0) }
    rows = table.rows.map { row in
      let cells = zip(row, amounts).map { cell, isAmount in
        EmbeddedCell(text: cell.shown, kind: isAmount ? "breakeven-amount" : nil)
      }
      return EmbeddedRow(head: cells[0], cells: Array(cells.dropFirst()))
    }
    paragraphs = table.paragraphs
    let origin = table.origin
    title = origin?.title ?? ""
    link = page ?? origin?.address.map(LinkTarget.outside)
    plain = link == nil ? title : ""
    licence = origin?.licence ?? ""
  }
}
