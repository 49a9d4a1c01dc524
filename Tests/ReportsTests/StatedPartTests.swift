import Charts
import Content
import Pricing
import Testing

@testable import Reports

@Suite("What is said where curves are only continued")
struct StatedPartTests {
  /// One offer by the token, and a machine by the second that does 1M tokens in an hour and 10M in four.
  private func view(_ vary: String, asks: String = "{what: change}", price: String = "100") throws
    -> ScenarioView
  {
    try SmallSite.view(
      """
        - {id: b, name: B, rates: [{from: 2026-01-01, usd_per_million_tokens: 50, source: article}]}
        - id: d
          name: D
          rates: [{from: 2026-01-01, usd_per_gpu_hour: \(price), source: article}]
          scaling: {source: article, quote: it goes, idle_timeout: 0 s, billed: {idle_tail: free}}
      """,
      """
      asks: \(asks)
      workloads:
        - {id: less, name: Less, tokens: 1M, hours: 1 h, runs: 1}
        - {id: more, name: More, tokens: 10M, hours: 4 h, runs: 1}
      offers: [{offer: b}, {offer: d}]
      vary: {driver: tokens, \(vary)}
      """)
  }

  @Test(
    "A headline speaks of no more than what is stated, and says nothing of it where all is",
    arguments: [
      (
        "from: 1M, to: 10M",
        "B is cheapest from 1M to 5.71M tokens a month, then D to 10M, where the chart ends"
      ),
      ("from: 100k, to: 100M", "B is cheapest from 1M to 5.71M tokens a month, then D to 10M"),
      ("from: 2M, to: 1B", "B is cheapest from 2M to 5.71M tokens a month, then D to 10M"),
      ("from: 100k, to: 5M", "B is cheapest from 1M to 5M tokens a month"),
    ])
  func headline(vary: String, headline: String) throws {
    #expect(Finding(try view(vary)).headline == headline)
  }

  @Test(
    "Of two offers that change places beyond it, it is said that this is extrapolated",
    arguments: [
      (
        "from: 1M, to: 10M",
        "B costs less than D from 1M to 5.71M tokens a month, no less from there to 10M"
      ),
      (
        "from: 2M, to: 1B",
        "B costs less than D from 2M to 5.71M tokens a month, no less from there to 10M"
      ),
      ("from: 1M, to: 1B", "B costs less than D from 1M to 32.6M tokens a month, extrapolated"),
    ])
  func pair(vary: String, start: String) throws {
    let dear = start.contains("32.6M")
    let view = try view(vary, asks: "{what: change, offers: [b, d]}", price: dear ? "200" : "100")
    #expect(Finding(view).headline.hasPrefix(start))
  }

  @Test func theFindingsGoOnAndSayWhereNothingIsStated() throws {
    let sentences = Finding(try view("from: 100k, to: 100M")).sentences
    #expect(
      sentences.prefix(2) == [
        "Cheapest of all: B from 100k to 5.71M tokens a month; then D to 100M, where the chart ends.",
        "Interpolated between the stated volumes, extrapolated below 1M and beyond 10M: no source states "
          + "the work there.",
      ])
    let stated = Finding(try view("from: 1M, to: 10M")).sentences
    #expect(!stated.contains { $0.contains("xtrapolated") })
  }

  @Test(
    "The ribbon is thin where no source states the work, and the caption says where",
    arguments: [
      ("from: 1M, to: 10M", [], nil),
      (
        "from: 100k, to: 100M", [1e5...1e6, 1e7...1e8],
        "Thin strip: extrapolated below 1M and beyond 10M, where no source states the work."
      ),
      (
        "from: 2M, to: 1B", [1e7...1e9],
        "Thin strip: extrapolated beyond 10M, where no source states the work."
      ),
      (
        "from: 20M, to: 100M", [2e7...1e8],
        "Thin strip: extrapolated, where no source states the work."
      ),
    ] as [(String, [ClosedRange<Double>], String?)])
  func ribbon(vary: String, continued: [ClosedRange<Double>], note: String?) throws {
    let view = try view(vary)
    let figure = BreakEvenFigure(
      view: view, finding: Finding(view),
      breakEven: try #require(view.priced.groups.first?.breakEven), group: 0)
    #expect(try figure.chart().continued == continued)
    #expect(figure.notes.first { $0.hasPrefix("Thin") } == note)
  }

  @Test func amountsAreGivenNoFurtherThanTheLastStatedPlace() throws {
    let view = try view("from: 100k, to: 100M")
    let spans = BreakEvenBuilder(
      view: view, breakEven: try #require(view.priced.groups.first?.breakEven)
    ).spans()
    #expect(
      spans.map(\.range) == [
        "100k to 5.71M tokens a month, extrapolated below 1M",
        "5.71M to 100M tokens a month, where the chart ends, extrapolated beyond 10M",
      ])
    #expect(spans.map(\.cost) == ["$50 at 1M to $285 a month", "$285 to $400 a month at 10M"])
  }

  @Test func whatIsStatedNowhereIsExtrapolatedAsAWhole() throws {
    let view = try view("from: 20M, to: 100M")
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let stated = try #require(StatedPart(breakEven))
    #expect(stated.range == nil)
    #expect(stated.words(breakEven.sweep.range) == "extrapolated")
    #expect(Finding(view).headline == "D is cheapest from 20M to 100M tokens a month, extrapolated")
  }
}
