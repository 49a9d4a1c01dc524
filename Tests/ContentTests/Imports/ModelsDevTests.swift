import Diagnostics
import Pricing
import Testing

@testable import Content

@Suite("The database of models.dev")
struct ModelsDevTests {
  private static let answer = """
    {"acme": {"id": "acme", "name": "Acme", "doc": "https://example.com/docs", "models": {
      "lab/chat": {"id": "lab/chat", "name": "Chat", "cost": {
        "input": 2, "output": 8, "cache_read": 0.2, "cache_write": 0, "reasoning": 10,
        "input_audio": 30, "output_audio": 60.5,
        "tiers": [{"input": 4, "output": 12, "tier": {"type": "context", "size": 272000}}],
        "context_over_200k": {"output": 12, "input": 4}}},
      "old": {"name": "Old", "cost": {"input": 1, "output": 2,
        "context_over_200k": {"input": 2, "output": 3}}},
      "odd": {"cost": {"input": 1, "output": 2, "cached_input": 0.1}},
      "hours": {"cost": {"input": 1, "output": 2, "tiers": [{"input": 3, "tier": {"type": "hour"}}]}},
      "blank": {"cost": {"input": null, "output": 3}},
      "silent": {"name": "Silent"}
    }}}
    """

  private static let chat = #"""
    # Made for a test.
    name = "Chat"
    "quoted key" = 'C:\new'
    description = """
    Says "hello", and \"bye\"."""
    reasoning_options = [
      { type = "effort", values = ["low", "high"] },  # two
    ]

    [cost]
    input = 2
    output = 8.0
    cache_read = 0.2
    cache_write = 0
    reasoning = 10
    input_audio = 30
    output_audio = 60.5

    [[cost.tiers]]
    tier = { type = "context", size = 272_000 }
    input = 4
    output = 12

    [limit]
    context = 400_000
    """#

  private static let expected = [
    "million-input-tokens 2", "million-output-tokens 8", "million-cached-input-tokens 0.2",
    "million-cache-write-input-tokens 0", "million-reasoning-output-tokens 10",
    "million-audio-input-tokens 30", "million-audio-output-tokens 60.5",
    "million-input-tokens >272000 4", "million-output-tokens >272000 12",
  ]

  private static func rates(_ trial: ImportTrial, _ id: String) throws -> [String] {
    try #require(trial.content.listedOffer(id)?.offer).rates.map { rate in
      "\(rate.unit.rawValue) " + (rate.condition.input.map { ">\($0.tokens) " } ?? "")
        + (rate.price?.low.dollarText ?? "?")
    }
  }

  @Test("As its API answers: the step for older readers is no second one")
  func answer() throws {
    let list = try ImportTrial.list(Self.answer, .modelsDev)
    #expect((list.expressedCount, list.pricedCount) == (3, 5))
    #expect(list.unexpressed.map(\.key) == ["cost.cached_input", "cost.tiers.tier"])
    let trial = try ImportTrial(list)
    #expect(try Self.rates(trial, "models-dev-acme-lab-chat").sorted() == Self.expected.sorted())
    #expect(
      try Self.rates(trial, "models-dev-acme-old") == [
        "million-input-tokens 1", "million-output-tokens 2", "million-input-tokens >200000 2",
        "million-output-tokens >200000 3",
      ])
    // A blank is not zero.
    #expect(
      try Self.rates(trial, "models-dev-acme-blank") == [
        "million-input-tokens ?", "million-output-tokens 3",
      ])
  }

  @Test("As a file for each model, whose folders say the provider and the key")
  func tables() throws {
    let list = try ImportTrial.list(
      Self.chat, .modelsDev, path: "checkout/providers/acme/models/lab/chat.toml")
    let trial = try ImportTrial(list)
    #expect(try Self.rates(trial, "models-dev-acme-lab-chat").sorted() == Self.expected.sorted())
    let provider = try ImportTrial.list(
      "name = 'Acme'\n", .modelsDev, path: "checkout/providers/acme/provider.toml")
    #expect(provider.pricedCount == 0)
  }

  @Test(
    "TOML that is not what it should be is refused on its line",
    arguments: [
      ("name = \"a\"\n[cost\n", 3), ("a = 1\n\na = 2\n", 3), ("a\n= 1\n= 2\n", 3),
      ("[cost]\ninput = \n", 3), ("a = 1\n[a]\n", 2), ("a = 1\n[[a]]\n", 2),
    ])
  func broken(text: String, line: Int) {
    let error = #expect(throws: PriceListError.self) {
      try ImportTrial.list(text, .modelsDev, path: "a/models/b.toml")
    }
    #expect(error?.finding.location.line == line)
  }

  @Test("A file with more keys than a model has is refused, and not looked through")
  func manyKeys() {
    let text = (0..<200_000).map { "k\($0) = 1\n" }.joined()
    #expect(throws: PriceListError.self) {
      try ImportTrial.list(text, .modelsDev, path: "a/models/b.toml")
    }
  }
}
