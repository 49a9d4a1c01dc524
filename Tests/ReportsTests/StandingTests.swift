import Charts
import Content
import Encoders
import Pricing
import Testing

@testable import Reports

/// Charts say of each row whether it takes part, and pages whose interest is in who may win.
@Suite("Who takes part, and who has an interest")
struct StandingTests {
  private static let held =
    "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
    + "source: article, quote: so}"
  private static let offers = """
      - {id: a, name: A, machine: {name: H100}, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
      - {id: b, name: B, machine: {name: H100}, rates: [{usd_per_gpu_hour: 3, source: article}], \(held)}
      - {id: api, name: API, rates: [{usd_per_million_tokens: 2 to 4, source: article}]}
    """

  @Test(
    "Shares of an invoice that is not compared say so, and give no title where others can",
    arguments: [
      ("{offer: a}, {offer: b, left_out: too old}", 72, "A", ["", "not compared"]),
      ("{offer: a, left_out: too old}, {offer: b}", 72, "B", ["", "not compared"]),
      ("{offer: a}, {offer: b}", 72, "A", ["", ""]),
      (
        "{offer: a, scaling: {minimum_replicas: 1, maximum_replicas: 1}}, {offer: b}", 800, "B",
        ["", "not enough for the work"]
      ),
    ])
  func shares(offers: String, hours: Int, named: String, marks: [String]) throws {
    let view = try SmallSite.view(
      Self.offers,
      "workloads: [{id: t, name: Tenth, hours: \(hours) h, runs: 1}]\noffers: [\(offers)]\n")
    let figure = try #require(IdleCostFigure(view))
    let chart = figure.chart()
    #expect(chart.title.contains("of what \(named) costs"), "\(chart.title)")
    let meter = "per replica-hour, always on"
    #expect(
      chart.groups.flatMap(\.rows).map(\.detail)
        == marks.map { $0.isEmpty ? meter : "\(meter), \($0)" })
    let isMarked = offers.contains("left_out")
    #expect(chart.description.contains("not compared") == isMarked)
    #expect(figure.values.rows.compactMap(\.detail).isEmpty == marks[1].isEmpty)
    let note = "Why an offer is not compared stands in the table."
    #expect(figure.notes.contains(note) == isMarked)
    #expect(CostBarsFigure(view).notes.contains(note) == isMarked)
  }

  @Test func tablesForOthersSayWhoIsNotComparedAndWhy() throws {
    let view = try SmallSite.view(
      Self.offers,
      """
      workloads: [{id: t, name: Tenth, hours: 72 h, runs: 1}, {id: f, name: Full, hours: 720 h, runs: 1}]
      offers: [{offer: a}, {offer: b, left_out: too old}]
      """)
    var sources = PageSources(view.context.content, listedOn: view.page)
    var builder = ComparisonTableBuilder(view, hasArithmeticPage: false)
    let rows = try builder.table(&sources, files: []).table.rows
    #expect(
      rows.map { $0.suffix(2).map(\.badge) } == [[nil, nil], ["not compared", "not compared"]])
    #expect(
      rows.map { $0.suffix(2).map(\.notes) } == [
        [[], []], [["Not compared: too old."], ["Not compared: too old."]],
      ])
  }

  private static let somebody = """
    name: Somebody
    summary: Sells hours, and publishes.
    offers:
      - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}], \(held)}
    """

  private static let axis = "vary: {driver: tokens, from: 10M, to: "

  private static let cases: [(millions: [Int], vary: String, clause: String?)] = [
    // A month of the machine is $1,440; the price by the token is open.
    ([100, 1000], "", "is cheapest for “1000M”: G."),
    ([500, 1000], "", "is cheapest for “1000M” and may be for “500M”: G."),
    ([500], "", "may be cheapest here: G."),
    ([500, 600], "", "may be cheapest for every workload: G."),
    ([100, 500], "", "may be cheapest for “500M”: G."),
    ([100], axis + "600M}", "may be cheapest at some places of the axis: G."),
    ([100], axis + "1B}", "is cheapest at some places of the axis: G."),
    ([100], "", nil),
  ]

  @Test(
    "Who publishes and sells what may be cheapest is said to, as far as that is so",
    arguments: cases)
  func interests(millions: [Int], vary: String, clause: String?) throws {
    let workloads = millions.map {
      "{id: w\($0), name: \($0)M, traffic: batch, tokens: \($0)M, runs: 1, throughput: {tokens_per_hour: 2M}}"
    }
    let view = try SmallSite.view(
      Self.offers,
      """
      workloads: [\(workloads.joined(separator: ", "))]
      offers: [{offer: g}, {offer: api}]
      \(vary)
      """, ["content/rate-cards/somebody.yaml": Self.somebody])
    let said = ScenarioCaveats(view, listing: []).remarks.filter {
      $0.hasPrefix("Somebody published")
    }
    let start = "Somebody published a source of these figures and sells what "
    #expect(said == (clause.map { [start + $0] } ?? []))
  }
}
