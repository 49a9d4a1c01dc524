import Encoders
import Messages
import Pricing
import Templates

/// Where the cost curves of a scenario meet, in the order of the driver.
struct CrossingTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// What is listed.
  let caption: String

  /// The rule by which a point counts as a crossing, and how curves run between known points.
  let captionDetail: String

  /// The order of the rows in a sentence: `Sorted by tokens a month, lowest first`.
  let order: String

  /// The driver with its unit, such as `Tokens a month`.
  let driver: String

  /// The crossings of offers that can take each other's place, group by group.
  let groups: [CrossingGroup]

  /// The same rows as files, and the table alone.
  var files: [PageLink]

  /// How to use the table elsewhere; absent where no other document can embed it.
  var use: EmbedUse?

  static let variable = "table"
}

/// Where the curves of offers meet that can take each other's place.
struct CrossingGroup: TemplateModel {
  /// What the offers are called together; absent where there are no others.
  let name: String?

  /// One row for each crossing; at least one.
  let rows: [CrossingRow]

  static let variable = "group"
}

/// One point at which another offer stops being dearer.
struct CrossingRow: TemplateModel {
  /// The driver's value, exact, with separators.
  let value: String

  /// The driver's value as a plain number, to sort by.
  let number: String

  /// Which of its places is only where the range begins or ends; absent if none is.
  let edge: String?

  /// What either offer costs there, and how the crossing comes about.
  let cost: Arithmetic

  /// The cost in dollars as a plain number, to sort by.
  let dollars: String

  /// The offer that is the cheaper one before.
  let before: String

  /// The offer that is the cheaper one from here on.
  let after: String

  /// Whether the cheapest of all offers changes here: `yes`, or `perhaps` where a third may
  /// cost less, with the part of a range on which it would; absent where it does not.
  let decision: String?

  /// Where the rates of both offers were read.
  let citations: [Citation]

  /// The least and the largest cost, exact.
  let exact: [Money]

  /// The first and the last place as decimals.
  let places: [String]

  /// What is cheaper before and from there on: the ids of offers, or of curves where each row is
  /// about one end of each.
  let ids: (before: String, after: String)

  static let variable = "row"
}

extension CrossingTable: PublishedTable {
  var table: Table {
    Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: (isGrouped ? [Table.Column(key: "group", title: localized("Group"))] : []) + [
        Table.Column(key: "at", title: driver),
        Table.Column(key: "cost", title: localized("Cost")),
        Table.Column(key: "before", title: localized("Cheaper before")),
        Table.Column(key: "after", title: localized("Cheaper from there on")),
        Table.Column(key: "decides", title: localized("New cheapest?")),
      ],
      rows: groups.flatMap { group in
        group.rows.map { row in
          (group.name.map { [Table.Cell($0)] } ?? []) + [
            Table.Cell(row.value, .number(low: row.places[0], high: row.places[1])),
            Table.Cell(row.cost.amount, .amount(low: row.exact[0], high: row.exact[1])),
            Table.Cell(row.before, .value(row.ids.before)),
            Table.Cell(row.after, .value(row.ids.after)),
            Table.Cell(row.decision ?? localized("no")),
          ]
        }
      })
  }

  /// Whether some of the offers cannot take the place of others.
  private var isGrouped: Bool { groups.contains { $0.name != nil } }

  /// The rows of all groups.
  var rows: [CrossingRow] { groups.flatMap(\.rows) }
}
