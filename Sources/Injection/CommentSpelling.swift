/// A way to write a comment that fills a line.
public enum CommentSpelling: Hashable, Sendable, CaseIterable {
  /// `<!-- … -->`, in Markdown and HTML.
  case markup

  /// `{/* … */}`, in Markdown with components.
  case component

  /// `[//]: # (…)`, in Markdown whose readers show comments of HTML.
  case reference

  /// `// …`, in AsciiDoc.
  case slashes

  /// `.. …`, in reStructuredText.
  case dots

  /// `% …`, in LaTeX.
  case percent

  private var ends: (start: String, end: String) {
    switch self {
    case .markup: ("<!--", "-->")
    case .component: ("{/*", "*/}")
    case .reference: ("[//]: # (", ")")
    case .slashes: ("//", "")
    case .dots: ("..", "")
    case .percent: ("%", "")
    }
  }

  /// What a line says, if it is such a comment and nothing else; blanks around it do not count.
  ///
  /// - Returns: The words, and how many characters stand before them.
  func words(of line: Substring) -> (text: Substring, offset: Int)? {
    let (start, end) = ends
    let trimmed = line.trimmed
    guard trimmed.hasPrefix(start), trimmed.dropFirst(start.count).hasSuffix(end) else {
      return nil
    }
    let inside = trimmed.dropFirst(start.count).dropLast(end.count)
    // '//BEGIN' is a comment too; '..BEGIN' and '///' are none.
    if self == .dots || self == .percent, inside.first != " " { return nil }
    let words = inside.trimmed
    let offset = line.unicodeScalars.distance(from: line.startIndex, to: words.startIndex)
    return (words, offset)
  }

  /// A comment, as an example.
  func text(_ words: String) -> String {
    switch self {
    case .reference: "[//]: # (\(words))"
    case .slashes, .dots, .percent: "\(ends.start) \(words)"
    case .markup, .component: "\(ends.start) \(words) \(ends.end)"
    }
  }
}

extension Substring {
  /// Without blanks and tabs at both ends.
  var trimmed: Substring {
    var text = self
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text.drop { $0 == " " || $0 == "\t" }
  }
}
