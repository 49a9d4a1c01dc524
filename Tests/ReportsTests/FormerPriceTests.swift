import Content
import Pricing
import Testing

@testable import Reports

/// A price that a later one has replaced, on the page of its provider.
@Suite("Former prices")
struct FormerPriceTests {
  @Test func aFormerPriceRestsOnTheRulesOfItsLastDay() throws {
    let view = try SmallSite.view(
      """
        - id: a
          name: A
          rates:
            - {from: 2026-01-01, usd_per_gpu_hour: 2, source: article}
            - {from: 2026-05-01, usd_per_gpu_hour: 3, source: article}
          scaling:
            - {source: article, quote: so, idle_timeout: 0 s, billed: {pulling: billed}}
            - {from: 2026-07-01, source: article, quote: so, idle_timeout: 0 s, billed: {pulling: free}}
      """,
      "workloads: [{id: w, name: W, hours: 1 h, runs: 1}]\noffers: [{offer: a}]")
    let builder = ProviderPageBuilder(
      context: view.context, card: try #require(view.context.content.rateCard("market")))
    let page = builder.page(ScenarioOutcome(view.context))
    let rows = try #require((page.shown + page.folded).first).rates.rows
    #expect(rows.map(\.badge) == [nil, "superseded"])
    let pulling = rows.map { row in
      row.price.inputs.map(\.values).filter { $0.contains("pulling") }
    }
    #expect(pulling.count == 2)
    #expect(pulling[0].contains { $0.contains("free") })
    #expect(pulling[1].contains { $0.contains("billed") })
  }
}
