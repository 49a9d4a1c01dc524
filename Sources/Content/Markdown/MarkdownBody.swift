public import Diagnostics

/// A Markdown text as a fragment of XHTML, and what a site needs to know of it.
public struct MarkdownBody: Hashable, Sendable {
  /// The names of the elements and attributes that most texts become; rarer ones may occur.
  public static let usualNames: Set<String> = [
    "p", "a", "em", "strong", "code", "pre", "h1", "h2", "h3", "ul", "ol", "li", "table", "thead",
    "tbody", "tr", "th", "td", "section", "sup", "img", "blockquote", "id", "href", "class", "src",
    "alt", "scope", "role",
  ]

  /// The text as XHTML, cut where blocks ask for figures: one piece more than there are blocks.
  ///
  /// Well-formed elements in no namespace, without a root; every id in them is unique.
  public let pieces: [String]

  /// What the blocks of the language `breakeven` say, each with the place of its fence.
  let blocks: [Located<String>]

  /// The text as it was read.
  let source: SourceText

  /// The headings, in the order written.
  public let headings: [Heading]

  /// The links as the page has them, in the order written; notes are not among them.
  public let links: [Located<String>]

  /// The addresses of the images as the page has them, in the order written.
  public let images: [Located<String>]

  /// The text as its author wrote it, cut where blocks ask for figures, like ``pieces``.
  public var markdown: [String] {
    let lines = source.lines
    var start = lines.startIndex
    var pieces: [String] = []
    for block in blocks {
      let fence = (block.location.line ?? 1) - 1
      let mark = lines[fence].prefix { $0 == "`" || $0 == "~" }
      pieces.append(lines[start..<fence].joined(separator: "\n"))
      let end = lines[(fence + 1)...].firstIndex { line in
        line.hasPrefix(mark) && line.allSatisfy { $0 == mark.first || $0 == " " }
      }
      start = end.map { $0 + 1 } ?? lines.endIndex
    }
    return pieces + [lines[start...].joined(separator: "\n")]
  }

  /// The whole text, without its figures.
  public var xhtml: String { pieces.joined() }

  /// A heading that links can name.
  public struct Heading: Hashable, Sendable {
    /// From 1 to 6.
    public let level: Int

    /// The id of its element.
    public let id: String

    /// Its words, without marks.
    public let text: String

    /// Where it starts.
    public let location: SourceLocation
  }

  /// Reads a Markdown text: CommonMark with tables, strikethrough, bare addresses, footnotes.
  ///
  /// A paragraph behind a table that starts with `Table: ` is its caption; the first cell of each
  /// row is its head.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - findings: Receives every mistake: raw HTML, images without a text, dangerous links; and
  ///     warnings of tables without a caption.
  /// - Returns: `nil` if there was any mistake.
  /// - Complexity: O(*n*) in the length of the text.
  public static func read(
    _ source: SourceText, into findings: inout [Diagnostic]
  ) -> MarkdownBody? {
    let refused = MarkdownGuard.findings(in: source)
    findings += refused
    guard refused.isEmpty else { return nil }
    let (events, tooDeepAt) = MarkdownTree.events(of: source.text, maximumDepth: maximumDepth)
    if let tooDeepAt {
      let line = tooDeepAt > 0 ? tooDeepAt : nil
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: source.file, line: line),
          "nesting deeper than \(maximumDepth) levels", hint: "check for '>' or '-' too many"))
      return nil
    }
    var renderer = XHTMLRenderer(source)
    for event in events { renderer.render(event) }
    findings += renderer.findings
    return renderer.findings.contains { $0.severity == .error } ? nil : renderer.body
  }

  /// How deep quotes, lists and marks may nest; libxml2 itself stops at 256.
  static let maximumDepth = 64
}
