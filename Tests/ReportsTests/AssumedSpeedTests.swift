import Content
import Pricing
import Testing

@testable import Reports

@Suite("Machines at speeds that a scenario gives them")
struct AssumedSpeedTests {
  @Test func aMachineAtASpeedOfTheScenarioIsSoldWithoutThatSpeed() throws {
    let held =
      "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, source: article, quote: so}"
    let view = try SmallSite.view(
      """
        - {id: g, name: G, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
        - {id: raw, name: Raw, machine: {name: H100}, rates: [{usd_per_gpu_hour: 1.9, source: article}], \(held)}
        - {id: s, name: S, machine: {name: H100}, rates: [{usd_per_gpu_hour: 9, source: article}], \(held)}
      """,
      """
      workloads: [{id: t, name: Tokens, tokens: 10B, traffic: batch, runs: 1}]
      offers:
        - {offer: g, as: plain, throughput: {tokens_per_hour: 1M}}
        - {offer: g, as: fast, name: G with a faster stack, throughput: {tokens_per_hour: 2M to 3M}}
        - {offer: s, throughput: {tokens_per_hour: 1M}}
      asks: {what: beside, offers: [plain, fast]}
      """)
    // What is not compared is priced at the speed of the cheapest.
    #expect(
      ScenarioCaveats(view, listing: []).remarks == [
        "Not among these offers, though it would cost less: Raw at $6,840–9,576, if as fast (read 21\u{A0}November 2026)."
      ])
    var table = ComparisonTableBuilder(view, hasArithmeticPage: false)
    var sources = PageSources(view.context.content, listedOn: "index.html")
    let rows = try table.table(&sources, files: []).groups.flatMap(\.rows)
    #expect(
      rows.map(\.detail) == [
        "Market, per replica-hour, always on; listed as G, its speed is a premise here",
        "Market, per replica-hour, always on; its speed is a premise here",
        "Market, per replica-hour, always on",
      ])
    let wins = try #require(Wins.all(view).first)
    #expect(
      wins.clause(view)
        == "the machine, not the speed, of what is cheapest here: G with a faster stack")
  }
}
