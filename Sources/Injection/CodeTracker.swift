/// Tells which lines of a document are code that it shows, so that an example of a block is none.
struct CodeTracker {
  private let kind: DocumentKind

  /// What ends the code that is open: a fence, or the indentation that the lines below it have.
  private var fence: Substring?
  private var literal: Int?

  /// How far the texts of the open items of lists are indented.
  private var items: [Int] = []

  init(_ kind: DocumentKind) { self.kind = kind }

  /// Whether a line is code, or opens or closes it; every line is asked for, in order.
  mutating func isCode(_ line: String) -> Bool {
    let text = line[...].trimmed
    switch kind {
    case .markdown: return isFenced(text, marks: "`~", fewest: 3) || isIndented(line, text)
    case .asciidoc: return isFenced(text, marks: "-.+/`", fewest: 4, "```")
    case .restructuredText: return isLiteral(line, text)
    case .latex: return isVerbatim(text)
    case .html: return false
    }
  }

  /// Between two lines of the same mark: the second at least as long, and nothing behind it.
  private mutating func isFenced(
    _ text: Substring, marks: String, fewest: Int, _ short: String = ""
  ) -> Bool {
    let mark = text.first.flatMap { marks.contains($0) ? $0 : nil }
    let run = mark.map { mark in text.prefix { $0 == mark } } ?? ""
    guard let fence else {
      guard run.count >= fewest || !short.isEmpty && run == short else { return false }
      // A run of ticks within a line is code of that line.
      if mark == "`", text.dropFirst(run.count).contains("`") { return false }
      // AsciiDoc opens a block with a line of nothing else, but for the language of a fence.
      if kind == .asciidoc, run != short, run.count != text.count { return false }
      self.fence = run
      return true
    }
    let isSame = run.first == fence.first && run.count == text.count
    if isSame, kind == .asciidoc ? run == fence : run.count >= fence.count { self.fence = nil }
    return true
  }

  /// Four blanks beyond what the open items of lists ask for.
  private mutating func isIndented(_ line: String, _ text: Substring) -> Bool {
    guard !text.isEmpty else { return false }
    let blanks = Self.indentation(line)
    while let last = items.last, blanks < last { items.removeLast() }
    if blanks >= (items.last ?? 0) + 4 { return true }
    if let width = Self.itemMark(text) { items.append(blanks + width) }
    return false
  }

  /// How wide the mark of an item is, with the blanks behind it.
  private static func itemMark(_ text: Substring) -> Int? {
    let digits = text.prefix { "0"..."9" ~= $0 }
    let rest = text.dropFirst(digits.count)
    guard let mark = rest.first, digits.isEmpty ? "-*+".contains(mark) : ".)".contains(mark)
    else { return nil }
    let blanks = rest.dropFirst().prefix { $0 == " " }.count
    return (1...4).contains(blanks) ? digits.count + 1 + blanks : nil
  }

  /// Below a line that ends with two colons, or names code, as long as lines are indented more.
  private mutating func isLiteral(_ line: String, _ text: Substring) -> Bool {
    guard !text.isEmpty else { return literal != nil }
    let blanks = Self.indentation(line)
    if let literal {
      if blanks > literal { return true }
      self.literal = nil
    }
    let words = ["code-block", "code", "sourcecode", "parsed-literal", "literalinclude"]
    let isCode = words.contains { text.hasPrefix(".. \($0)::") }
    if isCode || text.hasSuffix("::") && !text.hasPrefix(".. ") { literal = blanks }
    return false
  }

  /// From `\begin{verbatim}` to its end, and the like.
  private mutating func isVerbatim(_ text: Substring) -> Bool {
    if let fence {
      if text.hasPrefix("\\end{\(fence)}") { self.fence = nil }
      return true
    }
    let names = ["verbatim", "lstlisting", "minted", "comment"]
    guard let name = names.first(where: { text.hasPrefix("\\begin{\($0)}") }) else { return false }
    fence = name[...]
    return true
  }

  private static func indentation(_ line: String) -> Int {
    line.utf8.prefix { $0 == 32 || $0 == 9 }.reduce(0) { $1 == 9 ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }
}
