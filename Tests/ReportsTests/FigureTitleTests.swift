import Charts
import Content
import Encoders
import Pricing
import Testing
import Wording

@testable import Reports

/// What charts say they found holds for the workload and the part of the axis that they are about.
@Suite("Titles of charts")
struct FigureTitleTests {
  private static let held =
    "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
    + "source: article, quote: so}"

  @Test(
    "A heat map says from which volume and share on the machine wins, and on what that depends",
    arguments: [
      (
        "4", "1M",
        "G costs no more than API only from 360M tokens a month, and only if busy 50\u{A0}% of the "
          + "time or more"
      ),
      (
        "4", "1M to 2M",
        "G costs no more than API only from 360M tokens a month, and only if busy 25\u{A0}% to 50\u{A0}% of the "
          + "time or more, depending on the speed"
      ),
      ("1", "1M", "API is cheaper than G at every volume and busy share shown"),
      ("2000", "1M", "G is cheaper than API at every volume and busy share shown"),
    ])
  func heatMap(price: String, speed: String, title: String) throws {
    let view = try SmallSite.view(
      """
        - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(Self.held)}
        - {id: api, name: API, rates: [{usd_per_million_tokens: \(price), source: article}]}
      """,
      """
      workloads:
        - {id: w, name: Work, traffic: batch, tokens: 100M, runs: 1, throughput: {tokens_per_hour: \(speed)}}
      offers: [{offer: g}, {offer: api}]
      heat_map: {workload: w, always_on: g, tokens: api, from: 20M, to: 2B}
      """)
    let asked = try #require(view.document.charts.heatMap)
    let figure = try #require(try HeatMapFigure(view: view, asked: asked))
    let words = try #require(figure.chart()).words
    #expect(words.title == title)
    #expect(words.description.contains("volumes from 20M to 2B tokens a month."))
  }

  @Test(
    "What pays for no work is said of the workload that is drawn, where there are several",
    arguments: [
      ("72 h", "90\u{A0}% of what G costs pays for no work"),
      (
        "72 h}, {id: v, name: Full, runs: 1, hours: 720 h",
        "Part: 90\u{A0}% of what G costs pays for no work"
      ),
      // As much as is shown is not more than is shown.
      ("714 h", "No offer pays more than 1\u{A0}% for no work"),
      ("711 h", "No offer pays as much as 2\u{A0}% for no work"),
    ])
  func idle(hours: String, title: String) throws {
    let view = try SmallSite.view(
      "  - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(Self.held)}\n"
        + "  - {id: h, name: H, rates: [{usd_per_gpu_hour: 3, source: article}], \(Self.held)}",
      """
      workloads: [{id: w, name: Part, runs: 1, hours: \(hours)}]
      offers: [{offer: g}, {offer: h}]
      """)
    #expect(try #require(IdleCostFigure(view)).chart().title == title)
  }

  @Test func sharesOfARangeSayWhichEndTheyAreOf() throws {
    let view = try SmallSite.view(
      "  - {id: g, name: G, rates: [{usd_per_gpu_hour: 2 to 4, source: article}], \(Self.held)}\n"
        + "  - {id: h, name: H, rates: [{usd_per_gpu_hour: 3, source: article}], \(Self.held)}",
      """
      workloads: [{id: w, name: Part, runs: 1, hours: 72 h}]
      offers: [{offer: g}, {offer: h}]
      """)
    let values = try #require(IdleCostFigure(view)).values
    let table = try #require(values.records)
    #expect(
      table.rows.map { $0[0].notes } == [["The low end of a range."], []])
  }

  @Test func sensitivityIsSaidOfItsWorkloadWhereThereAreSeveral() async throws {
    let offers = """
        - {id: d, name: D, rates: [{usd_per_million_tokens: 9, source: article}]}
        - {id: e, name: E, rates: [{usd_per_million_tokens: 10, source: article}]}
      """
    for (others, start) in [
      ("", "Either of 2"), (", {id: v, name: More, tokens: 2M}", "Work: either of 2"),
    ] {
      let view = try SmallSite.view(
        offers,
        "workloads: [{id: w, name: Work, tokens: 1M}\(others)]\noffers: [{offer: d}, {offer: e}]\n")
      let sensitivity = try #require(
        try Sensitivity(of: view.scenario, workload: "w", offers: ["d", "e"]))
      let title = TornadoFigure(view: view, sensitivity: sensitivity).chart().words.title
      #expect(title.hasPrefix("\(start) assumptions can cost D the lead"), "\(title)")
    }
  }

  @Test(
    "A curve at the end of its price and of other inputs says so",
    arguments: [
      ("2 to 4", "1M", "$2 per GPU-hour", "$4 per GPU-hour", "S at $2 per GPU-hour"),
      (
        "2 to 4", "1M to 2M", "$2 per GPU-hour and the speed", "$4 per GPU-hour and the speed",
        "S at its lowest cost"
      ),
      ("2", "1M to 2M", "at its lowest cost", "at its highest cost", "S at its lowest cost"),
    ])
  func curves(price: String, speed: String, low: String, high: String, full: String) throws {
    let view = try SmallSite.view(
      """
        - {id: s, name: S, rates: [{usd_per_gpu_hour: \(price), source: article}], \
      scaling: {idle_timeout: 0 s, billing_increment: 1 s, billed: {idle_tail: free}, source: article, quote: so}}
        - {id: api, name: API, rates: [{usd_per_million_tokens: 3, source: article}]}
      """,
      """
      workloads:
        - {id: w, name: Work, traffic: batch, tokens: 100M, runs: 1, throughput: {tokens_per_hour: \(speed)}}
      offers: [{offer: s}, {offer: api}]
      vary: {driver: tokens, from: 10M, to: 1B}
      """)
    let curves = try #require(view.priced.groups.first?.breakEven).curves.filter { $0.offer == "s" }
    let names = curves.compactMap(view.curveName)
    #expect(names.map(\.detail) == [low, high])
    #expect(names.first?.full == full)
  }
}
