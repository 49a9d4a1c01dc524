import Content
import Pricing
import Templates
import Testing

@testable import Reports

@Suite("What a page says about a claim")
struct ClaimEntryTests {
  private static let files = [
    "content/site.yaml": """
    title: Small
    tagline: A small site
    description: A site for tests.
    updated: 2026-11-21
    licence: CC BY 4.0
    """,
    "content/sources.yaml": """
    sources:
      - {id: article, title: An article, publisher: Somebody, read: 2026-11-21}
      - {id: list, title: A price list, publisher: Somebody, read: 2026-11-21}
    """,
    "content/rate-cards/market.yaml": """
    name: Market
    summary: Everything that is for sale.
    offers:
      - id: d
        name: D
        rates: [{from: 2026-01-01, usd_per_gpu_hour: 2, source: list}]
      - id: open
        name: Open
        rates: [{from: 2026-01-01, usd_per_million_tokens: not stated, source: article}]
    """,
    "content/scenarios/small.yaml": """
    title: A scenario
    question: What?
    summary: It matters.
    workloads:
      - {id: w, name: Work, period: once, traffic: batch, tokens: 70_000,
         throughput: {tokens_per_hour: 1M}}
      - {id: range, name: Range, period: once, traffic: batch, tokens: 20M,
         throughput: {tokens_per_hour: 1M to 2M}}
    offers: [{offer: d, scaling: {billed: {idle_tail: free}}}]
    """,
  ]

  /// The entry of a claim on the page of all claims, given by its figure and its formula.
  private func entry(_ published: String, _ formula: String) throws -> ClaimEntry {
    var files = Self.files
    files["content/claims/article.yaml"] = """
      source: article
      claims:
        - id: other
          quote: ninety
          says: It is ninety.
          published: {value: 90, unit: usd}
          formula: [{value: 90, unit: usd, name: ninety}]
        - id: claim
          quote: words
          says: It is so.
          \(published)
          formula: [\(formula)]
      """
    var loader = ContentLoader()
    let content = loader.load(files.map { SiteFile(path: $0.key, bytes: Array($0.value.utf8)) })
    #expect(loader.diagnostics == [])
    let loaded = try #require(content)
    let priced = try loaded.scenarios.map { PricedDocument($0, try $0.scenario.priced()) }
    let claims = loaded.claims.flatMap(\.claims).map(\.claim)
    let evidence = ClaimEvidence(
      offers: loaded.rateCards.flatMap(\.offers).map(\.offer), scenarios: priced.map(\.priced),
      claims: claims)
    let context = SiteContext(
      content: loaded, scenarios: [], priced: priced,
      claims: try claims.map { try $0.audited(by: evidence) },
      baseURL: nil)
    var sources = PageSources(loaded, listedOn: SitePaths.claims)
    let builder = ClaimEntryBuilder(context: context, isTheirPage: true)
    return builder.entry(try #require(context.claim("claim")), &sources)
  }

  @Test(
    "A published amount is as exact as it was written",
    arguments: [("0.1", "consistent"), ("0.10", "off"), ("0.14", "reproduced")])
  func precision(amount: String, kind: String) throws {
    // 70,000 tokens at $2 an hour and a million tokens an hour: 14 cents.
    let entry = try entry(
      "published: {value: \(amount), unit: usd}",
      "{invoice: {scenario: small, offer: d, workload: w}}")
    #expect(entry.kind == kind)
    // The quotation is "words", which hold no number.
    #expect(entry.published == "no figure, taken as $\(amount == "0.1" ? "0.10" : amount)")
    #expect(entry.computed == "$0.14")
  }

  @Test func theArithmeticOfAnInvoiceShowsBothEnds() throws {
    let entry = try entry(
      "published: {value: 20 to 40, unit: usd}",
      "{invoice: {scenario: small, offer: d, workload: range}}")
    #expect(entry.kind == "reproduced")
    #expect(entry.why == [])
    let step = try #require(entry.steps.first)
    #expect(step.value == "$20–40")
    #expect(step.name == "D, Range")
    #expect(step.origin == "10–20 GPU-hours × $2; Somebody, read 21\u{A0}November 2026")
    #expect(
      step.links.map(\.link) == [
        .file("scenarios/small/invoices/index.html", anchor: "invoice_d_range")
      ])
    #expect(entry.result == "= $20–40")
  }

  @Test func saysHowFarOffAFigureIsAndWhatItWouldBuy() throws {
    let entry = try entry(
      "published: {value: 30 to 60, unit: usd}",
      "{invoice: {scenario: small, offer: d, workload: range}}")
    #expect(entry.verdict == "Off")
    #expect(
      entry.why == [
        "The published figure is off by $10–20, which makes it 1.5 times the computed value.",
        "A range comes out only if both of its ends do.",
        "No source here states how long waiting for a machine, pulling the image, loading the model and "
          + "draining take, so they are not counted.",
      ])
  }

  @Test func leadsToTheClaimsThatSayOtherwise() throws {
    let entry = try entry(
      "published: {value: 100, unit: usd, bound: above}\n    relation: at least",
      "{claim: other}, {do: times, value: 2, name: twice, quote: two of them}")
    #expect(entry.verdict == "Not consistent")
    #expect(entry.published == "no figure, taken as above $100")
    #expect(entry.others.map(\.title) == ["ninety"])
    #expect(entry.others.map(\.link) == [.file(SitePaths.claims, anchor: "claim_other")])
    #expect(entry.steps.map(\.sign) == ["", "×"])
    #expect(entry.steps.map(\.value) == ["$90", "2"])
    #expect(entry.steps.map(\.citations.count) == [1, 1])
  }

  @Test func namesWhatIsNotStated() throws {
    let entry = try entry(
      "published: {value: 1, unit: usd}",
      "{offer: open}, {do: times, value: not stated, unit: million-tokens, name: the volume}")
    #expect(
      entry.why == [
        "Cannot be computed: the price per 1M tokens of Open is not stated and no source here states "
          + "the volume."
      ])
    #expect(entry.verdict == "Cannot be computed")
    #expect(entry.computed == "not stated")
    #expect(entry.steps.map(\.value) == ["not stated", "not stated"])
  }

  @Test func saysWhyAFigureThatComesOutProvesNothing() throws {
    let band = try entry(
      "published: {value: 30, unit: usd}\n    relation: within",
      "{value: 20 to 40, unit: usd, name: the band, source: list}")
    #expect(band.verdict == "Consistent")
    #expect(
      band.why == [
        "Nothing speaks against it, nor would anything against a figure a tenth larger or smaller."
      ])
    let other = try entry(
      "published: {value: 30, unit: usd}", "{value: 30, unit: usd, name: it, quote: thirty}")
    #expect(other.verdict == "Reproduced")
    #expect(other.why == [])
    let circle = try entry(
      "published: {value: 30, unit: usd}", "{value: 30, unit: usd, name: the price, quote: words}")
    #expect(circle.verdict == "Restated")
    #expect(
      circle.why == [
        "“the price”, on which its computation rests in the end, rests on the same words: that is no "
          + "evidence of its own."
      ])
    let alone = try entry("published: {value: 30, unit: usd}", "{value: 30, unit: usd, name: it}")
    #expect(
      alone.why == ["All its inputs hold by definition; no other statement bears it out."])
  }

  @Test func saysOnWhatAFigureDependsAndWhetherThatHolds() throws {
    let entry = try entry(
      """
      published: {value: 1440, unit: usd, approximate: true}
          condition:
            quote: words
            says: One is enough.
            formula:
              - {value: 720, unit: h, name: a month}
              - {do: minus, value: 800, unit: h, bound: at least, name: the work}
      """,
      "{value: 1440, unit: usd, name: it, source: list}")
    #expect(entry.published == "no figure, taken as about $1,440")
    #expect(entry.verdict == "Consistent, condition not met")
    #expect(
      entry.why == [
        "It depends on “words”. One is enough. That does not hold: "
          + "720\u{A0}h against at least 800\u{A0}h."
      ])
  }

  @Test(
    "Figures have their units",
    arguments: [
      ("0.00056", "usd/s", "$0.00056/s"), ("20", "million-tokens", "20\u{A0}million tokens"),
      ("15 to 50", "usd/million-tokens", "$15–50 per million tokens"),
      ("0.50 to 8", "usd/h", "$0.50–8.00/h"), ("0.10 to 50", "usd", "$0.10–50.00"),
      ("202", "tokens/s", "202\u{A0}tokens/s"), ("40 to 60", "%", "40–60\u{A0}%"),
      ("0.001", "usd/tokens", "$0.001 per token"), ("15", "1", "15"), ("6.5", "usd/h", "$6.50/h"),
    ])
  func units(figures: String, unit: String, text: String) throws {
    let value = figures.split(separator: " to ")[0]
    let entry = try entry(
      "published: {value: \(figures), unit: \"\(unit)\"}",
      "{value: \(value), unit: \"\(unit)\", name: it}")
    #expect(entry.published == "no figure, taken as \(text)")
  }

  @Test(
    "Computed values have a few digits more than the figure, inputs have all",
    arguments: [
      ("0.00056", "2", "3600", "0.0005556"), ("20", "55", "2.8", "19.64"),
      ("15", "300", "20", "15"),
      ("1.00", "2", "3", "0.6667"), ("100", "20.60458", "1", "20.6"),
    ])
  func digits(figure: String, first: String, second: String, computed: String) throws {
    let entry = try entry(
      "published: {value: \(figure)}",
      "{value: \(first), name: a}, {do: over, value: \(second), name: b}")
    #expect(entry.computed == computed)
    #expect(entry.steps.map(\.value) == [first, second == "3600" ? "3,600" : second])
  }
}
