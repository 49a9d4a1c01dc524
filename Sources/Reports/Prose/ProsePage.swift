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

  /// Where the figures between the text come from; empty for a page without any.
  let sources: [SourceEntry]

  static let variable = "page"
}
