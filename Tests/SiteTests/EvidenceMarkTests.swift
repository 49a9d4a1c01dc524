import Foundation
import TestSupport
import Testing

@testable import Site

/// Where a site says how old a price may be, its pages mark those that are older.
@Suite("Marks of old evidence")
struct EvidenceMarkTests {
  private func page(
    _ setting: String, _ path: String = "providers/alpha-cloud/index.html"
  ) async throws -> String {
    let site = try FixtureSite().withoutCharts()
    try site.replace("title:", with: "\(setting)title:", in: "content/site.yaml")
    #expect(try await site.build().diagnostics == [])
    return try #require(site.published(path))
  }

  @Test(
    "Prices in force are marked, and nothing else is",
    arguments: [(0, true), (1, true), (2, false)])
  func marks(days: Int, isMarked: Bool) async throws {
    // The site is of 3 February, and the source was read on the first.
    let page = try await page("max_age_days: \(days)\n")
    #expect(page.contains("not read for 2 days") == isMarked)
    #expect(page.components(separatedBy: "superseded").count == 2)
  }

  @Test(
    "Sources of a scenario that were read too long ago are marked where they are listed",
    arguments: [(0, true), (1, true), (2, false)])
  func marksSources(days: Int, isMarked: Bool) async throws {
    let page = try await page("max_age_days: \(days)\n", "scenarios/volumes/index.html")
    let list = try #require(page.components(separatedBy: "source-list").last)
    #expect(list.contains("<b>, not read for 2 days</b>") == isMarked)
    #expect(!page.dropLast(list.count).contains("not read for"))
  }

  @Test func withoutALimitNothingIsOld() async throws {
    let page = try await page("")
    #expect(!page.contains("not read for"))
  }
}
