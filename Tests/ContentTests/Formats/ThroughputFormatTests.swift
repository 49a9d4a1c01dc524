import Content
import Pricing
import Testing

@Suite("Throughput as written")
struct ThroughputFormatTests {
  @Test(
    "Is tokens a second or an hour",
    arguments: [
      ("tokens_per_second: 300 to 600", Bounds(300, 600), Bounds(1)),
      ("tokens_per_second: 0.5", Bounds(try Ratio(1, over: 2)), Bounds(1)),
      ("tokens_per_hour: 36k", Bounds(10), Bounds(1)),
      (
        "tokens_per_hour: 36k, utilisation: 50 %", Bounds(10), Bounds(try Ratio(1, over: 2))
      ),
    ] as [(String, Bounds<Ratio>, Bounds<Ratio>)])
  func reads(keys: String, speed: Bounds<Ratio>, utilisation: Bounds<Ratio>) throws {
    let outcome = ContentSample.scenario(workloads: ["tokens: 1M, throughput: {\(keys)}"])
    #expect(outcome.messages == [])
    let workload = try #require(outcome.content?.scenarios.first?.scenario.workloads.first)
    #expect(workload.throughput?.tokensPerSecond == speed)
    #expect(workload.throughput?.utilisation == utilisation)
  }

  @Test(
    "Refuses what is no speed",
    arguments: [
      ("tokens_per_second: 0", "a speed of 0, at which no work is ever done"),
      ("tokens_per_hour: 0 to 1M", "a speed of 0, at which no work is ever done"),
      ("tokens_per_second: not stated", "a speed that is not stated"),
      ("utilisation: 50 %", "a throughput needs exactly one speed"),
      ("tokens_per_second: 5, tokens_per_hour: 5", "a throughput needs exactly one speed"),
      ("tokens_per_second: 5, utilisation: 120 %", "more than 100 % of the time"),
      ("tokens_per_second: 5, utilisation: 0 %", "nothing to divide by"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.scenario(workloads: ["tokens: 1M, throughput: {\(keys)}"])
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
