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

  static let variable = "page"
}
