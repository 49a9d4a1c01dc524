import Pricing
import TestSupport
import Testing

@Suite("Crossings of curves that come in steps")
struct SteppedCrossingTests {
  /// A job of up to 1,200 seconds, billed in increments by one offer and otherwise by another.
  private func breakEven(_ random: inout SplitMix) throws -> BreakEven {
    let workload = Samples.once(
      .batch, tokens: .split(input: 0, output: 1000),
      throughput: try Throughput(tokensPerSecond: Bounds(1)))
    var offers: [Offer] = []
    for id in ["a", "b"] {
      let policy = ScalingPolicy(
        billingIncrement: [1, 7, 60, 300][random.int(in: 0...3)],
        minimumCharge: [0, 100][random.int(in: 0...1)],
        durations: [.loading: Bounds(Ratio(Int128(random.int(in: 0...90))))],
        billing: [.loading: .billed])
      let price = "\(random.int(in: 8...12))"
      offers.append(
        random.int(in: 0...2) == 0
          ? Samples.offer(id, try Samples.rate(.millionTokens, "\(price)000000"))
          : Samples.offer(id, try Samples.rate(.second, price), scaling: policy))
    }
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1...1200))
    return try #require(try scenario.priced().groups.first?.breakEven)
  }

  @Test("Every crossing is found that a look at each token finds", arguments: 0..<40)
  func likeOneByOne(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let breakEven = try breakEven(&random)
    let (left, right) = (breakEven.curves[0], breakEven.curves[1])
    var expected: [String] = []
    var (last, meeting) = (0, Int?.none)
    for x in 1...1200 {
      let (first, second) = (
        try #require(try left.cost(at: x)), try #require(try right.cost(at: x))
      )
      let sign = first == second ? 0 : first < second ? -1 : 1
      if sign == 0 {
        meeting = meeting ?? x
        continue
      }
      if last != 0, sign != last {
        expected.append("\(meeting ?? x) \(sign < 0 ? left.offer : right.offer)")
      }
      (last, meeting) = (sign, nil)
    }
    let found = breakEven.crossings.filter { !$0.isAtEdge }.map { "\($0.first.x) \($0.after)" }
    #expect(found == expected)
  }

  @Test func curvesWhoseStepsInterlockAllAlongAreRefused() throws {
    let workload = Samples.once(
      .batch, tokens: .split(input: 0, output: 1000),
      throughput: try Throughput(tokensPerSecond: Bounds(1)))
    let offers = try [1, 7].map { increment in
      Samples.offer(
        "o\(increment)", try Samples.rate(.second, "1"),
        scaling: ScalingPolicy(
          billingIncrement: try Ratio(increment, over: 2), billing: [.idleTail: .free]))
    }
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1...1_000_000_000))
    let error = #expect(throws: ScenarioError.self) { try scenario.priced() }
    #expect(error?.reason == .tooManySteps)
  }
}
