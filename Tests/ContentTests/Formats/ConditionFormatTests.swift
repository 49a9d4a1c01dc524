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
      ("beyond: 1M", Condition(beyond: 1_000_000)),
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
      (["beyond: 0"], "a price beyond nothing"),
      (["beyond: 1M", "beyond: 1M"], "two prices per request of 2026-01-01"),
      (["beyond: -1"], "'-1' is negative"),
      (["beyond: 1M, input_over: 200k"], "'beyond' beside a condition of single requests or hours"),
      (
        ["beyond: 1M", "input_over: 200k"],
        "'beyond' beside a condition of single requests or hours"
      ),
      (["tier: batch", "tier: batch"], "two prices per request of 2026-01-01"),
      (
        ["input_from: 0"],
        "a step that every request takes, so that the price without it never holds"
      ),
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

  @Test(
    "One mistake in a condition is one message, and not two prices besides",
    arguments: [
      "hours: 16:30-00:30", "hours: 16:30-00:30, time_zone: Asia/Shanghai", "teir: batch",
      "input_over: many", "hours: 16-18, time_zone: UTC",
    ])
  func saysOnce(condition: String) {
    #expect(Self.outcome([condition]).messages.count == 1)
  }

  @Test(
    "Refuse parts of what has none",
    arguments: [
      ("usd_per_gpu_hour: 2", "'beyond' at a price per GPU-hour, of which nothing is used up"),
      ("usd_per_month: 2", "'beyond' at a price per month, of which nothing is used up"),
      (
        "usd_minimum_per_month: 2",
        "'beyond' at a price per month at least, of which nothing is used up"
      ),
      ("usd_per_image: 1", "a price per image beyond 10 without one for those before"),
      (
        "usd_per_million_input_tokens: 1",
        "prices for parts of the input tokens beside a price for cached input tokens"
      ),
    ])
  func refusesParts(price: String, message: String) {
    let outcome = ContentSample.offer(
      "rates: [{source: page, usd_per_million_input_tokens: 3, usd_per_million_output_tokens: 6, "
        + "usd_per_million_cached_input_tokens: 1, usd_per_gpu_hour: 1, usd_per_month: 1, "
        + "usd_minimum_per_month: 5}, {source: page, when: {beyond: 10}, \(price)}]")
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }

  @Test(
    "Refuse steps of a request's input at what no request moves", arguments: ["gpu_hour", "month"])
  func refusesSteps(unit: String) {
    let outcome = ContentSample.offer(
      "rates: [{source: page, usd_per_\(unit): 3}, "
        + "{source: page, when: {input_over: 3}, usd_per_\(unit): 2}]")
    #expect(
      outcome.messages.contains { $0.hasPrefix("a step of a request's input at a price per ") },
      "\(outcome.messages)")
  }

  @Test func refusesAPartInProportionToAWholeWithSeveralPrices() {
    let outcome = ContentSample.offer(
      "rates: [{source: page, usd_per_million_input_tokens: 3, usd_per_million_output_tokens: 6}, "
        + "{source: page, when: {beyond: 1M}, usd_per_million_input_tokens: 2}], "
        + "adjustments: [{on: [cached-input-tokens], factor: 0.1, source: page}]")
    #expect(
      outcome.messages.contains {
        $0.hasPrefix("a part in proportion to its whole, beside a price with 'beyond'")
      }, "\(outcome.messages)")
  }

  @Test("Hours that follow each other are no overlap")
  func following() {
    let outcome = Self.outcome([
      "hours: 01:00-04:00, time_zone: UTC", "hours: 04:00-05:00, time_zone: UTC",
    ])
    #expect(outcome.messages == [])
  }
}
