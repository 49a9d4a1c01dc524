import Templates
import TestSupport
import Testing
import XML

@Suite("Remembered structures and libxml2")
struct StructureProofTests {
  /// How often something happened that the test is about.
  private struct Tally {
    var sets = 0
    var documents = 0
    var invalid = 0
    var notValidated = 0
  }

  @Test(
    "Accept and refuse the same documents, whatever the schema, the templates and the data",
    arguments: 1...4)
  func agree(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    var tally = Tally()
    while tally.sets < 50 {
      let grammar = RandomGrammar(using: &random)
      let template = RandomTemplate(grammar, using: &random)
      try await compare(grammar, template, &random, &tally)
    }
    // What the test would be worth nothing without.
    #expect(tally.invalid > 200 && tally.notValidated > 200, "\(tally)")
  }

  private func compare(
    _ grammar: RandomGrammar, _ template: RandomTemplate, _ random: inout SplitMix,
    _ tally: inout Tally
  ) async throws {
    let source = grammar.text
    let schemas = try Schema.schemas("g.rng", as: [.template, .document, .fragment]) { _ in
      Array(source.utf8)
    }
    let entries = [
      TemplateEntry("main.xhtml", Specimen.self), TemplateEntry("part.xhtml", Specimen.Item.self),
    ]
    let profiles = TemplateSet.Profiles(page: schemas[0], chart: schemas[0])
    guard
      let set = try? await TemplateSet(
        BoundTemplates(files: template.files, entries: entries), profiles: profiles)
    else { return }
    tally.sets += 1
    let main = set.template("main.xhtml", for: Specimen.self)
    let part = set.template("part.xhtml", for: Specimen.Item.self)
    let memory = StructureMemory()
    var document = RenderedDocument()
    for _ in 0..<24 {
      var data = RandomData(random)
      var specimen = data.specimen()
      if data.chance(50) {
        specimen.body = data.chance(50) ? part.fragment(data.item()) : data.parsed(schemas[2])
      }
      random = data.random
      document.removeAll()
      memory.begin(&document)
      main.render(specimen, into: &document)
      let parsed = try PublishedDocument(parsing: document.bytes, file: "a.html")
      let isValid = schemas[1].mistakes(in: parsed).isEmpty
      let findings = memory.check(document, path: "a.html", by: schemas[1], isPage: false)
      #expect(
        findings.isEmpty == isValid,
        "\(schemas[1].mistakes(in: parsed).map(\.message))\n\(source)\n\(template.files.map { "\($0.path) " + String(decoding: $0.text, as: UTF8.self) })\n\(String(decoding: document.bytes, as: UTF8.self))"
      )
      tally.documents += 1
      tally.invalid += isValid ? 0 : 1
    }
    tally.notValidated += 24 - memory.validated
  }
}

/// Data for random templates.
private struct RandomData {
  var random: SplitMix

  init(_ random: SplitMix) { self.random = random }

  mutating func chance(_ percent: Int) -> Bool { random.int(in: 1...100) <= percent }

  /// Mostly what suits every type, since a document with one wrong value teaches nothing.
  private mutating func text() -> String {
    if chance(85) { return "7" }
    let texts = ["", " ", "x", "0", "12", "-3.50", "1.2.3", "red", "2026-10", "26-10", "77"]
    return texts[random.int(in: 0...texts.count - 1)]
  }

  private mutating func maybe() -> String? { chance(70) ? text() : nil }

  /// Few items more often than many, so that all counts up to three meet; of many some repeat.
  private mutating func list<Part>(_ part: (inout Self) -> Part) -> [Part] {
    let count = random.int(in: chance(85) ? 0...3 : 4...4)
    return (0..<count).map { _ in part(&self) }
  }

  mutating func item() -> Specimen.Item {
    Specimen.Item(
      text: text(), maybe: maybe(), flag: chance(50),
      items: list { .init(text: $0.text(), maybe: $0.maybe(), flag: $0.chance(50)) })
  }

  mutating func specimen() -> Specimen {
    Specimen(
      text: text(), maybe: maybe(), flag: chance(50), sub: chance(50) ? item() : nil,
      items: list { $0.item() })
  }

  mutating func parsed(_ schema: Schema) -> Fragment? {
    let markup = ["", "text", "<b/>", "<c/><b/>", "<d/>"][random.int(in: 0...4)]
    return try? Fragment(parsing: markup, file: "a.md", schema: schema)
  }
}
