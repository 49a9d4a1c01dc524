import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing
@testable import Site

/// Sites that somebody once broke the program with.
@Suite("Odd sites")
struct OddSiteTests {
  private static func findings(_ site: FixtureSite) async throws -> String {
    try await SiteBuild.check(
      SiteOptions(source: site.source, output: site.output, validatesAll: true)
    ).transcript
  }

  @Test("An id may begin with a digit, or be what the program calls its own parts")
  func names() async throws {
    let site = try FixtureSite()
    let scenario = try #require(site.folder.text("site/content/scenarios/job.yaml"))
    for name in ["404", "70b", "index"] {
      try site.write(scenario, to: "content/scenarios/\(name).yaml")
    }
    // A card and an offer that join to the id of another card and another offer.
    for (card, offer) in [("example-api", "b-low"), ("example-api-b", "low"), ("4o", "4o-mini")] {
      try site.write(
        """
        name: \(card)
        summary: Odd.
        offers:
          - id: \(offer)
            name: \(offer)
            rates: [{usd_per_request: 0.01, source: charlie-pricing}]
        """, to: "content/rate-cards/\(card).yaml")
    }
    let offers = ["main", "sources", "2x"]
    try site.write(
      """
      name: Odd
      summary: Odd.
      offers:
      \(offers.map { """
          - id: \($0)
            name: \($0)
            rates: [{usd_per_request: 0.01, source: charlie-pricing}]
        """ }.joined(separator: "\n"))
      """, to: "content/rate-cards/odd.yaml")
    try site.write(
      """
      title: Odd
      question: Which is cheapest?
      summary: Odd.
      workloads: [{id: 1m, name: Calls, requests: 1k}]
      offers:
      \((offers + ["b-low", "low", "4o-mini"]).map { "  - offer: \($0)" }.joined(separator: "\n"))
      """, to: "content/scenarios/odd.yaml")
    try site.write(
      """
      source: survey
      claims:
        - id: 2x
          quote: 24 hours
          says: A day has 24 hours.
          published: {value: 24, unit: h}
          formula: [{value: 24, unit: h, name: hours of a day}]
      """, to: "content/claims/odd.yaml")
    try site.write("a { color: red }\n", to: "templates/assets/ü.css")
    try site.write(
      """
      ---
      title: Odd
      description: Odd.
      navigation: Odd
      ---

      ## main

      A heading with the id of a part of every page, and [a file](../assets/ü.css).

      ## sources

      ## 2x
      """, to: "content/pages/odd.md")
    #expect(try await Self.findings(site) == "")
  }

  @Test(
    "A heat map may begin at one token, but not lie before every price",
    arguments: [("", 0), ("prices_on: 2001-01-01", 1)])
  func heatMap(day: String, mistakes: Int) async throws {
    let site = try FixtureSite()
    try site.write(
      """
      title: Odd
      question: Which is cheapest?
      summary: Odd.
      workloads:
        - id: w
          name: W
          traffic: batch
          input_tokens: 40M
          output_tokens: 10M
          throughput: {tokens_per_second: 400 to 800, utilisation: 50 %}
      offers: [{offer: alpha-gpu}, {offer: bravo-split}]
      alternatives: {because: The same model answers.}
      heat_map: {workload: w, always_on: alpha-gpu, tokens: bravo-split, from: 1, to: 1B}
      \(day)
      """, to: "content/scenarios/odd.yaml")
    let found = try await Self.findings(site)
    let message = "error: a heat map of offers without a known total"
    #expect(found.ranges(of: message).count == mistakes)
    #expect(found.isEmpty == (mistakes == 0))
  }

  @Test(
    "Of a file of gigabytes no more is read than tells that it is too large",
    arguments: ["scenarios/volumes.yaml", "site.yaml", "pages/index.md"])
  func largeFile(path: String) async throws {
    let site = try FixtureSite()
    let file = "content/\(path)"
    // A file of holes takes no room on the disk.
    let handle = try FileHandle(forWritingTo: URL(filePath: "\(site.source)/\(file)"))
    try handle.truncate(atOffset: 1 << 36)
    try handle.close()
    let report = try await SiteBuild.check(SiteOptions(source: site.source, output: site.output))
    #expect(
      report.diagnostics.contains { finding in
        finding.location.file == file && finding.message == "a file of over 1 MiB"
      })
  }

  @Test(
    "An asset of over 64 MiB is refused, and no part of it published",
    arguments: [("big.bin", 0, 0), ("big.bin", 1, 1), ("big.css", 1 << 34, 1)])
  func largeAsset(name: String, beyond: UInt64, mistakes: Int) async throws {
    let site = try FixtureSite()
    let path = "\(site.source)/templates/assets/\(name)"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: 1 << 26 + beyond)
    try handle.close()
    let report = try await SiteBuild.check(SiteOptions(source: site.source, output: site.output))
    #expect(
      report.diagnostics.map { "\($0.location): \($0.message)" }
        == Array(
          repeating: "templates/assets/\(name): a file of over 64 MiB", count: mistakes))
  }

  @Test("A site may be found by links")
  func links() async throws {
    let site = try FixtureSite()
    let files = FileManager.default
    try files.createSymbolicLink(atPath: site.folder.at("link"), withDestinationPath: site.source)
    try files.moveItem(atPath: "\(site.source)/content", toPath: "\(site.source)/texts")
    try files.createSymbolicLink(atPath: "\(site.source)/content", withDestinationPath: "texts")
    let report = try await SiteBuild.check(
      SiteOptions(source: site.folder.at("link"), output: site.output))
    #expect(report.transcript == "")
  }

  @Test(
    "Refuses names that a terminal would obey, and says them in its own letters",
    arguments: [
      ("a\u{1B}[31mb.md", "a\\u{1B}[31mb.md"),
      ("a\nb.yaml:1:1: error: x.md", "a\\u{A}b.yaml:1:1: error: x.md"),
    ])
  func names(name: String, shown: String) async throws {
    let site = try FixtureSite()
    try site.write("x", to: "content/pages/\(name)")
    let error = try await #require(throws: BuildError.self) { try await Self.findings(site) }
    guard case .reading(let failure) = error else { throw error }
    #expect(
      DiagnosticFormat.text.text(of: failure.diagnostic, source: nil) == """
        content/pages/\(shown): error: a name with a control character or a backslash
          hint: rename the file

        """)
  }
}
