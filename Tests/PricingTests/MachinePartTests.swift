import TestSupport
import Testing

@testable import Pricing

@Suite("Prices that add up on one offer")
struct MachinePartTests {
  private static func unit(_ id: String) throws -> RateUnit {
    try #require(RateUnit(rawValue: id))
  }

  /// A GPU, eight cores and 32 GiB by the second, as a vendor of containers bills them.
  private static func container(_ scaling: ScalingPolicy) throws -> Offer {
    var offer = Samples.offer(
      "container", try Samples.rate(.gpuSecond, "0.000164"),
      try Samples.rate(unit("core-second"), "0.0000131"),
      try Samples.rate(unit("gib-second"), "0.00000222"), scaling: scaling)
    (offer.replica[.cores], offer.replica[.gibibytes]) = (8, 32)
    return offer
  }

  private static let tail = ScalingPolicy(
    idleTimeout: .after(Bounds(60)), billing: [.active: .billed, .idleTail: .billed])

  @Test func eachPartIsALineWithItsPriceAndItsArithmetic() throws {
    let quote = try Self.container(Self.tail).quote(for: Samples.once(.session(seconds: 540)))
    #expect(
      quote.lineTexts == [
        "active 540 × 0.000164 = 0.08856", "active 4320 × 0.0000131 = 0.056592",
        "active 17280 × 0.00000222 = 0.0383616", "idle-tail 60 × 0.000164 = 0.00984",
        "idle-tail 480 × 0.0000131 = 0.006288", "idle-tail 1920 × 0.00000222 = 0.0042624",
      ])
    #expect(quote.totalText == "0.203904")
    let invoice = try #require(quote.invoice)
    for line in invoice.lines {
      #expect(try line.derivation.high.result() == line.quantity.high)
      #expect(line.rate.unit == line.unit)
      #expect(line.isOfPart)
    }
    #expect(
      invoice.lines.prefix(3).map { $0.derivation.high.terms.last?.unit } == ["s", "cores", "GiB"])
  }

  @Test func whatIsFreeForTheMachineIsOneLine() throws {
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), billing: [.active: .billed, .idleTail: .free])
    let quote = try Self.container(policy).quote(for: Samples.once(.session(seconds: 540)))
    #expect(quote.lineTexts.count == 4)
    #expect(quote.lineTexts.last == "idle-tail 60 × 0 = 0")
  }

  @Test func aPartWithoutAStatedPriceLeavesTheTotalOpen() throws {
    var offer = try Self.container(Self.tail)
    offer.rates[1] = try Samples.unstated(Self.unit("core-second"))
    let quote = try offer.quote(for: Samples.once(.session(seconds: 540)))
    #expect(quote.totalText == "0.141024–?")
    #expect(quote.invoice?.notes.contains(.priceNotStated(try Self.unit("core-second"))) == true)
  }

  @Test("Parts cost what one price for all of them would", arguments: 0..<120)
  func partsAreTheirSum(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var market = RandomMarket(&random).scenario
    var whole = try #require(market.offers.first)
    guard whole.meters.contains(.time) else { return }
    let counted = whole.rates.filter { $0.unit.meter != .time }
    whole.rates = counted + [try Samples.rate(.second, "0.0021", "0.0042")]
    whole.replica = ReplicaSize()
    var parts = whole
    parts.id = "parts"
    // 2 × 0.0003 + 4 × 0.0002 + 0.5 × 0.0014 is 0.0021.
    parts.rates =
      counted + [
        try Samples.rate(.gpuSecond, "0.0003", "0.0006"),
        try Samples.rate(Self.unit("vcpu-second"), "0.0002", "0.0004"),
        try Samples.rate(.gigabyteSecond, "0.0014", "0.0028"),
      ]
    (parts.replica[.gpus], parts.replica[.vcpus]) = (2, 4)
    parts.replica[.memory] = try Ratio(1, over: 2)
    market.offers = [whole, parts]
    let priced = try market.priced()
    for (one, other) in zip(priced.quotes[0], priced.quotes[1]) {
      guard let one = one.invoice, let other = other.invoice else {
        #expect(one.invoice == nil && other.invoice == nil)
        continue
      }
      // Each line is rounded to the picodollar.
      let most = Int128(other.lines.count + one.lines.count)
      #expect(abs(one.low.picodollars - other.low.picodollars) <= most)
      let (high, otherHigh) = (try #require(one.high), try #require(other.high))
      #expect(abs(high.picodollars - otherHigh.picodollars) <= most)
      #expect(other.lines.count >= one.lines.count)
      #expect(try sum(other.lines, .high) == otherHigh)
    }
    let curves = try #require(priced.groups.first?.breakEven).curves
    #expect(
      curves.filter { $0.offer == "parts" }.map(\.list)
        == curves.filter { $0.offer != "parts" }.map(\.list))
  }

  private func sum(_ lines: [LineItem], _ end: End) throws -> Money {
    try lines.reduce(Money.zero) { try $0 + ($1.amount[end] ?? .zero) }
  }

  @Test func aFeeStorageAndEgressStandBesideTheMachine() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "2"), try Samples.rate(Self.unit("gb-month"), "0.07"),
      try Samples.rate(Self.unit("gb-of-egress"), "0.09"),
      try Samples.rate(Self.unit("month"), "250"), scaling: Samples.bySecond)
    var workload = Samples.month(.hours(Bounds(100)))
    workload.counts = [
      .init(try #require(Quantity(id: "gb-months")), Bounds(500)),
      .init(try #require(Quantity(id: "gb-of-egress")), Bounds(40)),
    ]
    let quote = try offer.quote(for: workload)
    #expect(
      quote.lineTexts == [
        "gb-months 500 × 0.07 = 35", "gb-of-egress 40 × 0.09 = 3.6", "months 1 × 250 = 250",
        "active 100 × 2 = 200", "scaled-to-zero 620 × 0 = 0",
      ])
    // Twice the hours need no more storage and no second fee, and twice the egress.
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: [offer], sweep: Sweep(driver: .hours, range: 1...700))
    let curve = try #require(try scenario.priced().groups.first?.breakEven?.curves.first)
    let cost = try #require(try curve.cost(at: 200))
    #expect(cost == Ratio(try Money(dollars: "692.2").picodollars))
  }

  @Test("A fee crosses a price per token where its tokens are paid", arguments: [("20", 100)])
  func aFeeCrosses(fee: String, millions: Int) throws {
    let flat = Samples.offer(
      "flat", try Samples.rate(Self.unit("month"), fee), try Samples.rate(.millionTokens, "0"))
    let metered = Samples.offer("metered", try Samples.rate(.millionTokens, "0.2"))
    let workload = Samples.month(.notStated, tokens: .split(input: 1_000_000, output: 0))
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: [flat, metered],
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.crossings.map(\.first.x) == [millions * 1_000_000])
    let costs = breakEven.curves.map { $0.pieces.map(\.isConstant) }
    #expect(costs == [[true], [false]])
  }
}
