import Diagnostics
import Templates
import Testing
import XML

@Suite("Fields of models")
struct StoredFieldTests {
  /// Properties of every type, with sizes and gaps between them that an error would run into.
  private struct Mixed: TemplateModel {
    var flag = true
    var amount: UInt16 = 7
    var text = "a text that is too long to stand inside of its own value"
    private var hidden: Double? = 1.5
    var other: String?
    var second = false
    var table = Table(caption: "inside", rows: [Row(offer: "r")])
    var none: Table?
    var some: Table? = Table(caption: "optional")
    var tables = [Table(caption: "one"), Table(caption: "two", id: "t")]
    var empty: [Table] = []
    var texts = ["x", "y"]
    let constant = "constant"
    var computed: String { "computed" }

    static let variable = "mixed"
  }

  private func fill(_ body: String) async throws -> String {
    let text = "<div \(root("Mixed"))>\(body)</div>"
    let set = try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: "a.xhtml", text: text)],
        entries: [TemplateEntry("a.xhtml", Mixed.self)]), profiles: Shipped.profiles.get())
    let bytes = set.template("a.xhtml", for: Mixed.self).fragment(Mixed()).bytes
    return String(
      decoding: bytes.dropFirst("<div>".utf8.count).dropLast("</div>".utf8.count), as: UTF8.self)
  }

  @Test(
    "Are its stored properties",
    arguments: [
      ("<p t:if='mixed.flag'>1</p><p t:if='mixed.second'>2</p>", "<p>1</p>"),
      ("{{ mixed.text }}", "a text that is too long to stand inside of its own value"),
      ("<p id='{{ mixed.other }}'>{{ mixed.constant }}</p>", "<p>constant</p>"),
      (
        "{{ mixed.table.caption }}<p t:for='row in mixed.table.rows'>{{ row.offer }}</p>",
        "inside<p>r</p>"
      ),
      (
        "<p t:if='mixed.none'>{{ mixed.none.caption }}</p>{{ mixed.some.caption }}",
        "optional"
      ),
      (
        "<p t:for='t in mixed.tables' id='{{ t.id }}'>{{ t.caption }}</p>",
        "<p>one</p><p id=\"t\">two</p>"
      ),
      ("<p t:for='t in mixed.empty'>{{ t.caption }}</p>", ""),
      ("<p t:for='t in mixed.texts'>{{ t }}</p>", "<p>x</p><p>y</p>"),
    ])
  func areStoredProperties(body: String, expected: String) async throws {
    #expect(try await fill(body) == expected)
  }

  @Test(
    "Are of types that a template can print",
    arguments: ["amount", "hidden", "computed", "variable"])
  func areOfCertainTypes(name: String) async throws {
    let error = try await #require(throws: TemplateError.self) {
      try await fill("{{ mixed.\(name) }}")
    }
    #expect(error.diagnostics.map(\.message) == ["'\(name)' is not a field of 'Mixed'"])
  }

  private struct Numbers: TemplateModel {
    var number = 1

    static let variable = "numbers"
  }

  private struct Endless: TemplateModel {
    var next: [Between] = []

    struct Between: TemplateModel {
      var endless: Endless?

      static let variable = "between"
    }

    static let variable = "endless"
  }

  @Test func aModelWithoutAnyIsABug() async {
    await #expect(processExitsWith: .failure) { _ = TemplateEntry("a", Numbers.self) }
  }

  @Test func aModelThatContainsItselfIsABug() async {
    await #expect(processExitsWith: .failure) { _ = TemplateEntry("a", Endless.self) }
  }
}
