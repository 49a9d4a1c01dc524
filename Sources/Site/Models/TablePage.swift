import Templates

/// A table as a document of its own, for other sites to embed.
///
/// One of ``comparison``, ``crossings``, ``rules`` and ``claims`` is present.
struct TablePage: TemplateModel {
  /// The language of the text, such as `en`.
  let language: String

  /// What the table shows, for the browser's tab and for screen readers.
  let title: String

  /// The way from the table back to the site's root, such as `../`.
  let root: String

  /// The publication's name.
  let siteTitle: String

  /// The page that the table is from.
  let origin: PageLink

  /// The terms under which the table may be used.
  let licence: String

  /// What every offer of a scenario costs.
  let comparison: ComparisonTable?

  /// Where the cost curves of a scenario meet.
  let crossings: CrossingTable?

  /// Which phases each provider bills.
  let rules: RuleTable?

  /// All published figures that are computed again.
  var claims: ClaimTable?

  static let modelName = "TablePage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .text("language") { $0.language },
      .text("title") { $0.title },
      .text("root") { $0.root },
      .text("siteTitle") { $0.siteTitle },
      .record("origin", PageLink.self) { $0.origin },
      .text("licence") { $0.licence },
      .optionalRecord("comparison", ComparisonTable.self) { $0.comparison },
      .optionalRecord("crossings", CrossingTable.self) { $0.crossings },
      .optionalRecord("rules", RuleTable.self) { $0.rules },
      .optionalRecord("claims", ClaimTable.self) { $0.claims },
    ]
  }
}
