import Templates

/// All published figures that the site computes again.
struct ClaimsPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// How many claims there are, and how many were earned.
  let standfirst: String

  /// How often each verdict was reached.
  let counts: [VerdictCount]

  /// The claims, source by source.
  let groups: [ClaimGroup]

  /// Where everything was read.
  let sources: [SourceEntry]

  /// The same as data.
  let downloads: [PageLink]

  static let variable = "page"
}

/// How often a verdict was reached.
struct VerdictCount: TemplateModel {
  /// The verdict.
  let verdict: String

  /// What it means.
  let meaning: String

  /// How many claims.
  let count: String

  /// The class of the verdict.
  let kind: String

  /// The anchor at which the page shows only these.
  let filter: String

  /// The way to that anchor.
  let link: LinkTarget

  static let variable = "count"
}

/// The claims of one source.
struct ClaimGroup: TemplateModel {
  /// The anchor of the group.
  let id: String

  /// The way to the group.
  let link: LinkTarget

  /// How many claims it has.
  let count: String

  /// The title of the source.
  let title: String

  /// How often each verdict was reached on its claims.
  let summary: String

  /// The claims, in reading order.
  let claims: [ClaimEntry]

  static let variable = "group"
}
