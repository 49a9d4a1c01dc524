import Publishing
import Site
import Testing

@Suite("What a build makes")
struct MadeOnceTests {
  @Test func everyTableAndEveryDrawingIsMadeOnce() async throws {
    let site = try FixtureSite()
    let tally = Tally()
    let report = try await Tally.$current.withValue(tally) { try await site.build() }
    #expect(report.transcript == "")
    let made = tally.made
    #expect(made.values.allSatisfy { $0 == 1 }, "\(made.filter { $0.value > 1 })")

    let paths = try FixtureSite.bytes(below: site.output).keys
    let scenarios = paths.filter { $0.hasPrefix("data/scenarios/") }
    #expect(made.keys.count { $0.hasPrefix("comparison ") } == scenarios.count)
    // Each chart has two sizes, and a third drawing where its page says the title already.
    let charts = paths.filter { $0.hasPrefix("charts/") && $0.hasSuffix(".json") }
    let drawings = made.keys.filter { $0.hasPrefix("drawing ") }
    #expect(scenarios.count >= 3 && charts.count > scenarios.count)
    #expect((2 * charts.count...3 * charts.count).contains(drawings.count))
  }

  @Test func noTableIsMadeThatNoWantedFileHolds() async throws {
    let site = try FixtureSite()
    let all = try await tables(of: site)
    #expect(all.contains { $0.hasSuffix("/invoices") })
    // A gallery of charts that are not there is refused.
    try site.remove("content/gallery.yaml")
    try site.replace("title:", with: "publish: [pages]\ntitle:", in: "content/site.yaml")
    #expect(try await tables(of: site) == [])
  }

  private func tables(of site: FixtureSite) async throws -> [String] {
    let tally = Tally()
    let report = try await Tally.$current.withValue(tally) { try await site.build() }
    #expect(report.transcript == "")
    return tally.made.keys.filter { $0.hasPrefix("table ") }
  }
}
