import Encoders
import Messages

/// All that a scenario compares: every offer, every workload, in their own order.
struct ComparisonContents {
  /// What stands in front of the amounts: the group if there are several, the offer, who sells it
  /// and how it is billed.
  let words: [Table.Column]

  /// The workloads.
  let workloads: [ComparisonColumn]

  /// What rate cards say in fields of the site's own, which readers see where they are asked for.
  let fields: [Table.Column]

  /// How the rows are sorted.
  let order: String

  /// The offers, each with a cell for each workload.
  let rows: [ComparisonRow]

  /// The same, those together that can take each other's place.
  let groups: [ComparisonGroup]

  /// What the cells' letters refer to.
  let notes: [TableNote]

  /// The columns of words for offers, some of which cannot take the place of others if grouped.
  static func words(isGrouped: Bool) -> [Table.Column] {
    (isGrouped ? [Table.Column(key: groupKey, title: localized("Group"))] : []) + [
      Table.Column(key: offerKey, title: localized("Offer")),
      Table.Column(key: providerKey, title: localized("Provider")),
      Table.Column(key: billingKey, title: localized("Billing")),
    ]
  }

  static let groupKey = "group"
  static let offerKey = "offer"
  static let providerKey = "provider"
  static let billingKey = "billing"
}

extension ComparisonTable: PublishedTable {
  var table: Table {
    var table = Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: contents.words
        + contents.workloads.map { Table.Column(key: $0.key, title: $0.text) } + contents.fields,
      rows: contents.rows.map { row in
        row.words
          + row.cells.map { cell in
            // A page says it at the head of the row, which is no place for a reason in a file.
            Table.Cell(
              cell.text, cell.exact, notes: cell.sentences + [row.leftOut].compactMap(\.self),
              badge: cell.badge ?? cell.arithmetic?.badge
                ?? (cell.standing == .leftOut ? localized("not compared") : nil))
          } + row.fields
      })
    table.order = contents.order
    table.rowIDs = contents.rows.map(\.id)
    return table
  }

  var selection: TableSelection { shape?.selection ?? TableSelection() }

  var arrangement: TableArrangement? { shape?.arrangement }
}
