import Templates

/// The list of all scenarios.
struct ScenarioListPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the scenarios have in common.
  let standfirst: String

  /// Every scenario, in the author's order.
  let cards: [ScenarioCard]

  /// The scenarios beyond those that have a card.
  let others: [PageLink]

  static let variable = "page"
}
