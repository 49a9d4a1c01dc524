import Content
import Foundation
import Publishing
import TestSupport
import Testing

@testable import Site

@Suite("What one build leaves to the next of the same process")
struct SiteMemoryTests {
  /// Builds a site; says which scenarios were priced, and what is remembered then.
  private func build(
    _ site: FixtureSite, _ memory: SiteMemory
  ) async throws -> (priced: Set<String>, computes: Bool, memory: SiteMemory) {
    let tally = Tally()
    let report = try await Tally.$current.withValue(tally) {
      try await site.rebuild(isFresh: true, reusing: memory)
    }
    #expect(report.summary != nil, "\(report.transcript)")
    let priced = tally.made.keys.filter { $0.hasPrefix("prices ") }.map { String($0.dropFirst(7)) }
    let computes = tally.made.keys.contains("computes claims")
    return (Set(priced), computes, try #require(report.memory))
  }

  @Test func onlyScenariosWithOtherPricesArePricedAgain() async throws {
    let site = try FixtureSite().withoutCharts()
    let first = try await build(site, FixtureSite.compiled.value.remembering())
    #expect(first.priced.contains("volumes"))
    let second = try await build(site, first.memory)
    #expect(second.priced == [] && first.computes && !second.computes)
    // No offer of the scenario is of this card.
    let others = "content/rate-cards/charlie-functions.yaml"
    try site.replace("0.0000166667", with: "0.0000166668", in: others)
    let third = try await build(site, second.memory)
    #expect(!third.priced.contains("volumes") && third.computes)
    let own = "content/rate-cards/bravo-models.yaml"
    try site.replace("name: Bravo Flat", with: "name: Bravo Even", in: own)
    let fourth = try await build(site, third.memory)
    #expect(fourth.priced.contains("volumes"))
  }

  @Test func whatCannotBeComputedIsToldByEachBuild() async throws {
    let site = try FixtureSite(adding: "broken/claim-divides-by-nothing").withoutCharts()
    let memory = try await FixtureSite.compiled.value.remembering()
    let first = try await site.rebuild(reusing: memory)
    #expect(first.summary == nil && first.transcript.contains("division"))
    try site.write("---\ntitle: T\ndescription: D\n---\nMore.\n", to: "content/pages/more.md")
    let second = try await site.rebuild(reusing: first.memory)
    #expect(second.summary == nil && second.transcript == first.transcript)
  }

  @Test func templatesAreCompiledAgainWithTheSchemasThatWereThere() async throws {
    let files = try SiteFiles(below: "templates", of: FixtureSite.repository.path).readAll()
    let compiled = try #require(try await FixtureSite.compiled.value.templates)
    #expect(compiled.templates(for: files) != nil && compiled.schemas(for: files) != nil)
    func changed(_ start: String) -> [SiteFile] {
      files.map { file in
        file.path.hasPrefix(start)
          ? SiteFile(path: file.path, bytes: file.bytes + Array(" ".utf8)) : file
      }
    }
    let layout = changed("templates/layout.xhtml")
    #expect(compiled.templates(for: layout) == nil && compiled.schemas(for: layout) != nil)
    let schema = changed("templates/schema/page.rng")
    #expect(compiled.templates(for: schema) == nil && compiled.schemas(for: schema) == nil)
  }

  /// Edits of a site with the reports of scenarios that each makes again; the others are remembered.
  private static let edits: [(path: String, old: String, new: String, made: Set<String>)] = [
    ("templates/layout.xhtml", "Skip to the content", "To the content", []),
    ("templates/pages/scenario.xhtml", "<h1>", "<h1 class=\"costs\">", []),
    ("content/pages/method.md", "", "\n```breakeven\nchart: {id: more-3}\n```\n", []),
    ("content/pages/method.md", "chart: {id: more-3}", "table: {id: more-4}", []),
    // A published figure on the page of another is computed from it, and comes to the same.
    ("content/scenarios/more-4.yaml", "Job 4", "The fourth", ["more-4"]),
    ("templates/layout.xhtml", "To the content", "Straight to the content", []),
    // One input rests on words about the crossing of others: it moves, and then something else does.
    (
      "content/rate-cards/bravo-models.yaml",
      "4 to 6\n        source: bravo-pricing\n        quote: $4-6",
      "4.10 to 6\n        source: bravo-pricing\n        quote: $4.10-6",
      ["volumes", "job", "more-1", "more-2"]
    ),
    (
      "content/rate-cards/bravo-models.yaml", "name: Bravo Split", "name: Bravo Parts",
      ["volumes", "job", "more-1"]
    ),
    // No scenario has its offer; where it costs less than what is compared, the page alone says so.
    ("content/rate-cards/delta-rent.yaml", "9.00", "9.50", []),
    ("content/rate-cards/delta-rent.yaml", "9.50", "0.10", []),
    ("content/rate-cards/delta-rent.yaml", "0.10", "9.00", []),
  ]

  /// A card with an offer of the machine that others offer too.
  private static let rent = """
    name: Delta Rent
    summary: Rents GPUs too.
    offers:
      - id: delta-gpu
        name: Delta GPU
        machine: {name: 80 GB GPU, detail: "One GPU, 80 GB"}
        rates:
          - {from: 2026-01-01, usd_per_gpu_hour: 9.00, source: survey}
        scaling:
          source: survey
          minimum_replicas: 1
          idle_timeout: never
          billed: {active: billed, kept_warm: billed}

    """

  @Test func reportsAreMadeAgainOnlyWhereSomethingChangedThatTheyAreMadeFrom() async throws {
    let site = try RandomEditTests.site()
    let second = try #require(site.folder.text("site/content/scenarios/more-2.yaml"))
    let words = "{source: survey, quote: 400 to 800 tokens win below 1M a month}"
    try site.write(
      second.replacing("50 %}", with: "50 %, evidence: {tokens_per_second: \(words)}}"),
      to: "content/scenarios/more-2.yaml")
    try site.write(Self.rent, to: "content/rate-cards/delta-rent.yaml")
    let clean = site.folder.at("clean/output")
    var memory = try await FixtureSite.compiled.value.remembering()
    var before: Set<String> = []
    for (path, old, new, made) in [("", "", "", before)] + Self.edits {
      if !path.isEmpty {
        let text = try #require(site.folder.text("site/\(path)"))
        try #require(text.contains(old) || old.isEmpty, "\(path)")
        try site.write(old.isEmpty ? text + new : text.replacing(old, with: new), to: path)
      }
      // So that no file is of the moment at which the build begins.
      try await Task.sleep(for: .milliseconds(25))
      let tally = Tally()
      let report = try await Tally.$current.withValue(tally) {
        try await site.rebuild(reusing: memory)
      }
      #expect(report.summary != nil, "\(path): \(report.transcript)")
      memory = try #require(report.memory)
      let reports = Set(
        tally.made.keys.filter { $0.hasPrefix("comparison ") }.map { $0.dropFirst(11) }.map(
          String.init))
      if path.isEmpty { before = reports } else { #expect(reports == made, "\(path): \(new)") }
      _ = try await site.rebuild(to: clean, isFresh: true)
      #expect(
        try FixtureSite.bytes(below: site.output) == FixtureSite.bytes(below: clean),
        "\(path): \(new)")
    }
    #expect(before.count > 5)
  }
}
