import Foundation
import Site
import TestSupport
import Testing
import XML

/// What the shipped site makes of the figures that its sources publish.
@Suite("Claims of the shipped site")
struct ShippedClaimsTests {
  /// The keys of `data/claims.json` that others build on.
  private struct PublishedClaim: Decodable {
    var id: String
    var source: String
    var quote: String
    var says: String
    var unit: String
    var publishedLow: String?
    var publishedHigh: String?
    var computedLow: String?
    var computedHigh: String?
    var verdict: String
  }

  private static func claims() async throws -> [PublishedClaim] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      [PublishedClaim].self, from: Data(try await ShippedSite.text("data/claims.json").utf8))
  }

  @Test(
    "Figures that do not come out are seen not to",
    arguments: [
      ("serverless-high", "4000", "8000", "3200", "6400", "off by $800–1,600"),
      ("single-gpu-sufficient", "800", "800", "720", "720", "off by 80\u{A0}h"),
      ("dedicated-high", "1440", "1440", "2880", "2880", "off by $1,440"),
      (
        "managed-low-by-price-ranges", "150", "500", "2", "250",
        "not consistent with platform-openai, platform-anthropic"
      ),
      (
        "dedicated-above-100-hours", "100", nil, "180", "360",
        "not consistent with dedicated-low, serverless-low, hours-low"
      ),
      (
        "serverless-20-to-80-hours", "20", "80", "18.75", "360",
        "not consistent with managed-low, serverless-low, hours-low, dedicated-low"
      ),
      (
        "managed-below-100m", nil, "100", "1", "117.607372", "off by 17.61–99\u{A0}million tokens"
      ),
      (
        "below-a-thousand-a-million", "0.001", "0.001", "0.00005", "0.00005",
        "not consistent with managed-high"
      ),
      (
        "hours-high", "800", nil, "1000", "1000",
        "not consistent with serverless-high, serverless-low, hours-low"
      ),
    ] as [(String, String?, String?, String, String, String)])
  func fails(
    id: String, low: String?, high: String?, computedLow: String, computedHigh: String,
    verdict: String
  ) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect(claim.publishedLow == low)
    #expect(claim.publishedHigh == high)
    #expect(claim.computedLow == computedLow)
    #expect(claim.computedHigh == computedHigh)
    #expect(claim.verdict == verdict)
  }

  @Test(
    "Figures that come out are seen to",
    arguments: [
      "baseten-idle-month", "modal-quiet-month", "token-month", "fifteen-times-the-cost",
      "h100-by-the-second", "burst-by-the-second", "burst-kept-warm", "twenty-million-tokens",
      "session-tokens", "session-on-bytez", "session-on-lambda", "session-on-gpt-4o",
      "managed-low", "serverless-low", "dedicated-low", "managed-medium", "serverless-medium",
      "dedicated-medium", "managed-high",
    ])
  func comesOut(id: String) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect(claim.verdict == "reproduced")
    #expect(claim.computedLow != nil)
  }

  @Test func everyClaimSaysWhatAndWhere() async throws {
    let claims = try await Self.claims()
    #expect(claims.count >= 120)
    #expect(Set(claims.map(\.id)).count == claims.count)
    #expect(Set(claims.map(\.source)).count == 5)
    let page = try await ShippedSite.page("claims/index.html")
    for claim in claims {
      let entry = try #require(page.element(id: claim.id), "\(claim.id)")
      #expect(entry.wholeText.contains(claim.says), "\(claim.id)")
      let verdicts = entry.all { $0["class"] == "verdict" }.map(\.wholeText)
      #expect(verdicts.count == 1, "\(claim.id)")
      let word = try #require(claim.verdict.split(separator: " ").first).lowercased()
      #expect(verdicts.first?.lowercased().hasPrefix(word) == true, "\(claim.id)")
      #expect(entry.all { $0.name == "details" }.count == 1, "\(claim.id)")
      #expect(claim.says.hasSuffix("."), "\(claim.id)")
    }
  }

  @Test func countsItsVerdicts() async throws {
    let claims = try await Self.claims()
    let page = try await ShippedSite.page("claims/index.html")
    let table = try #require(page.root.all { $0["class"] == "rules verdicts" }.first)
    let shown = table.bodyRows.map { $0[1].wholeText }
    let counts = ["reproduced", "off by", "not consistent", "cannot be"].map { start in
      String(claims.count { $0.verdict.hasPrefix(start) })
    }
    #expect(shown == counts)
    #expect(page.root.wholeText.contains("\(counts[0]) of \(claims.count) published figures"))
  }

  @Test func aScenarioShowsTheClaimsThatAreAboutIt() async throws {
    let page = try await ShippedSite.scenario("monthly-tiers")
    let entries = page.root.all { $0["class"]?.hasPrefix("claim ") == true }
    #expect(entries.count == 9)
    let claim = try #require(entries.first { $0.wholeText.contains("800+ hours") })
    let values = claim.all { $0.name == "dd" }.map(\.wholeText)
    #expect(values == ["$4,000–8,000", "$3,200–6,400", "Off by $800–1,600"])
    #expect(claim.wholeText.contains("what 1,000 GPU-hours cost at the same rate"))
    let links = claim.all { $0.name == "a" }.compactMap { $0["href"] }
    #expect(links.contains("../../claims/index.html#serverless-high"))
  }

  @Test func theTableIsTheSameInEveryForm() async throws {
    let table = try await ShippedSite.table("claims")
    let claims = try await Self.claims()
    let (titles, texts) = (table.columns.map(\.title), table.texts)
    #expect(texts.map { $0[0] } == claims.map(\.says))
    #expect(texts.map { $0[3] } == claims.map { $0.verdict.replacing("\u{A0}", with: "\u{A0}") })
    #expect(CSVReader.records(try await ShippedSite.text("tables/claims.csv")) == [titles] + texts)
    #expect(
      MarkdownReader.rows(try await ShippedSite.text("tables/claims.md")) == [titles] + texts)
    let page = try await ShippedSite.page("tables/claims.html")
    let rows = try #require(page.element(id: table.table)).bodyRows
    #expect(rows.map { $0.map(\.wholeText) } == texts)
  }
}
