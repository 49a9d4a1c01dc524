import Pricing
import Testing

/// Starts, tails and rounding of work that is only known in hours.
@Suite("How often machines start")
struct UnknownRunsTests {
  private static func hourly() throws -> Offer {
    Samples.offer(
      "o", try Samples.rate(.replicaHour, "0.067"),
      scaling: ScalingPolicy(
        billingIncrement: 3600,
        billing: [
          .waiting: .free, .pulling: .free, .loading: .free, .idleTail: .free, .draining: .free,
        ]))
  }

  /// A timeout of 900 s and minutes, as a rate card of this site has them.
  private static func autoscaled() throws -> Offer {
    Samples.offer(
      "o", try Samples.rate(.gpuHour, "6.50"),
      scaling: ScalingPolicy(
        idleTimeout: .after(Bounds(900)), billingIncrement: 60,
        billing: [
          .waiting: .free, .pulling: .free, .loading: .billed, .idleTail: .billed,
          .draining: .free,
        ]))
  }

  @Test(
    "A range of speeds gives an ordered range of costs, and requests beyond a month still start")
  func reversedRange() throws {
    func total(_ low: Int128, _ high: Int128, tokens: Int = 1_000_000_000) throws -> String? {
      let speed = Bounds(try Ratio(low, over: 3600), try Ratio(high, over: 3600))
      let workload = Samples.month(
        .steady, tokens: .split(input: 0, output: tokens), requests: 10_000, runs: nil,
        throughput: try Throughput(tokensPerSecond: speed))
      return try Self.hourly().quote(for: workload).totalText
    }
    #expect(try total(1_000_000, 2_000_000) == "48.24–96.48")
    #expect(try total(2_000_000, 2_000_000) == "48.24")
    #expect(try total(1_000_000, 1_000_000, tokens: 719_000_000) == "48.24")
    #expect(try total(1_000_000, 1_000_000, tokens: 721_000_000) == "96.48")
  }

  @Test("Bursts never cost more than a machine that never stops")
  func capAtTheMonth() throws {
    let flex = Samples.offer(
      "flex", try Samples.rate(.gpuSecond, "0.00116"),
      scaling: ScalingPolicy(
        idleTimeout: .after(Bounds(5)), billingIncrement: 1, billing: [.idleTail: .billed]))
    let half = try Ratio(1, over: 2)
    let workload = Samples.month(
      .bursts(work: half, every: try Ratio(56, over: 10), windows: nil))
    #expect(try flex.quote(for: workload).totalText == "3006.72")
  }

  @Test(
    "An unknown number of runs is a range from one to a machine that never stops",
    arguments: [
      (nil, "469.625–4680"), (1, "469.625"), (2, "471.25"), (2592, "4680"), (100_000, "4680"),
    ])
  func unknownStarts(runs: Int?, total: String) throws {
    let workload = Samples.month(.busyShare(Bounds(try Ratio(1, over: 10))), runs: runs)
    #expect(try Self.autoscaled().quote(for: workload).totalText == total)
    #expect(
      try Self.autoscaled().quote(for: workload).invoice?.notes.contains(.startsNotStated)
        == (runs == nil))
  }

  @Test("Machines that work all the time start once, and nothing about that is open")
  func fullMonth() throws {
    let invoice = try #require(
      try Self.autoscaled().quote(for: Samples.month(.busyShare(Bounds(.one)))).invoice)
    #expect(invoice.low == invoice.high)
    #expect(!invoice.notes.contains(.startsNotStated))
  }

  @Test("The same share in bursts lies inside the range")
  func sameShareInBursts() throws {
    let bursts = Samples.month(.bursts(work: 20, every: 200, windows: nil))
    #expect(try Self.autoscaled().quote(for: bursts).totalText == "4680")
  }

  @Test("What is held and not said to be billed is free at the low end")
  func keptWarmNotStated() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "2"),
      scaling: ScalingPolicy(minimumReplicas: 1, idleTimeout: .never))
    let quote = try offer.quote(for: Samples.month(.hours(Bounds(100))))
    #expect(quote.totalText == "200–1440")
    #expect(quote.invoice?.notes == [.billingNotStated([.keptWarm])])
  }
}
