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

  static let variable = "page"
}
