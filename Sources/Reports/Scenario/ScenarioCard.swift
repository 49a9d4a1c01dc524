import Templates

/// A scenario as the front page and the list of scenarios show it.
struct ScenarioCard: TemplateModel {
  /// The scenario's name.
  let title: String

  /// The question that it answers.
  let question: String

  /// The answer, with its figures.
  let finding: String

  /// That the answer rests on a narrow lead or an old price, or that others who are not compared may cost
  /// less; absent where neither is so.
  let caveat: String?

  /// The link to its page.
  let link: LinkTarget

  /// The workload that the bars are for.
  let workload: String

  /// A few offers, cheapest first.
  let rows: [CostBar]

  static let variable = "card"
}

/// One offer's cost as a figure with a bar.
struct CostBar: TemplateModel {
  /// The offer's name.
  let offer: String

  /// The amount, its range, or the words for why there is none.
  let cost: String

  /// The link to the invoice behind the amount.
  let link: LinkTarget

  /// The bar up to the low amount, as a share of the dearest, such as `37.5%`.
  let low: String

  /// The bar up to the high amount; the same as ``low`` if the cost is no range.
  let high: String

  /// Whether no other offer is cheaper.
  let cheapest: Bool

  static let variable = "bar"
}
