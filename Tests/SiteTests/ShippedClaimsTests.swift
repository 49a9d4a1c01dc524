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
    var toleranceLow: String
    var toleranceHigh: String
    var bound: String?
    var relation: String
    var kind: String
    var verdict: String
    var computedOpen: [String]
    var condition: Condition?

    struct Condition: Decodable {
      var holds: Bool?
    }
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
      ("sustained-favours-baseten", "6.5", "6.5", "3.95", "3.95", "not consistent with modal-rate"),
      ("lambda-memory", "16", "16", "10", "10", "off by 6\u{A0}GB"),
      ("meter-times-inference-time", "9", "9", "10", "10", "not consistent with ten-minutes"),
      ("hours-low-by-throughput", "50", "50", "5", "10", "not consistent with tokens-an-hour"),
      (
        "managed-low-by-price-ranges", "150", "500", "2", "250",
        "not consistent with platform-openai, platform-anthropic"
      ),
      (
        "dedicated-above-100-hours", "100", nil, "180", "360",
        "not consistent with dedicated-low, serverless-low, hours-low"
      ),
      (
        "managed-below-100m", nil, "100", "1", "96",
        "off by at least 4–99\u{A0}million tokens"
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
    "What is said of all offers is computed from all of them",
    arguments: [
      ("baseten-among-the-highest", "6.49", "6.49"), ("modal-above-dedicated", "1.99", "1.99"),
      ("on-demand-band", "1.99", "6.84"), ("managed-api-band", "0.06", "10"),
      ("platform-runpod", "0.576", "8.64"), ("platform-modal", "0.5904", "6.25"),
    ])
  func wholeSets(id: String, low: String, high: String) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect([claim.computedLow, claim.computedHigh] == [low, high])
  }

  @Test(
    "Figures that other evidence comes to are reproduced",
    arguments: [
      "baseten-idle-month", "modal-quiet-month", "h100-by-the-second", "burst-by-the-second",
      "burst-kept-warm", "twenty-million-tokens", "session-tokens", "session-on-bytez",
      "dedicated-low", "managed-medium", "serverless-medium",
      "dedicated-medium", "managed-high", "ten-minutes",
    ])
  func comesOut(id: String) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect(claim.kind == "reproduced")
    #expect(claim.computedLow != nil)
  }

  @Test(
    "Figures worked out from their own words are not",
    arguments: [
      "two-replicas-twice-the-rate", "managed-low", "serverless-low", "utilisation-80",
      "dedicated-hours", "hours-low", "hours-medium", "gmi-h100-rate", "baseten-rate",
      "two-replicas-double-the-cost", "ninety-per-cent-idle", "fifty-million-tokens",
      "session-speed", "burst-of-20-seconds", "ten-thousand-queries",
    ])
  func isRestated(id: String) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect(claim.kind == "restated")
  }

  @Test(
    "Bounds, bands and conditions are met, and prove nothing",
    arguments: [
      ("serverless-high", ["above"], Bool?.none), ("hours-high", [], nil),
      ("dedicated-high", [], false), ("h100-serves-70b", [], nil), ("modal-rate", [], nil),
      ("session-on-lambda", [], false),
    ])
  func isConsistent(id: String, open: [String], holds: Bool?) async throws {
    let claim = try #require(try await Self.claims().first { $0.id == id })
    #expect(claim.kind == "consistent")
    #expect(claim.computedOpen == open)
    #expect(claim.condition?.holds == holds)
  }

  /// Worked out again from the published data alone.
  @Test func noReproducedFigureSurvivesAChangeByATenth() async throws {
    let reproduced = try await Self.claims().filter { $0.kind == "reproduced" }
    #expect(reproduced.count >= 19)
    func decimal(_ text: String?) throws -> Decimal {
      let parts = try #require(text).split(separator: "/").map {
        Decimal(string: String($0), locale: Locale(identifier: "en_US_POSIX"))
      }
      return try #require(parts[0]) / (parts.count == 2 ? try #require(parts[1]) : 1)
    }
    for claim in reproduced {
      #expect(claim.relation == "equals" && claim.bound == nil && claim.computedOpen.isEmpty)
      for (figure, computed, tolerance) in [
        (claim.publishedLow, claim.computedLow, claim.toleranceLow),
        (claim.publishedHigh, claim.computedHigh, claim.toleranceHigh),
      ] {
        let (figure, tolerance) = (try decimal(figure), try decimal(tolerance))
        let computed = try decimal(computed)
        #expect(abs(figure - computed) <= tolerance, "\(claim.id)")
        let change = figure / 10 + tolerance
        for other in [figure + change, figure - change] {
          #expect(abs(other - computed) > tolerance, "\(claim.id)")
        }
      }
    }
  }

  @Test func everyClaimSaysWhatAndWhere() async throws {
    let claims = try await Self.claims()
    #expect(claims.count >= 120)
    #expect(Set(claims.map(\.id)).count == claims.count)
    #expect(Set(claims.map(\.source)).count == 5)
    let page = try await ShippedSite.page("claims/index.html")
    for claim in claims {
      let entry = try #require(
        page.root.all { $0["class"] == "claim \(claim.kind)" }
          .first { $0.all { $0["id"] == "claim_\(claim.id)" }.count == 1 }, "\(claim.id)")
      #expect(entry.wholeText.contains(claim.says), "\(claim.id)")
      #expect(entry.wholeText.contains(claim.quote), "\(claim.id)")
      let verdicts = entry.all { $0["class"] == "verdict" }.map(\.wholeText)
      #expect(verdicts.count == 1, "\(claim.id)")
      let word = try #require(claim.verdict.split(separator: " ").first).lowercased()
      #expect(verdicts.first?.lowercased().hasPrefix(word) == true, "\(claim.id)")
      #expect(entry.all { $0.name == "details" && $0["open"] == nil }.count == 1, "\(claim.id)")
      #expect(claim.says.hasSuffix("."), "\(claim.id)")
    }
  }

  @Test func countsAndFiltersItsVerdicts() async throws {
    let claims = try await Self.claims()
    let page = try await ShippedSite.page("claims/index.html")
    let table = try #require(page.root.all { $0["class"] == "rules verdicts" }.first)
    let kinds = ["reproduced", "restated", "consistent", "off", "inconsistent", "open"]
    let counts = kinds.map { kind in String(claims.count { $0.kind == kind }) }
    #expect(table.bodyRows.map { $0[1].wholeText } == counts)
    // What was earned comes first, in the first sentence.
    let standfirst = try #require(page.root.all { $0["class"] == "standfirst" }.first).wholeText
    #expect(standfirst.hasPrefix("\(counts[0]) of \(claims.count) claims are reproduced"))
    let links = table.all { $0.name == "a" }.compactMap { $0["href"] }
    #expect(links == kinds.map { "#only_\($0)" })
    let style = try await ShippedSite.text("assets/site.css")
    for kind in kinds {
      // The fragment stands before the lists, so that a stylesheet alone can filter them.
      #expect(page.element(id: "only_\(kind)")?["class"] == "only \(kind)")
      #expect(style.contains("#only_\(kind):target ~ .audited .claim:not(.\(kind))"))
    }
    let jumps = try #require(page.root.all { $0["class"] == "jumps" }.first)
    let sources = page.root.all { $0["class"] == "topic audited" }
      .compactMap { $0["aria-labelledby"].map { "#\($0)" } }
    #expect(jumps.all { $0.name == "a" }.compactMap { $0["href"] } == sources)
  }

  @Test func aScenarioShowsTheClaimsThatAreAboutIt() async throws {
    let page = try await ShippedSite.scenario("monthly-tiers")
    let entries = page.root.all { $0["class"]?.hasPrefix("claim ") == true }
    #expect(entries.count == 9)
    let claim = try #require(entries.first { $0.wholeText.contains("800+ hours") })
    let values = claim.all { $0["class"] == "figure" || $0["class"] == "verdict" }.map(\.wholeText)
    #expect(
      values == [
        "Published about $4,000–8,000", "Computed from $3,200 to at least $6,400", "Consistent",
      ])
    let links = claim.all { $0.name == "a" }.compactMap { $0["href"] }
    #expect(links.contains("../../claims/index.html#claim_serverless-high"))
  }

  @Test(
    "Inputs that claims speak against are marked where they are used",
    arguments: [
      ("monthly-tiers", ["managed-low-by-price-ranges", "hours-low-by-throughput"]),
      ("job-20m", ["tokens-an-hour"]), ("streaming-session", ["lambda-memory"]),
      ("idle-replicas", ["modal-idle-tail-nothing"]), ("burst-window", []),
    ])
  func marksInputs(scenario: String, claims: [String]) async throws {
    let page = try await ShippedSite.scenario(scenario)
    let links = page.root.all { $0.name == "a" }.compactMap { $0["href"] }
    let section = page.root.all { $0["aria-labelledby"] == "doubts" }
    #expect(section.isEmpty == claims.isEmpty)
    #expect(links.contains { $0.hasSuffix("#doubts") } == !claims.isEmpty)
    let doubts = section.flatMap { $0.all { $0.name == "a" } }.compactMap { $0["href"] }
    for claim in claims { #expect(doubts.contains("../../claims/index.html#claim_\(claim)")) }
  }

  @Test func theFrontPageSaysWhatItsHeadlineRestsOn() async throws {
    let page = try await ShippedSite.page("index.html")
    let caveats = page.root.all { $0["class"] == "basis caveat" }
    #expect(caveats.count == 3)
    let link = try #require(caveats.first?.all { $0.name == "a" }.first)
    #expect(link["href"] == "scenarios/monthly-tiers/index.html#doubts")
    #expect(link.wholeText.contains("Managed API"))
    #expect(
      caveats[1].wholeText
        == "GMI Cloud published 2 sources of these figures and sells what is cheapest for “1B tokens” "
        + "and may be for “100M tokens”: Dedicated H100.")
    let absent = caveats[2].wholeText
    #expect(absent.hasPrefix("Not among these offers, though each would cost less: "))
    let sentences = absent.split(separator: ". ")
    #expect(sentences.count == 3)
    #expect(sentences[0].split(separator: "; ").count == 3)
    #expect(
      sentences[1].hasPrefix(
        "Not among these offers, though it would cost less: RunPod Serverless at $100–600 for "
          + "“100M tokens”, if as fast and if its price, which is in doubt, holds"))
    #expect(
      sentences[2].hasPrefix(
        "Not among these offers, though each may cost less, if as fast: Any serverless GPU, "
          + "from $25 for “10M tokens”, if its price, which is in doubt, holds; Modal GPU of any kind"
      ))
  }

  @Test func theFrontPageSaysWhichAnswersRestOnANarrowLead() async throws {
    let page = try await ShippedSite.page("index.html")
    let cards = page.root.all { $0["class"] == "card" }
    let told = cards.filter { card in !card.all { $0["class"] == "caveat small" }.isEmpty }
    let absent = "Offers that are not compared may cost less."
    let titles = told.compactMap { card in card.all { $0["class"] == "kicker" }.first?.wholeText }
    #expect(titles.contains("The GPU underneath sets the floor"))
    #expect(titles.contains("A job of 20 million tokens"))
    #expect(told.count < cards.count)
    #expect(
      told.allSatisfy {
        $0.wholeText.contains("by less than 1\u{A0}%") || $0.wholeText.contains("with a price")
          || $0.wholeText.contains(absent)
      })
    for card in cards {
      let link = try #require(card.all { $0.name == "a" }.first?["href"])
      let scenario = try await ShippedSite.page(link)
      let isTold = scenario.root.wholeText.contains("Not among these offers")
      #expect(card.wholeText.contains(absent) == isTold, "\(link)")
    }
  }

  @Test func aConditionThatDoesNotHoldIsCounted() async throws {
    let page = try await ShippedSite.scenario("monthly-tiers")
    #expect(
      page.root.wholeText.contains("2 only consistent (1 under a condition that does not hold)"))
  }

  @Test func theTableIsTheSameInEveryForm() async throws {
    let table = try await ShippedSite.table("claims")
    let claims = try await Self.claims()
    let (titles, texts) = (table.columns.map(\.title), table.texts)
    #expect(texts.map { $0[0] } == claims.map(\.says))
    #expect(texts.map { $0[3] } == claims.map { $0.verdict.replacing("\u{A0}", with: "\u{A0}") })
    let shown = try await ShippedSite.text("tables/claims-display.csv")
    #expect(CSVReader.records(shown) == [titles] + texts)
    let records = CSVReader.records(try await ShippedSite.text("tables/claims.csv"))
    #expect(records.dropFirst().map { $0[1] } == claims.map(\.says))
    #expect(
      MarkdownReader.rows(try await ShippedSite.text("tables/claims.md")) == [titles] + texts)
    let page = try await ShippedSite.page("tables/claims.html")
    #expect(page.root.tableTexts == [titles] + texts)
  }
}
