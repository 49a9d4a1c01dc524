import Templates

/// All published figures that the site computes again.
struct ClaimsPage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// How many claims there are, and how many come out.
  let standfirst: String

  /// How often each verdict was reached.
  let counts: [VerdictCount]

  /// The claims that do not come out, as links to them.
  let failures: [ClaimFailure]

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

  static let variable = "count"
}

/// A claim that does not come out.
struct ClaimFailure: TemplateModel {
  /// What is claimed, and the way to it.
  let claim: PageLink

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  static let variable = "failure"
}

/// The claims of one source.
struct ClaimGroup: TemplateModel {
  /// The anchor of the group, which no claim can have.
  let id: String

  /// The title of the source.
  let title: String

  /// How many of its claims come out.
  let summary: String

  /// The claims, in reading order.
  let claims: [ClaimEntry]

  static let variable = "group"
}
