import Diagnostics

/// A page of prose: one file in `content/pages/`.
public struct PageDocument: Hashable, Sendable {
  /// The id, which is the name of the file: `methodology`.
  public let id: String

  /// The heading.
  public let title: String

  /// One or two sentences for search results.
  public let description: String

  /// What the page says, in a sentence or two; `nil` if the text starts at once.
  public let standfirst: String?

  /// The name in the navigation; `nil` if the page is not listed there.
  public let navigation: String?

  /// The name in the footer of every page; `nil` if the page is not listed there.
  public let footer: String?

  /// The text.
  public let body: MarkdownBody

  /// What stands between the pieces of the text, in their order.
  public let blocks: [PageBlock]

  /// The tables and charts of the site that stand there.
  public var embedded: [EmbedRequest] {
    blocks.compactMap { if case .embedded(let request) = $0 { request } else { nil } }
  }

  /// The path of the file.
  public let file: String
}

/// The format of the front matter of `content/pages/*.md`.
public enum PageFormat {
  /// The keys between the `---` lines.
  public static let shape = Shape(
    "front matter", "What a page of prose is called.",
    [
      Field("title", .line, .required, "The heading.", example: "Methodology"),
      Field(
        "description", .text, .required, "One or two sentences for search results.",
        example: "How every number comes about."),
      Field(
        "standfirst", .text, .optional, "What the page says, in a sentence or two.",
        example: "Three meters and one scaling policy explain every bill."),
      Field(
        "navigation", .line, .optional, "Its name in the navigation; not listed if left out.",
        example: "Method"),
      Field(
        "footer", .line, .optional, "Its name at the foot of every page; not listed if left out.",
        example: "Method"),
    ])

  /// What the front page cannot have: a second entry in the menu would lead to no page.
  static func checkFrontPage(_ frontMatter: Mapping) -> [Diagnostic] {
    ["navigation", "footer"].compactMap { key in
      frontMatter.text(key).map { name in
        Diagnostic(
          .error, at: name.location, "a name for the front page, to which every page leads already",
          hint: "remove '\(key)'")
      }
    }
  }

  static func page(
    _ page: MarkdownPage, blocks: [PageBlock], id: String, file: String
  ) -> PageDocument? {
    guard let title = page.frontMatter.text("title"),
      let description = page.frontMatter.text("description")
    else { return nil }
    return PageDocument(
      id: id, title: title.value, description: description.value,
      standfirst: page.frontMatter.text("standfirst")?.value,
      navigation: page.frontMatter.text("navigation")?.value,
      footer: page.frontMatter.text("footer")?.value, body: page.body, blocks: blocks, file: file)
  }
}
