import Content
import Diagnostics
import Testing

@Suite("What would be counted twice is refused")
struct DoubleCountingTests {
  private func findings(prices: String = "usd_per_gpu_hour: 2", burst: String) -> [String] {
    let texts = [
      "content/site.yaml": """
      title: Small
      tagline: A small site
      description: A site for tests.
      updated: 2026-11-21
      licence: CC BY 4.0
      """,
      "content/sources.yaml": """
      sources: [{id: article, title: An article, publisher: Somebody, read: 2026-11-21}]
      """,
      "content/rate-cards/market.yaml": """
      name: Market
      summary: Everything that is for sale.
      offers: [{id: a, name: A, rates: [{from: 2026-01-01, source: article, \(prices)}]}]
      """,
      "content/scenarios/small.yaml": """
      title: A scenario
      question: What?
      summary: It matters.
      workloads: [{id: w, name: Work, \(burst)}]
      offers: [{offer: a}]
      """,
    ]
    var loader = ContentLoader()
    _ = loader.load(texts.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    return loader.diagnostics.map(\.message)
  }

  @Test(
    "All tokens at one price, or each kind at its own",
    arguments: [
      ("usd_per_million_tokens: 1", true),
      ("usd_per_million_input_tokens: 1, usd_per_million_output_tokens: 2", true),
      (
        "usd_per_million_tokens: 1, usd_per_million_input_tokens: 1, "
          + "usd_per_million_output_tokens: 2", false
      ),
    ])
  func tokens(prices: String, isAccepted: Bool) {
    let message =
      "a price for all tokens beside a price for one kind, so that both would be charged"
    #expect(findings(prices: prices, burst: "tokens: 1M") == (isAccepted ? [] : [message]))
  }

  @Test(
    "No more bursts than a month has room for",
    arguments: [("", true), (", windows: 8640", true), (", windows: 8641", false)])
  func bursts(windows: String, isAccepted: Bool) {
    let message = "8641 bursts do not fit into a month, which has room for 8640"
    #expect(
      findings(burst: "burst: {work: 20 s, every: 300 s\(windows)}")
        == (isAccepted ? [] : [message]))
    #expect(
      findings(burst: "period: once, burst: {work: 20 s, every: 300 s\(windows)}") == [])
  }
}
