import TestSupport
import Testing

@testable import Encoders

@Suite("Tables in markup, read back")
struct ReadBackTests {
  private static let pieces = [
    "a", "b1", "word", " ", "|", "|===", "\\", "\"", "'", "`", "*", "**", "_", "=", "-", "--", "+",
    "#", "~", "^", "<b>", "&", "&amp;", "&#38;", "[", "]", "{", "}", "(", ")", "((a))", "(C)", ".",
    "..", "...", "::", ":role:", "https://x.org", "www.x.org", "a@b.org", "//", ";", ",", "!", "?",
    "%", "$", "$$", "1.", "a)", "iv.", "\t", "\n", "é", "e\u{301}", "\u{301}", "👩‍🔬", "\u{A0}",
    "\u{202F}", "–", "—", "…", "“", "”", "‘", "’", "−", "×", "≤", "•", "‣", "->", "NOTE: x",
    "\\textbf{x}", "\\\\", " & ", "\u{2011}",
  ]

  /// A table whose heads and cells are made up of what some markup language reads as its own.
  private static func table(_ random: inout SplitMix) -> Table {
    func text() -> String {
      (0..<random.int(in: 0...6)).map { _ in pieces[random.int(in: 0...(pieces.count - 1))] }
        .joined()
    }
    let width = random.int(in: 1...4)
    return Table(
      id: "t", caption: "T",
      columns: (0..<width).map { .init(key: "c\($0)", title: Table.Cell(text()).text) },
      rows: (0..<random.int(in: 1...8)).map { _ in (0..<width).map { _ in Table.Cell(text()) } })
  }

  @Test("Every cell is what it was", arguments: 0..<100 as Range<UInt64>)
  func cells(seed: UInt64) {
    var random = SplitMix(seed: seed &* 1_000_003)
    let table = Self.table(&random)
    let texts = [table.columns.map(\.title)] + table.rows.map { $0.map(\.text) }
    func file(_ format: TableFormat) -> String {
      String(decoding: format.file(table), as: UTF8.self)
    }
    #expect(AsciiDocReader.rows(file(.asciidoc)) == texts)
    #expect(RestructuredTextReader.rows(file(.restructuredText)) == texts)
    #expect(LaTeXReader.rows(file(.latex)) == texts.map { $0.map(LaTeXReader.shown) })
    #expect(MarkdownReader.rows(file(.markdown)) == texts)
  }

  @Test(
    "What would be markup is not read as text",
    arguments: ["a*b", "{x}", "((a))", "x::", "1 -- 2", "$$x$$", "- x", "• x", "C++", "a@b", "&"])
  func readersRefuse(text: String) {
    #expect(AsciiDocReader.text(text) == nil)
  }

  @Test(
    "Nor in reStructuredText",
    arguments: ["*a*", "`a`", "a_", "|x|", "- x", "\\\\\\\\", "a::", "• x", ".. x"])
  func restructuredTextIsRefused(text: String) {
    #expect(RestructuredTextReader.text(text) == nil)
  }

  @Test("Nor in LaTeX", arguments: ["a_b", "50 %", "$x$", "\\textbf{x}", "a & b", "\"", "[x]"])
  func latexIsRefused(text: String) { #expect(LaTeXReader.text(text) == nil) }

  @Test(
    "Signs that TeX joins",
    arguments: [("a--b", "a–b"), ("---", "—"), ("-{}-", "--"), ("?`", "¿"), ("?{}`", "?‘")])
  func ligatures(written: String, shown: String) { #expect(LaTeXReader.text(written) == shown) }
}
