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

  /// How many columns there are in all.
  let span: String

  /// The heads of the columns of cells, from left to right.
  let columns: [ComparisonColumn]

  /// The offers that can take each other's place, group by group.
  let groups: [ComparisonGroup]

  /// What the cells' letters refer to.
  let notes: [TableNote]

  /// The same rows as files, and the table alone.
  var files: [PageLink]

  /// How to use the table elsewhere; absent where no other document can embed it.
  var use: EmbedUse?

  static let variable = "table"
}

/// Offers that can take each other's place.
struct ComparisonGroup: TemplateModel {
  /// What they are called together; absent where there are no others.
  let name: String?

  /// One row for each offer.
  var rows: [ComparisonRow]

  static let variable = "group"
}

/// The head of a column: a workload.
struct ComparisonColumn: TemplateModel {
  /// The workload's name.
  let text: String

  /// Its size, such as `10M tokens a month`.
  let detail: String?

  /// `ascending` if the rows are in its order, else `none`.
  let sort: String

  /// The id of the workload.
  let id: String

  /// The name of the column for programs.
  var key: String { "workload-\(id)" }

  static let variable = "column"
}

extension ComparisonTable {
  /// The rows of all groups.
  var rows: [ComparisonRow] { groups.flatMap(\.rows) }
}

extension ComparisonTable: PublishedTable {
  var table: Table {
    var table = Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: (isGrouped ? [Table.Column(key: "group", title: "Group")] : []) + [
        Table.Column(key: "offer", title: "Offer"),
        Table.Column(key: "provider", title: "Provider"),
        Table.Column(key: "billing", title: "Billing"),
      ] + columns.map { Table.Column(key: $0.key, title: $0.text) },
      rows: groups.flatMap { group in
        group.rows.map { row in
          (group.name.map { [Table.Cell($0)] } ?? []) + [
            Table.Cell(row.offer, .value(row.id)), Table.Cell(row.provider, .value(row.providerID)),
            Table.Cell(row.meter),
          ]
            + row.cells.map { cell in
              Table.Cell(
                cell.text, cell.exact, notes: cell.sentences,
                badge: cell.badge ?? cell.arithmetic?.badge)
            }
        }
      })
    table.order = order
    table.rowIDs = rows.map(\.id)
    return table
  }

  /// Whether some of the offers cannot take the place of others.
  private var isGrouped: Bool { groups.contains { $0.name != nil } }
}
