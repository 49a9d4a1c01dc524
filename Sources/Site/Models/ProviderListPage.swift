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
  let table: ProviderTable

  /// The pages that put two of them side by side.
  let pairs: [PageLink]

  static let modelName = "ProviderListPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .text("standfirst") { $0.standfirst },
      .record("table", ProviderTable.self) { $0.table },
      .list("pairs", PageLink.self) { $0.pairs },
    ]
  }
}
