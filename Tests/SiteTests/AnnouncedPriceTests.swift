import Foundation
import TestSupport
import Testing

@testable import Site

/// A price or a rule from a later day than the site's prices nothing, and stands beside the one
/// that holds.
@Suite("Announced prices and rules")
struct AnnouncedPriceTests {
  private static let built = Task {
    let site = try FixtureSite(adding: "announced")
    #expect(try await site.build().diagnostics == [])
    return site
  }

  @Test(
    "Change no amount, no crossing and no chart",
    arguments: [
      "data/scenarios/volumes.json", "data/scenarios/bursts.json", "data/scenarios/job.json",
      "charts/volumes.svg", "charts/bursts.svg", "data/claims.json", "tables/volumes.csv",
    ])
  func changesNothing(path: String) async throws {
    let plain = try FixtureSite()
    _ = try await plain.build()
    #expect(try await Self.built.value.published(path) == plain.published(path))
  }

  @Test("The prices of a provider that changed are a chart on its page and in files of its own")
  func areDrawn() async throws {
    let site = try await Self.built.value
    let page = try #require(site.published("providers/alpha-cloud/index.html"))
    let title = "Alpha GPU is to go from $2.00 to $1.80 per GPU-hour on 1\u{A0}March 2026"
    #expect(page.components(separatedBy: "<title>\(title)</title>").count == 3)
    #expect(page.contains("id=\"chart_alpha-cloud-prices\""))
    try expectGolden(
      try #require(site.published("charts/providers/alpha-cloud.svg")), "site/prices.svg")
    for name in ["alpha-cloud-light", "alpha-cloud-dark"] {
      #expect(site.published("charts/providers/\(name).svg")?.contains(title) == true)
    }
  }

  @Test("A provider none of whose prices changed has no chart, nor has a site without charts")
  func areNotDrawn() async throws {
    let built = try await Self.built.value
    let others = try FixtureSite.bytes(below: built.output).keys.filter {
      $0.hasPrefix("charts/providers/") && !$0.contains("alpha-cloud")
    }
    #expect(others.isEmpty)
    for provider in ["bravo-models", "charlie-functions"] {
      let page = built.published("providers/\(provider)/index.html")
      #expect(try #require(page).contains("chart-figure") == false)
    }
    let plain = try FixtureSite(adding: "announced").withoutCharts()
    #expect(try await plain.build().diagnostics == [])
    #expect(plain.published("providers/alpha-cloud/index.html")?.contains("<figure") == false)
  }

  @Test func standBesideThePresentOnes() async throws {
    let site = try await Self.built.value
    let provider = try #require(site.published("providers/alpha-cloud/index.html"))
    #expect(provider.contains("announced, prices nothing yet"))
    #expect(provider.contains("since 1\u{A0}March 2026"))
    #expect(!provider.contains("superseded</span></th>\n          <td class=\"amount\">$2"))
    let scenario = try #require(site.published("scenarios/volumes/index.html"))
    #expect(scenario.contains("announced: $1.80 per GPU-\u{2060}hour from 1\u{A0}March 2026"))
    let changes = try #require(site.published("changes/index.html"))
    #expect(changes.contains("announced, prices nothing yet"))
    let data = try #require(site.published("data/providers/alpha-cloud.json"))
    #expect(data.contains(#""announced_rates":[{"unit":"gpu-hour","from":"2026-03-01""#))
  }
}
