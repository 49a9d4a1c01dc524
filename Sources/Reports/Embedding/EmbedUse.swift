import Content
import Templates

/// How a table or a chart of a page is used elsewhere, as lines to copy.
struct EmbedUse: TemplateModel {
  /// The comments between which a document keeps it.
  let block: String

  /// The frame for a page; absent where nobody knows the address of the site.
  let frame: String?

  static let variable = "use"

  /// - Parameters:
  ///   - kind: `table` or `chart`.
  ///   - words: The words that ask for it, such as `id=monthly-tiers`.
  ///   - path: The page that shows nothing else.
  ///   - title: What it shows.
  ///   - context: The site.
  init(_ kind: String, _ words: String, at path: String, title: String, in context: SiteContext) {
    block = "<!-- BEGIN breakeven:\(kind) \(words) -->\n<!-- END breakeven:\(kind) -->"
    let families = context.content.settings.published
    frame = context.baseURL.flatMap { base in
      families.contains(.tables)
        ? EmbedFrame.element("\(base)/\(path)", title: title, height: EmbedFrame.usualHeight) : nil
    }
  }
}
