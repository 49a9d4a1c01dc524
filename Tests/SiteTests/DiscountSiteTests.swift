import Foundation
import Pricing
import Site
import TestSupport
import Testing
import XML

/// Discounts of the publisher's own, wherever they move or show anything.
@Suite("A site with discounts of its own")
struct DiscountSiteTests {
  private func built() async throws -> FixtureSite {
    let site = try FixtureSite(adding: "discounts")
    #expect(try await site.build().transcript == "")
    return site
  }

  @Test("An invoice has a line for each, at the list price and with the basis ours")
  func areLinesOfAnInvoice() async throws {
    let site = try await built()
    let data = try #require(site.published("data/scenarios/volumes.json"))
    // 720 hours at $2: 15 % off, then 10 % off what is left.
    #expect(
      data.contains(
        #""offer":"alpha-gpu","workload":"small","low_usd":"1101.6","high_usd":"1101.6""#))
    let table = try #require(site.published("tables/volumes/invoices.csv"))
      .split(separator: "\n")
    #expect(table[0].hasSuffix(",not_stated,discount"))
    let own = table.filter { $0.hasPrefix("alpha-gpu,small,kept-warm,") }
    #expect(
      own == [
        "alpha-gpu,small,kept-warm,700,,gpu-hour,2,,1400,,,",
        "alpha-gpu,small,kept-warm,-105,,gpu-hour,2,,-210,,,Enterprise agreement",
        "alpha-gpu,small,kept-warm,-59.5,,gpu-hour,2,,-119,,,Start-up credit",
      ])
    let page = try PublishedPage(
      try #require(site.published("scenarios/volumes/invoices/index.html")), path: "x")
    let text = page.root.wholeText
    #expect(text.contains("Kept warm, less 15\u{A0}% (Enterprise agreement)"))
    #expect(text.contains("$1,400 × 15\u{A0}% = $210 less"))
    #expect(text.contains("$1,190 × 10\u{A0}% = $119 less"))
    #expect(text.contains("15\u{A0}% off (Enterprise agreement)"))
    #expect(text.contains("ours: granted to us, and no part of the list price"))
  }

  @Test("Those of other days are taken off on those days", arguments: ["2026-02-04", "2025-12-31"])
  func holdOnTheirDays(day: String) async throws {
    let site = try FixtureSite(adding: "discounts")
    let report = try await site.build(on: CalendarDate(day))
    #expect(!report.transcript.contains("error:"))
    let data = try #require(site.published("data/scenarios/volumes.json"))
    for (name, isThere) in [
      ("Enterprise agreement", day > "2026"), ("Next agreement", day > "2026-02-03"),
      ("Old agreement", day < "2026"), ("Start-up credit", true),
    ] {
      #expect(data.contains("\"discount\":\"\(name)\"") == isThere, "\(name)")
    }
  }

  @Test("Pages and tables say that they are in the figures")
  func areSaid() async throws {
    let site = try await built()
    for path in ["scenarios/volumes/index.html", "tables/volumes.md"] {
      let text = try #require(site.published(path))
      #expect(text.contains("discounts of our own taken off"), "\(path)")
    }
    let notes = try #require(site.published("tables/volumes.md"))
    #expect(
      notes.contains(
        "Discounts of our own are taken off: 15\u{A0}% (Enterprise agreement) and 10\u{A0}% (Start-up credit)."
      ))
  }

  @Test("Rate cards keep the vendor's price, and published figures are audited at it")
  func leaveListPricesAlone() async throws {
    let (plain, site) = (try FixtureSite(), try await built())
    #expect(try await plain.build().transcript == "")
    for path in [
      "providers/alpha-cloud/rates.md", "data/claims.json", "data/providers/alpha-cloud.json",
    ] {
      #expect(site.published(path) == plain.published(path), "\(path)")
      #expect(site.published(path) != nil)
    }
    #expect(
      site.published("data/scenarios/volumes.json")
        != plain.published("data/scenarios/volumes.json"))
  }

  @Test("Break-evens move with them")
  func moveBreakEvens() async throws {
    let (plain, site) = (try FixtureSite(), try await built())
    #expect(try await plain.build().transcript == "")
    func crossings(_ site: FixtureSite) -> [Substring] {
      (site.published("tables/volumes/crossings.csv") ?? "").split(separator: "\n")
    }
    #expect(crossings(site).count > 1)
    #expect(crossings(site) != crossings(plain))
  }
}
