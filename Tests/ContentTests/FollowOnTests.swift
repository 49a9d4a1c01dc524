import Content
import Diagnostics
import Testing

/// One mistake is one finding: what follows from it elsewhere is noise.
@Suite("Follow-on findings")
struct FollowOnTests {
  private static let good = [
    "site.yaml": "title: T\ntagline: T\ndescription: T\nupdated: 2026-01-01\nlicence: T\n",
    "sources.yaml": "sources:\n  - {id: page, title: T, publisher: P, read: 2026-01-01}\n",
    "rate-cards/p.yaml": """
    name: P
    summary: S
    offers:
      - id: o
        name: O
        rates:
          - {from: 2026-01-01, source: page, usd_per_request: 1}
    """,
    "scenarios/s.yaml": """
    title: T
    question: Q
    summary: S
    workloads: [{id: w, name: W, requests: 3}]
    offers: [{offer: o}]
    """,
  ]

  private func messages(_ changes: [String: String?]) -> [String] {
    let files = Self.good.merging(changes.mapValues { $0 ?? "" }) { _, new in new }
    var loader = ContentLoader()
    _ = loader.load(
      files.filter { changes[$0.key] != .some(nil) }.map {
        SiteFile(path: "content/\($0.key)", bytes: Array($0.value.utf8))
      })
    return loader.diagnostics.map(\.message)
  }

  @Test func theSampleIsRight() { #expect(messages([:]) == []) }

  @Test func aRateCardWithoutASummaryStillHasItsOffers() {
    let card = Self.good["rate-cards/p.yaml"]?.replacing("summary: S\n", with: "")
    #expect(messages(["rate-cards/p.yaml": card]) == ["'summary' is missing from this rate card"])
  }

  @Test func anOfferWithoutANameIsStillKnown() {
    let card = Self.good["rate-cards/p.yaml"]?.replacing("    name: O\n", with: "")
    #expect(messages(["rate-cards/p.yaml": card]) == ["'name' is missing from this offer"])
  }

  @Test func withoutAListOfSourcesNoCitationIsBlamed() {
    #expect(messages(["sources.yaml": nil]) == ["the file is missing"])
  }

  @Test(
    "Offers of a card that cannot be read are nobody else's mistake",
    arguments: [
      ("name: P", "name: P\nname: P"), ("summary: S", "\tsummary: S"), ("offers:", "ofers:"),
      ("id: o", "idd: o"), ("name: P", "name: P\nthe: end: here"), ("name: P", "name: \u{7}"),
    ])
  func unreadableCard(good: String, bad: String) {
    let card = Self.good["rate-cards/p.yaml"]?.replacing(good, with: bad)
    let blamed = messages(["rate-cards/p.yaml": card]).filter { $0.contains("'o'") }
    #expect(messages(["rate-cards/p.yaml": card]) != [])
    #expect(blamed == [])
  }

  @Test("Nor are those of a card with a wrong name", arguments: ["P Cloud.yaml", "p.yml"])
  func misnamedCard(name: String) {
    let changes = ["rate-cards/p.yaml": nil, "rate-cards/\(name)": Self.good["rate-cards/p.yaml"]]
    #expect(messages(changes).count == 1)
  }

  @Test func anOfferThatNoCardMentionsIsBlamedAllTheSame() {
    let card = Self.good["rate-cards/p.yaml"]?.replacing("summary: S", with: "sumary: S")
    let scenario = Self.good["scenarios/s.yaml"]?.replacing("offer: o", with: "offer: other")
    let messages = messages(["rate-cards/p.yaml": card, "scenarios/s.yaml": scenario])
    #expect(
      messages == [
        "'sumary' is not a key of this rate card", "'other' is not an offer of any rate card",
      ])
  }

  @Test func aSourceWithAMistakeIsStillCited() {
    let sources = Self.good["sources.yaml"]?.replacing("title: T, ", with: "")
    #expect(messages(["sources.yaml": sources]) == ["'title' is missing from this source"])
  }

  @Test(
    "Claims about what cannot be read are nobody else's mistake",
    arguments: [
      ("rate-cards/p.yaml", "name: P", "name: P\nname: P"),
      ("rate-cards/p.yaml", "usd_per_request: 1", "usd_per_request: $1"),
      ("scenarios/s.yaml", "question: Q", "quest: Q"),
      ("scenarios/s.yaml", "title: T", "\ttitle: T"),
    ])
  func claims(file: String, good: String, bad: String) {
    let claims = """
      source: page
      claims:
        - id: c
          quote: three
          says: A request costs three dollars.
          published: {value: 3, unit: usd/requests}
          formula:
            - {offer: o, rate: request}
        - id: d
          quote: three
          says: Three requests cost three dollars.
          published: {value: 3, unit: usd}
          formula:
            - invoice: {scenario: s, offer: o, workload: w}
      """
    #expect(messages(["claims/page.yaml": claims]) == [])
    let mistaken = messages([
      "claims/page.yaml": claims, file: Self.good[file]?.replacing(good, with: bad),
    ])
    #expect(!mistaken.isEmpty)
    #expect(
      mistaken == messages([file: Self.good[file]?.replacing(good, with: bad)]))
  }

  @Test func aScenarioWithMistakesStillHasItsPlaceInTheOrder() {
    let site = (Self.good["site.yaml"] ?? "") + "scenario_order: [s]\n"
    #expect(messages(["site.yaml": site, "scenarios/s.yaml": "title: \u{7}\n"]).count == 1)
    #expect(
      messages(["site.yaml": site, "scenarios/s.yaml": nil]) == [
        "'s' is not a scenario of this site"
      ])
    let twice = site.replacing("[s]", with: "[s, s]")
    #expect(messages(["site.yaml": twice]) == ["'s' is listed twice"])
  }
}
