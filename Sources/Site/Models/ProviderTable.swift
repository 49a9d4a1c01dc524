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

  /// Every provider, by name.
  let rows: [ProviderEntry]

  /// The same rows as files.
  let files: [PageLink]

  static let modelName = "ProviderTable"
  static let variable = "table"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("caption") { $0.caption },
      .text("captionDetail") { $0.captionDetail },
      .text("order") { $0.order },
      .list("rows", ProviderEntry.self) { $0.rows },
      .list("files", PageLink.self) { $0.files },
    ]
  }
}

/// A provider in a list.
struct ProviderEntry: TemplateModel {
  /// The provider's name.
  let name: String

  /// The link to its page.
  let link: String

  /// How it bills, such as `per second, scales to zero`.
  let meters: String

  /// How many offers are listed, such as `3 offers`.
  let offers: String

  /// Its lowest rate of the first kind it has, or `not stated`.
  let lowestRate: String

  /// The link to that rate, with its source; absent where no price is stated.
  let rateLink: String?

  /// What that rate is for, such as `per GPU-hour`; absent where it is not stated.
  let unit: String?

  /// The class of the rate: `amount` or `not-stated`.
  let kind: String

  /// The day its rates were last read, written out.
  let read: String

  /// The same day as `YYYY-MM-DD`, to sort by.
  let readDate: String?

  static let modelName = "ProviderEntry"
  static let variable = "provider"
  static var fields: [Field<Self>] {
    [
      .text("name") { $0.name },
      .text("link") { $0.link },
      .text("meters") { $0.meters },
      .text("offers") { $0.offers },
      .text("lowestRate") { $0.lowestRate },
      .optionalText("rateLink") { $0.rateLink },
      .optionalText("unit") { $0.unit },
      .text("kind") { $0.kind },
      .text("read") { $0.read },
      .optionalText("readDate") { $0.readDate },
    ]
  }
}
