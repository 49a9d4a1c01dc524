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

  static let modelName = "ScenarioListPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .text("standfirst") { $0.standfirst },
      .list("cards", ScenarioCard.self) { $0.cards },
    ]
  }
}
