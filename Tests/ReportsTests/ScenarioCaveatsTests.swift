import Content
import Pricing
import Templates
import Testing

@testable import Reports

@Suite("What a reader has to know before believing a scenario")
struct ScenarioCaveatsTests {
  private static let files = [
    "content/site.yaml": """
    title: Small
    tagline: A small site
    description: A site for tests.
    updated: 2026-11-21
    licence: CC BY 4.0
    """,
    "content/sources.yaml": """
    sources:
      - {id: article, title: An article, publisher: alpha, read: 2026-11-21}
      - {id: list, title: A price list, publisher: Alpha, read: 2026-11-21}
      - {id: other, title: Another article, publisher: Somebody, read: 2026-11-21}
    """,
    "content/rate-cards/beta.yaml": """
    name: Beta
    summary: Sells hours.
    offers:
      - id: b
        name: Beta GPU
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 4 to 8, source: other, quote: $4 to $8 an hour}]
    """,
    "content/scenarios/small.yaml": """
    title: A scenario
    question: What?
    summary: It matters.
    workloads:
      - {id: w, name: Work, tokens: 1M, hours: 50 h, runs: 1, evidence: {hours: {source: other, quote: assuming 50 hours}}}
    offers: [{offer: a}, {offer: b}]
    """,
  ]

  /// The caveats of a scenario in which Alpha wins, by the sources of its price and of Beta's, and
  /// those that the page lists.
  private func caveats(
    claims: String, alpha: String = "other", beta: String = "other", rules: String = "",
    scenario: String? = nil, listing sources: [String] = []
  ) throws -> ScenarioCaveats {
    var files = Self.files
    if let scenario { files["content/scenarios/small.yaml"] = scenario }
    files["content/rate-cards/beta.yaml"] = files["content/rate-cards/beta.yaml"]
      .map { $0.replacing("source: other", with: "source: \(beta)") + rules }
    files["content/rate-cards/alpha.yaml"] = """
      name: Alpha
      summary: Sells hours.
      offers:
        - id: a
          name: Alpha GPU
          rates: [{from: 2026-01-01, usd_per_gpu_hour: 2, source: \(alpha), quote: $2 an hour}]
      """
    files["content/claims/other.yaml"] = "source: other\nclaims:\n\(claims)"
    var loader = ContentLoader()
    let content = loader.load(files.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(loader.diagnostics == [])
    let loaded = try #require(content)
    let priced = try loaded.scenarios.map { PricedDocument($0, try $0.scenario.priced()) }
    let listed = loaded.claims.flatMap(\.claims).map(\.claim)
    let evidence = ClaimEvidence(
      offers: loaded.rateCards.flatMap(\.offers).map(\.offer), scenarios: priced.map(\.priced),
      claims: listed)
    let context = SiteContext(
      content: loaded, scenarios: [], priced: priced,
      claims: try listed.map { try $0.audited(by: evidence) }, baseURL: nil)
    return ScenarioCaveats(
      ScenarioView(try #require(priced.first), in: context),
      listing: sources.compactMap { loaded.source($0) })
  }

  private func claim(_ id: String, quote: String, published: Int, computed: Int) -> String {
    """
      - id: \(id)
        quote: \(quote)
        says: It is \(published).
        published: {value: \(published), unit: h}
        formula: [{value: \(computed), unit: h, name: it, source: list}]

    """
  }

  @Test func marksTheInputsThatRestOnFiguresThatDoNotComeOut() throws {
    let caveats = try caveats(
      claims: claim("hours", quote: assuming(50), published: 50, computed: 10)
        + claim("price", quote: "it costs $4 to $8 an hour", published: 7, computed: 8)
        + claim("both", quote: "$4 to $8 an hour (assuming 50 hours)", published: 1, computed: 2))
    #expect(
      caveats.doubts.map(\.inputs) == ["Beta GPU", "Beta GPU, hours of Work", "hours of Work"])
    #expect(
      caveats.doubts.map(\.claim.link)
        == ["claim_price", "claim_both", "claim_hours"].map {
          .file(SitePaths.claims, anchor: $0)
        })
    #expect(caveats.doubts.last?.published == "50\u{A0}h")
    #expect(caveats.doubts.last?.computed == "10\u{A0}h")
    #expect(caveats.doubts.last?.verdict == "Off by 40\u{A0}h")
    #expect(
      caveats.summary
        == "In doubt: Beta GPU and hours of Work, about which a published figure does not come out")
  }

  @Test(
    "Says what speaks against an input: other figures, what is computed here, or nothing but itself",
    arguments: [
      ("claim: price", "In doubt: hours of Work, which other published figures contradict"),
      (
        "value: 10, unit: h, name: it, source: list",
        "In doubt: hours of Work, about which a published figure does not come out"
      ),
      (
        "value: not stated, unit: h, name: it",
        "In doubt: hours of Work, which nothing here bears out"
      ),
    ])
  func kinds(term: String, summary: String) throws {
    let caveats = try caveats(
      claims: claim("price", quote: "a day is 8 hours long", published: 8, computed: 8) + """
          - id: hours
            quote: \(assuming(50))
            says: It is 50.
            published: {value: 50, unit: h}
            formula: [{\(term)}]

        """)
    #expect(caveats.summary == summary)
  }

  @Test(
    "A rule that other figures contradict is in doubt, unless the scenario has another",
    arguments: [
      ("", "In doubt: how Beta bills time, about which a published figure does not come out"),
      (", scaling: {billed: {idle_tail: billed}}", nil),
    ])
  func rules(own: String, summary: String?) throws {
    let caveats = try caveats(
      claims: claim("free", quote: "waiting is free", published: 0, computed: 1),
      rules: "\n    scaling: {idle_timeout: 60 s, billed: {idle_tail: free}, "
        + "evidence: {idle_tail: {source: other, quote: waiting is free}}, source: list, quote: so}",
      scenario: Self.files["content/scenarios/small.yaml"]?
        .replacing("{offer: b}", with: "{offer: b\(own)}"))
    #expect(caveats.summary == summary)
  }

  @Test("What is asked for is not in doubt, whatever is published about as much")
  func asked() throws {
    let caveats = try caveats(
      claims: claim("hours", quote: assuming(50), published: 50, computed: 10),
      scenario: Self.files["content/scenarios/small.yaml"]?.replacing("tokens: 1M, ", with: ""))
    #expect(caveats.doubts.map(\.inputs) == [])
  }

  @Test("A price that nobody can compute is still what its seller says")
  func openPrices() throws {
    let caveats = try caveats(
      claims: """
          - id: price
            quote: $4 to $8 an hour
            says: It is so.
            published: {value: 4 to 8, unit: usd/h}
            formula: [{value: not stated, unit: usd/h, name: it}]

        """)
    #expect(caveats.summary == nil)
  }

  private func assuming(_ hours: Int) -> String { "assuming \(hours) hours" }

  @Test(
    "Leaves inputs alone that no failing claim is about",
    arguments: [("assuming 50 hours", 50), ("assuming 60 hours", 10), ("50 hours a week", 10)])
  func noDoubt(quote: String, computed: Int) throws {
    let caveats = try caveats(
      claims: claim("hours", quote: quote, published: 50, computed: computed))
    #expect(caveats.doubts.map(\.inputs) == [])
    #expect(caveats.summary == nil)
  }

  @Test(
    "Says when the publisher of figures sells what wins",
    arguments: [
      ("other", "article", true), ("list", "article", true), ("other", "list", true),
      // A provider's list of its own prices is nothing to remark on.
      ("list", "other", false), ("other", "other", false),
    ])
  func interests(alpha: String, beta: String, isSaid: Bool) throws {
    let caveats = try caveats(
      claims: claim("hours", quote: "so", published: 50, computed: 50), alpha: alpha, beta: beta)
    #expect(
      caveats.remarks
        == (isSaid
          ? [
            "Alpha published a source of these figures and sells what is cheapest here: Alpha GPU."
          ]
          : []))
  }

  @Test(
    "Counts the publisher's sources as the page lists them, whatever rests on them",
    arguments: [
      (["other", "article"], "a source"), (["article", "other", "list"], "2 sources"),
      (["other"], "a source"),
    ])
  func counts(listed: [String], words: String) throws {
    let caveats = try caveats(
      claims: claim("hours", quote: "so", published: 50, computed: 50), beta: "article",
      listing: listed)
    #expect(
      caveats.remarks == [
        "Alpha published \(words) of these figures and sells what is cheapest here: Alpha GPU."
      ])
  }
}
