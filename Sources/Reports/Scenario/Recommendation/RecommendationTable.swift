import Templates

/// What to take for each workload, by what an offer must be able to do.
struct RecommendationTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// How the choice is made.
  let caption: String

  /// The rule, and the unit.
  let captionDetail: String

  /// The workloads, from left to right.
  let columns: [ComparisonColumn]

  /// How many columns there are.
  let span: String

  /// The choices among offers that can take each other's place, group by group.
  let groups: [RecommendationGroup]

  static let variable = "table"
}

/// The choices among offers that can take each other's place.
struct RecommendationGroup: TemplateModel {
  /// What the offers are called together; absent where there are no others.
  let name: String?

  /// One row for each set of requirements; the price alone, or what the scenario asks for, first.
  let rows: [RecommendationRow]

  static let variable = "group"
}

/// The choice under one set of requirements.
struct RecommendationRow: TemplateModel {
  /// What the offer must be able to do.
  let requirement: String

  /// What to take, workload by workload.
  let cells: [RecommendationCell]

  /// Who is out and why, in one line; absent if nobody is.
  let excluded: String?

  /// The same, offer by offer.
  let exclusions: [ExclusionEntry]

  static let variable = "row"
}

/// What to take for one workload.
struct RecommendationCell: TemplateModel {
  /// The offers.
  let offers: String

  /// What it costs, or on what the choice depends.
  let detail: String?

  /// The link to the invoice behind the amount; absent where there is none.
  var link: LinkTarget?

  static let variable = "cell"
}

/// An offer that is out, and what keeps it out.
struct ExclusionEntry: TemplateModel {
  /// The offer's name.
  let offer: String

  /// What it does not do, or of which nobody says that it does.
  let reason: String

  /// Who says so.
  let citations: [Citation]

  static let variable = "exclusion"
}
