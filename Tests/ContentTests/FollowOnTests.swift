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
}
