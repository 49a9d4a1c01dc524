import Content
import Foundation
import Pricing
import Testing
import XML

@testable import Site

/// What the figures of this repository's own site rest on.
@Suite("Evidence of the shipped site")
struct ShippedEvidenceTests {
  private static let content = Task {
    let folder = FixtureSite.repository
    var files: [SiteFile] = []
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: "content").path)
    where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
      let bytes = try Data(contentsOf: folder.appending(path: "content/\(path)"))
      files.append(SiteFile(path: "content/\(path)", bytes: Array(bytes)))
    }
    var loader = ContentLoader()
    let content = loader.load(files)
    return try #require(content, "\(loader.diagnostics)")
  }

  private func offers() async throws -> [ListedOffer] {
    try await Self.content.value.rateCards.flatMap(\.offers)
  }

  @Test func everyOfferWithAPriceStandsInAScenario() async throws {
    let content = try await Self.content.value
    let used = Set(content.scenarios.flatMap(\.rows).map(\.base))
    let priced = try await offers().filter { $0.offer.rates.contains { $0.price != nil } }
    try #require(priced.count > 70)
    #expect(priced.map(\.offer.id).filter { !used.contains($0) } == [])
  }

  @Test func oneScenarioUsesTheMeterOfRequests() async throws {
    let data = try await ShippedSite.data("requests-10k")
    let line = try #require(data.invoices.first { $0.offer == "gmi-serverless-request" })
    #expect(line.lowUsd == "0.01")
    #expect(line.highUsd == "5000")
  }

  @Test(
    "What was in force on an earlier day is found",
    arguments: [
      ("runpod-flex-h100", "2026-05-01", "0.00116"),
      ("aws-lambda-16gb", "2025-07-01", "0.0000166667"),
      ("together-h100", "2026-05-01", "6.49"), ("together-h100", "2026-11-21", "6.49"),
      ("runpod-active-h100", "2026-04-22", "0.00093"), ("runpod-active-h100", "2026-04-23", nil),
    ] as [(String, String, String?)])
  func earlierRates(id: String, day: String, dollars: String?) async throws {
    let offer = try #require(try await Self.content.value.listedOffer(id)).offer
    let rate = try #require(offer.rates(on: CalendarDate(day)).first)
    #expect(rate.price?.low.dollarText == dollars)
  }

  @Test(
    "Rules of an earlier day are found",
    arguments: [
      ("runpod-flex-h100", "2026-06-28", Phase.pulling, Billing.billed),
      ("runpod-flex-h100", "2026-06-29", .pulling, .free),
      ("aws-lambda-16gb", "2025-07-31", .loading, .free),
      ("aws-lambda-16gb", "2025-08-01", .loading, .billed),
    ])
  func earlierRules(id: String, day: String, phase: Phase, billing: Billing) async throws {
    let offer = try #require(try await Self.content.value.listedOffer(id)).offer
    #expect(offer.scaling(on: CalendarDate(day)).billing(of: phase) == billing)
  }

  @Test func rulesWhoseDayNobodyTellsReplaceOlderOnesAllTheSame() async throws {
    let runware = try #require(try await Self.content.value.listedOffer("runware-serverless")).offer
    #expect(runware.scaling(on: CalendarDate("2026-05-01")).billingIncrement == 1)
    #expect(runware.scaling.billingIncrement == (try Ratio(1, over: 1_000)))
    let together = try #require(try await Self.content.value.listedOffer("together-h100")).offer
    #expect(together.scaling(on: CalendarDate("2026-05-01")).minimumReplicas == 0)
    #expect(together.scaling.idleTimeout == .never)
  }

  @Test func everyMonthCitesWhoSaysHowLongItIs() async throws {
    let content = try await Self.content.value
    for workload in content.scenarios.flatMap(\.scenario.workloads) {
      let citation = try #require(workload.evidence[.month], "\(workload.name)")
      #expect(citation.quote?.contains("720") == true || citation.working?.contains("730") == true)
    }
  }

  @Test func noDayOfReadingIsShownAsABeginning() async throws {
    let read = "21\u{A0}November 2026"
    for (path, bytes) in try await ShippedSite.files() where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("since \(read)") && !text.contains("from \(read)"), "\(path)")
      #expect(!text.contains("rates as of"), "\(path)")
    }
    let days = try await offers().flatMap(\.offer.rates).compactMap(\.day.began)
    let updated = try await Self.content.value.settings.updated
    #expect(days.allSatisfy { $0 < updated })
  }

  @Test func whatHasNoQuotationOrAddressSaysSo() async throws {
    let content = try await Self.content.value
    for card in content.rateCards {
      let page = try await ShippedSite.text("providers/\(card.id)/index.html")
      let rates = card.offers.flatMap { $0.offer.rates + $0.offer.statements.map(\.rate) }
      let marks = page.components(separatedBy: "without a quotation").count - 1
      #expect(marks == rates.count { $0.citation.quote == nil }, "\(card.id)")
      let sources = Set(rates.map(\.citation.source)).compactMap { content.source($0) }
      let isMarked = page.contains("no address known")
      #expect(isMarked || sources.allSatisfy { $0.url != nil }, "\(card.id)")
    }
  }

  @Test func aChartNamesTheSourcesOfWhatItDrawsAndNoOthers() async throws {
    // Its speed is of May 2025; what the article of 28 May prices is in the table alone.
    let chart = try await ShippedSite.text("charts/machine-or-tokens.json")
    #expect(chart.contains("May 2025 (read"))
    #expect(!chart.contains("28\u{A0}May 2026"))
    let bars = try await ShippedSite.text("charts/enterprise-10b-costs.json")
    #expect(bars.contains("28\u{A0}May 2026"))
  }

  @Test func theFrontPagePricesAVolumeOnceAlone() async throws {
    // The scenario on it states no work beyond 1B tokens; another prices 10B.
    let page = try await ShippedSite.page("index.html").root.wholeText
    #expect(page.contains("extrapolated beyond 1B"))
    #expect(!page.contains("$7,200"))
  }

  @Test func theGallerySaysInWordsWhatAScoreRestsOn() async throws {
    let page = try await ShippedSite.page("gallery/index.html")
    let cells = page.root.all { $0["id"] == "check-table" }.flatMap { $0.all { $0.name == "td" } }
    #expect(cells.count > 100)
    for cell in cells.map(\.wholeText) {
      #expect(
        cell.firstMatch(of: /[a-z]{2}[A-Z]|test_|Tests/) == nil, "the name of a test: \(cell)")
    }
    #expect(page.root.all { $0["id"] == "peers" }.isEmpty, "nobody gave others a score")
  }

  @Test func aBandThatIsWorkedOutShowsTheArithmetic() async throws {
    let page = try await ShippedSite.text("providers/market/index.html")
    #expect(page.contains("worked out: 150 ÷ 10M × 1M = 15, 500 ÷ 10M × 1M = 50"))
    let scenario = try await ShippedSite.text("scenarios/monthly-tiers/index.html")
    #expect(scenario.contains("150 ÷ 10M × 1M = 15"))
  }

  @Test func aPublisherThatSellsWhatIsComparedIsNamedAsSuch() async throws {
    let page = try await ShippedSite.text("scenarios/monthly-tiers/index.html")
    #expect(page.contains("GMI Cloud sells offers that are priced on this site."))
  }
}
