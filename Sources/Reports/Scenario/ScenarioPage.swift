import Templates

/// The page of one scenario: the finding, and everything that it rests on.
struct ScenarioPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The scenario's name.
  let title: String

  /// The question that the scenario answers.
  let question: String

  /// The answer, with its figures.
  let headline: String

  /// The answer's reason, in a sentence or two.
  let standfirst: String

  /// The unit, the month's length and the day of the prices, in one line.
  let basis: String

  /// Who sells what wins and published the figures, and who is not compared, a sentence each.
  var remarks: [String]

  /// The inputs that published figures speak against, in one line; absent if there are none.
  let warning: PageLink?

  /// What else the engine found, one sentence each.
  let findings: [String]

  /// What every offer costs.
  let table: ComparisonTable

  /// Which offer to take, by what it must be able to do; absent where no offer can take another's
  /// place.
  let recommendation: RecommendationTable?

  /// The charts, the most telling one first.
  let figures: [ChartFigure]

  /// Which offer is cheapest on which stretch of the driver; empty without a driver.
  let spans: [CheapestSpan]

  /// Where the curves meet; absent without a driver.
  let crossings: CrossingTable?

  /// Where curves meet at each pair of ends of ranges.
  let crossingEnds: CrossingTable?

  /// What others published about the same workloads.
  let claims: [ClaimEntry]

  /// How many of those were reproduced, in words; absent if there are none.
  let claimsSummary: String?

  /// The page with the arithmetic of every amount; absent where it is not published.
  let arithmetic: PageLink?

  /// The published figures that speak against inputs.
  let doubts: [InputDoubt]

  /// What the scenario takes for granted.
  let assumptions: [Assumption]

  /// Where the figures come from.
  let sources: [SourceEntry]

  /// The page's data as files.
  let downloads: [PageLink]

  static let variable = "page"
}
