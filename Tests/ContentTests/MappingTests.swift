import Content
import Diagnostics
import Pricing
import TestSupport
import Testing

@Suite("Reading a mapping by its shape")
struct MappingTests {
  static let card = """
    # A rate card.
    name: Example Cloud
    note: |
      Prices & terms *change*.
      Ask before you buy!
    free-tokens: 20M
    open: true
    logo: images/logo.svg
    regions: [eu-west, us-east]
    aliases:
      big: "Big \\"one\\""
    offers:
    - id: example-h100
      meter: time
      usd-per-hour: 4 to 8
      usd-per-gigabyte: 0.10
      replicas: 1 to 4
      cold-start: not stated
      idle-timeout: 1.5 min
      busy: 40 % to 60 %
      discount: 12.5 %
      source: {url: "https://example.com/x", read-on: 2026-11-20}
    - {id: example-tokens, meter: tokens}

    """

  @Test func readsEveryKindWithItsPlace() throws {
    let (mapping, findings) = try Example.read(Self.card)
    #expect(findings.isEmpty)
    let card = try #require(mapping)
    #expect(card.text("name") == Located("Example Cloud", at: place(2, 7)))
    #expect(card.text("note")?.value == "Prices & terms *change*.\nAsk before you buy!\n")
    #expect(card.count("free-tokens")?.value == 20_000_000)
    #expect(card.boolean("open")?.value == true)
    #expect(card.path("logo")?.value.text == "images/logo.svg")
    #expect(card.texts("regions").map(\.location) == [place(9, 11), place(9, 20)])
    #expect(card.entries("aliases").map(\.key.value) == ["big"])
    #expect(card.entries("aliases").map(\.value.value) == [.text("Big \"one\"")])

    let offer = try #require(card.mappings("offers").first)
    #expect(offer.location == place(13, 3))
    #expect(offer.decimalRange("usd-per-hour")?.value == .range(try decimal("4")...decimal("8")))
    #expect(offer.decimal("usd-per-gigabyte")?.value == (try decimal("0.1")))
    #expect(offer.countRange("replicas")?.value == .range(1...4))
    #expect(offer.durationRange("cold-start")?.value == .notStated)
    #expect(offer.duration("idle-timeout")?.value == .seconds(90))
    #expect(offer.percentRange("busy")?.value == .range(try decimal("0.4")...decimal("0.6")))
    #expect(offer.percent("discount")?.value == (try decimal("0.125")))
    #expect(
      offer.mapping("source")?.date("read-on")?.value == (try CalendarDate(reading: "2026-11-20")))
    #expect(
      card.mappings("offers").map { $0.text("id")?.value } == ["example-h100", "example-tokens"])
  }

  @Test func tellsWhereAKeyStandsOrWouldStand() throws {
    let card = try #require(try Example.read("name: A\noffers: [{id: a, meter: time}]\n").mapping)
    #expect(card.has("name"))
    #expect(!card.has("note"))
    #expect(card.location(of: "offers") == place(2, 1))
    #expect(card.location(of: "note") == place(1, 1))
    #expect(card.texts("regions").isEmpty)
  }

  @Test func reportsEveryMistakeAtOnce() throws {
    let texts = [
      (
        "every-mistake.yaml",
        """
        nmae: Example
        free-tokens: 20 million
        open: yes
        logo: ../secret
        regions: eu-west
        note:
        aliases:
          Big One: x
        offers:
        - id: Example
          meter: tokns
          usd-per-hour: $4-8
          cold-start: 3s
          source:
            url: example.com
            pages: 3
        - just a text
        - id: [a]
          meter: ~
          discount: 10%

        """
      ),
      ("a-list.yaml", "- a\n- b\n"), ("a-text.yaml", "hello\n"),
      ("escapes.yaml", "name: \"a\\x07b\"\n"), ("empty-list.yaml", "name: a\noffers: []\n"),
    ]
    let report = try Example.report(texts) { source, findings in
      _ = Mapping.read(source, as: Example.card, into: &findings)
    }
    try expectGolden(report, "mapping-mistakes.txt")
  }

  @Test func stopsTheProgramThatAsksForAnUndeclaredKey() async {
    await #expect(processExitsWith: .failure) {
      var findings: [Diagnostic] = []
      let text = try #require(SourceText(Array("v: 1".utf8), file: "a", into: &findings))
      let shape = Shape("sample", "One value.", [Field("v", .count, .required, "A value.")])
      _ = Mapping.read(text, as: shape, into: &findings)?.count("w")
    }
  }

  private func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "card.yaml", line: line, column: column)
  }

  private func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(text) }
}
