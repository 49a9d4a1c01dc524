import Templates

/// The front page: which billing model is cheapest for which workload.
struct IndexPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The question of the whole publication.
  let question: String

  /// The answer, with its figures.
  let headline: String

  /// What the answer means, in a sentence or two.
  let standfirst: String

  /// The unit, the month's length and the day of the prices, in one line.
  let basis: String

  /// The answer at a glance, by stretches of the driver.
  let spans: [CheapestSpan]

  /// The chart of that answer.
  let figures: [ChartFigure]

  /// The link to the scenario that the answer and the chart come from.
  let answer: PageLink

  /// Every scenario, the author's choice first.
  let cards: [ScenarioCard]

  /// Every provider, by name; absent from a site without any.
  let providers: ProviderTable?

  /// What the author adds.
  let body: Fragment?

  static let modelName = "IndexPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("question") { $0.question },
      .text("headline") { $0.headline },
      .text("standfirst") { $0.standfirst },
      .text("basis") { $0.basis },
      .list("spans", CheapestSpan.self) { $0.spans },
      .list("figures", ChartFigure.self) { $0.figures },
      .record("answer", PageLink.self) { $0.answer },
      .list("cards", ScenarioCard.self) { $0.cards },
      .optionalRecord("providers", ProviderTable.self) { $0.providers },
      .optionalFragment("body") { $0.body },
    ]
  }
}
