import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Markdown")
struct MarkdownBodyTests {
  static let page = """
    # Method & *terms*

    A [link](<../a b.md> "T & t"), an ![image](i.png), <https://example.com/?a=b&c=d>,
    www.example.org, a@example.org, `x < y`, ~~no~~, **yes**[^why].\\
    Next line "quoted" & 'kept' -- as written.

    ## Method & terms
    ## 2026
    ## Ünïcode: 100 % ✓

    - one
    - two
      1. three
      2. four

    7. seven

       loose

    > quote
    > > deeper

    ```swift title
    let x = "<&>"
    ```

    | left | centre | right | none |
    |:-----|:------:|------:|------|
    | a    | **b**  | c\\|d | ![pic](x.svg) |
    | e    |

    Table: Four *alignments*, and `code`.

    ***

    Again[^why] and[^other].

    [^why]: Because.
    [^other]: Two

        paragraphs.

    """

  @Test func becomesWellFormedXHTML() throws {
    let body = try #require(try read(Self.page).body)
    try expectGolden(body.xhtml, "page.xhtml")
  }

  @Test(
    "The paragraph behind a table is its caption if it says so",
    arguments: [
      ("", nil, true), ("Table: What it shows.", "What it shows.", false),
      ("Table: *Two*\nlines", "<em>Two</em>\nlines", false),
      ("Words of another kind", nil, true), ("Tables: words", nil, true),
      ("Between.\n\nTable: too late", nil, true), ("> Table: quoted", nil, true),
      ("- Table: in a list", nil, true), ("# Table: a heading", nil, true),
      ("```breakeven\nx\n```\n\nTable: behind a figure", nil, true),
    ] as [(String, String?, Bool)])
  func captions(text: String, caption: String?, isWarned: Bool) throws {
    let (body, findings) = try read("| a | b |\n|---|---|\n| 1 | 2 |\n\n\(text)\n")
    let xhtml = try #require(body).xhtml
    #expect(xhtml.contains("<caption>") == (caption != nil))
    if let caption { #expect(xhtml.hasPrefix("<table>\n<caption>\(caption)</caption>\n<thead>")) }
    #expect(findings.map(\.message) == (isWarned ? ["a table without a caption"] : []))
    #expect(findings.allSatisfy { $0.severity == .warning && $0.location.line == 1 })
    // What is no caption stays where it was.
    #expect(xhtml.contains("Table: ") == (caption == nil && text.contains("Table: ")))
  }

  @Test func theFirstCellOfARowIsItsHead() throws {
    let body = try read("| a | b |\n|:--|---|\n| 1 | 2 |\n\nTable: Heads.\n").body
    let xhtml = try #require(body).xhtml
    #expect(xhtml.contains("<th scope=\"row\" class=\"align-left\">1</th>\n<td>2</td>"))
    #expect(
      xhtml.contains("<th scope=\"col\" class=\"align-left\">a</th>\n<th scope=\"col\">b</th>"))
  }

  @Test func listsHeadingsLinksAndImages() throws {
    let body = try #require(try read(Self.page).body)
    #expect(
      body.headings.map { "\($0.location.line ?? 0) \($0.level) \($0.id): \($0.text)" } == [
        "1 1 method--terms: Method & terms", "7 2 method--terms-1: Method & terms",
        "8 2 section-2026: 2026", "9 2 ünïcode-100--: Ünïcode: 100 % ✓",
      ])
    #expect(
      body.links.map { "\($0.location) \($0.value)" } == [
        "page.md:3:3 ../a%20b.md", "page.md:3:52 https://example.com/?a=b&c=d",
        "page.md:4 http://www.example.org", "page.md:3:1 mailto:a@example.org",
      ])
    #expect(
      body.images.map { "\($0.location) \($0.value)" } == [
        "page.md:3:35 i.png", "page.md:29:26 x.svg",
      ])
  }

  @Test func saysWhatAPageMayNotHold() throws {
    let mistakes = [
      (
        "mistakes.md",
        """
        Text <b>bold</b> é <i>x</i>

        <div>
        block
        </div>

        - item
          - <u>deep</u>

        > quoted
        > <s>more</s>

        <!-- comment -->

        [run](javascript:alert%281%29) [tab](<java&Tab;script:x>) [data](data:text/html,x)
        [here](//example.com) [none]() [](a.md) [ok](MAILTO:a@b.c)

        ![](a.png) ![ ](b.png) ![x](mailto:a@b) ![y]()

        #

        &#1; [a[^n]](b)

        | a | <b>c</b> |
        |---|---|
        | ![](x) | [z](file:///etc/passwd) |

        [^n]: <em>note</em>

        """
      ),
      ("deep.md", String(repeating: ">", count: 10_000) + " a\n"),
      ("long.md", String(repeating: "a ", count: 20_000)),
      (
        "wide.md",
        "|a" + String(repeating: "|a", count: 500) + "\n" + String(repeating: "|x\n", count: 200)
      ),
    ]
    let report = try Example.report(mistakes) { source, findings in
      _ = MarkdownBody.read(source, into: &findings)
    }
    let shown = report.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.utf8.count < 200 }.joined(separator: "\n")
    try expectGolden(shown, "markdown-mistakes.txt")
  }

  @Test(
    "Costly texts are refused or cheap", .timeLimit(.minutes(1)),
    arguments: [
      ">", "- ", "[", "![[", "[a](", "*a **a ", "_a ", "a@", "www.", "http://", "<!A ", "a <? ",
      "<![CDATA[ ", "`", "~a ~~", "[^a]", "[^", "|", "a\n|-|\n", "&", "\\", "* a\n  ", "> \n",
      "1. ",
      "[a]: b\n[a]", "#", "\t- ", "    ",
    ])
  func staysLinear(part: String) throws {
    for separator in ["", "\n\n"] {
      let block = String(repeating: part, count: 32_000 / part.utf8.count) + separator
      let text = String(repeating: block, count: 64_000 / block.utf8.count)
      _ = try read(text)
    }
  }

  @Test func copiedReferencesAreBounded() throws {
    let text =
      "[a]: " + String(repeating: "u", count: 20_000) + "\n\n"
      + String(repeating: "[a] [a] [a]\n\n", count: 8000)
    #expect(
      try read(text).findings.map(\.message) == ["page whose link references grow past 8 MiB"])
  }

  @Test func refusesPagesOver256KiB() throws {
    let text = String(repeating: "a\n\n", count: 90_000)
    #expect(try read(text).findings.map(\.message) == ["page of over 256 KiB"])
  }

  @Test func everyMutationIsRefusedOrWellFormed() throws {
    let fragments = [
      "<", ">", "&", "\"", "[", "](", ")", "![", "*", "_", "~~", "`", "```\n", "|", "\n", "\n\n",
      "- ", "1. ", "> ", "# ", "[^why]", "]: ", "&#1;", "&lt;", "\\", "---\n", "    ", "\t", "é",
    ]
    var published = 0
    for text in Mutations(text: Self.page, fragments: fragments, count: 600) {
      guard let body = try read(text).body else { continue }
      published += 1
      let error = XMLBalance.problem(in: body.xhtml)
      #expect(error == nil, "\(error ?? "")\n\(text)")
    }
    #expect((60..<560).contains(published))
  }

  private func read(_ text: String) throws -> (body: MarkdownBody?, findings: [Diagnostic]) {
    var findings: [Diagnostic] = []
    let body = MarkdownBody.read(try Example.text(text, file: "page.md"), into: &findings)
    return (body, findings)
  }
}

/// A check of tags, quotes and ids that shares no code with what it checks.
enum XMLBalance {
  static func problem(in text: String) -> String? {
    var open: [Substring] = []
    var ids: Set<Substring> = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      if rest[..<start].contains(">") { return "a stray '>'" }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without an end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      if tag.first == "/" {
        guard open.popLast() == name else { return "'\(name)' closes something else" }
      } else if tag.last != "/" {
        open.append(name)
      }
      let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
      if pieces.count % 2 == 0 { return "a quote without an end in '\(tag)'" }
      for (attribute, value) in zip(pieces, pieces.dropFirst()) where attribute.hasSuffix(" id=") {
        if !ids.insert(value).inserted { return "the id '\(value)' twice" }
      }
    }
    return open.isEmpty ? nil : "'\(open.joined(separator: " "))' never closes"
  }
}
