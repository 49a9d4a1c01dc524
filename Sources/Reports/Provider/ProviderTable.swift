import Encoders
import Messages
import Pricing
import Templates

/// The providers in rows, each with the lowest of its rates.
struct ProviderTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// What is listed.
  let caption: String

  /// The currency, and the day on which any rate was last read.
  let captionDetail: String

  /// The order of the rows.
  let order: String

  /// The heads of the site's own fields that any card has of all it sells.
  let fieldHeads: [String]

  /// The same as columns of files.
  let fields: [Table.Column]

  /// Every provider, by name.
  let rows: [ProviderEntry]

  /// The same rows as files.
  var files: [PageLink]

  static let variable = "table"
}

/// A provider in a list.
struct ProviderEntry: TemplateModel {
  /// The provider's name.
  let name: String

  /// The link to its page.
  let link: LinkTarget

  /// How it bills, such as `per second, scales to zero`.
  let meters: String

  /// How many offers are listed, such as `3 offers`.
  let offers: String

  /// Its lowest rate of the first kind it has, or `not stated`.
  let lowestRate: String

  /// The link to that rate, with its source; absent where no price is stated.
  let rateLink: LinkTarget?

  /// What that rate is for, such as `per GPU-hour`; absent where it is not stated.
  let unit: String?

  /// Who states that rate, and when: `GMI Cloud, published 28 May 2026`; absent where it is not stated.
  let stated: String?

  /// The class of the rate: `amount` or `not-stated`.
  let kind: String

  /// The provider's id.
  let id: String

  /// The lowest rate as an amount, and its unit; absent where none is stated.
  let lowest: (price: Money, unit: RateUnit)?

  /// The day its rates were last read, written out.
  let read: String

  /// The same day as `YYYY-MM-DD`, to sort by.
  let readDate: String?

  /// What its card says in the site's own fields, a text for each of the heads.
  let fieldTexts: [String]

  /// The same as cells of files.
  let fields: [Table.Cell]

  static let variable = "provider"
}

extension ProviderTable: PublishedTable {
  var table: Table {
    Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: [
        Table.Column(key: "provider", title: localized("Provider")),
        Table.Column(key: "billing", title: localized("Bills by")),
        Table.Column(key: "lowest", title: localized("Lowest rate")),
        Table.Column(key: "unit", title: localized("Unit")),
        Table.Column(key: "stated", title: localized("Stated by")),
        Table.Column(key: "read", title: localized("Rates last read")),
      ] + fields,
      rows: rows.map { row in
        [
          Table.Cell(row.name, .value(row.id)), Table.Cell(row.meters),
          Table.Cell(
            row.lowestRate,
            row.lowest.map { .single($0.price) } ?? .state("not stated")),
          Table.Cell(row.unit ?? "", row.lowest.map { .value($0.unit.rawValue) }),
          Table.Cell(row.stated ?? ""), Table.Cell(row.read, row.readDate.map { .value($0) }),
        ] + row.fields
      })
  }
}
