import Diagnostics
import Templates
import Testing
import XML

@Suite("Links")
struct LinkTests {
  private struct Source: TemplateModel {
    var link = LinkTarget.anchor("source-1")
    var address: LinkTarget?
    var title = "Prices"

    static let variable = "source"
  }

  @Test(
    "Lead from the page they stand on",
    arguments: [
      (LinkTarget.file("providers/modal/index.html"), "../../providers/modal/index.html"),
      (.file("index.html", anchor: "answer"), "../../index.html#answer"),
      (.file("scenarios/idle/index.html", anchor: "costs"), "#costs"),
      (.file("scenarios/idle/index.html"), "index.html"),
      (.file("scenarios/idle/index.html5"), "index.html5"),
      (.file("scenarios/idle/index.htm"), "index.htm"),
      (.anchor("source-3"), "#source-3"),
      (.outside("https://modal.com/pricing#gpu"), "https://modal.com/pricing#gpu"),
    ])
  func leadFromThePage(link: LinkTarget, expected: String) {
    #expect(link.text(on: PagePlace(path: "scenarios/idle/index.html")) == expected)
  }

  @Test(
    "Are the same at every depth on a page that is served anywhere",
    arguments: [
      (LinkTarget.file("index.html"), "https://example.com/costs/index.html"),
      (.file("404.html"), "https://example.com/costs/404.html"),
      (.file("404.html", anchor: "main"), "#main"),
      (.anchor("main"), "#main"),
    ])
  func areTheSameAtEveryDepth(link: LinkTarget, expected: String) {
    let page = PagePlace(path: "404.html", servedAnywhereUnder: "https://example.com/costs/")
    #expect(link.text(on: page) == expected)
  }

  @Test func leadFromThePageAtTheRoot() {
    let page = PagePlace(path: "index.html")
    #expect(page.root.isEmpty)
    #expect(
      LinkTarget.file("scenarios/idle/index.html").text(on: page) == "scenarios/idle/index.html")
    #expect(LinkTarget.file("index.html").text(on: page) == "index.html")
  }

  @Test(arguments: ["", "/index.html", "index.html#answer"])
  func aPathThatIsNoneIsABug(path: String) async {
    await #expect(processExitsWith: .failure) { [path] in _ = LinkTarget.file(path) }
  }

  private func set(_ body: String) async throws -> TemplateSet {
    try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: "a.xhtml", text: "<div \(root("Source"))>\n\(body)\n</div>")],
        entries: [TemplateEntry("a.xhtml", Source.self)]), profiles: Shipped.profiles.get())
  }

  @Test(
    "Fill attributes and are left out where absent",
    arguments: [
      ("<a href='{{ source.link }}'>x</a>", Source(), "<a href=\"#source-1\">x</a>"),
      (
        "<a href='{{ source.link }}'>x</a>", Source(link: .file("a.html", anchor: "\"&")),
        "<a href=\"../a.html#&quot;&amp;\">x</a>"
      ),
      (
        "<a href='{{ source.link }}#{{ source.title }}'>x</a>", Source(link: .file("a.html")),
        "<a href=\"../a.html#Prices\">x</a>"
      ),
      ("<a href='{{ source.address }}'>x</a>", Source(), "<a>x</a>"),
      (
        "<a href='{{ source.address }}'>x</a>", Source(address: .outside("https://a.b")),
        "<a href=\"https://a.b\">x</a>"
      ),
      ("<a t:if='source.address'>x</a><b t:else=''>y</b>", Source(), "<b>y</b>"),
    ])
  private func fillAttributes(body: String, source: Source, expected: String) async throws {
    let place = PagePlace(path: "pages/b.html")
    let template = try await set(body).template("a.xhtml", for: Source.self)
    let text = String(decoding: template.render(source, on: place), as: UTF8.self)
    #expect(text == "<div xmlns=\"\(Markup.xhtml)\">\n\(expected)\n</div>\n")
    let fragment = String(decoding: template.fragment(source, on: place).bytes, as: UTF8.self)
    #expect(fragment == "<div>\n\(expected)\n</div>")
  }

  @Test(
    "Are refused anywhere else",
    arguments: [
      ("<p>{{ source.link }}</p>", "2:7: error: a link stands where text is wanted"),
      ("<p>{{ source.address }}</p>", "2:7: error: a link stands where text is wanted"),
      (
        "<p title='to {{ source.link }}'>x</p>",
        "2:17: error: a link stands where text is wanted"
      ),
      ("<p t:if='source.link'>x</p>", "2:10: error: 'source.link' is always there"),
      ("<p t:for='a in source.link'>x</p>", "2:16: error: 'source.link' is a link, not a list"),
      (
        "<p title='{{ source.link.x }}'>x</p>",
        "2:14: error: 'source.link' is a link and has no fields"
      ),
    ])
  func areRefused(body: String, report: String) async throws {
    let error = try await #require(throws: TemplateError.self) { try await set(body) }
    let first = try #require(error.diagnostics.first)
    #expect("\(first)".hasPrefix("templates/a.xhtml:\(report)"), "\(error.diagnostics)")
  }
}
