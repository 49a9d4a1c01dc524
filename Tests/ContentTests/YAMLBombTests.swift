import Content
import Diagnostics
import Testing

/// Files made to cost more than their size.
@Suite("YAML bombs", .timeLimit(.minutes(1)))
struct YAMLBombTests {
  static let size = SourceText.maximumByteCount

  static let bombs: [Bomb] = [
    Bomb(
      "aliases", "a: &a [x]\n" + (0..<60).map { "k\($0): &k\($0) [*a, *a, *a]\n" }.joined(),
      "an anchor"
    ),
    Bomb(
      "aliases as keys", "a: &a {x: y}\nb: &b {? *a : *a}\nc: {? *b : *b}\n", "an anchor"
    ),
    Bomb(
      "brackets", String(repeating: "[", count: size), "nesting deeper than 32 levels"),
    Bomb(
      "braces", String(repeating: "{a: ", count: size / 4), "nesting deeper than 32 levels"),
    Bomb(
      "dashes", String(repeating: "- ", count: size / 2), "nesting deeper than 32 levels"),
    Bomb(
      "questions", String(repeating: "? ", count: size / 2), "'?' starts a key"),
    Bomb(
      "indentation",
      (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "nesting deeper than 32 levels"
    ),
    Bomb(
      "quotes", "name: '" + String(repeating: "''", count: size / 2 - 8), "never closes"),
    Bomb(
      "colons", "a" + String(repeating: ": a", count: size / 3 - 1), "where no key can stand"),
    Bomb(
      "stars", String(repeating: "*", count: size), "an alias"),
    // For each word, libyaml clears a memory as long as the run of blanks before them.
    Bomb(
      "blanks and words",
      "a: b" + String(repeating: " ", count: size / 2) + String(repeating: "b ", count: size / 5),
      "blanks and line ends in a row"),
    Bomb(
      "empty lines and words",
      "a: |\n b" + String(repeating: "\n", count: size / 2)
        + String(repeating: " b\n\n", count: size / 9), "blanks and line ends in a row"),
    Bomb(
      "anchors", String(repeating: "- &a\n", count: size / 25), "an anchor"),
    Bomb(
      "one key", String(repeating: "a: b\n", count: size / 25), "written twice"),
    Bomb(
      "ampersands", "a: " + String(repeating: "&", count: size - 3), "an anchor"),
  ]

  @Test(arguments: bombs)
  func costNothing(bomb: Bomb) throws {
    let findings = try Example.read(bomb.text).findings
    #expect(findings.first?.message.contains(bomb.message) == true)
  }

  @Test func largeHonestFilesAreRead() throws {
    let offers = (0..<8000).map { "- {id: offer-\($0), meter: time, usd-per-hour: 6.50}\n" }
    let text = "name: a\noffers:\n" + offers.joined()
    let (mapping, findings) = try Example.read(text)
    #expect(findings.isEmpty)
    #expect(mapping?.mappings("offers").count == 8000)
  }

  @Test func manyKeysAndALongLineAreRead() throws {
    let keys = (0..<60_000).map { "a\($0): b\n" }.joined()
    let line = String(repeating: "word ", count: 60_000)
    let (mapping, findings) = try Example.read(
      "name: a\nnote: \(line)\naliases:\n" + indented(keys))
    #expect(findings.map(\.message) == ["'offers' is missing from this rate card"])
    #expect(mapping?.entries("aliases").count == 60_000)
    #expect(mapping?.text("note")?.value.utf8.count == line.utf8.count - 1)
  }

  private func indented(_ lines: String) -> String {
    lines.split(separator: "\n").map { "  \($0)\n" }.joined()
  }

  @Test func nestingWithinTheLimitIsRead() throws {
    let text =
      "name: a\nnote: " + String(repeating: "[", count: 30) + "x"
      + String(repeating: "]", count: 30) + "\noffers: [{id: a, meter: time}]\n"
    #expect(try Example.read(text).findings.map(\.message) == ["'note' is a list, not a text"])
  }

  @Test func nothingTrapsOnNearlyRightFiles() throws {
    let fragments = [
      "&a ", "*a", "!t ", "? ", ": ", "- ", "[", "]", "{", "}", ",", "'", "\"", "|\n", ">\n", "#",
      "\n", "\n ", "\n  ", "\t", "\\", "---\n", "...", "%", "@", " ", "a: b", "\u{301}", "0",
    ]
    var read = 0
    for text in Mutations(text: MappingTests.card, fragments: fragments, count: 2000)
    where try Example.read(text).mapping != nil {
      read += 1
    }
    // Both ways out are tried: files that are read, and files that are refused.
    #expect((200..<1800).contains(read))
  }

  @Test func nothingTrapsOnRandomBytes() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 9...126, using: &generator) }
      var findings: [Diagnostic] = []
      if let text = SourceText(bytes, file: "a", into: &findings) {
        _ = Mapping.read(text, as: Example.card, into: &findings)
        _ = MarkdownPage.read(text, frontMatter: Example.page, into: &findings)
      }
      #expect(!findings.isEmpty)
    }
  }
}

/// A file that must be refused, shown in reports by its name alone.
struct Bomb: CustomTestStringConvertible {
  var name: String
  var text: String
  var message: String

  init(_ name: String, _ text: String, _ message: String) {
    self.name = name
    self.text = text
    self.message = message
  }

  var testDescription: String { name }
}
