import Pricing
import Testing

@testable import Wording

@Suite("How offers bill, in words")
struct BillingTextTests {
  private static func offer(_ id: String, _ unit: RateUnit, _ policy: ScalingPolicy) throws -> Offer
  {
    let rate = Rate(
      unit: unit, price: Bounds(try Money(dollars: "1")),
      day: .read(try #require(CalendarDate("2026-11-21"))),
      citation: Citation(source: "s"))
    return Offer(id: id, name: id, provider: "p", rates: [rate], scaling: policy)
  }

  @Test(
    "Machines that come and go are billed in the steps that somebody states",
    arguments: [
      (.gpuHour, Ratio(1), "per second, scales to zero"),
      (.gpuHour, 60, "per minute, scales to zero"),
      (.gpuSecond, 60, "per minute, scales to zero"),
      (.gpuSecond, 300, "per 5\u{A0}min, scales to zero"),
      (.gpuHour, 3600, "per hour, scales to zero"),
      // Nobody says: a price by the second is one, a price by the hour says nothing.
      (.gpuSecond, .zero, "per second, scales to zero"),
      (.gpuHour, .zero, "by time, scales to zero"),
    ] as [(RateUnit, Ratio, String)])
  func steps(unit: RateUnit, increment: Ratio, words: String) throws {
    let offer = try Self.offer("a", unit, ScalingPolicy(billingIncrement: increment))
    #expect(BillingText.words(offer, on: nil) == words)
  }

  @Test func whatPartsOfASecondAreRoundedToIsBilledByTheSecond() throws {
    let policy = ScalingPolicy(billingIncrement: try Ratio(1, over: 1000))
    #expect(
      BillingText.words(try Self.offer("a", .gpuSecond, policy), on: nil)
        == "per second, scales to zero")
  }

  @Test func aMachineThatStaysIsHeldByTheHourWhateverTheStep() throws {
    let held = ScalingPolicy(minimumReplicas: 1, idleTimeout: .never, billingIncrement: 60)
    #expect(
      BillingText.words(try Self.offer("a", .gpuHour, held), on: nil)
        == "per replica-hour, always on")
  }

  @Test func aCardHasEachWayOnceInAFixedOrder() throws {
    let held = ScalingPolicy(minimumReplicas: 1, idleTimeout: .never)
    let offers = [
      try Self.offer("a", .gpuHour, held),
      try Self.offer("b", .gpuHour, ScalingPolicy(billingIncrement: 60)),
      try Self.offer("c", .gpuHour, ScalingPolicy(billingIncrement: 1)),
      try Self.offer("d", .gpuHour, ScalingPolicy(billingIncrement: 60)),
    ]
    #expect(
      BillingText.words(offers) == [
        "per minute, scales to zero", "per second, scales to zero", "per replica-hour, always on",
      ])
  }
}
