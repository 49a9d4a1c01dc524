import Templates

/// All claims as a table, for other sites to embed.
struct ClaimTable: TemplateModel {
  /// The anchor of the table.
  let id: String

  /// What it shows.
  let caption: String

  /// How many claims come out.
  let captionDetail: String

  /// The heads of the columns after the claim.
  let columns: [String]

  /// One row for each claim, in the order of the page.
  let rows: [ClaimRow]

  static let variable = "table"
}

/// One claim in a line.
struct ClaimRow: TemplateModel {
  /// What is claimed.
  let says: String

  /// The claim on its page.
  let link: String

  /// The figure as published.
  let published: String

  /// The figure as computed here.
  let computed: String

  /// The verdict as a phrase.
  let verdict: String

  /// The class of the verdict.
  let kind: String

  /// The title of the source.
  let source: String

  static let variable = "row"
}
