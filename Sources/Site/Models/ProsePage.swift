import Templates

/// A page of running text, such as the method with its formulas.
struct ProsePage: TemplateModel {
  /// What stands around the page.
  let frame: Frame

  /// The heading.
  let title: String

  /// What the page says, in a sentence or two.
  let standfirst: String?

  /// The text, from Markdown.
  let body: Fragment

  /// Where the figures between the text come from; empty for a page without any.
  let sources: [SourceEntry]

  static let modelName = "ProsePage"
  static let variable = "page"
  static var fields: [Field<Self>] {
    [
      .record("frame", Frame.self) { $0.frame },
      .text("title") { $0.title },
      .optionalText("standfirst") { $0.standfirst },
      .fragment("body") { $0.body },
      .list("sources", SourceEntry.self) { $0.sources },
    ]
  }
}
