import Pricing
import Testing

@Suite("Where a cost curve ends, and where there is none")
struct CurveLimitTests {
  private func breakEven(
    _ offers: [Offer], _ workloads: [Workload], _ sweep: Sweep, on date: CalendarDate? = nil
  ) throws -> BreakEven {
    let scenario = Scenario(
      id: "s", workloads: workloads, offers: offers, sweep: sweep, date: date)
    return try #require(try scenario.priced().groups.first?.breakEven)
  }

  private let tokens = Sweep(driver: .tokens, range: 1...1_000_000)

  @Test func anOfferWithoutARateInForceHasNoCurve() throws {
    let offers = [
      Samples.offer("later", try Samples.rate(.millionTokens, "1")), Samples.offer("never"),
    ]
    let workload = Samples.month(.notStated, tokens: .split(input: 5, output: 5))
    let before = CalendarDate("2026-05-27")
    #expect(try breakEven(offers, [workload], tokens, on: before).curves.isEmpty)
    #expect(try breakEven(offers, [workload], tokens).curves.map(\.id) == ["later"])
  }

  @Test("A price by the request needs a number of requests", arguments: [nil, 3])
  func requests(count: Int?) throws {
    let offer = Samples.offer("o", try Samples.rate(.request, "2"))
    var workload = Samples.month(.notStated, tokens: .split(input: 0, output: 10))
    workload.requests = count
    let curves = try breakEven([offer], [workload], tokens).curves
    #expect(try curves.first?.cost(at: 20) == count.map { _ in 12_000_000_000_000 })
  }

  @Test("An even stream keeps a machine up, or is billed for its work", arguments: [true, false])
  func steady(isTailFree: Bool) throws {
    let workload = Samples.month(
      .steady, tokens: .split(input: 0, output: 36_000),
      throughput: try Throughput(tokensPerSecond: Bounds(1)))
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), billing: [.idleTail: isTailFree ? .free : .billed])
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
    let total = isTailFree ? "10" : "720"
    #expect(try offer.quote(for: workload).totalText == total)
    let curves = try breakEven([offer], [workload], tokens).curves
    let dollars: Ratio = isTailFree ? 10 : 720
    #expect(try curves.map { try $0.cost(at: 36_000) } == [dollars * 1_000_000_000_000])
  }

  @Test func aStraightLineIsNotContinuedBelowNothing() throws {
    let workloads = [(11, 1), (21, 101)].map { tokens, hours in
      var workload = Samples.month(
        .hours(Bounds(Ratio(Int128(hours)))), tokens: .split(input: 0, output: tokens))
      workload.id = "w\(tokens)"
      return workload
    }
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: Samples.bySecond)
    let sweep = Sweep(driver: .tokens, range: 1...30, interpolation: .linear)
    let curve = try #require(try breakEven([offer], workloads, sweep).curves.first)
    // Ten hours a token: 1 at 11, nothing at 10 and below.
    let dollars = try [1, 10, 11, 12, 21, 30].map { x in
      Money(rounding: try #require(try curve.cost(at: x))).dollarText
    }
    #expect(dollars == ["0", "0", "1", "11", "101", "191"])
    #expect(
      curve.pieces.map { "\($0.range) \($0.isExtrapolated)" } == [
        "1...10 true", "11...21 false", "22...30 true",
      ])
  }

  @Test func volumesBeyondTheEngineAreRefusedAndDoNotTrap() throws {
    let volume = TokenVolume.split(input: .max, output: .max)
    #expect(volume.total == 2 * Int128(Int.max))
    #expect(try volume.inputShare() == Bounds(try Ratio(1, over: 2)))
    let workloads = [Samples.month(.hours(Bounds(1)), tokens: volume)]
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: Samples.bySecond)
    #expect(throws: ScenarioError.self) { try breakEven([offer], workloads, tokens) }
  }

  @Test func aScenarioOfNothingHasNothing() throws {
    let empty = try Scenario(id: "s", workloads: [], offers: [], sweep: tokens).priced()
    #expect(empty.groups == [])
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"))
    #expect(try breakEven([offer], [], tokens).curves == [])
  }
}
