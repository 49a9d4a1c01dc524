import Content
import Pricing
import Testing

@Suite("The range of a scenario's curves")
struct SweepFormatTests {
  @Test(
    "Runs over tokens, hours or shares",
    arguments: [
      ("driver: tokens, from: 1M, to: 10B", .tokens, 1_000_000...10_000_000_000),
      ("driver: hours, from: 1, to: 720", .hours, 1...720),
      ("driver: busy-share, from: 1, to: 100", .busyShare, 10_000...1_000_000),
    ] as [(String, Driver, ClosedRange<Int>)])
  func reads(keys: String, driver: Driver, range: ClosedRange<Int>) throws {
    let outcome = ContentSample.scenario(
      workloads: ["tokens: 1M, hours: 5 h"], "vary: {\(keys)}")
    #expect(outcome.messages == [])
    let sweep = try #require(outcome.content?.scenarios.first?.scenario.sweep)
    #expect(sweep.driver == driver)
    #expect(sweep.range == range)
    #expect(sweep.interpolation == .power)
  }

  @Test(
    "Refuses a range without an inside",
    arguments: [
      ("driver: tokens, from: 1B, to: 1M", "a range from 1000000000 to 1000000 of tokens"),
      ("driver: tokens, from: 0, to: 1M", "a range from 0 to 1000000 of tokens"),
      ("driver: tokens, from: 5, to: 5", "a range from 5 to 5 of tokens"),
      ("driver: busy-share, from: 1, to: 101", "a range from 1 to 101 of busy-share"),
      ("driver: hours, from: 1, to: 1000001", "a range from 1 to 1000001 of hours"),
      ("driver: seconds, from: 1, to: 5", "'seconds' is not one of the words known here"),
      ("driver: tokens, from: 1", "'to' is missing from this vary"),
    ])
  func refuses(keys: String, message: String) {
    let outcome = ContentSample.scenario(
      workloads: ["tokens: 1M, hours: 5 h"], "vary: {\(keys)}")
    #expect(outcome.content == nil)
    #expect(outcome.messages.contains { $0.hasPrefix(message) }, "\(outcome.messages)")
  }
}
