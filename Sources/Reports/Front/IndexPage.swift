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

  /// Who sells what wins and published the figures, and who is not compared, a sentence each.
  let remarks: [String]

  /// The inputs that published figures speak against, in one line; absent if there are none.
  let warning: PageLink?

  /// The answer at a glance, by stretches of the driver.
  let spans: [CheapestSpan]

  /// The chart of that answer.
  let figures: [ChartFigure]

  /// The link to the scenario that the answer and the chart come from.
  let answer: PageLink

  /// Every scenario, the author's choice first.
  let cards: [ScenarioCard]

  /// The list of all scenarios, where there are more than these.
  let others: PageLink?

  /// Every provider, by name; absent from a site without any.
  let providers: ProviderTable?

  /// What the author adds.
  let body: Fragment?

  /// The same as its author wrote it.
  let source: String

  static let variable = "page"
}
