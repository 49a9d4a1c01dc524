import Content
import Pricing
import Testing

@Suite("Conditions of prices as written")
struct ConditionFormatTests {
  private static func outcome(_ conditions: [String]) -> ContentSample.Outcome {
    let base = "{from: 2026-01-01, source: page, usd_per_request: 2}"
    let others = conditions.map {
      "{from: 2026-01-01, source: page, when: {\($0)}, usd_per_request: 1}"
    }
    return ContentSample.offer("rates: [\(([base] + others).joined(separator: ", "))]")
  }

  @Test(
    "Say what was chosen, how long the input is, and when",
    arguments: [
      ("tier: batch", Condition(choices: [Choice(.tier, "batch")])),
      (
        "region: eu, tier: flex",
        Condition(choices: [Choice(.tier, "flex"), Choice(.region, "eu")])
      ),
      ("input_over: 200k", Condition(input: .init(over: 200_000))),
      ("input_from: 128k", Condition(input: .init(over: 128_000, isInclusive: true))),
      ("hours: 16:30-00:30, time_zone: UTC", Condition(window: Window(from: 990, to: 30))),
      (
        "days: [sat, sun], time_zone: UTC+8",
        Condition(window: Window(days: [.sat, .sun], from: 0, to: 1440, offset: 480))
      ),
      (
        "hours: 09:00-24:00, time_zone: UTC-3:30",
        Condition(window: Window(from: 540, to: 1440, offset: -210))
      ),
    ])
  func reads(written: String, condition: Condition) throws {
    let outcome = Self.outcome([written])
    #expect(outcome.messages == [])
    let rates = try #require(outcome.content?.listedOffer("new")?.offer.rates)
    #expect(rates.map(\.condition) == [.always, condition])
  }

  @Test(
    "Refuse what nobody could meet or tell",
    arguments: [
      ([""], "a condition without anything in it"),
      (["teir: batch"], "'teir' is not a key of this condition"),
      (["hours: 16:30-00:30"], "hours or days without a time zone"),
      (["days: [sat]"], "hours or days without a time zone"),
      (["time_zone: UTC"], "a time zone without hours or days"),
      (["hours: 16-18, time_zone: UTC"], "'16-18' are no hours of a day"),
      (["hours: 16:30-16:30, time_zone: UTC"], "'16:30-16:30' are no hours of a day"),
      (["hours: 16:30-25:00, time_zone: UTC"], "'16:30-25:00' are no hours of a day"),
      (["hours: 16:30-18:00, time_zone: Asia/Shanghai"], "'Asia/Shanghai' is no time zone"),
      (["input_over: 200k, input_from: 200k"], "'input_over' beside 'input_from'"),
      (["tier: batch", "tier: batch"], "two prices per request of 2026-01-01"),
      (
        ["hours: 01:00-04:00, time_zone: UTC", "hours: 03:00-05:00, time_zone: UTC"],
        "two prices per request at the same hour"
      ),
    ])
  func refuses(conditions: [String], message: String) {
    let outcome = Self.outcome(conditions)
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test("Hours that follow each other are no overlap")
  func following() {
    let outcome = Self.outcome([
      "hours: 01:00-04:00, time_zone: UTC", "hours: 04:00-05:00, time_zone: UTC",
    ])
    #expect(outcome.messages == [])
  }
}
