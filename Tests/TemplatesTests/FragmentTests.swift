import Diagnostics
import Templates
import Testing
import XML

@Suite("Fragments")
struct FragmentTests {
  private func parse(_ markup: String) throws -> String {
    let schema = try Shipped.schema("page", as: .fragment)
    let fragment = try Fragment(parsing: markup, file: "a.md", schema: schema)
    return String(decoding: fragment.bytes, as: UTF8.self)
  }

  @Test(
    "Takes what a Markdown renderer writes, and writes it our way",
    arguments: [
      ("", ""),
      (
        "<p>a <em>b</em><br />\nc &amp; &quot;d&quot;</p>\n<hr />",
        "<p>a <em>b</em><br/>\nc &amp; \"d\"</p>\n<hr/>"
      ),
      ("text<!-- x --><ul>\n<li></li>\n</ul>", "text<ul>\n<li></li>\n</ul>"),
      (
        "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>",
        "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>"
      ),
    ])
  func takes(markup: String, expected: String) throws {
    #expect(try parse(markup) == expected)
  }

  @Test(
    "Refuses anything else",
    arguments: [
      ("<p>a\n<b></p>", "a.md:2:8: error: '</p>' closes '<b>' of line 3"),
      ("</div><div>", "a.md:1:7: error: the document goes on after its root element"),
      ("<p>x</p>\n<script src='a'></script>", "a.md:2:1: error: 'script' is not allowed in 'div'"),
      ("<p onclick='a'>x</p>", "a.md:1:4: error: 'onclick' is not an attribute of 'p'"),
      ("<p", "a.md:1:"),
    ])
  func refuses(markup: String, report: String) throws {
    let error = try #require(throws: XMLError.self) { try parse(markup) }
    #expect(error.diagnostics.contains { "\($0)".hasPrefix(report) }, "\(error.diagnostics)")
  }
}
