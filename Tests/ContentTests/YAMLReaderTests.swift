import Diagnostics
import Testing

@testable import Content

@Suite("Reader of YAML")
struct YAMLReaderTests {
  @Test func keepsThePlaceOfEachKeyAndValue() throws {
    let text = """
      # Who bills what
      name: Größe
      offers:
      - id: 'a'   # why
        note: >-
          folded
          text
        more: {b: [c, "é", d: e], f: , g}
      -
      - - 1
        -
      """
    #expect(
      try shown(text) == """
        2:1 {
          2:1 name: 2:7 plain 'Größe'
          3:1 offers: 4:1 [
            4:3 {
              4:3 id: 4:7 text 'a'
              5:3 note: 5:9 text 'folded text'
              8:3 more: 8:9 {
                8:10 b: 8:13 [
                  8:14 plain 'c'
                  8:17 text 'é'
                  8:22 {
                    8:22 d: 8:25 plain 'e'
                  }
                ]
                8:29 f: 8:31 plain ''
                8:34 g: 8:35 plain ''
              }
            }
            9:2 plain ''
            10:3 [
              10:5 plain '1'
              11:4 plain ''
            ]
          ]
        }

        """)
  }

  @Test(
    "Says in its own words what libyaml says",
    arguments: [
      ("", "block sequence entries are not allowed in this context"),
      ("", "mapping keys are not allowed in this context"),
      ("", "mapping values are not allowed in this context"),
      ("while scanning for the next token", "found character that cannot start any token"),
      ("while scanning a simple key", "could not find expected ':'"),
      ("while scanning a directive", "found unknown directive name"),
      ("while scanning a directive", "did not find expected comment or line break"),
      ("while scanning a directive", "could not find expected directive name"),
      ("while scanning a directive", "found unexpected non-alphabetical character"),
      ("while scanning a %YAML directive", "did not find expected digit or '.' character"),
      ("while scanning a %YAML directive", "found extremely long version number"),
      ("while scanning a %YAML directive", "did not find expected version number"),
      ("while scanning a %TAG directive", "did not find expected whitespace"),
      ("while scanning a %TAG directive", "did not find expected whitespace or line break"),
      ("while scanning a tag directive", "did not find expected '!'"),
      ("while parsing a tag directive", "did not find expected '!'"),
      ("while parsing a %TAG directive", "did not find expected tag URI"),
      ("while parsing a %TAG directive", "found an incorrect leading UTF-8 octet"),
      ("while scanning an anchor", "did not find expected alphabetic or numeric character"),
      ("while scanning an alias", "did not find expected alphabetic or numeric character"),
      ("while scanning a tag", "did not find the expected '>'"),
      ("while scanning a tag", "did not find expected whitespace or line break"),
      ("while scanning a tag", "did not find expected '!'"),
      ("while parsing a tag", "did not find expected tag URI"),
      ("while parsing a tag", "did not find URI escaped octet"),
      ("while parsing a tag", "found an incorrect trailing UTF-8 octet"),
      ("while scanning a block scalar", "found an indentation indicator equal to 0"),
      ("while scanning a block scalar", "did not find expected comment or line break"),
      (
        "while scanning a block scalar",
        "found a tab character where an indentation space is expected"
      ),
      ("while scanning a quoted scalar", "found unexpected document indicator"),
      ("while scanning a quoted scalar", "found unexpected end of stream"),
      ("while parsing a quoted scalar", "found unknown escape character"),
      ("while parsing a quoted scalar", "did not find expected hexdecimal number"),
      ("while parsing a quoted scalar", "found invalid Unicode character escape code"),
      ("while scanning a plain scalar", "found unexpected ':'"),
      ("while scanning a plain scalar", "found a tab character that violates indentation"),
    ])
  func words(context: String, problem: String) throws {
    let mistake = try mistake(context, problem)
    #expect(!mistake.message.contains(problem))
    #expect(mistake.message != "text that is not YAML")
    #expect(mistake.hint != nil)
  }

  @Test(
    "Has a general word for what nobody has heard of",
    arguments: [
      ("", "control characters are not allowed"), ("", "invalid Unicode character"),
      ("", ""), ("while scanning a poem", "found a rhyme"),
    ])
  func wordsTheUnknown(context: String, problem: String) throws {
    #expect(try mistake(context, problem).message == "text that is not YAML")
  }

  /// Each text is a node or a finding with a place in it, in words that are ours.
  @Test func givesANodeOrAPlaceForNearlyRightFiles() throws {
    let fragments = [
      "&a ", "*a", "!t ", "? ", ": ", "- ", "[", "]", "{", "}", ",", "'", "\"", "|\n", ">\n", "#",
      "\n", "\n ", "\n  ", "\t", "\\", "---\n", "...", "%", "@", " ", "a: b", "é", "\n- ",
      "\u{301}",
    ]
    var read = 0
    for text in Mutations(text: Self.everything, fragments: fragments, count: 4000) {
      var findings: [Diagnostic] = []
      let source = try Example.text(text)
      let node = YAMLNode.read(source, noun: "card", into: &findings)
      #expect((node == nil) == !findings.isEmpty, "\(text)")
      if let node {
        read += 1
        #expect(count(node) <= 2 * text.unicodeScalars.count, "\(text)")
      }
      for finding in findings where finding.message != "empty card" {
        #expect(stands(finding.location, in: source.text), "\(finding) of \(text)")
        #expect(!finding.message.contains(/while |found |expected|did not/), "\(finding)")
      }
    }
    #expect((200..<3800).contains(read))
  }

  /// The words around a run stand where a search by leaps could leap over it.
  @Test(
    "Takes runs of 1,024 blanks, and refuses longer ones where they start",
    arguments: [0, 1, 2, 500, 1022, 1023, 1024, 1025, 2047, 3000], [" ", "\n"])
  func refusesLongBlanks(offset: Int, blank: String) throws {
    let words = "a: b" + String(repeating: "c", count: offset)
    for count in [1, 1023, 1024, 1025, 1026, 5000] {
      var findings: [Diagnostic] = []
      let run = String(repeating: blank, count: count)
      let text = try Example.text("\n" + words + run + " d\n\n# \(words)\n\n")
      _ = YAMLNode.read(text, noun: "card", into: &findings)
      let place = count >= 1024 ? ["card.yaml:2:\(words.count + 1)"] : []
      #expect(findings.map(\.location.description) == place, "\(count)")
    }
  }

  @Test(
    "Reads no further than the depth that is too much",
    arguments: ["[", "{a: ", "- ", "[a: {b: "])
  func stopsAtTheDepth(step: String) throws {
    var findings: [Diagnostic] = []
    let text = try Example.text(String(repeating: step, count: 100_000))
    #expect(YAMLNode.read(text, noun: "card", into: &findings) == nil)
    #expect(findings.map(\.message) == ["nesting deeper than 32 levels"])
    #expect(try #require(findings.first?.location.column) <= 33 * step.count)
  }

  private static let everything = """
    # A comment
    name: Example Cloud
    note: >-
      Bills a GPU: by the second.

      And *more* & less.
    offers:
      - id: example-h100   # the first
        names: ['it''s', "a\\u0041\\n", plain text]
        rates: {from: 2026-11-01, usd: 3 to 4, nested: {a: [b, {c: d}]}}
      -
        id: "b"
        text: |2
            two
          one
    list:
    - - a
      - b
    - {}

    """

  private func stands(_ place: Diagnostics.SourceLocation, in text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let line = place.line, let column = place.column, lines.indices.contains(line - 1)
    else { return false }
    return (1...lines[line - 1].unicodeScalars.count + 1).contains(column)
  }

  private func mistake(_ context: String, _ problem: String) throws -> Mistake {
    let mark = YAMLMark(line: 0, column: 0)
    return YAMLScannerError(problem: problem, context: context, mark: mark, contextMark: mark)
      .worded(for: try Example.text("'a': b")).mistake
  }

  private func count(_ node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + count($1) }
    case .mapping(let pairs): pairs.reduce(1) { $0 + count($1.value) }
    }
  }

  private func shown(_ text: String) throws -> String {
    var findings: [Diagnostic] = []
    let node = YAMLNode.read(try Example.text(text), noun: "card", into: &findings)
    try #require(findings.isEmpty, "\(findings)")
    return shown(try #require(node), indent: "")
  }

  private func shown(_ node: YAMLNode, indent: String) -> String {
    let (place, deeper) = (shown(node.location), indent + "  ")
    switch node.content {
    case .scalar(let text, let isPlain):
      return "\(place) \(isPlain ? "plain" : "text") '\(text)'\n"
    case .sequence(let items):
      let lines = items.map { deeper + shown($0, indent: deeper) }
      return "\(place) [\n" + lines.joined() + "\(indent)]\n"
    case .mapping(let pairs):
      let lines = pairs.map {
        "\(deeper)\(shown($0.key.location)) \($0.key.value): \(shown($0.value, indent: deeper))"
      }
      return "\(place) {\n" + lines.joined() + "\(indent)}\n"
    }
  }

  private func shown(_ place: Diagnostics.SourceLocation) -> String {
    "\(place.line ?? 0):\(place.column ?? 0)"
  }
}
