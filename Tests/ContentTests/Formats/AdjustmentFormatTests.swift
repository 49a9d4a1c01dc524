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
      "[{when: batch, on: all tokens, factor: 0.5, source: page, quote: 50 % off}, "
        + "{when: priority, on: all tokens, factor: 1.75 to 2, from: 2026-08-16, source: page}, "
        + "{when: idle, on: time, factor: not stated, source: page}]")
    #expect(outcome.messages == [])
    let listed = try #require(outcome.content?.listedOffer("new"))
    #expect(listed.adjustments.map(\.condition) == ["batch", "priority", "idle"])
    let half = try Ratio(1, over: 2)
    #expect(listed.adjustments[0].factor == Bounds(half))
    #expect(listed.adjustments[0].citation == Citation(source: "page", quote: "50 % off"))
    #expect(listed.adjustments[1].factor == Bounds(try Ratio(7, over: 4), 2))
    #expect(listed.adjustments[1].from == CalendarDate("2026-08-16"))
    #expect(listed.adjustments[2].factor == nil)
    #expect(listed.offer.rates.map(\.price?.low.dollarText) == ["2"])
  }

  @Test(
    "Refuse factors without a condition, a target or a source",
    arguments: [
      ("[{on: all tokens, factor: 0.5, source: page}]", "'when' is missing from this adjustment"),
      ("[{when: batch, factor: 0.5, source: page}]", "'on' is missing from this adjustment"),
      ("[{when: batch, on: all tokens, source: page}]", "'factor' is missing"),
      ("[{when: batch, on: all tokens, factor: 50 %, source: page}]", "'50 %' has a unit"),
      ("[{when: batch, on: all tokens, factor: 0.5}]", "'source' is missing"),
      ("[{when: batch, on: all tokens, factor: 0.5, source: other}]", "'other' is not a source"),
    ])
  func refuses(adjustments: String, message: String) {
    let outcome = outcome(adjustments)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
