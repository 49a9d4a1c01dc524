import Content
import Pricing
import Testing

@testable import Reports

@Suite("Offers without a curve")
struct BreakEvenNoteTests {
  @Test("The chart names an offer it cannot draw, unless the author left it out")
  func namesTheGap() throws {
    #expect(
      try note("Not compared", "")
        == "Not compared: V4 Pro (the price per 1M output tokens is not stated).")
    #expect(try note("Not compared", ", left_out: no price") == nil)
    #expect(try note("Left out", ", left_out: no price") == "Left out of the chart: V4 Pro.")
  }

  @Test(
    "The legend says of large rings what the findings say: that the cheapest changes, or may",
    arguments: [
      ("{offer: g}, {offer: s}", "Large rings: the cheapest offer changes."),
      // A range that decides nothing leaves that as certain as it is.
      ("{offer: g}, {offer: s}, {offer: wide}", "Large rings: the cheapest offer changes. Small"),
      ("{offer: g}, {offer: wide}", "Large rings: the cheapest offer may change."),
    ])
  func rings(offers: String, start: String) throws {
    let seconds =
      "scaling: {idle_timeout: 0 s, billed: {idle_tail: free}, source: article, quote: so}"
    let held =
      "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
      + "source: article, quote: so}"
    let view = try SmallSite.view(
      """
        - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
        - {id: s, name: S, rates: [{usd_per_gpu_hour: 3.95, source: article}], \(seconds)}
        - {id: wide, name: Wide, rates: [{usd_per_gpu_hour: 4 to 8, source: article}], \(seconds)}
      """,
      """
      workloads: [{id: w, name: Work, hours: 20 h, runs: 1}]
      offers: [\(offers)]
      vary: {driver: hours, from: 1, to: 720}
      """)
    let notes = BreakEvenFigure(
      view: view, finding: Finding(view),
      breakEven: try #require(view.priced.groups.first?.breakEven), group: 0
    ).notes
    #expect(notes.contains { $0.hasPrefix(start) }, "\(notes)")
  }

  private func note(_ start: String, _ keys: String) throws -> String? {
    let notes = try SmallSite.breakEvenNotes(
      """
      workloads:
        - {id: low, name: 10M tokens, input_tokens: 5M, output_tokens: 5M, hours: 50 h, runs: 1}
        - {id: high, name: 1B tokens, input_tokens: 500M, output_tokens: 500M, hours: 800 h, runs: 1}
      offers: [{offer: managed-api}, {offer: gmi-h100}, {offer: v4-pro\(keys)}]
      vary: {driver: tokens, from: 1M, to: 10B}
      """)
    return notes.first { $0.hasPrefix(start) }
  }
}
