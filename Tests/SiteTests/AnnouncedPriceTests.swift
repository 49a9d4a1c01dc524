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

  @Test func standBesideThePresentOnes() async throws {
    let site = try await Self.built.value
    let provider = try #require(site.published("providers/alpha-cloud/index.html"))
    #expect(provider.contains("announced, prices nothing yet"))
    #expect(provider.contains("since 1\u{A0}March 2026"))
    #expect(!provider.contains("superseded</span></th>\n          <td class=\"amount\">$2"))
    let scenario = try #require(site.published("scenarios/volumes/index.html"))
    #expect(scenario.contains("announced: $1.80 per GPU-\u{2060}hour from 1\u{A0}March 2026"))
    let rules = try #require(site.published("billing-rules/index.html"))
    #expect(rules.contains("1\u{A0}March 2026, announced"))
    let data = try #require(site.published("data/providers/alpha-cloud.json"))
    #expect(data.contains(#""announced_rates":[{"unit":"gpu-hour","from":"2026-03-01""#))
  }
}
