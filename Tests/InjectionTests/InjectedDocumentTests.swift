import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Injection

@Suite("Blocks in documents")
struct InjectedDocumentTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The new text of a block: its words, and a line of nothing.
  private static func text(_ block: InjectedBlock) -> String {
    let words = block.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    return "new \(block.kind.rawValue)\n\n\(words)\n"
  }

  private static func injected(_ bytes: [UInt8], path: String) throws -> [UInt8] {
    var findings: [Diagnostic] = []
    let document = InjectedDocument(bytes, path: path, into: &findings)
    #expect(findings == [])
    let found = try #require(document)
    let filled = found.bytes(with: found.blocks.map(text))
    #expect(found.losses(in: filled) == [])
    return filled
  }

  @Test(
    "Documents of every kind, with code that shows blocks and is none",
    arguments: [
      "fences.md", "components.mdx", "manual.adoc", "guide.rst", "page.html", "paper.tex",
    ])
  func corpus(name: String) throws {
    let before = try Data(contentsOf: Self.folder.appending(path: "Fixtures/\(name)"))
    let after = try Self.injected(Array(before), path: name)
    try expectGolden(String(decoding: after, as: UTF8.self), "after-\(name)")
    #expect(try Self.injected(after, path: name) == after)
  }

  private static let begin = "<!-- BEGIN breakeven:table id=x -->"
  private static let end = "<!-- END breakeven:table -->"

  @Test(
    "Every byte outside stays, and lines end as the first one does",
    arguments: [
      (
        "a\r\n\(begin)\r\n\(end)\r\nb\r\n",
        "a\r\n\(begin)\r\n\r\nnew table\r\n\r\nid=x\r\n\r\n\(end)\r\nb\r\n"
      ),
      ("\u{FEFF}\(begin)\n\(end)", "\u{FEFF}\(begin)\n\nnew table\n\nid=x\n\n\(end)"),
      ("\t\(begin)\n\t\(end)\n", "\t\(begin)\n\t\(end)\n"),
      ("  \(begin)  \n\(end)", "  \(begin)  \n\n  new table\n\n  id=x\n\n\(end)"),
      ("nothing", "nothing"), ("", ""), ("\n\n", "\n\n"),
    ])
  func bytesOutside(before: String, after: String) throws {
    let result = try Self.injected(Array(before.utf8), path: "a.md")
    #expect(String(decoding: result, as: UTF8.self) == after)
  }

  @Test func bytesThatAreNoTextStayOutside() throws {
    let latin: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 10]
    let result = try Self.injected(
      latin + Array("\(Self.begin)\n\(Self.end)\n".utf8) + latin, path: "a.md")
    #expect(result.starts(with: latin) && result.suffix(5) == latin[...])
  }

  @Test(
    "Mistakes, each at its place and only once",
    arguments: [
      ("\(begin)\nx\n", 1, 6, "a block that never ends"),
      ("x\n\(end)\n", 2, 6, "the end of a block that has not begun"),
      ("\(end)\n\(begin)\n\(end)\n", 1, 6, "the end of a block that has not begun"),
      ("\(begin)\n\(begin)\n\(end)\n\(end)\n", 2, 6, "a block inside the block of line 1"),
      ("\(begin)\n\(begin)\n\(end)\n", 2, 6, "a block inside the block of line 1"),
      (
        "\(begin)\n<!-- END breakeven:chart -->\n", 2, 6,
        "the end of a chart, and line 1 begins a table"
      ),
      (
        "\(begin)\n// END breakeven:table\n", 2, 4,
        "the end is another comment than the one of line 1"
      ),
      (
        "<!-- BEGIN breakeven:tabel id=x -->\n<!-- END breakeven:tabel -->\n", 1, 6,
        "'breakeven:tabel' is no block"
      ),
      ("<!-- BEGIN breakeven:table id -->\n\(end)\n", 1, 28, "'id' has no value"),
      ("<!-- BEGIN breakeven:table id= rows=2 -->\n\(end)\n", 1, 28, "'id' has no value"),
      ("<!-- BEGIN breakeven:table =a -->\n\(end)\n", 1, 28, "'=a' has no name"),
      ("<!-- BEGIN breakeven:table id=a  id=b -->\n\(end)\n", 1, 34, "'id' for the second time"),
      ("<!-- BEGIN breakeven:table id=\"a -->\n\(end)\n", 1, 31, "a quote that never ends"),
      ("  é <!-- no\n \(begin)\n", 2, 7, "a block that never ends"),
      // A lone carriage return ends no line.
      ("\(begin)\n\(end)\rb\n", 1, 6, "a block that never ends"),
      ("a\0\(begin)", nil, nil, "no text in UTF-8"),
    ] as [(String, Int?, Int?, String)])
  func mistakes(text: String, line: Int?, column: Int?, message: String) {
    var findings: [Diagnostic] = []
    #expect(InjectedDocument(Array(text.utf8), path: "a.md", into: &findings) == nil)
    #expect(findings.map(\.message) == [message])
    #expect(findings.first?.location == SourceLocation(file: "a.md", line: line, column: column))
    #expect(findings.first?.hint != nil)
  }

  @Test func saysWhereAnOldBlockDecidesHowTheRestIsRead() throws {
    var findings: [Diagnostic] = []
    // Within the item the last line is a comment, and without it code.
    let text = "\n<!-- BEGIN breakeven:table id=a -->\n  1. An item\n     \(Self.end)\n"
    let document = try #require(InjectedDocument(Array(text.utf8), path: "a.md", into: &findings))
    let losses = document.losses(in: document.bytes(with: ["A line"]))
    #expect(losses.map(\.message) == ["what the block holds decides how the text below it is read"])
    #expect(losses.first?.location == SourceLocation(file: "a.md", line: 2, column: 6))
  }

  @Test func attributesKeepWhatStandsBetweenQuotes() throws {
    var findings: [Diagnostic] = []
    let text =
      "<!-- BEGIN breakeven:table id=a caption=\"It's 5 > 3\" rows='a \"b\"' x=y=z -->\n\(Self.end)\n"
    let document = try #require(InjectedDocument(Array(text.utf8), path: "a.md", into: &findings))
    let block = try #require(document.blocks.first)
    #expect(block.attribute("caption")?.value == "It's 5 > 3")
    #expect(block.attribute("rows")?.value == "a \"b\"")
    #expect(block.attribute("x")?.value == "y=z")
    #expect(block.attribute("sort") == nil)
    #expect(block.attribute("caption")?.location.column == 33)
  }

  @Test(
    "Random documents come back whole, and a second time the same",
    arguments: 0..<60 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SplitMix(seed: seed &* 7_919 &+ 1)
    let pieces = [
      "text", "```", "~~~", "    code", "- item", "  more", "", "1. one", "   in it", "> quote",
      "\(Self.begin)\nold\n\n| x |\n\(Self.end)",
      "[//]: # (BEGIN breakeven:chart id=y)\n[//]: # (END breakeven:chart)",
      "  \(Self.begin)\n  \(Self.end)", "::", "----", "\\begin{verbatim}",
    ]
    let lineEnd = random.int(in: 0...1) == 0 ? "\n" : "\r\n"
    let text = (0..<random.int(in: 1...14)).map { _ in
      pieces[random.int(in: 0...(pieces.count - 1))]
    }.joined(separator: "\n").replacing("\n", with: lineEnd)
    var findings: [Diagnostic] = []
    let bytes = Array(text.utf8)
    guard let document = InjectedDocument(bytes, path: "a.md", into: &findings) else { return }
    let once = document.bytes(with: document.blocks.map(Self.text))
    #expect(try Self.injected(once, path: "a.md") == once)
    // Without the blocks both are the same.
    let again = try #require(InjectedDocument(once, path: "a.md", into: &findings))
    #expect(again.blocks.map(\.kind) == document.blocks.map(\.kind))
    let emptied = [document, again].map { document in
      document.blocks.reversed().reduce(into: document.bytes) { $0.removeSubrange($1.body) }
    }
    #expect(emptied[0] == emptied[1])
  }
}
