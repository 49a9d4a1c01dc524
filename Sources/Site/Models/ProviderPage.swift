import Templates

/// The page of one provider: its offers, their rates, and the rules that the rates hide.
struct ProviderPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

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

  /// All of the rates as files.
  let files: [PageLink]

  /// Where the rates and rules were read.
  let sources: [SourceEntry]

  static let variable = "page"
}
