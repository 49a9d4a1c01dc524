import Templates
import Testing
import XML

@Suite("The shipped profiles")
struct ProfileTests {
  private func mistakes(_ text: String, _ schema: Schema) throws -> [String] {
    schema.mistakes(in: try PublishedDocument(parsing: Array(text.utf8), file: "a")).map(\.message)
  }

  private static let page = Result { try Shipped.schema("page", as: .document) }
  private static let chart = Result { try Shipped.schema("chart", as: .document) }

  private func page(_ body: String) throws -> [String] {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src\"/>"
    let head = "<head><meta charset=\"utf-8\"/>" + policy + "<title>x</title></head>"
    let text = "<html xmlns=\"\(Markup.xhtml)\" lang=\"en\">\(head)<body>\(body)</body></html>"
    return try mistakes(text, Self.page.get())
  }

  private func chart(_ body: String) throws -> [String] {
    let root = "<svg xmlns=\"\(Markup.svg)\" viewBox=\"0 0 760 480\" role=\"img\">"
    return try mistakes("\(root)<title>x</title>\(body)</svg>", Self.chart.get())
  }

  @Test(
    "A page may hold what a publication needs",
    arguments: [
      "<header><nav aria-label=\"Site\"><ul><li><a href=\"a.html\" aria-current=\"page\">a</a></li></ul></nav></header>",
      "<main id=\"m\" tabindex=\"-1\"><h1>a</h1><p class=\"x\">b<sup><a href=\"#n1\">1</a></sup></p></main>",
      "<div role=\"region\" tabindex=\"0\" aria-labelledby=\"c\"><table><caption id=\"c\">c</caption>"
        + "<colgroup><col/><col span=\"2\"/></colgroup><thead><tr><th scope=\"col\" colspan=\"3\">a</th></tr></thead>"
        + "<tbody><tr><th scope=\"row\">a</th><td colspan=\"2\">b</td></tr></tbody></table></div>",
      "<details open=\"open\"><summary>a</summary><dl><dt>a</dt><dd>b</dd></dl></details>",
      "<dl><div><dt>a</dt><dd>b</dd></div></dl>",
      "<figure><picture><source srcset=\"a.svg\" media=\"print\"/><img src=\"b\" alt=\"\" width=\"1\"/></picture>"
        + "<figcaption>a</figcaption></figure>",
      "<figure><svg xmlns=\"\(Markup.svg)\" viewBox=\"0 0 1 1\" role=\"img\"><title>a</title><path d=\"M0 0\"/></svg></figure>",
      "<p><svg xmlns=\"\(Markup.svg)\" class=\"bar\" aria-hidden=\"true\"><rect width=\"12.5%\" height=\"6\"/></svg></p>",
      "<p><time datetime=\"2026-11-20\">a</time> <data value=\"1\">b</data> <abbr title=\"x\">c</abbr></p>",
      "<label for=\"q\">a</label><input id=\"q\" type=\"search\" placeholder=\"b\"/><select><option value=\"a\">a</option></select>",
      "<ul><li><input type=\"checkbox\" checked=\"checked\" disabled=\"disabled\"/> a</li></ul>",
    ])
  func acceptsInPages(body: String) throws {
    #expect(try page(body) == [])
  }

  @Test(
    "A page may hold nothing that HTML refuses, or a reader does not need",
    arguments: [
      ("<p style=\"color:red\">a</p>", "'style' is not an attribute of 'p'"),
      ("<p data-x=\"1\">a</p>", "'data-x' is not an attribute of 'p'"),
      ("<p onclick=\"a\">a</p>", "'onclick' is not an attribute of 'p'"),
      ("<p><div>a</div></p>", "'div' is not allowed in 'p'"),
      ("<div><main>a</main></div>", "'main' is not allowed in 'div'"),
      ("<ul>a</ul>", "text is not allowed in 'ul'"),
      ("<table><tr><td>a</td></tr></table>", "'tr' is not allowed in 'table'"),
      ("<table><tbody><tr></tr></tbody></table>", "'tr' lacks an element"),
      (
        "<table><tbody><tr><td align=\"left\">a</td></tr></tbody></table>",
        "'align' is not an attribute of 'td'"
      ),
      ("<img src=\"a\"/>", "'img' lacks the attribute 'alt'"),
      ("<img src=\"a\" alt=\"\" width=\"1px\"/>", "'1px' is not a value for 'width' of 'img'"),
      ("<dl><dt>a</dt></dl>", "'dl' lacks an element"),
      ("<details><p>a</p></details>", "'p' is not allowed at this place in 'details'"),
      ("<script>alert(1)</script>", "'script' lacks the attribute 'src'"),
      ("<iframe src=\"a\"></iframe>", "'iframe' is not an element of the schema"),
      (
        "<input type=\"checkbox\" placeholder=\"a\"/>",
        "'placeholder' does not go with the other attributes of 'input'"
      ),
      (
        "<svg xmlns=\"\(Markup.svg)\"><foreignObject/></svg>",
        "'foreignObject' is not an element of the schema"
      ),
      ("<br>a</br>", "'br' has content that is not allowed in it"),
    ])
  func refusesInPages(body: String, mistake: String) throws {
    let found = try page(body)
    #expect(found.first == mistake)
  }

  @Test(
    "A chart may hold shapes, text and its own style",
    arguments: [
      "<desc>a</desc><style>.a{fill:red}</style><g class=\"a\"><path d=\"M0 0\" stroke-dasharray=\"5 3\"/></g>",
      "<text x=\"1\" y=\"2.5\" text-anchor=\"end\" font-size=\"11\"><tspan x=\"1\" dy=\"1.2em\">a</tspan></text>",
      "<defs><pattern id=\"p\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 0\"/></pattern></defs>"
        + "<rect width=\"10\" height=\"1\" fill=\"url(#p)\"><title>a</title></rect>",
      "<circle cx=\"1\" cy=\"-1\" r=\"5\"/><line x1=\"0\" x2=\"1\"/><polyline points=\"0,0 1,1\"/>",
    ])
  func acceptsInCharts(body: String) throws {
    #expect(try chart(body) == [])
  }

  @Test(
    "A chart may hold nothing that runs, loads or breaks outside a browser",
    arguments: [
      ("<script/>", "'script' is not an element of the schema"),
      ("<image href=\"a\"/>", "'image' is not an element of the schema"),
      ("<path/>", "'path' lacks the attribute 'd'"),
      ("<rect width=\"a\" height=\"1\"/>", "'width' or 'height' of 'rect' has a wrong value"),
      ("<path d=\"M0 0\" paint-order=\"stroke\"/>", "'paint-order' is not an attribute of 'path'"),
      ("<g aria-live=\"polite\"/>", "'aria-live' is not an attribute of 'g'"),
      ("<g>a</g>", "text is not allowed in 'g'"),
      (
        "<text text-anchor=\"right\">a</text>", "'right' is not a value for 'text-anchor' of 'text'"
      ),
    ])
  func refusesInCharts(body: String, mistake: String) throws {
    let found = try chart(body)
    #expect(found.first == mistake)
  }

  @Test func aChartAloneNeedsATitle() throws {
    let text = "<svg xmlns=\"\(Markup.svg)\" viewBox=\"0 0 1 1\"><g/></svg>"
    #expect(
      try mistakes(text, Self.chart.get()).first == "'g' is not allowed at this place in 'svg'")
    let empty = "<svg xmlns=\"\(Markup.svg)\" viewBox=\"0 0 1 1\"/>"
    #expect(try mistakes(empty, Self.chart.get()) == ["'svg' lacks a 'title'"])
  }
}
