import Diagnostics

/// What editors of other sites ask for before they show a page of ours: an answer of oEmbed 1.0.
///
/// It is a file, so that it is the same whatever width an editor asks for; the page in the frame
/// fits any.
struct OEmbed {
  /// The address of the published site.
  let base: String

  /// The name of the publication.
  let publication: String

  /// The path of the page without surroundings.
  let page: String

  /// What it shows.
  let title: String

  /// The height in pixels until the page says its own.
  let height: Int

  /// A width in pixels in which charts have their drawing for large screens.
  private static let width = 820

  /// Where the answer about a page is, below the site's root.
  static func path(of page: String) -> String { "\(page.dropLast(".html".count)).oembed.json" }

  /// The address of the answer, as its page names it.
  var address: String { "\(base)/\(Self.path(of: page))" }

  /// The answer.
  var json: JSONValue {
    .object([
      ("version", .string("1.0")), ("type", .string("rich")), ("title", .string(title)),
      ("provider_name", .string(publication)), ("provider_url", .string("\(base)/")),
      ("html", .string(EmbedFrame.element("\(base)/\(page)", title: title, height: height))),
      ("width", .number(Self.width)), ("height", .number(height)),
    ])
  }
}
