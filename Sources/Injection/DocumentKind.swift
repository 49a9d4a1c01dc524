/// What a document is written in, as far as blocks have to know it.
public enum DocumentKind: Hashable, Sendable {
  /// Markdown, also with components.
  case markdown

  /// HTML.
  case html

  /// AsciiDoc.
  case asciidoc

  /// reStructuredText.
  case restructuredText

  /// LaTeX.
  case latex

  /// The kind of a file, by its ending; any other is read as Markdown.
  public init(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "html", "htm", "xhtml": self = .html
    case "adoc", "asciidoc", "asc": self = .asciidoc
    case "rst", "rest": self = .restructuredText
    case "tex", "latex": self = .latex
    default: self = .markdown
    }
  }
}
