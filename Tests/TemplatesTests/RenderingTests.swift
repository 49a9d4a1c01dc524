import Templates
import TestSupport
import Testing
import XML

@Suite("Rendering templates")
struct RenderingTests {
  private func fill<Model: TemplateModel>(
    _ template: String, _ model: Model, path: String = "a.xhtml"
  ) async throws -> String {
    let set = try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: path, text: template)],
        entries: [TemplateEntry(path, Model.self)]), profiles: Shipped.profiles.get())
    return String(decoding: set.template(path, for: Model.self).render(model), as: UTF8.self)
  }

  /// What the body of a `div` comes to.
  private func render(_ body: String, _ page: Page) async throws -> String {
    let open = "<div xmlns=\"\(Markup.xhtml)\">"
    let text = try await fill("<div \(root("Page"))>\(body)</div>", page)
    #expect(text.hasPrefix(open) && text.hasSuffix("</div>\n"))
    return String(text.dropFirst(open.count).dropLast("</div>\n".count))
  }

  @Test(
    "Fills holes in text and attributes, escaped",
    arguments: [
      ("<p>{{ page.headline }}</p>", "<p>a&lt;b&amp;\"c\"&gt;</p>"),
      ("<p title='{{page.headline}}'>x</p>", "<p title=\"a&lt;b&amp;&quot;c&quot;&gt;\">x</p>"),
      (
        "<p title='x {{page.headline}} {{ page.headline }}'/>",
        "<p title=\"x a&lt;b&amp;&quot;c&quot;&gt; a&lt;b&amp;&quot;c&quot;&gt;\"></p>"
      ),
      ("<p>}} { {x} &amp;{{ page.frame.title }}!</p>", "<p>}} { {x} &amp;Costs!</p>"),
      ("<p><!-- {{ nothing }} --><br/></p>", "<p><br/></p>"),
      ("<p>a<span t:remove=''>{{</span>b</p>".replacing("{{", with: ""), "<p>ab</p>"),
    ])
  func fillsHoles(template: String, expected: String) async throws {
    #expect(try await render(template, Page(headline: "a<b&\"c\">")) == expected)
  }

  @Test func aControlCharacterCannotBreakThePage() async throws {
    #expect(
      try await render(
        "<p title='{{page.headline}}'>{{page.headline}}</p>", Page(headline: "a\u{1}\n\r"))
        == "<p title=\"a\u{FFFD}&#10;&#13;\">a\u{FFFD}\n&#13;</p>")
  }

  @Test(
    "Keeps names, units and ranges on one line",
    arguments: [
      ("GPT-4o", "GPT-|4o"), ("GPT-5.4-nano", "GPT-|5.4-|nano"), ("GB-seconds", "GB-|seconds"),
      ("30-second", "30-|second"), ("$0.576–8.64/h", "$0.576–|8.64/h"), ("$2–$4", "$2–|$4"),
      ("per-token", "per-token"), ("a - b", "a - b"), ("-4", "-4"), ("A-", "A-"),
      ("low – high", "low – high"), ("“A”", "“A”"), ("a<b-4", "a&lt;b-|4"),
    ])
  func keepsTogether(text: String, expected: String) async throws {
    let shown = try await render(
      "<p title='{{page.headline}}'>{{page.headline}}</p>", Page(headline: text))
    let plain = text.replacing("<", with: "&lt;")
    #expect(shown == "<p title=\"\(plain)\">\(expected.replacing("|", with: "\u{2060}"))</p>")
  }

  @Test("What is copied to the letter stays as it is", arguments: ["code", "pre"])
  func keepsCode(element: String) async throws {
    let template =
      element == "pre"
      ? "<pre><code>{{page.headline}}</code></pre>" : "<p><code>{{page.headline}}</code></p>"
    #expect(try await render(template, Page(headline: "id=job-20m")).contains(">id=job-20m<"))
  }

  @Test(
    "Leaves out what is absent",
    arguments: [
      (Table(), "<p>x</p>"),
      (Table(id: "t"), "<p id=\"t\">xt</p>"),
      (Table(hidden: true), "<p hidden=\"hidden\">x</p>"),
    ])
  func leavesOut(table: Table, expected: String) async throws {
    let text = try await render(
      "<p id='{{ page.table.id }}' hidden='{{ page.table.hidden }}'>x{{ page.table.id }}</p>",
      Page(table: table))
    #expect(text == expected)
  }

  @Test(
    "Chooses by flags, optionals and lists",
    arguments: [
      ("page.table.id", Page(table: Table(id: "a")), true), ("page.table.id", Page(), false),
      ("page.table.hidden", Page(table: Table(hidden: true)), true),
      ("page.table.hidden", Page(), false),
      ("page.notes", Page(notes: ["a"]), true), ("page.notes", Page(), false),
      ("page.table.rows", Page(table: Table(rows: [Row()])), true),
      ("page.table.rows", Page(), false),
      ("page.second", Page(second: Table()), true), ("page.second", Page(), false),
      ("page.second.id", Page(second: Table(id: "a")), true), ("page.second.id", Page(), false),
      ("page.second.rows", Page(), false), ("page.body", Page(), false),
    ])
  func chooses(path: String, page: Page, isKept: Bool) async throws {
    let alone = try await render("<p t:if='\(path)'>yes</p>", page)
    #expect(alone == (isKept ? "<p>yes</p>" : ""))
    let both = try await render("<p t:if='\(path)'>yes</p> <!-- or -->\n<b t:else=''>no</b>!", page)
    #expect(both == (isKept ? "<p>yes</p>!" : "<b>no</b>!"))
  }

  @Test func repeatsForRecordsAndTexts() async throws {
    let rows = [
      Row(offer: "a", cells: [Cell(text: "1", cheapest: true), Cell(text: "2")]),
      Row(offer: "b", link: "l"),
    ]
    let body =
      "<p t:for='row in page.table.rows'><a t:if='row.link' href='{{row.link}}'>{{row.offer}}</a>"
      + "<b t:else=''>{{row.offer}}</b><i t:for='cell in row.cells' t:if='cell.cheapest'>{{cell.text}}</i>"
      + "{{page.headline}}</p><i t:for='note in page.notes'>{{note}}</i>"
    #expect(
      try await render(body, Page(headline: "h", table: Table(rows: rows), notes: ["x", "<y"]))
        == "<p><b>a</b><i>1</i>h</p><p><a href=\"l\">b</a>h</p><i>x</i><i>&lt;y</i>")
    #expect(try await render(body, Page()) == "")
  }

  @Test func elementsAreWrittenForBothParsers() async throws {
    let body =
      "<hr/><p></p><svg xmlns='\(Markup.svg)'><g></g><path d='M0 0'/></svg><span class='a'/>"
    #expect(
      try await render(body, Page())
        == "<hr/><p></p><svg xmlns=\"\(Markup.svg)\"><g/><path d=\"M0 0\"/></svg>"
        + "<span class=\"a\"></span>")
  }

  @Test func pictureTextIsEscapedToo() async throws {
    let svg =
      "<svg xmlns='\(Markup.svg)' xmlns:t='urn:breakeven:template' t:model='Frame' viewBox='0 0 1 1'>"
      + "<title>{{ frame.title }}</title><style t:if='frame.title'>a&gt;b{}</style></svg>\n"
    await #expect(throws: TemplateError.self) { try await fill(svg, Frame(), path: "a.svg") }
    #expect(
      try await fill(
        svg.replacing(" t:if='frame.title'", with: ""), Frame(title: "<"), path: "a.svg")
        == "<svg xmlns=\"\(Markup.svg)\" viewBox=\"0 0 1 1\"><title>&lt;</title><style>a&gt;b{}</style></svg>\n"
    )
  }

  @Test func aSiteWithLayoutAndIncludesIsWrittenAsOnePage() async throws {
    let set = try await TemplateSet(
      BoundTemplates(
        files: files(Self.site),
        entries: [TemplateEntry("page.xhtml", Page.self), TemplateEntry("table.xhtml", Table.self)]),
      profiles: Shipped.profiles.get())
    let table = set.template("table.xhtml", for: Table.self)
    let rows = [Row(link: "../a.html", cells: [Cell(cheapest: true)]), Row(offer: "x")]
    let page = Page(
      table: Table(id: "t1", rows: rows), second: Table(caption: "Second"),
      body: table.fragment(Table(caption: "In a fragment")))
    let bytes = set.template("page.xhtml", for: Page.self).render(page)
    try expectGolden(String(decoding: bytes, as: UTF8.self), "site.html")
    try expectGolden(
      String(decoding: table.render(Table(rows: rows)), as: UTF8.self), "table-alone.html")

    let document = try PublishedDocument(parsing: bytes, file: "site.html")
    try document.validate(against: Shipped.schema("page", as: .document))
  }

  private static let site = """
    -- layout.xhtml --
    <html \(root("Frame")) lang="en">
    <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'"/>
      <title>{{ frame.title }} | Breakeven</title>
    </head>
    <body>
      <main t:slot="main"><p>The page comes here.</p></main>
      <footer>{{ frame.title }}</footer>
    </body>
    </html>
    -- page.xhtml --
    <main \(root("Page")) t:layout="layout.xhtml" id="main">
      <h1>{{ page.headline }}</h1>
      <table t:include="table.xhtml" t:with="page.table"><caption>Shown in a browser</caption></table>
      <div t:if="page.second" t:include="table.xhtml" t:with="page.second"/>
      <p t:else="">no second table</p>
      <div t:fragment="page.body"><p>A placeholder.</p></div>
    </main>
    -- table.xhtml --
    <table \(root("Table")) id="{{ table.id }}">
      <caption>{{ table.caption }}</caption>
      <thead><tr><th scope="col">Offer</th></tr></thead>
      <tbody>
        <tr t:for="row in table.rows">
          <th scope="row"><a href="{{ row.link }}">{{ row.offer }}</a></th>
          <td t:for="cell in row.cells" class="{{ cell.kind }}">{{ cell.text }}<span t:if="cell.cheapest"> (cheapest)</span></td>
        </tr>
      </tbody>
    </table>
    """
}
