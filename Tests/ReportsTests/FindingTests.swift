import Content
import Pricing
import Testing
import Wording

@testable import Reports

@Suite("What a page says about its figures")
struct FindingTests {
  /// A scenario over offers `a` to `d`, on its way to a page.
  private func view(_ scenario: String) throws -> ScenarioView {
    try SmallSite.view(
      """
        - {id: a, name: A, rates: [{from: 2026-01-01, usd_per_million_tokens: 1 to 100, source: article}]}
        - {id: b, name: B, rates: [{from: 2026-01-01, usd_per_million_tokens: 50, source: article}]}
        - {id: c, name: C, rates: [{from: 2026-01-01, usd_per_million_tokens: 200, source: article}]}
        - {id: d, name: D, rates: [{from: 2026-01-01, usd_per_gpu_hour: 2, source: article}]}
        - {id: e, name: E, rates: [{from: 2026-01-01, usd_per_million_tokens: 50, source: article}]}
        - {id: f, name: F, rates: [{from: 2026-01-01, usd_per_million_tokens: not stated, source: article}]}
      """, scenario)
  }

  @Test(
    "The headline holds at both ends of every range, or says on what it depends",
    arguments: [
      (
        "{offer: a}, {offer: b}",
        "A or B is cheapest from 1M to 10M tokens a month, depending on prices"
      ),
      ("{offer: b}, {offer: c}", "B is cheapest from 1M to 10M tokens a month"),
      ("{offer: b}", "Work: nothing to compare"),
      ("{offer: b}, {offer: e}", "B and E cost the same from 1M to 10M tokens a month"),
      (
        "{offer: b}, {offer: c}, {offer: e}",
        "B and E are cheapest from 1M to 10M tokens a month, at the same cost"
      ),
      ("{offer: b}, {offer: c}, {offer: f}", "B is cheapest from 1M to 10M tokens a month"),
    ])
  func curves(offers: String, headline: String) throws {
    let view = try view(
      """
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [\(offers)]
      vary: {driver: tokens, from: 1M, to: 10M}
      """)
    #expect(Finding(view).headline == headline)
  }

  @Test func whoIsNotComparedStandsBelowTheHeadline() throws {
    let view = try view(
      """
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [{offer: b}, {offer: c}, {offer: d}, {offer: f, name: "F, of nobody"}]
      vary: {driver: tokens, from: 1M, to: 10M}
      """)
    #expect(Finding(view).sentences.first == "Not compared: D and “F, of nobody”.")
  }

  @Test(
    "The headline answers what the scenario asks",
    arguments: [
      (
        "{what: beside, offers: [c, b]}", "50M",
        "Less: B costs $50 and C $200, 4 times as much"
      ),
      ("{what: beside, offers: [b, e]}", "50M", "Less: B and E cost the same, $50"),
      (
        "{what: beside, offers: [a, b]}", "50M",
        "Less: A costs $1–100 and B $50; which is less depends on prices"
      ),
      (
        "{what: beside, offers: [b, c], workloads: [more]}", "50M",
        "More: B costs $100 and C $400, 4 times as much"
      ),
      (
        "{what: difference, offers: [b], workloads: [less, more]}", "50M",
        "B: $50 for Less, $100 for More, 2 times as much"
      ),
      (
        "{what: difference, offers: [b], workloads: [more, less]}", "50M",
        "B: $100 for More, $50 for Less"
      ),
      (
        "{what: cheapest, workloads: [more]}", "50M",
        "More: A, B or E is cheapest at $2–100, depending on prices"
      ),
      (
        "{what: change, offers: [b, d]}", "50M",
        "B costs less than D from 1M to 28.8M tokens a month, no less from there to 50M"
      ),
    ])
  func answers(asks: String, volume: String, headline: String) throws {
    let held = "{minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}}"
    let view = try view(
      """
      asks: \(asks)
      workloads:
        - {id: less, name: Less, tokens: 1M, hours: 1 h, runs: 1}
        - {id: more, name: More, tokens: 2M, hours: 2 h, runs: 1}
      offers: [{offer: a}, {offer: b}, {offer: c}, {offer: e}, {offer: d, scaling: \(held)}]
      vary: {driver: tokens, from: 1M, to: \(volume)}
      """)
    #expect(Finding(view).headline == headline)
  }

  @Test func aNameWithACommaIsQuoted() throws {
    let view = try view(
      """
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [{offer: b, name: "B, the plain one"}, {offer: c}]
      """)
    #expect(
      Finding(view).headline == "Work: “B, the plain one” costs least, $50; C is next at $200")
  }

  @Test func whatDoesNotFitInTwoLinesIsLeftOut() {
    let long = String(repeating: "a", count: Headline.most + 1)
    #expect(Headline(fitting: [long, "short", "shorter"]).text == "Short")
    #expect(Headline(fitting: [long]).text == long.capitalisedSentence)
  }

  @Test func aTieThatEndsIsSaidAsOne() throws {
    // One GPU for a month either way, until one is not enough.
    let held = "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}}"
    let elastic =
      "scaling: {minimum_replicas: 1, idle_timeout: 0 s, billed: {idle_tail: free, kept_warm: billed}}"
    let view = try view(
      """
      workloads: [{id: w, name: Work, hours: 10 h, runs: 1}]
      offers:
        - {offer: d, as: whole, name: Whole, \(held)}
        - {offer: d, as: elastic, name: Elastic, \(elastic)}
      vary: {driver: hours, from: 1, to: 1000}
      """)
    #expect(
      Finding(view).headline
        == "Whole and Elastic are cheapest below 721\u{A0}h of work a month, then Elastic to 1,000\u{A0}h"
    )
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    #expect(
      BreakEvenBuilder(view: view, breakEven: breakEven).spans().map(\.offer) == [
        "Whole and Elastic, at the same cost", "Elastic",
      ])
  }

  @Test(
    "Invoices are compared in words that are true of ranges and of nothing",
    arguments: [
      ("{offer: b}, {offer: c}", "1M", "Work: B costs least, $50; C is next at $200"),
      (
        "{offer: a}, {offer: c}", "1M",
        "Work: A always costs least; how much, $1–100, depends on prices"
      ),
      (
        "{offer: a}, {offer: b}", "1M",
        "Work: A or B is cheapest at $1–50, depending on prices"
      ),
      ("{offer: b}, {offer: c}", "0", "Work: every offer costs $0"),
    ])
  func invoices(offers: String, tokens: String, headline: String) throws {
    let view = try view(
      """
      workloads: [{id: w, name: Work, tokens: \(tokens)}]
      offers: [\(offers)]
      """)
    #expect(Finding(view).headline == headline)
  }

  @Test func waitingOfSeveralRunsIsOneShare() throws {
    // Five bursts, two to a run: the odd one has lines of its own.
    let view = try view(
      """
      workloads:
        - {id: w, name: Work, period: once, burst: {work: 20 s, every: 300 s, windows: 5}}
      offers:
        - offer: d
          scaling:
            idle_timeout: 250 s
            start: {loading: 30 s}
            billed: {loading: billed, idle_tail: billed}
      """)
    let invoice = try #require(view.priced.quotes[0][0].invoice)
    #expect(invoice.lines.count { $0.kind == .phase(.idleTail) } == 2)
    // 90 s of loading, 100 s of work and 1,250 s of idling.
    #expect(
      ComparisonCellBuilder.composition(invoice)
        == "6.2\u{A0}% loading the model, 86.8\u{A0}% idle tail")
  }

  @Test("An axis has a decade at least", arguments: [(100.0, 100.0, 1000.0), (70, 2000, 10_000)])
  func axis(low: Double, high: Double, top: Double) {
    let decades = BreakEvenFigure.decades(low, high)
    #expect(decades.low <= low)
    #expect(abs(decades.high / top - 1) < 1e-9)
  }
}
