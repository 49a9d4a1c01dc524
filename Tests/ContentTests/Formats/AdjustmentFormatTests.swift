import Content
import Pricing
import Testing

@Suite("Prices in proportion as written")
struct AdjustmentFormatTests {
  private func outcome(_ adjustments: String) -> ContentSample.Outcome {
    ContentSample.offer(
      "rates: [{from: 2026-01-01, source: page, usd_per_million_tokens: 2}], "
        + "adjustments: \(adjustments)")
  }

  @Test func readsThemAndChangesNoRate() throws {
    let outcome = outcome(
      "[{when: {tier: batch}, on: [tokens], factor: 0.5, source: page, quote: 50 % off}, "
        + "{when: {tier: priority}, factor: 1.75 to 2, from: 2026-08-16, source: page}, "
        + "{on: [cached-input-tokens], words: read from the cache, subject: input tokens, "
        + "factor: not stated, source: page}]")
    #expect(outcome.messages == [])
    let offer = try #require(outcome.content?.listedOffer("new")).offer
    let adjustments = offer.adjustments
    #expect(
      adjustments.map(\.condition.choices) == [
        [Choice(.tier, "batch")], [Choice(.tier, "priority")], [],
      ])
    let half = try Ratio(1, over: 2)
    #expect(adjustments[0].factor == Bounds(half))
    #expect(adjustments[0].quantities == [.tokens])
    #expect(adjustments[0].citation == Citation(source: "page", quote: "50 % off"))
    #expect(adjustments[1].factor == Bounds(try Ratio(7, over: 4), 2))
    #expect(adjustments[1].from == CalendarDate("2026-08-16"))
    #expect(adjustments[2].factor == nil)
    #expect(adjustments[2].detail == "read from the cache")
    #expect(offer.rates.map(\.price?.low.dollarText) == ["2"])
  }

  @Test(
    "Refuse factors of nothing in particular, without a source, or of what is not counted",
    arguments: [
      ("[{factor: 0.5, source: page}]", "a price in proportion that always holds"),
      ("[{when: {}, factor: 0.5, source: page}]", "a condition without anything in it"),
      ("[{when: batch, factor: 0.5, source: page}]", "'condition' is a text"),
      ("[{when: {tier: batch}, on: [toknes], factor: 0.5, source: page}]", "'toknes' is"),
      ("[{when: {tier: batch}, source: page}]", "'factor' is missing"),
      ("[{when: {tier: batch}, factor: 50 %, source: page}]", "'50 %' has a unit"),
      ("[{when: {tier: batch}, factor: 0.5}]", "'source' is missing"),
      ("[{when: {tier: batch}, factor: 0.5, source: other}]", "'other' is not a source"),
    ])
  func refuses(adjustments: String, message: String) {
    let outcome = outcome(adjustments)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
