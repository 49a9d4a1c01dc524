import Content
import Testing

@testable import Reports

@Suite("Rules in the words of somebody else")
struct ForeignRulesTests {
  private static let sources = [
    "content/sources.yaml": """
    sources:
      - {id: article, title: An article, publisher: Somebody, read: 2026-11-21}
      - {id: own, title: Billing, publisher: Market, read: 2026-11-21}
    """
  ]

  private static func sentences(_ first: String, _ second: String, scales: String = "0") throws
    -> [String]
  {
    func rules(_ source: String, _ rules: String, _ replicas: String) -> String {
      "scaling: {source: \(source), quote: so, minimum_replicas: \(replicas), \(rules)}"
    }
    let view = try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_gpu_hour: 2, source: article}], \(rules("article", first, "0"))}
        - {id: b, name: B, rates: [{usd_per_gpu_hour: 2, source: own}], \(rules("own", second, scales))}
      """, "workloads: [{id: w, name: Work, hours: 1 h, runs: 1}]\noffers: [{offer: a}]\n", sources)
    let rules = ForeignRules(view.context.content)
    #expect(rules.sentences(of: ["market"]) == rules.sentences())
    #expect(rules.sentences(of: ["nobody"]) == [])
    return rules.sentences()
  }

  @Test func areToldWhereTheProvidersOwnPagesSayOtherwise() throws {
    #expect(
      try Self.sentences(
        "idle_timeout: 0 s, billed: {idle_tail: free}",
        "idle_timeout: 60 s, billed: {idle_tail: billed}")
        == [
          "The rules of A are in the words of Somebody, read 21\u{A0}November 2026. Market’s own "
            + "pages, read 21\u{A0}November 2026, say otherwise about idle tail and idle timeout: "
            + "those are the rules of B."
        ])
  }

  @Test(
    "Beside a rule stands what its seller says of it, where that is something else",
    arguments: [
      ("free", "billed", "free, according to Somebody; billed, according to Market"),
      ("free", "free", "free"), ("free", "not stated", "free"),
      ("not stated", "free", "not stated"),
      ("free", nil, "free"),
    ])
  func beside(text: String, own: String?, words: String) {
    let sayers = ForeignRules.Sayers(publisher: "Somebody", own: "b", seller: "Market")
    #expect(sayers.words(text, beside: own) == words)
  }

  @Test(
    "But not where these say the same, or more, or of something else",
    arguments: [
      ("idle_timeout: 60 s, billed: {idle_tail: billed}", "0"),
      ("idle_timeout: 60 s, billing_increment: 1 s, billed: {idle_tail: billed}", "0"),
      ("idle_timeout: never, billed: {kept_warm: billed}", "1"),
    ])
  func areNot(second: String, scales: String) throws {
    #expect(
      try Self.sentences("idle_timeout: 60 s, billed: {idle_tail: billed}", second, scales: scales)
        == [])
  }
}
