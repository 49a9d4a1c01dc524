import TestSupport
import Testing

@testable import Pricing

/// How many times as much one offer costs as another, with what both share held.
@Suite("How many times as much")
struct FactorTests {
  private static func group(_ offers: [Offer], _ workload: Workload) throws -> PricedGroup {
    try Scenario(id: "s", workloads: [workload], offers: offers).priced().groups[0]
  }

  private static func job(_ low: Int128, _ high: Int128) throws -> Workload {
    Samples.once(
      .batch, tokens: .total(20_000_000, inputShare: Bounds(.zero, .one)),
      throughput: try Throughput(
        tokensPerSecond: Bounds(Ratio(low, over: 3600), Ratio(high, over: 3600))))
  }

  private static func machine(_ id: String, _ low: String, _ high: String? = nil) throws -> Offer {
    Samples.offer(id, try Samples.rate(.gpuHour, low, high), scaling: Samples.bySecond)
  }

  @Test(
    "At one speed for both it is that of their rates",
    arguments: [
      ("1.99", nil, "3.95", nil, "1.9848 to 1.9850"), ("2", "4", "8", nil, "1.9998 to 4.0002"),
      ("2", nil, "4", "8", "1.9998 to 4.0002"),
    ] as [(String, String?, String, String?, String)])
  func sharedSpeed(
    low: String, high: String?, otherLow: String, otherHigh: String?, factor: String
  ) throws {
    let group = try Self.group(
      [Self.machine("less", low, high), Self.machine("more", otherLow, otherHigh)],
      try Self.job(1_000_000, 2_000_000))
    let found = try #require(group.factor(of: "more", over: "less", 0))
    // Seconds are rounded up: a few hundred-thousandths of ten hours.
    let ends = factor.split(separator: " to ").compactMap { Double($0) }
    #expect(Double(found.low.decimalText) ?? 0 >= ends[0], "\(found.low.decimalText)")
    #expect(Double(found.high.decimalText) ?? 9 <= ends[1], "\(found.high.decimalText)")
  }

  @Test("Every value of the inputs lies inside", arguments: 0..<40)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (slow, fast) = (Int128(random.int(in: 5...10)) * 100_000, Int128(2_000_000))
    let (first, second) = (random.int(in: 1...4), random.int(in: 2...9))
    var less = try Self.machine("less", "\(first)", "\(first + random.int(in: 0...1))")
    if random.int(in: 0...1) == 0 { less.scaling = Samples.alwaysOn(1) }
    let more = try Self.machine("more", "\(second)", "\(second + random.int(in: 0...2))")
    var workload = try Self.job(slow, fast)
    if random.int(in: 0...1) == 0 { workload.period = .month(hours: 720) }
    workload.runs = Workload.Runs(1)
    workload.tokens = .total(random.int(in: 1...900) * 1_000_000, inputShare: Bounds(.zero))
    let factor = try #require(
      try Self.group([less, more], workload).factor(of: "more", over: "less", 0))
    #expect(factor.low <= factor.high)
    for step in 0...16 {
      var held = workload
      let speed = try Ratio(slow) + Ratio(fast - slow) * Ratio(Int128(step), over: 16)
      held.throughput = try Throughput(tokensPerSecond: Bounds(try speed / 3600))
      let one = try #require(try less.quote(for: held).invoice)
      let other = try #require(try more.quote(for: held).invoice)
      let (oneHigh, otherHigh) = (try #require(one.high), try #require(other.high))
      // A line is rounded to a picodollar.
      let slack = try Ratio(1, over: 1_000_000)
      #expect(
        try Ratio(other.low.picodollars, over: oneHigh.picodollars) >= factor.low - slack)
      #expect(
        try Ratio(otherHigh.picodollars, over: one.low.picodollars) <= factor.high + slack)
    }
  }

  @Test func ofNothingThereIsNone() throws {
    let free = Samples.offer("free", try Samples.rate(.millionTokens, "0"))
    let other = Samples.offer("other", try Samples.rate(.millionTokens, "1"))
    let workload = Samples.month(.notStated, tokens: .total(1_000_000, inputShare: Bounds(.zero)))
    #expect(try Self.group([free, other], workload).factor(of: "other", over: "free", 0) == nil)
    #expect(try Self.group([free, other], workload).factor(of: "none", over: "free", 0) == nil)
  }
}
