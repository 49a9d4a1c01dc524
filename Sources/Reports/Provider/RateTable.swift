import Templates

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

  /// The day from which it holds, written out; `not stated` if the source does not say.
  let from: String

  /// Whether a later rate has replaced it.
  let superseded: Bool

  /// How a statement of another source relates to the rate in force; absent for a rate.
  let verdict: String?

  /// The title of the page that states it.
  let sourceTitle: String

  /// The link to that page, or to its entry in the list of sources.
  let sourceLink: LinkTarget

  /// The words that state it.
  let quote: String?

  static let variable = "row"
}
