import Charts
import Content
import Diagnostics
import Pricing
import Testing

@testable import Reports

/// A site of a few lines, read the way a site is read.
enum SmallSite {
  private static let settings = """
    title: Small
    tagline: A small site
    description: A site for tests.
    updated: 2026-11-21
    licence: CC BY 4.0
    """

  private static let sources = """
    sources:
      - {id: article, title: An article, publisher: Somebody, read: 2026-11-21}
    """

  private static let card = """
    name: Market
    website: https://example.com
    summary: Everything that is for sale.
    offers:
      - id: baseten-h100
        name: Baseten H100
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 6.50, source: article, quote: $6.50}]
        scaling: {source: article, quote: it stays, minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}}
      - id: gmi-h100
        name: GMI H100
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 2, source: article, quote: two}]
        scaling: {source: article, quote: it stays, minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}}
      - id: modal-h100
        name: Modal H100
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 3.95, source: article, quote: $3.95 per hour}]
        scaling:
          source: article
          quote: it goes
          minimum_replicas: 0
          billing_increment: 1 s
          billed: {active: billed, idle_tail: free}
      - id: managed-api
        name: Managed API
        rates: [{from: 2026-01-01, usd_per_million_tokens: 15 to 50, source: article, quote: $15-50}]
      - id: v4-pro
        name: V4 Pro
        rates:
          - from: 2026-01-01
            usd_per_million_input_tokens: 1.39
            usd_per_million_output_tokens: not stated
            source: article
            quote: $1.39, input only
    """

  /// The data file of a scenario that is written below `title`, `question` and `summary`.
  static func data(_ scenario: String) throws -> String {
    let document = try #require(try content(scenario).scenarios.first)
    let priced = try document.scenario.priced()
    let recommendations = Recommendation.all(for: priced, requiring: document.requirements)
    return ScenarioData(priced, of: document, recommendations).json.text + "\n"
  }

  /// The notes below the break-even chart of such a scenario.
  static func breakEvenNotes(_ scenario: String) throws -> [String] {
    try breakEvenFigure(scenario).notes
  }

  /// The break-even chart of such a scenario.
  static func breakEvenChart(_ scenario: String) throws -> BreakEvenChart {
    try breakEvenFigure(scenario).chart()
  }

  private static func breakEvenFigure(_ scenario: String) throws -> BreakEvenFigure {
    let content = try content(scenario)
    let document = try #require(content.scenarios.first)
    let priced = PricedDocument(document, try document.scenario.priced())
    let view = ScenarioView(
      priced, in: SiteContext(content: content, scenarios: [], priced: [priced], baseURL: nil))
    return BreakEvenFigure(
      view: view, finding: Finding(view),
      breakEven: try #require(priced.priced.groups.first?.breakEven), group: 0)
  }

  /// A scenario over offers of one rate card, on its way to a page.
  ///
  /// - Parameters:
  ///   - offers: The entries of the card.
  ///   - scenario: What is written below `title`, `question` and `summary`.
  ///   - others: More files, by their paths.
  /// - Returns: The view that reports are made from.
  /// - Throws: Where the files are no site.
  static func view(
    _ offers: String, _ scenario: String, _ others: [String: String] = [:]
  ) throws -> ScenarioView {
    let words = "title: A scenario\nquestion: What?\nsummary: It matters.\n"
    let texts = [
      "content/site.yaml": settings, "content/sources.yaml": sources,
      "content/rate-cards/market.yaml": "name: Market\nsummary: All of it.\noffers:\n\(offers)\n",
      "content/scenarios/small.yaml": words + scenario,
    ].merging(others) { _, own in own }
    var loader = ContentLoader()
    let content = loader.load(texts.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(loader.diagnostics == [])
    let loaded = try #require(content)
    let document = try #require(loaded.scenarios.first)
    let priced = PricedDocument(document, try document.scenario.priced())
    let claims = loaded.claims.flatMap(\.claims).map(\.claim)
    let evidence = ClaimEvidence(
      offers: loaded.rateCards.flatMap(\.offers).map(\.offer), scenarios: [priced.priced],
      claims: claims)
    let context = SiteContext(
      content: loaded, scenarios: [], priced: [priced],
      claims: try claims.map { try $0.audited(by: evidence) }, baseURL: nil)
    return ScenarioView(priced, in: context)
  }

  /// A site of the card above, with such a scenario.
  static func content(
    _ scenario: String = "workloads: [{id: w, name: W, tokens: 1M}]\noffers: [{offer: managed-api}]"
  ) throws -> SiteContent {
    let words = "title: A scenario\nquestion: What does it cost?\nsummary: It matters.\n"
    let texts = [
      "content/site.yaml": settings, "content/sources.yaml": sources,
      "content/rate-cards/market.yaml": card, "content/scenarios/small.yaml": words + scenario,
    ]
    var loader = ContentLoader()
    let content = loader.load(texts.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(loader.diagnostics == [])
    return try #require(content)
  }
}
