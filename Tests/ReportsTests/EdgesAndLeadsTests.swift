import Charts
import Content
import Pricing
import Testing

@testable import Reports

/// What is said of the edge of an axis, of a lead, and of who would cost less.
@Suite("Edges, leads and who would cost less")
struct EdgesAndLeadsTests {
  private static let held =
    "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
    + "source: article, quote: so}"
  private static let offers = """
      - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
      - {id: api, name: API, rates: [{usd_per_million_tokens: 2 to 4, source: article}]}
      - {id: wide, name: Wide, rates: [{usd_per_million_tokens: 1 to 8, source: article}]}
      - {id: b, name: B, rates: [{usd_per_million_tokens: 10 to 40, source: article}]}
      - {id: c, name: C, rates: [{usd_per_million_tokens: 30, source: article}]}
      - {id: d, name: D, rates: [{usd_per_million_tokens: 9, source: article}]}
      - {id: e, name: E, rates: [{usd_per_million_tokens: 10, source: article}]}
    """

  @Test(
    "The edge of an axis is no place where anything is certain",
    arguments: [
      // $1,440 are 360 to 720 million tokens, or 180 million to 1.44 billion.
      ("api", "1B", "the last where it is certain. US"),
      ("api", "500M", "the last the edge of the range, where it is not certain yet. US"),
      (
        "api}, {offer: wide", "1B",
        "the last where it is certain, or the edge of the range, where it is not certain yet. US"
      ),
    ])
  func edge(other: String, end: String, words: String) throws {
    let view = try SmallSite.view(
      Self.offers,
      """
      workloads:
        - {id: w, name: Work, traffic: batch, tokens: 100M, runs: 1, throughput: {tokens_per_hour: 2M}}
      offers: [{offer: g}, {offer: \(other)}]
      vary: {driver: tokens, from: 10M, to: \(end)}
      """)
    var sources = PageSources(view.context.content, listedOn: view.page)
    let table = try #require(CrossingTableBuilder(view)?.table(&sources, files: []))
    let start = "Of two places, the first is where that may be so, "
    #expect(table.captionDetail.contains(start + words), "\(table.captionDetail)")
  }

  /// At 100 % a machine by the second costs what one that is held does, and who is cheaper then nobody sees.
  @Test func whatOnlyMeetsAtTheEndOfTheAxisDoesNotCross() throws {
    let view = try SmallSite.view(
      """
        - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(Self.held)}
        - {id: s, name: S, rates: [{usd_per_gpu_hour: 2, source: article}], scaling: {idle_timeout: 0 s, \
      billing_increment: 1 s, billed: {idle_tail: free}, source: article, quote: so}}
      """,
      """
      workloads: [{id: w, name: Work, busy_share: 10 %, runs: 1}]
      offers: [{offer: g}, {offer: s}]
      vary: {driver: busy-share, from: 1, to: 100}
      """)
    var sources = PageSources(view.context.content, listedOn: view.page)
    let table = try #require(CrossingTableBuilder(view)?.table(&sources, files: []))
    let row = try #require(table.groups.first?.rows.first)
    #expect(row.before.hasPrefix("S"))
    #expect(row.after == "neither: both cost the same at this end of the range")
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let finding = ChangeFinding(breakEven, besides: "", of: nil, view).sentences.last
    #expect(
      finding?.hasPrefix("Costs meet once at an end of the axis; ") == true, "\(finding ?? "")")
  }

  @Test(
    "Only who certainly leads can lose the lead",
    arguments: [
      ("d", "e", "Either of 2 assumptions can cost D the lead, the rate of E most of all"),
      (
        "b", "c",
        "With every range at its middle B is cheapest; either of 2 assumptions can change that"
      ),
    ])
  func lead(first: String, second: String, title: String) throws {
    let view = try SmallSite.view(
      Self.offers,
      """
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [{offer: \(first)}, {offer: \(second)}]
      """)
    let sensitivity = try #require(
      try Sensitivity(of: view.scenario, workload: "w", offers: [first, second]))
    let chart = TornadoFigure(view: view, sensitivity: sensitivity).chart()
    #expect(chart.words.title == title)
  }

  @Test func theAssumptionThatCostsMostIsNamedAndNotTheWidestOne() throws {
    // The own rate moves the lead from $2.80 to −$0.80, the next one's from −$1 to $1.50: then Third is
    // the next one.
    let third =
      "  - {id: t, name: Third, rates: [{usd_per_million_tokens: 10.50, source: article}]}"
    let view = try SmallSite.view(
      "\(Self.offers)\n\(third)",
      "workloads: [{id: w, name: Work, tokens: 1M}]\noffers: [{offer: d}, {offer: e}, {offer: t}]\n"
    )
    let sensitivity = try #require(
      try Sensitivity(of: view.scenario, workload: "w", offers: ["d", "e", "t"]))
    let chart = TornadoFigure(view: view, sensitivity: sensitivity).chart()
    #expect(chart.rows.first?.label == "Rate of D")
    #expect(
      chart.words.title == "Any of 3 assumptions can cost D the lead, the rate of E most of all")
  }

  @Test(
    "Who costs as much for one value is not said to cost less",
    arguments: [("9 to 10", false), ("8 to 9.99", true), ("9.99", true), ("10", false)])
  func absent(price: String, isNamed: Bool) throws {
    let cards = """
        - {id: e, name: E, model: {name: M}, rates: [{usd_per_million_tokens: 10, source: article}]}
        - {id: f, name: F, model: {name: M}, rates: [{usd_per_million_tokens: 12, source: article}]}
        - {id: o, name: O, model: {name: M}, rates: [{usd_per_million_tokens: \(price), source: article}]}
      """
    let view = try SmallSite.view(
      cards, "workloads: [{id: w, name: Work, tokens: 1B}]\noffers: [{offer: e}, {offer: f}]\n")
    let named = ScenarioCaveats(view, listing: []).remarks.contains {
      $0.contains("it would cost less: O")
    }
    #expect(named == isNamed)
  }

  @Test(
    "An absent machine is held against unlike offers at their speed, and that is said",
    arguments: [
      (
        "{offer: h}, {offer: api}", "alternatives: {because: Either will do.}",
        "though each would cost less: Raw at $72 for “Tenth”, if as fast (read 21\u{A0}November "
          + "2026); Two at $100 for “Tenth”"
      ),
      ("{offer: h}, {offer: s}", "", "though it would cost less: Raw at $72 for “Tenth” (read"),
    ])
  func speed(offers: String, keys: String, words: String) throws {
    let rules =
      "scaling: {idle_timeout: 0 s, billed: {idle_tail: free}, source: article, quote: so}"
    let cards = """
        - {id: h, name: H, machine: {name: H100}, rates: [{usd_per_gpu_hour: 4, source: article}], \(rules)}
        - {id: s, name: S, machine: {name: H100}, rates: [{usd_per_gpu_hour: 5, source: article}], \(rules)}
        - {id: raw, name: Raw, machine: {name: H100}, rates: [{usd_per_gpu_hour: 1, source: article}], \(rules)}
        - {id: api, name: API, model: {name: M}, rates: [{usd_per_million_tokens: 200, source: article}]}
        - {id: two, name: Two, model: {name: M}, rates: [{usd_per_million_tokens: 100, source: article}]}
      """
    let view = try SmallSite.view(
      cards,
      """
      workloads: [{id: t, name: Tenth, hours: 72 h, tokens: 1M, runs: 1}, {id: f, name: Full, hours: 720 h, tokens: 1M, runs: 1}]
      offers: [\(offers)]
      \(keys)
      """)
    let remarks = ScenarioCaveats(view, listing: []).remarks
    #expect(remarks.contains { $0.contains(words) }, "\(remarks)")
  }

  @Test("What hangs on how often machines start says so")
  func starts() throws {
    let rules =
      "scaling: {idle_timeout: 60 s, billing_increment: 1 s, start: {loading: 30 s}, "
      + "billed: {loading: billed, idle_tail: billed}, source: article, quote: so}"
    let cards = """
        - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(Self.held)}
        - {id: z, name: Z, rates: [{usd_per_gpu_hour: 3, source: article}], \(rules)}
      """
    let view = try SmallSite.view(
      cards,
      """
      workloads:
        - {id: w, name: Work, traffic: steady, tokens: 100M, requests: 100k, throughput: {tokens_per_hour: 2M}}
      offers: [{offer: g}, {offer: z}]
      vary: {driver: tokens, from: 10M, to: 1B}
      """)
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    #expect(breakEven.gaps.isEmpty)
    // 480 hours of work cost as much as the month of the other; who may never stop never wins.
    #expect(
      breakEven.cheapest.map(\.offers) == [["g", "z"], ["g"]], "\(breakEven.cheapest)")
    #expect(
      Finding(view).headline.contains("how often machines start"), "\(Finding(view).headline)")
    let notes = BreakEvenFigure(
      view: view, finding: Finding(view), breakEven: breakEven, group: 0
    ).notes
    #expect(
      notes.contains { $0.hasPrefix("Of Z, the least and the most that starts can cost") },
      "\(notes)")
    // At the workload itself how often they start is known.
    #expect(Dependence(of: ["g", "z"], column: 0, view).words == "inputs with a range")
  }
}
