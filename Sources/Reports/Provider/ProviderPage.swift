import Encoders
import Messages
import Pricing
import Templates

/// The page of one provider: its offers, their rates, and the rules that the rates hide.
struct ProviderPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The provider's id.
  let id: String

  /// The provider's name.
  let name: String

  /// How the provider bills, in a sentence or two.
  let summary: String

  /// The day its rates were last read, in one line with the currency.
  let basis: String

  /// The provider's own site.
  let website: String?

  /// Everything it sells that a scenario may use.
  let offers: [OfferSheet]

  /// The same, if they are so few that each is shown as a whole.
  let shown: [OfferSheet]

  /// The same, if they are so many that each is folded up.
  let folded: [OfferSheet]

  /// How many there are.
  let offerCount: String

  /// The columns for the site's own fields that the card has, in files.
  let fields: [Table.Column]

  /// How its prices changed; absent where none did on a day that a source states.
  let chart: ChartFigure?

  /// What changed of its prices and rules, and what that moved: the days, the latest first.
  let history: [ChangeDay]

  /// All of the rates as files.
  let files: [PageLink]

  /// Where the rates and rules were read.
  let sources: [SourceEntry]

  static let variable = "page"
}

extension ProviderPage {
  private static var columns: [Table.Column] {
    [
      Table.Column(key: "offer", title: localized("Offer")),
      Table.Column(key: "rate", title: localized("Rate", context: "head of a column")),
      Table.Column(key: "price", title: localized("Price")),
      Table.Column(key: "unit", title: localized("Unit")),
      Table.Column(key: "day", title: localized("Day")),
      Table.Column(key: "source", title: localized("Source")),
      Table.Column(key: "quote", title: localized("Quote")),
    ]
  }

  /// All of its rates as one table.
  var rates: Table {
    Table(
      id: "\(id)-rates", caption: localized("\(name): rates"), notes: [basis],
      columns: Self.columns + fields,
      rows: offers.flatMap { offer in
        offer.rates.rows.map { row in
          let rate = row.rate
          return [
            Table.Cell(offer.name, .value(offer.id)), Table.Cell(row.label),
            Table.Cell(
              row.price.amount,
              rate.price.map { .amount(low: $0.low, high: $0.high) } ?? .state("not stated")),
            Table.Cell(row.price.detail ?? "", .value(rate.unit.rawValue)),
            Table.Cell(row.day, .value("\(rate.day.date)")),
            Table.Cell(row.sourceTitle, .value(rate.citation.source)),
            Table.Cell(row.quote ?? row.remark ?? ""),
          ] + offer.fields
        }
      })
  }
}
