import Content
import Pricing
import Wording

/// Makes the table of all providers.
struct ProviderTableBuilder {
  let context: SiteContext

  /// Makes the table.
  ///
  /// - Parameter page: The page it stands on.
  /// - Returns: The table with its files.
  func table(on page: String) -> ProviderTable {
    ProviderTable(
      id: "provider-table", caption: "Providers and their lowest rates",
      captionDetail: "US dollars, rates last read \(TimeText.date(context.lastRead)).",
      order: "Sorted by provider, A to Z.",
      rows: context.content.rateCards
        .map { ProviderPageBuilder(context: context, card: $0).entry(from: page) }
        .sorted { ($0.name, $0.link) < ($1.name, $1.link) },
      files: TableFiles.links(from: page, to: SitePaths.providerList, alone: false))
  }
}
