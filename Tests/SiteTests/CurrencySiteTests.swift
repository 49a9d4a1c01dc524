import Foundation
import Pricing
import Site
import TestSupport
import Testing
import XML

/// Prices in other currencies, wherever they are shown.
@Suite("A site with prices in euros")
struct CurrencySiteTests {
  private func built(on day: String? = nil) async throws -> FixtureSite {
    let site = try FixtureSite(adding: "currencies")
    #expect(try await site.build(on: day.flatMap { CalendarDate($0) }).transcript == "")
    return site
  }

  @Test(
    "Are converted by the exchange rate of the day",
    arguments: [
      (nil, "1215", "1620"), ("2026-02-01", "1215", "1620"), ("2026-01-31", "1166.4", "1555.2"),
    ] as [(String?, String, String)])
  func areConverted(day: String?, low: String, high: String) async throws {
    let site = try await built(on: day)
    let data = try #require(site.published("data/scenarios/euros.json"))
    #expect(
      data.contains(
        #""offer":"delta-gpu","workload":"month","low_usd":"\#(low)","high_usd":"\#(high)""#))
  }

  @Test("The conversion is in the arithmetic, with its source and its day")
  func isShown() async throws {
    let site = try await built()
    let path = "scenarios/euros/invoices/index.html"
    let text = try PublishedPage(try #require(site.published(path)), path: path).root.wholeText
      .replacing("\u{2060}", with: "")
    #expect(text.contains("€1.50–2 per GPU-hour × $1.125 per EUR = $1.6875–2.25 per GPU-hour"))
    #expect(text.contains("1\u{A0}EUR = $1.125, of 1\u{A0}February 2026"))
    let data = try #require(site.published("data/scenarios/euros.json"))
    #expect(
      data.contains(
        #""currency":"EUR","quoted":"1.5","quoted_high":"2","exchange_rate":"1.125","exchange_day":"2026-02-01""#
      ))
    let card = try #require(site.published("data/providers/delta.json"))
    #expect(card.contains(#""exchange_rate":"1.08""#) && card.contains(#""exchange_rate":"1.125""#))
    let page = try #require(site.published("providers/delta/index.html"))
      .replacing("\u{2060}", with: "")
    #expect(page.contains("quoted as €1.50–2"))
  }

  @Test("What a euro is worth is no change that the vendor made")
  func isNoChange() async throws {
    let site = try await built()
    let changes = try #require(site.published("data/changes.json"))
    #expect(!changes.contains("delta-gpu"))
  }

  @Test("What is begun of a package costs the whole")
  func packagesAreRoundedUp() async throws {
    let site = try await built()
    let path = "scenarios/calls/invoices/index.html"
    let text = try PublishedPage(try #require(site.published(path)), path: path).root.wholeText
      .replacing("\u{2060}", with: "")
    #expect(text.contains("(2,500\u{A0}requests + 500) ÷ 1,000\u{A0}requests = 3"))
    let data = try #require(site.published("data/scenarios/calls.json"))
    #expect(
      data.contains(#""offer":"delta-calls","workload":"month","low_usd":"6","high_usd":"6""#))
    #expect(data.contains(#""rounded_up":true"#))
  }
}
