import Diagnostics
import Foundation
import TestSupport
import Testing
import XML

@Suite("Schemas")
struct SchemaTests {
  private static let page = #"""
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:page"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <include href="parts/cell.rng"><start><ref name="document"/></start></include>
      <define name="document"><element name="table">
        <optional><element name="caption"><text/></element></optional>
        <oneOrMore><ref name="fragment"/></oneOrMore>
      </element></define>
      <define name="fragment"><element name="tr"><oneOrMore><ref name="cell"/></oneOrMore></element></define>
    </grammar>
    """#

  private static let cell = #"""
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:page"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><ref name="cell"/></start>
      <define name="cell"><element name="th">
        <attribute name="id"><data type="NCName"/></attribute>
        <optional><attribute name="colspan"><data type="positiveInteger"/></attribute></optional>
        <optional><attribute name="scope"><choice><value>row</value><value>col</value></choice></attribute></optional>
        <text/>
      </element></define>
    </grammar>
    """#

  private func schema(
    _ role: Schema.Role = .document, page: String = page, cell: String = cell
  ) throws -> Schema {
    try Schema("s/page.rng", as: role) { path in
      ["s/page.rng": page, "s/parts/cell.rng": cell][path].map { Array($0.utf8) }
    }
  }

  private func report(_ body: String, _ schema: Schema) throws -> [String] {
    let source = "<table xmlns='urn:page'>\(body)</table>"
    let document = try PublishedDocument(parsing: Array(source.utf8), file: "a")
    do {
      try document.validate(against: schema)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func acceptsWhatTheGrammarAndItsIncludesSay() throws {
    let body = "<caption>c</caption><tr><th id='a' scope='row' colspan='2'>x</th><th id='b'/></tr>"
    #expect(try report(body, schema()) == [])
  }

  @Test(
    "Names each mistake in one line",
    arguments: [
      (
        "<tr><th id='a' scop='row'/></tr>",
        "a:1:40: error: 'scop' is not an attribute of 'th'\n  hint: did you mean 'scope'?"
      ),
      (
        "<tr><th id='a' scope='rw'/></tr>",
        "a:1:40: error: 'rw' is not a value for 'scope' of 'th'\n  hint: did you mean 'row'?"
      ),
      (
        "<tr><th id='a' colspan='0'/></tr>",
        "a:1:40: error: '0' is not a value for 'colspan' of 'th'"
      ),
      ("<tr><th/></tr>", "a:1:29: error: 'th' lacks the attribute 'id'"),
      ("<tr><th id='1'/></tr>", "a:1:29: error: 'id' of 'th' has a wrong value"),
      (
        "<tr><td/></tr>",
        "a:1:29: error: 'td' is not an element of the schema\n  hint: did you mean 'th'?"
      ),
      ("<tr><caption/></tr>", "a:1:29: error: 'caption' is not allowed in 'tr'"),
      (
        "<tr><th id='a'/></tr><caption/>",
        "a:1:46: error: 'caption' is not allowed at this place in 'table'"
      ),
      ("<tr>x</tr>", "a:1:25: error: text is not allowed in 'tr'"),
      ("<tr/>", "a:1:25: error: 'tr' lacks a 'th'"),
      (
        "<tr xmlns=''/>",
        "a:1:25: error: 'tr' has no namespace\n  hint: declare the default namespace on the root"
      ),
    ])
  func names(body: String, mistake: String) throws {
    let found = try report(body, schema())
    #expect(found == [mistake])
  }

  @Test func reportsAllMistakesOfADocument() throws {
    let body = "<tr>\n<th id='a' x=''/>\n</tr><tr>\n<b/></tr>"
    #expect(try report(body, schema()).count == 2)
  }

  @Test func aRoleDecidesTheRoot() throws {
    let row = try PublishedDocument(
      parsing: Array("<tr xmlns='urn:page'><th id='a'/></tr>".utf8), file: "a")
    #expect(try schema(.fragment).mistakes(in: row).isEmpty)
    #expect(try schema(.template).mistakes(in: row).isEmpty)
    #expect(try schema().mistakes(in: row).map(\.message) == ["'tr' is not allowed as the root"])
  }

  @Test func onlyTemplatesMayHaveHolesInTypedValues() throws {
    let body = "<tr><th id='{{}}' colspan='{{}}' scope='{{}}'/></tr>"
    #expect(try report(body, schema(.template)) == [])
    #expect(try report(body, schema()).isEmpty == false)
    #expect(
      try report("<tr><th id='{{}}' scope='rw'/></tr>", schema(.template)) == [
        "a:1:43: error: 'rw' is not a value for 'scope' of 'th'\n  hint: did you mean 'row'?"
      ])
  }

  @Test(
    "Schemas of one grammar say the same together as each alone",
    arguments: [
      "<table xmlns='urn:page'><tr><th id='a'/></tr></table>", "<tr xmlns='urn:page'/>",
      "<tr xmlns='urn:page'><th id='a' colspan='2'/></tr>", "<th xmlns='urn:page' id='a'/>",
      "<table xmlns='urn:page'><tr><th id='{{}}' colspan='1'/></tr></table>",
      "<table xmlns='urn:page'><tr><th id='&#123;{}}'/></tr></table>",
      "<table xmlns='urn:page'><tr><th id='a'>{{}}</th></tr></table>",
      "<table xmlns='urn:page'><tr><th id='a' colspan='0'/><td/></tr></table>",
    ])
  func rolesTogether(text: String) throws {
    let roles: [Schema.Role] = [.document, .template, .fragment]
    let together = try Schema.schemas("s/page.rng", as: roles) { path in
      ["s/page.rng": Self.page, "s/parts/cell.rng": Self.cell][path].map { Array($0.utf8) }
    }
    let document = try PublishedDocument(parsing: Array(text.utf8), file: "a")
    for (role, schema) in zip(roles, together) {
      #expect(try schema.mistakes(in: document) == self.schema(role).mistakes(in: document))
    }
  }

  @Test(
    "Reports a grammar's mistakes where they stand",
    arguments: [
      (
        "<define name=\"cell\">", "<define name=\"cel\">",
        "s/page.rng:8:57: error: 'cell' is used here and defined nowhere"
      ),
      ("<start>", "<begin>", "s/parts/cell.rng:3:"),
      ("positiveInteger", "positive", "s/parts/cell.rng:6:"),
      (
        "<text/>", "<externalRef href='http://example.com/'/>",
        "s/parts/cell.rng:8:5: error: 'externalRef' is not used"
      ),
      (
        "<text/>", "<grammar><include href='/etc/passwd'/></grammar>",
        "s/parts/cell.rng:8:5: error: 'grammar' is not used"
      ),
      (
        "<text/>", "<optional><include href='../../pipe'/></optional>",
        "s/parts/cell.rng:8:15: error: 'include' is not used"
      ),
    ])
  func refusesGrammars(old: String, new: String, report: String) throws {
    let error = try #require(throws: XMLError.self) {
      try schema(cell: Self.cell.replacing(old, with: new))
    }
    #expect(error.diagnostics.contains { "\($0)".hasPrefix(report) }, "\(error.diagnostics)")
  }

  @Test func refusesAnIncludeThatIsNotThereOrGoesRound() throws {
    let missing = try #require(throws: XMLError.self) {
      try schema(page: Self.page.replacing("parts/cell.rng", with: "x.rng"))
    }
    #expect(missing.diagnostics.map(\.message) == ["'s/x.rng' is not there"])
    let round = try #require(throws: XMLError.self) {
      try schema(page: Self.page.replacing("parts/cell.rng", with: "page.rng"))
    }
    #expect(round.diagnostics.map(\.message) == ["'s/page.rng' includes itself"])
  }

  @Test func namesThatWereNotExpectedChangeNoVerdict() throws {
    let names = ["table", "caption", "tr", "th", "id", "colspan", "scope"]
    let files = ["s/page.rng": Self.page, "s/parts/cell.rng": Self.cell]
    let bodies = [
      "<tr><th id='a'/></tr>", "<caption/><tr><th id='a' scope='row'/></tr>", "<caption/>", "",
      "<tr><th id='a' colspan='0'/></tr>", "<tr><td/></tr>", "<tr><th scope='row'/></tr>",
    ]
    let whole = try bodies.map { try report($0, schema()) }
    for subset in 0..<(1 << names.count) {
      let expected = Set(names.indices.filter { subset >> $0 & 1 == 1 }.map { names[$0] })
      let schemas = try Schema.schemas(
        "s/page.rng", as: [.template, .document], expecting: expected
      ) { files[$0].map { Array($0.utf8) } }
      #expect(try bodies.map { try report($0, schemas[1]) } == whole, "\(expected.sorted())")
    }
  }

  @Test func aMistakeThatNothingLeadsToIsFoundWhateverIsExpected() {
    let page = Self.page.replacing(
      "</grammar>",
      with: "<define name='x'><element name='y'><ref name='z'/></element></define></grammar>")
    #expect(throws: XMLError.self) {
      try Schema.schemas("s/page.rng", as: [.template], expecting: ["table", "tr"]) { path in
        ["s/page.rng": page, "s/parts/cell.rng": Self.cell][path].map { Array($0.utf8) }
      }
    }
  }

  @Test func manyThreadsShareOneSchema() async throws {
    let schema = try schema()
    let row = "<tr><th id='a' colspan='3' scope='col'>x</th></tr>"
    let source = Array("<table xmlns='urn:page'>\(String(repeating: row, count: 50))</table>".utf8)
    let mistakes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          schema.mistakes(in: try PublishedDocument(parsing: source, file: "a")).count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(mistakes == 0)
  }
}
