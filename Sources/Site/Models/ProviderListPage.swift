import Templates

/// The list of all providers.
struct ProviderListPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the list covers, and what it leaves out.
  let standfirst: String

  /// Every provider, by name.
  let providers: [ProviderEntry]

  /// The pages that put two of them side by side.
  let pairs: [PageLink]

  static let modelName = "ProviderListPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .text("standfirst") { $0.standfirst },
      .list("providers", ProviderEntry.self) { $0.providers },
      .list("pairs", PageLink.self) { $0.pairs },
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

  /// Its lowest rate with the unit, and what it is for.
  let lowestRate: String

  /// The day its rates were last read, written out.
  let read: String

  static let modelName = "ProviderEntry"
  static let variable = "provider"
  static var fields: [Field<Self>] {
    [
      .text("name") { $0.name },
      .text("link") { $0.link },
      .text("meters") { $0.meters },
      .text("offers") { $0.offers },
      .text("lowestRate") { $0.lowestRate },
      .text("read") { $0.read },
    ]
  }
}
