import Templates

/// A page of running text, such as the method with its formulas.
struct ProsePage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the page says, in a sentence or two.
  let standfirst: String?

  /// The links to its parts; empty for a short page.
  let contents: [PageLink]

  /// The text, from Markdown.
  let body: Fragment

  /// The text as its author wrote it, cut where blocks stand: one piece more than there are blocks.
  let source: [String]

  /// What stands between the pieces.
  let shown: [ShownBlock]

  /// Where the figures between the text come from; empty for a page without any.
  let sources: [SourceEntry]

  static let variable = "page"
}
