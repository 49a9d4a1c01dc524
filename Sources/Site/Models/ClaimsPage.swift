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

  static let modelName = "ClaimsPage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .text("standfirst") { $0.standfirst },
      .list("counts", VerdictCount.self) { $0.counts },
      .list("failures", ClaimFailure.self) { $0.failures },
      .list("groups", ClaimGroup.self) { $0.groups },
      .list("sources", SourceEntry.self) { $0.sources },
      .list("downloads", PageLink.self) { $0.downloads },
    ]
  }
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

  static let modelName = "VerdictCount"
  static let variable = "count"
  static var fields: [Field<Self>] {
    [
      .text("verdict") { $0.verdict },
      .text("meaning") { $0.meaning },
      .text("count") { $0.count },
      .text("kind") { $0.kind },
    ]
  }
}

/// A claim that does not come out.
struct ClaimFailure: TemplateModel {
  /// What is claimed, and the way to it.
  let claim: PageLink

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  static let modelName = "ClaimFailure"
  static let variable = "failure"
  static var fields: [Field<Self>] {
    [
      .record("claim", PageLink.self) { $0.claim },
      .text("published") { $0.published },
      .text("computed") { $0.computed },
    ]
  }
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

  static let modelName = "ClaimGroup"
  static let variable = "group"
  static var fields: [Field<Self>] {
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .list("claims", ClaimEntry.self) { $0.claims },
    ]
  }
}
