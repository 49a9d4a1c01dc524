import Content
import Pricing
import Testing

@testable import Reports

/// A price that published figures speak against, on the page of its provider and in the list of all.
@Suite("Prices in doubt")
struct DoubtfulPriceTests {
  private static let claim = """
    source: article
    claims:
      - id: two
        quote: from $1 an hour
        says: It is 2.
        published: {value: 2, unit: h}
        formula: [{value: 3, unit: h, name: it, source: article}]
    """

  private static func view(_ cheap: String) throws -> ScenarioView {
    try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_gpu_hour: 1, source: article, quote: \(cheap)}]}
        - {id: b, name: B, rates: [{usd_per_gpu_hour: 2, source: article, quote: $2 an hour}]}
      """,
      "workloads: [{id: w, name: W, hours: 1 h, runs: 1}]\noffers: [{offer: a}, {offer: b}]",
      ["content/claims/article.yaml": Self.claim])
  }

  private static func builder(_ view: ScenarioView) throws -> ProviderPageBuilder {
    ProviderPageBuilder(
      context: view.context, card: try #require(view.context.content.rateCard("market")))
  }

  @Test(
    "The lowest rate of a provider is one that nothing speaks against, where there is one",
    arguments: [("from $1 an hour", "$2"), ("a GPU costs $1", "$1")])
  func lowest(quote: String, rate: String) throws {
    let view = try Self.view(quote)
    let entry = try Self.builder(view).entry(FieldColumns(view.context))
    #expect(entry.lowestRate == rate)
  }

  @Test(
    "A price that published figures speak against says so on its page",
    arguments: [
      ("from $1 an hour", "published figures speak against it"), ("a GPU costs $1", nil),
    ])
  func badge(quote: String, badge: String?) throws {
    let view = try Self.view(quote)
    let page = try Self.builder(view).page(ScenarioOutcome(view.context))
    let row = try #require((page.shown + page.folded).first?.rates.rows.first)
    #expect(row.badge == badge)
  }

  @Test(
    "That published figures speak against how time is billed stands beside the rules",
    arguments: [("from $1 an hour", true), ("as long as it runs", false)])
  func rules(quote: String, isInDoubt: Bool) throws {
    let view = try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_gpu_hour: 1, source: article, quote: a GPU costs $1}], \
      scaling: {source: article, quote: so, idle_timeout: 0 s, billed: {idle_tail: free}, \
      evidence: {idle_tail: {source: article, quote: \(quote)}}}}
      """,
      "workloads: [{id: w, name: W, hours: 1 h, runs: 1}]\noffers: [{offer: a}]",
      ["content/claims/article.yaml": Self.claim])
    let page = try Self.builder(view).page(ScenarioOutcome(view.context))
    let facts = try #require((page.shown + page.folded).first?.facts.first).facts
    #expect(facts.contains { $0.name == "In doubt" } == isInDoubt)
  }
}
