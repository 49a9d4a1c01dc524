import Templates

/// The page of billing rules: what is billed where, and what multiplies a price.
struct RulesPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the table says, in a sentence or two with its counts.
  let standfirst: String

  /// Phases of a machine against providers.
  let table: RuleTable

  /// What a reader has to know of who states rules.
  let remarks: [String]

  /// The way to the rules that are no longer what they were.
  let changes: PageLink

  /// Prices in proportion to others.
  let adjustments: [AdjustmentRow]

  /// Where all of it was read.
  let sources: [SourceEntry]

  static let variable = "page"
}

/// A price in proportion to the rates of an offer.
struct AdjustmentRow: TemplateModel {
  /// The offer.
  let offer: String

  /// The link to the offer on its provider's page.
  let link: LinkTarget

  /// The condition, such as `batch`.
  let condition: String

  /// The factor, such as `× 0.5`.
  let factor: String

  /// What is multiplied.
  let target: String

  /// Who says so.
  let citations: [Citation]

  static let variable = "adjustment"
}
