import Diagnostics
import TestSupport
import Testing
import XML

@testable import Templates

@Suite("What is known of a document when it is written")
struct StructureTests {
  private static let site = """
    -- layout.xhtml --
    <html \(root("Frame")) lang="en">
    <head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'"/>
    <title>{{ frame.title }}</title></head>
    <body><a href="#main">Skip</a><main t:slot="main"/></body>
    </html>
    -- page.xhtml --
    <main \(root("Page")) t:layout="layout.xhtml" id="main">
      <h1>{{ page.headline }}</h1>
      <div t:include="table.xhtml" t:with="page.table"/>
      <section t:if="page.notes" aria-labelledby="notes"><h2 id="notes">Notes</h2>
        <ul><li t:for="note in page.notes">{{ note }}</li></ul>
      </section>
      <div t:fragment="page.body"/>
    </main>
    -- table.xhtml --
    <table \(root("Table")) id="{{ table.id }}">
      <caption>{{ table.caption }}</caption>
      <tbody>
        <tr t:for="row in table.rows">
          <th scope="row"><a href="{{ row.offer }}/index.html">{{ row.offer }}</a></th>
          <td t:for="cell in row.cells" data-value="{{ cell.kind }}">{{ cell.text }}</td>
        </tr>
      </tbody>
    </table>
    """

  private static let schema = Result { try Shipped.schema("page", as: .document) }

  private struct Site {
    let page: Template<Page>
    let table: Template<Table>
    let memory = StructureMemory()

    init() async throws {
      let set = try await TemplateSet(
        BoundTemplates(
          files: files(StructureTests.site),
          entries: [
            TemplateEntry("page.xhtml", Page.self), TemplateEntry("table.xhtml", Table.self),
          ]),
        profiles: Shipped.profiles.get())
      page = set.template("page.xhtml", for: Page.self)
      table = set.template("table.xhtml", for: Table.self)
    }

    /// What is wrong with a page, and how many documents libxml2 has seen since the start.
    func check(_ page: Page, always: Bool = false) throws -> (findings: [String], validated: Int) {
      var document = RenderedDocument()
      self.page.render(page, into: &document)
      let findings = memory.check(
        document, path: "a.html", by: try StructureTests.schema.get(), isPage: true,
        always: always)
      return (findings.map(\.description), memory.validated)
    }
  }

  private func page(rows: Int, cells: Int, value: String = "1") -> Page {
    let cells = Array(repeating: Cell(kind: value), count: cells)
    return Page(table: Table(rows: Array(repeating: Row(cells: cells), count: rows)))
  }

  @Test func aStructureIsValidatedOnce() async throws {
    let site = try await Site()
    #expect(try site.check(page(rows: 2, cells: 2)) == ([], 1))
    #expect(try site.check(page(rows: 50, cells: 8, value: "-1234.5")) == ([], 1))
    #expect(try site.check(page(rows: 1, cells: 0)) == ([], 2))
    #expect(try site.check(page(rows: 3, cells: 9)) == ([], 2))
    var other = page(rows: 3, cells: 3)
    other.notes = ["a"]
    #expect(try site.check(other) == ([], 3))
    #expect(try site.check(page(rows: 3, cells: 3), always: true) == ([], 4))
  }

  @Test func whatMayBeThereOrNotIsShownToLibxml2WhenItIsNewAndThenLeftOut() async throws {
    let site = try await Site()
    func shown(_ page: Page) throws -> String {
      var document = RenderedDocument()
      site.memory.begin(&document)
      site.page.render(page, into: &document)
      #expect(document.structures.members.contains { !document.isKnown($0) })
      return String(decoding: document.condensed, as: UTF8.self)
    }
    var page = page(rows: 1, cells: 1)
    #expect(try site.check(page) == ([], 1))
    page.notes = ["a", "b"]
    #expect(try shown(page).contains("<li>a</li><li>b</li>"))
    #expect(try site.check(page) == ([], 2))
    // Known by now; what is new is a row without cells.
    page.table.rows = [Row()]
    #expect(try !shown(page).contains("Notes"))
    #expect(try site.check(page) == ([], 3))
    // A list of one is new, and so is what it stands in.
    page = self.page(rows: 1, cells: 1)
    page.notes = ["a"]
    #expect(try shown(page).contains("<li>a</li>"))
  }

  @Test func aNewValueIsValidatedAndAWrongOneIsNeverRemembered() async throws {
    let site = try await Site()
    #expect(try site.check(page(rows: 2, cells: 2)) == ([], 1))
    let wrong = page(rows: 2, cells: 2, value: "one")
    let report = ["a.html:12:5: error: 'one' is not a value for 'data-value' of 'td'"]
    for validated in [2, 3] {
      let (findings, count) = try site.check(wrong)
      #expect(findings.contains(report[0]), "\(findings)")
      #expect(count == validated)
    }
    #expect(try site.check(page(rows: 2, cells: 2, value: "2026-10-01")) == ([], 4))
    #expect(try site.check(page(rows: 2, cells: 2, value: "2025-11-30")) == ([], 4))
  }

  @Test func whatNoSchemaSeesIsFoundInKnownStructuresToo() async throws {
    let site = try await Site()
    var page = page(rows: 1, cells: 1)
    page.table.id = "a"
    #expect(try site.check(page) == ([], 1))
    page.table.id = "main"
    let (twins, validated) = try site.check(page)
    #expect(
      twins == ["a.html:7:1: error: 'main' is the id of two elements\n  hint: make ids unique"])
    #expect(validated == 2)
    page.table.id = "b"
    page.frame.title = ""
    #expect(
      try site.check(page) == (
        ["a.html:2:1: error: a page without a title\n  hint: fill 'title' in its head"], 3
      ))
  }

  @Test func fragmentsBringTheirStructuresAlong() async throws {
    let site = try await Site()
    let schema = try Shipped.schema("page", as: .fragment)
    func parsed(_ text: String) throws -> Fragment {
      try Fragment(parsing: text, file: "a.md", schema: schema)
    }
    var page = page(rows: 1, cells: 1)
    page.body = try parsed("<p>a</p>")
    #expect(try site.check(page) == ([], 1))
    page.body = try parsed("<ul><li>a <em>b</em></li></ul>")
    #expect(try site.check(page) == ([], 1))
    page.body = Fragment(joining: [
      try parsed("<p id='x'>a</p>"), site.table.fragment(Table(rows: [Row()])),
    ])
    #expect(try site.check(page) == ([], 2))
    page.body = site.table.fragment(Table(caption: "b", rows: [Row(offer: "c")]))
    #expect(try site.check(page) == ([], 2))
    page.body = site.table.fragment(Table(id: "main", rows: [Row()]))
    #expect(try site.check(page).findings.count == 1)
  }

  @Test func idsAndLinksAreCollectedFromEverywhere() async throws {
    let site = try await Site()
    var page = page(rows: 1, cells: 1)
    page.table.id = "t"
    page.table.rows[0].offer = "a&b"
    page.notes = ["n"]
    let schema = try Shipped.schema("page", as: .fragment)
    let text = "<p id=\"p\"><a href=\"q?r&amp;s\">x \"=y</a><img src='i.svg' alt=''/></p>"
    page.body = try Fragment(parsing: text, file: "a.md", schema: schema)
    var document = RenderedDocument()
    for _ in 0..<2 {
      document.removeAll()
      site.page.render(page, into: &document)
      #expect(document.ids.map { document.text($0) } == ["main", "t", "notes", "p"])
      #expect(
        document.links.map { ($0.isReference ? "=" : "") + document.text($0.range) } == [
          "#main", "a&b/index.html", "=notes", "q?r&s", "i.svg",
        ])
    }
  }
}
