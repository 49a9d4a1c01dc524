import Messages
import Pricing
import Templates
import Wording

/// What one offer charges, and where that was read.
struct RateTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// Whose rates these are.
  let caption: String

  /// The currency, the day the rates were last read, and the order of the rows.
  let captionDetail: String

  /// One row for each rate, the newest of a kind first, then what other sources say.
  let rows: [RateRow]

  static let variable = "table"
}

/// One rate from one day on, or what another source says about it.
struct RateRow: TemplateModel {
  /// What is charged for, such as `Input tokens`.
  let label: String

  /// The price or its range, with what it means in other units and what it rests on.
  let price: Arithmetic

  /// The class of the price: `amount` or `not-stated`.
  let kind: String

  /// The day since which it holds; where no source tells, that of its source, and which day that is.
  let day: String

  /// That a later rate has replaced it, that it is announced, that published figures speak against it, or
  /// that nobody has read it for long; of a
  /// statement of another source how it relates to the rate in force; else absent.
  let badge: String?

  /// The rate itself.
  let rate: Rate

  /// The title of the page that states it.
  let sourceTitle: String

  /// The link to that page, or to its entry in the list of sources.
  let sourceLink: LinkTarget

  /// The words that state it; absent where none were kept.
  let quote: String?

  /// How the words lead to the price, where they do not state it, or that no words were kept.
  let remark: String?

  static let variable = "row"

  init(
    _ rate: Rate, label: String, price: Arithmetic, badge: String?, source: Citation
  ) {
    self.rate = rate
    self.label = label
    self.price = price
    self.badge = badge
    kind = rate.price == nil ? "not-stated" : "amount"
    day = TimeText.day(rate.day)
    (sourceTitle, sourceLink) = (source.title, source.link)
    let evidence = rate.citation
    quote = evidence.quote
    remark =
      evidence.working.map { localized("worked out: \($0)") }
      ?? (evidence.quote == nil ? localized("without a quotation") : nil)
  }
}
