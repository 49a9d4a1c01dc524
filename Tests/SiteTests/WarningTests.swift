import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// What may be meant is a warning: the site is published, unless every warning is to count.
@Suite("Warnings")
struct WarningTests {
  @Test func nameWhatMayBeASlipAndPublishAllTheSame() async throws {
    let site = try FixtureSite(adding: "warned")
    let report = try await site.build()
    try expectGolden(report.transcript, "warnings.txt")
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(report.summary != nil)
    #expect(site.published("index.html") != nil)
  }

  @Test func keepAStrictSiteFromBeingPublished() async throws {
    let site = try FixtureSite(adding: "warned")
    let report = try await SiteBuild.build(
      SiteOptions(source: site.source, output: site.output, isStrict: true))
    #expect(report.summary == nil)
    #expect(site.published("index.html") == nil)
  }

  @Test func anOfferThatItsAuthorLeavesOutIsNoWarningAndSaysWhy() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().diagnostics == [])
    let page = try #require(site.published("scenarios/job/index.html"))
    #expect(page.contains("Not compared: nobody states the price of its output."))
  }
}
