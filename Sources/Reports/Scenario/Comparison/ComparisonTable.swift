import Encoders
import Templates

/// Offers in rows, workloads in columns, what each costs in the cells.
struct ComparisonTable: TemplateModel {
  /// The anchor of the table; anchors inside it start with it.
  let id: String

  /// What is compared.
  let caption: String

  /// The unit, the month's length and the day of the prices.
  let captionDetail: String

  /// The order of the rows in a sentence: `Sorted by 10M tokens, lowest first`.
  let order: String

  /// What the cells are, such as `US dollars a month`; it stands above all of their columns.
  let measure: String

  /// How many columns of cells there are.
  let width: String

  /// The heads of the columns of cells, from left to right.
  let columns: [ComparisonColumn]

  /// One row for each offer.
  var rows: [ComparisonRow]

  /// What the cells' letters refer to.
  let notes: [TableNote]

  /// The same rows as files, and the table alone.
  var files: [PageLink]

  static let variable = "table"
}

/// The head of a column: a workload.
struct ComparisonColumn: TemplateModel {
  /// The workload's name.
  let text: String

  /// Its size, such as `10M tokens a month`.
  let detail: String?

  /// `ascending` if the rows are in its order, else `none`.
  let sort: String

  /// The name of the column for programs.
  let key: String

  static let variable = "column"
}

extension ComparisonTable {
  /// The table for a document of its own, in which amounts do not lead to their arithmetic.
  var withoutLinks: ComparisonTable {
    var table = self
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices where table.rows[row].cells[cell].link != nil {
        table.rows[row].cells[cell].link = nil
        table.rows[row].cells[cell].plain = table.rows[row].cells[cell].text
      }
    }
    return table
  }
}

extension ComparisonTable: PublishedTable {
  var table: Table {
    Table(
      id: id, caption: caption, notes: ["\(captionDetail) \(order)"],
      columns: [
        Table.Column(key: "offer", title: "Offer"),
        Table.Column(key: "provider", title: "Provider"),
        Table.Column(key: "billing", title: "Billing"),
      ] + columns.map { Table.Column(key: $0.key, title: $0.text) },
      rows: rows.map { row in
        [Table.Cell(row.offer), Table.Cell(row.provider), Table.Cell(row.meter)]
          + row.cells.map { Table.Cell($0.text, $0.exact, notes: $0.sentences) }
      })
  }
}
