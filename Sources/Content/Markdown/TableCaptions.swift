import Diagnostics

/// Makes the paragraph behind a table its caption, if it starts with `Table: `, as Pandoc does.
struct TableCaptions {
  /// Where a caption goes: right behind the start tag of the table that was written last.
  private var place = 0

  /// Where that table ends; `nil` if what follows is no caption of it.
  private var end: Int?

  /// Where the paragraph behind it begins.
  private var paragraph: Int?

  private(set) var hasBody = false
  private var uncaptioned: [SourceLocation] = []

  private static let mark = "<p>Table: "

  /// Where the table starts that was written last, as long as it has no caption.
  var lastTable: SourceLocation? { uncaptioned.last }

  /// A table without a caption is read out as no more than its size.
  var warnings: [Diagnostic] {
    uncaptioned.map {
      Diagnostic(
        .warning, at: $0, "a table without a caption",
        hint: "say what it shows in a paragraph behind it: 'Table: …'")
    }
  }

  mutating func start(in output: String, at location: SourceLocation) {
    place = output.utf8.count
    (end, hasBody) = (nil, false)
    uncaptioned.append(location)
  }

  /// Whether the row that begins is the first below the heads.
  mutating func startsBody() -> Bool {
    defer { hasBody = true }
    return !hasBody
  }

  mutating func end(in output: String) { end = output.utf8.count }

  mutating func startParagraph(in output: String) {
    paragraph = end == output.utf8.count ? end : nil
    end = nil
  }

  /// Moves the paragraph that ends into the table, if it is its caption.
  mutating func endParagraph(in output: inout String) {
    defer { paragraph = nil }
    guard let paragraph else { return }
    let start = output.utf8.index(output.startIndex, offsetBy: paragraph)
    let written = output[start...]
    guard written.hasPrefix(Self.mark), written.hasSuffix("</p>\n") else { return }
    let caption = "<caption>\(written.dropFirst(Self.mark.count).dropLast(5))</caption>\n"
    output.removeSubrange(start...)
    output.insert(
      contentsOf: caption, at: output.utf8.index(output.startIndex, offsetBy: place))
    uncaptioned.removeLast()
  }

  /// Forgets the table: what follows stands in another piece of the page.
  mutating func leave() { end = nil }
}
