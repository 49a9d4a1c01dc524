import Templates
import Testing
import XML

@Suite("What a structure depends on")
struct StructureRuleTests {
  /// Documents of one template, some of which look like mixtures of those before.
  struct Case: CustomTestStringConvertible {
    let testDescription: String

    /// What the grammar says about the element `r`.
    let content: String

    /// The template; `@` stands for what every root carries.
    let template: String
    let documents: [(specimen: Specimen, isValid: Bool)]
  }

  @Test func parsedMarkupCountsExactlyWhereLessIsAllowedThanWhereItWasParsed() async throws {
    let set = try schemas(
      "<zeroOrMore><ref name='b'/></zeroOrMore>",
      fragment: "<element name='div'><zeroOrMore><choice><ref name='b'/><ref name='c'/></choice>"
        + "</zeroOrMore></element>")
    let template = try await template("<r @ t:fragment='specimen.body'/>", set)
    let memory = StructureMemory()
    for (markup, isValid) in [("<b/>", true), ("<c/>", false), ("<b/><b/>", true)] {
      var document = RenderedDocument()
      let body = try Fragment(parsing: markup, file: "a.md", schema: set[2])
      template.render(Specimen(body: body), into: &document)
      let findings = memory.check(document, path: "r.html", by: set[1], isPage: false)
      #expect(findings.isEmpty == isValid, "\(markup)")
    }
  }

  @Test("Is all that a schema can object to", arguments: cases)
  func agrees(example: Case) async throws {
    let set = try schemas(example.content, fragment: "<ref name='b'/>")
    let template = try await template(example.template, set)
    let memory = StructureMemory()
    for (specimen, isValid) in example.documents {
      var document = RenderedDocument()
      template.render(specimen, into: &document)
      let findings = memory.check(document, path: "r.html", by: set[1], isPage: false)
      #expect(findings.isEmpty == isValid, "\(String(decoding: document.bytes, as: UTF8.self))")
    }
  }

  private func schemas(_ content: String, fragment: String) throws -> [Schema] {
    let empty = ["b", "c"].map {
      "<define name='\($0)'><element name='\($0)'><empty/></element></define>"
    }
    let grammar = """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="\(Markup.xhtml)"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start><ref name="document"/></start>
        <define name="document"><element name="r">\(content)</element></define>
        <define name="fragment">\(fragment)</define>\(empty.joined())
      </grammar>
      """
    return try Schema.schemas("g.rng", as: [.template, .document, .fragment]) { _ in
      Array(grammar.utf8)
    }
  }

  private func template(_ text: String, _ schemas: [Schema]) async throws -> Template<Specimen> {
    try await TemplateSet(
      BoundTemplates(
        files: [TemplateFile(path: "r.xhtml", text: text.replacing("@", with: root("Specimen")))],
        entries: [TemplateEntry("r.xhtml", Specimen.self)]),
      profiles: TemplateSet.Profiles(page: schemas[0], chart: schemas[0])
    ).template("r.xhtml", for: Specimen.self)
  }

  private static func items(_ flags: Bool...) -> Specimen {
    Specimen(items: flags.map { Specimen.Item(flag: $0) })
  }

  static let cases: [Case] = [
    Case(
      testDescription: "The exact length of a list whose items have several places",
      content: "<ref name='b'/><optional><ref name='b'/><ref name='b'/></optional>",
      template: "<r @><b t:for='item in specimen.items'/></r>",
      documents: [(items(true, true, true), true), (items(true, true), false)]),
    Case(
      testDescription: "Whether a list is empty",
      content: "<oneOrMore><ref name='b'/></oneOrMore>",
      template: "<r @><b t:for='item in specimen.items'/></r>",
      documents: [
        (items(true), true), (items(true, true), true), (items(true, true, true), true),
        (Specimen(), false),
      ]),
    Case(
      testDescription: "How many items pass a condition",
      content: "<oneOrMore><ref name='b'/></oneOrMore>",
      template: "<r @><b t:for='item in specimen.items' t:if='item.flag'/></r>",
      documents: [
        (items(true, true), true), (items(true, false), true), (items(false, false), false),
      ]),
    Case(
      testDescription: "The values of a type",
      content: "<attribute name='k'><data type='decimal'/></attribute>",
      template: "<r @ k='{{ specimen.text }}'/>",
      documents: [
        (Specimen(text: "1"), true), (Specimen(text: "-2.50"), true),
        (Specimen(text: "1.2.3"), false), (Specimen(text: ""), false), (Specimen(text: "-"), false),
        (Specimen(text: "1."), true), (Specimen(text: "."), false),
      ]),
    Case(
      testDescription: "Digits where the type counts or names them",
      content: "<attribute name='k'><data type='string'>"
        + "<param name='pattern'>[0-9]{4}-[0-9]{2}|7x</param></data></attribute>",
      template: "<r @ k='{{ specimen.text }}'/>",
      documents: [
        (Specimen(text: "2026-10"), true), (Specimen(text: "1999-01"), true),
        (Specimen(text: "199-01"), false), (Specimen(text: "7x"), true),
        (Specimen(text: "8x"), false),
      ]),
    Case(
      testDescription: "Zeros in front of more digits than a decimal may have",
      content: "<attribute name='k'><data type='decimal'/></attribute>",
      template: "<r @ k='{{ specimen.text }}'/>",
      documents: [
        (Specimen(text: String(repeating: "0", count: 29) + "1"), true),
        (Specimen(text: String(repeating: "1", count: 30)), false),
      ]),
    Case(
      testDescription: "Which of two patterns of one name an element follows",
      content: "<choice><group><element name='a'><attribute name='k'><value>7</value></attribute>"
        + "</element><ref name='b'/></group>"
        + "<element name='a'><attribute name='k'><value>x</value></attribute></element></choice>",
      template: "<r @><a k='{{ specimen.text }}'/><b t:if='specimen.flag'/></r>",
      documents: [
        (Specimen(text: "7", flag: true), true), (Specimen(text: "x"), true),
        (Specimen(text: "x", flag: true), false), (Specimen(text: "7"), false),
      ]),
    Case(
      testDescription: "Whether there is text that goes with an element only",
      content: "<optional><ref name='b'/><text/></optional>",
      template: "<r @><b t:if='specimen.flag'/>{{ specimen.text }}</r>",
      documents: [
        (Specimen(text: "x", flag: true), true), (Specimen(), true),
        (Specimen(text: " \n"), true), (Specimen(text: "x"), false),
      ]),
    Case(
      testDescription: "Attributes that decide about children",
      content: "<optional><attribute name='k'/><ref name='b'/></optional>",
      template: "<r @ k='{{ specimen.maybe }}'><b t:if='specimen.flag'/></r>",
      documents: [
        (Specimen(maybe: "x", flag: true), true), (Specimen(), true),
        (Specimen(maybe: "x"), false), (Specimen(flag: true), false),
      ]),
    Case(
      testDescription: "Attributes that decide about each other",
      content: "<optional><attribute name='k'/><attribute name='flag'/></optional>",
      template: "<r @ k='{{ specimen.maybe }}' flag='{{ specimen.flag }}'/>",
      documents: [
        (Specimen(maybe: "x", flag: true), true), (Specimen(), true),
        (Specimen(maybe: "x"), false),
      ]),
    Case(
      testDescription: "Children that go together",
      content: "<optional><ref name='b'/><ref name='c'/></optional>",
      template: "<r @><b t:if='specimen.maybe'/><c t:if='specimen.flag'/></r>",
      documents: [
        (Specimen(maybe: "x", flag: true), true), (Specimen(), true),
        (Specimen(maybe: "x"), false),
      ]),
    Case(
      testDescription: "What a grammar says that no rule covers",
      content: "<interleave><ref name='b'/><optional><ref name='c'/></optional></interleave>",
      template: "<r @><c t:if='specimen.maybe'/><b t:if='specimen.flag'/></r>",
      documents: [
        (Specimen(maybe: "x", flag: true), true), (Specimen(flag: true), true),
        (Specimen(maybe: "x"), false),
      ]),
  ]
}
