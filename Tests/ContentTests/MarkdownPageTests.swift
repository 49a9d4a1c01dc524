import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Pages with front matter")
struct MarkdownPageTests {
  @Test func countsLinesFromTheTopOfTheFile() throws {
    let text = "---\ntitle: Method\n# why\nupdated: 2026-11-20\n---\n\n## First\n\n[a](b.md)\n"
    var findings: [Diagnostic] = []
    let page = try #require(
      MarkdownPage.read(
        Example.text(text, file: "method.md"), frontMatter: Example.page, into: &findings))
    #expect(page.frontMatter.date("updated")?.location.description == "method.md:4:10")
    #expect(page.body.headings.map(\.location.description) == ["method.md:7:1"])
    #expect(page.body.links.map(\.location.description) == ["method.md:9:1"])
    #expect(page.body.xhtml == "<h2 id=\"first\">First</h2>\n<p><a href=\"b.md\">a</a></p>\n")
    #expect(findings.isEmpty)
  }

  @Test func reportsTheMistakesOfBothParts() throws {
    let mistakes = [
      ("both.md", "---\ntitel: Method\nupdated: 2026-02-30\n---\nText <b>x</b>\n"),
      ("none.md", "# Method\n"), ("open.md", "---\ntitle: a\n"), ("empty.md", "---\n---\ntext\n"),
      ("nothing.md", ""), ("yaml.md", "---\ntitle: 'a\n---\n![](x)\n"),
      ("second.md", "---\ntitle: a\n---\na\n\n---\n\nb\n"),
    ]
    let report = try Example.report(mistakes) { source, findings in
      _ = MarkdownPage.read(source, frontMatter: Example.page, into: &findings)
    }
    try expectGolden(report, "page-mistakes.txt")
  }
}
