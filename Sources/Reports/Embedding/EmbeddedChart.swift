import Content
import Encoders

/// A chart in other people's documents: the lines that show its published files there.
struct EmbeddedChart {
  /// Where the files are, without their endings.
  let path: String

  /// What the chart found, for those who do not see it.
  let title: String

  /// Whether it has files that are always light and always dark.
  let hasThemes: Bool

  /// The page that it is from.
  let origin: TableOrigin

  /// The lines in a format that shows pictures.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - theme: Which colours the chart has where a document has only one picture.
  /// - Returns: `nil` for a format that shows no pictures.
  func text(_ format: EmbedFormat, theme: EmbedTheme) -> String? {
    switch format {
    case .picture: picture
    case .html: figure
    case .markdown: markdown(theme)
    case .asciidoc: asciidoc(theme)
    case .rst: restructuredText(theme)
    case .latex: latex
    case .csv, .json, .svg, .png, .iframe: nil
    }
  }

  /// The picture of a theme, in a file that browsers show.
  private func file(_ theme: EmbedTheme) -> String {
    theme == .adaptive ? "\(path).svg" : "\(path)-\(theme.rawValue).svg"
  }

  /// A light picture, and a dark one where the page around it is dark; or one that is both.
  private var picture: String {
    let dark = Self.html(file(.dark))
    let source =
      hasThemes
      ? "  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(dark)\"/>\n" : ""
    let image =
      "<img alt=\"\(Self.html(title))\" src=\"\(Self.html(file(hasThemes ? .light : .adaptive)))\"/>"
    return "<picture>\n\(source)  \(image)\n</picture>\n"
  }

  /// The picture with its sources, the page as a link, and the licence.
  private var figure: String {
    let title = Self.html(origin.title)
    let page = origin.address.map { "<a href=\"\(Self.html($0))\">\(title)</a>" } ?? title
    let sources = origin.sources.map { "\(Self.html($0)) " } ?? ""
    return """
      <figure class="breakeven-chart">
      \(picture)<figcaption>\(sources)\(page). \(Self.html(origin.licence))</figcaption>
      </figure>

      """
  }

  private func markdown(_ theme: EmbedTheme) -> String {
    let image = "![\(MarkdownText.inline(title))](<\(file(theme))>)"
    let linked = origin.address.map { "[\(image)](<\($0)>)" } ?? image
    return "\(linked)\n\n\(MarkdownText.inline(caption { $0 }))\n"
  }

  private func asciidoc(_ theme: EmbedTheme) -> String {
    let link = origin.address.map { ",link=\"\($0)\"" } ?? ""
    let title = AsciiDocText.inline(title).replacing("\"", with: "&#34;")
    return """
      image::\(file(theme))["\(title)"\(link)]

      \(AsciiDocText.inline(caption { $0 }))

      """
  }

  private func restructuredText(_ theme: EmbedTheme) -> String {
    let target = origin.address.map { "\n   :target: \($0)" } ?? ""
    return """
      .. image:: \(file(theme))
         :alt: \(title)\(target)

      \(RestructuredText.inline(caption { $0 }))

      """
  }

  /// TeX reads no SVG, so the file is the picture of twice the size.
  private var latex: String {
    """
    \\begin{figure}
      \\includegraphics[width=\\linewidth]{\(path).png}
      \\caption{\(LaTeXText.inline(title)). \(LaTeXText.inline(caption { $0 }))}
    \\end{figure}

    """
  }

  /// The sources, the page and the licence.
  private func caption(_ escape: (String) -> String) -> String {
    [origin.sources, "\(origin.title).", origin.licence].compactMap(\.self).map(escape)
      .joined(separator: " ")
  }

  /// A text inside of an element or an attribute.
  static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
