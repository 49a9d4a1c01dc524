import Testing

@testable import Content

@Suite("Keys by the names that others have for them")
struct KeySynonymsTests {
  private static let keys = RateKeys.fields.map(\.key) + WorkloadFormat.shape.fields.map(\.key)

  @Test(
    "Are known, in rates and in workloads",
    arguments: [
      ("usd_per_million_cached_tokens", "usd_per_million_cached_input_tokens"),
      ("usd_per_million_cached_input", "usd_per_million_cached_input_tokens"),
      ("usd_per_million_cache_read_input_tokens", "usd_per_million_cached_input_tokens"),
      ("usd_per_million_cache_creation_tokens", "usd_per_million_cache_write_input_tokens"),
      ("usd_per_million_prompt_tokens", "usd_per_million_input_tokens"),
      ("usd_per_million_completion_tokens", "usd_per_million_output_tokens"),
      ("cached_tokens", "cached_input_tokens"), ("cached_prompt_tokens", "cached_input_tokens"),
      ("prompt_tokens", "input_tokens"), ("completion_tokens", "output_tokens"),
      ("thinking_tokens", "reasoning_output_tokens"), ("usd_per_million_dance_tokens", nil),
      ("tokens", nil), ("uncached_tokens", nil),
    ] as [(String, String?)])
  func known(written: String, meant: String?) {
    #expect(KeySynonyms.key(for: written, in: Self.keys) == meant)
  }

  @Test func areWhatAFindingNames() {
    let outcome = ContentSample.offer(
      "rates: [{source: page, usd_per_million_tokens: 3, usd_per_million_cached_tokens: 1}]")
    #expect(outcome.messages.count == 1)
    #expect(outcome.messages[0].hasSuffix("write 'usd_per_million_cached_input_tokens'"))
  }
}
