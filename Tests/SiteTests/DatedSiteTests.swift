import Foundation
import Pricing
import TestSupport
import Testing

@testable import Site

/// A site is priced as of a day: what begins later prices nothing, and an old report comes out as
/// it was.
@Suite("A site as of a day")
struct DatedSiteTests {
  private static let card = "content/rate-cards/alpha-cloud.yaml"

  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  /// Writes down, twenty days later, that the price falls, and that no minute of grace is left.
  private static func appendLaterChange(to site: FixtureSite) throws {
    try site.replace("updated: 2026-02-03", with: "updated: 2026-02-23", in: "content/site.yaml")
    try site.replace(
      "  - id: bravo-pricing",
      with: """
          - id: alpha-news
            title: Cheaper from March on
            publisher: Alpha Cloud
            published: 2026-02-20
            read: 2026-02-21
          - id: bravo-pricing
        """, in: "content/sources.yaml")
    try site.replace(
      "        quote: $2.00 a GPU and hour\n",
      with: """
                quote: $2.00 a GPU and hour
              - from: 2026-03-01
                usd_per_gpu_hour: 1.00
                source: alpha-news

        """, in: card)
  }

  @Test func givesTheSameBytesAfterALaterPriceIsWrittenDown() async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: "https://example.com").diagnostics == [])
    let before = try FixtureSite.bytes(below: site.output)
    try #require(["feed.xml", "changes/index.html"].allSatisfy { before[$0] != nil })
    try Self.appendLaterChange(to: site)
    let report = try await site.build(
      baseURL: "https://example.com", on: Self.day("2026-02-03"))
    #expect(report.transcript == "")
    let after = try FixtureSite.bytes(below: site.output)
    #expect(Set(after.keys) == Set(before.keys))
    #expect(before.keys.filter { before[$0] != after[$0] } == [])
  }

  @Test("Announces what is known, and applies it from its day on")
  func appliesLaterPrices() async throws {
    let site = try FixtureSite()
    try Self.appendLaterChange(to: site)
    let feed = "<title>Announced: Alpha GPU: $2 → $1 per GPU-hour from 1\u{A0}March 2026</title>"
    let announced = "announced: $1 per GPU-\u{2060}hour from 1\u{A0}March 2026"
    for (day, isAnnounced, rate) in [
      ("2026-02-23", true, "2"), ("2026-02-28", true, "2"), ("2026-03-01", false, "1"),
    ] {
      let report = try await site.build(baseURL: "https://example.com", on: Self.day(day))
      #expect(report.diagnostics == [])
      #expect(site.published("feed.xml")?.contains(feed) == isAnnounced, "\(day)")
      let page = try #require(site.published("scenarios/volumes/index.html"))
      #expect(page.contains(announced) == isAnnounced, "\(day)")
      let data = try #require(site.published("data/scenarios/volumes.json"))
      #expect(data.contains(#""unit":"gpu-hour","usd":"\#(rate)""#), "\(day)")
    }
  }

  @Test func priceTheWholeSiteAsTheSettingsSay() async throws {
    let (flag, setting) = (try FixtureSite(), try FixtureSite())
    for site in [flag, setting] { try Self.appendLaterChange(to: site) }
    #expect(try await flag.build(on: Self.day("2026-03-02")).transcript == "")
    try setting.replace(
      "updated: 2026-02-23", with: "updated: 2026-02-23\nprices_on: 2026-03-02",
      in: "content/site.yaml")
    #expect(try await setting.build().transcript == "")
    #expect(
      try FixtureSite.bytes(below: flag.output) == FixtureSite.bytes(below: setting.output))
    let claims = try #require(setting.published("data/scenarios/volumes.json"))
    #expect(claims.contains(#""unit":"gpu-hour","usd":"1""#))
  }

  @Test("An offer that nobody sold yet has no price, and the reason stands beside it")
  func beforeTheFirstPrice() async throws {
    let site = try FixtureSite()
    let report = try await site.build(on: Self.day("2025-12-24"))
    #expect(report.transcript.contains("'bravo-flat' is not compared: no rate is in force on"))
  }

  @Test("States nothing after the end of the last price")
  func ends() async throws {
    let site = try FixtureSite()
    try site.replace(
      "        quote: $2.00 a GPU and hour\n",
      with: "        quote: $2.00 a GPU and hour\n        to: 2026-02-01\n", in: Self.card)
    let report = try await site.build()
    #expect(report.transcript.contains("'alpha-gpu' is not compared: the price per GPU-hour"))
    let now = try #require(site.published("data/providers/alpha-cloud.json"))
    #expect(now.contains(#""from":"2026-02-01","low_usd":null"#))
    #expect(try await site.build(on: Self.day("2026-01-31")).transcript == "")
    let before = try #require(site.published("data/scenarios/volumes.json"))
    #expect(before.contains(#""unit":"gpu-hour","usd":"2""#))
  }
}
