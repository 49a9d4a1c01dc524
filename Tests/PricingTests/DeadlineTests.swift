import TestSupport
import Testing

@testable import Pricing

@Suite("A job with a deadline")
struct DeadlineTests {
  private static func policy(maximum: Int? = nil, increment: Ratio = .zero) -> ScalingPolicy {
    ScalingPolicy(
      maximumReplicas: maximum, idleTimeout: .after(Bounds(60)), billingIncrement: increment,
      durations: [.loading: Bounds(30)],
      billing: [.loading: .billed, .active: .billed, .idleTail: .billed])
  }

  private static func quote(
    _ policy: ScalingPolicy, hours: Bounds<Ratio>, within deadline: Ratio?
  ) throws -> Quote {
    var workload = Samples.once(.hours(hours))
    workload.deadline = deadline.map { (try? $0 * 3600) ?? $0 }
    return try Samples.offer("o", try Samples.rate(.second, "1"), scaling: policy)
      .quote(for: workload)
  }

  @Test(
    "Takes the fewest machines that do it in time, each with a start and a tail",
    arguments: [(nil, 1), (100, 1), (10, 1), (9, 2), (5, 2), (4, 3), (1, 10)] as [(Ratio?, Int)])
  func machines(deadline: Ratio?, machines: Int) throws {
    let quote = try Self.quote(Self.policy(), hours: Bounds(10), within: deadline)
    #expect(quote.totalText == "\(36000 + machines * 90)")
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
    var fills: [MachineFill] = []
    for case .fills(let fill) in quote.invoice?.notes ?? [] { fills.append(fill) }
    #expect(fills.map(\.machines) == (deadline == nil ? [] : [Bounds(Int128(machines))]))
    #expect(!fills.contains { !$0.isDeadline })
  }

  @Test func aRangeOfWorkTakesARangeOfMachines() throws {
    let quote = try Self.quote(Self.policy(), hours: Bounds(8, 12), within: 5)
    #expect(quote.totalText == "\(28800 + 2 * 90)–\(43200 + 3 * 90)")
  }

  @Test func tooFewMachinesDoAPart() throws {
    let quote = try Self.quote(Self.policy(maximum: 2), hours: Bounds(10), within: 4)
    #expect(quote.totalText == "\(2 * (4 * 3600 + 90))")
    #expect(quote.invoice?.fits == false)
    let whole = try Money(dollars: "\(36000 + 3 * 90)")
    let note = Note.exceedsCapacity(needed: 3, maximum: 2, wholeFleet: whole)
    #expect(quote.invoice?.notes.contains(note) == true)
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
  }

  @Test("A range holds every bill inside, also where runs are rounded up", arguments: 0..<120)
  func containsBills(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let policy = Self.policy(increment: [0, 60, 3600][random.int(in: 0...2)])
    let deadline = try Ratio(Int128(random.int(in: 10...50)), over: 10)
    let low = Ratio(Int128(random.int(in: 1...10)))
    let high = try low + Ratio(Int128(random.int(in: 1...10)))
    let range = try #require(
      try Self.quote(policy, hours: Bounds(low, high), within: deadline).invoice)
    for _ in 0..<20 {
      let part = try Ratio(Int128(random.int(in: 0...60)), over: 60)
      let hours = try low + (high - low) * part
      let bill = try #require(
        try Self.quote(policy, hours: Bounds(hours), within: deadline).invoice?.high)
      // Each line is rounded to the picodollar.
      #expect(range.low.picodollars <= bill.picodollars + 8, "\(hours.decimalText)")
      #expect(bill.picodollars <= (range.high ?? .zero).picodollars + 8, "\(hours.decimalText)")
    }
  }

  @Test func aCurveOfItIsNotGuessed() throws {
    var workload = Samples.once(
      .batch, tokens: .total(1_000_000, inputShare: Bounds(.zero, .one)),
      throughput: try Throughput(tokensPerSecond: Bounds(100)))
    workload.deadline = 3600
    let offer = Samples.offer("o", try Samples.rate(.second, "1"), scaling: Self.policy())
    let curves = try CostCurve.curves(
      of: Tariff(offer), workloads: [workload],
      sweep: Sweep(driver: .tokens, range: 1000...10_000_000))
    guard case .failure(let reason) = curves else {
      Issue.record("a curve")
      return
    }
    #expect(reason == .startsVary)
  }
}
