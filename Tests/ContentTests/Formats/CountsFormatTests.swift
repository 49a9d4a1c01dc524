import Content
import Diagnostics
import Pricing
import Testing

@Suite("Counts of a workload")
struct CountsFormatTests {
  private static func query(_ values: [(String, String)]) throws -> (PriceQuery?, [String]) {
    let sample = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_million_tokens: 2}]")
    var findings: [Diagnostic] = []
    let query = PriceQuery.read(
      values.map { GivenValue($0.0, $0.1, at: SourceLocation(file: "--count")) },
      site: try #require(sample.content).settings, into: &findings)
    return (query, findings.map(\.message))
  }

  @Test("Have a key for each quantity, with ranges")
  func reads() throws {
    let (query, messages) = try Self.query([
      ("input_tokens", "8M"), ("output_tokens", "1M"), ("cached_input_tokens", "2M to 4M"),
      ("web_searches", "1500"), ("gb_months", "20"),
    ])
    #expect(messages == [])
    let counts = try #require(query).workload.counts
    #expect(counts.map(\.quantity.id) == ["cached-input-tokens", "web-searches", "gb-months"])
    #expect(counts.map { $0.amount.low } == [2_000_000, 1500, 20])
    #expect(counts.map { $0.amount.high } == [4_000_000, 1500, 20])
  }

  @Test(
    "Refuse what cannot be",
    arguments: [
      (["cached_input_tokens"], "2M", "tokens", "8M", "does not say how many tokens of each kind"),
      (["cached_input_tokens"], "9M", "input_tokens", "8M", "more cached input tokens than"),
      (["web_searches"], "not stated", "input_tokens", "8M", "that are not stated"),
      (["web_serches"], "3", "input_tokens", "8M", "'web_serches' is not a key of a workload"),
      (["web_searches"], "-3", "input_tokens", "8M", "'-3'"),
    ])
  func refuses(keys: [String], value: String, other: String, tokens: String, message: String) throws
  {
    let (query, messages) = try Self.query(keys.map { ($0, value) } + [(other, tokens)])
    #expect(query == nil)
    #expect(messages.count == 1 && messages[0].contains(message), "\(messages)")
  }

  @Test("Two prices for one quantity would both be charged")
  func twoUnits() {
    let outcome = ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_web_search: 1, usd_per_thousand_web_searches: 3}]"
    )
    #expect(
      outcome.messages == [
        "two prices for web searches: usd_per_web_search and usd_per_thousand_web_searches | keep one of them"
      ])
  }
}
