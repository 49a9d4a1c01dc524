import Pricing
import TestSupport
import Testing

@Suite("A curve is the invoice at every value of its driver")
struct CurveAndInvoiceTests {
  @Test("At both ends, at the ends of pieces and between them", arguments: 0..<240)
  func agree(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    let breakEven = try #require(try market.scenario.priced().groups.first?.breakEven)
    let offer = try #require(market.scenario.offers.first)
    #expect(breakEven.curves.isEmpty == (breakEven.gaps.map(\.offer) == [offer.id]))
    // Only what follows no formula is bound by two, instead of the invoice at each end.
    #expect(
      breakEven.curves.allSatisfy { curve in
        !curve.isBound || Self.comesInRequests(market.scenario.workloads[0]) && curve.end != nil
      })
    for curve in breakEven.curves {
      for x in Self.places(curve, market.scenario.sweep, &random) {
        guard let workload = try market.workload(at: x) else { continue }
        guard let cost = try curve.cost(at: x) else {
          // A curve stops where there are no more machines, and nowhere else.
          #expect(curve.capacity != nil)
          #expect(market.isBeyondCapacity(workload), "\(x)")
          continue
        }
        let invoice = try #require(try offer.quote(for: workload).invoice)
        #expect(invoice.fits)
        let totals = [invoice.low, try #require(invoice.high)]
        let expected = curve.end == .low ? [totals[0]] : curve.end == .high ? [totals[1]] : totals
        for total in expected {
          // Each line of the invoice is rounded to the picodollar, the curve is not.
          let (exact, lines) = (Ratio(total.picodollars), Ratio(Int128(invoice.lines.count)))
          let (most, least) = (try exact + lines, try exact - lines)
          let isBelow = curve.isBound && curve.end == .low
          let isAbove = curve.isBound && curve.end == .high
          #expect(
            (isBelow || least <= cost) && (isAbove || cost <= most), "\(curve.id) at \(x)")
        }
      }
    }
  }

  private static func comesInRequests(_ workload: Workload) -> Bool {
    switch workload.traffic {
    case .bursts, .steady: true
    case .none, .hours, .gpuHours, .busyShare, .batch, .session, .sessions, .notStated: false
    }
  }

  /// Both ends of the sweep, ends of pieces, and some places between.
  private static func places(
    _ curve: CostCurve, _ sweep: Sweep?, _ random: inout SplitMix
  ) -> [Int] {
    let range = sweep?.range ?? curve.range
    let ends = curve.pieces.prefix(3) + curve.pieces.suffix(3)
    let between = (0..<6).map { _ in random.int(in: range) }
    // Whole requests, and work of less than a month among it.
    let whole = between.flatMap { [$0 / 1000, $0 / 100_000, $0 / 1_000_000] }.map { $0 * 1000 }
    let places = ends.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + between
    return Set(places + whole.filter(range.contains) + [range.lowerBound, range.upperBound])
      .sorted()
  }

  @Test("Between two mixes of tokens the counts follow straight lines")
  func mixes() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.millionInputTokens, "1"), try Samples.rate(.millionOutputTokens, "4"))
    func workload(_ input: Int, _ output: Int) -> Workload {
      var workload = Samples.month(.notStated, tokens: .split(input: input, output: output))
      workload.id = "w\(input)"
      return workload
    }
    let scenario = Scenario(
      id: "s", workloads: [workload(900, 100), workload(1000, 1000)], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 100...10_000))
    let curve = try #require(try scenario.priced().groups.first?.breakEven?.curves.first)
    for probe in [
      workload(90, 10), workload(900, 100), workload(950, 550), workload(1000, 1000),
      workload(5000, 5000),
    ] {
      let total = try #require(try offer.quote(for: probe).invoice?.high)
      let x = try #require(probe.tokens?.total)
      #expect(try curve.cost(at: Int(x)) == Ratio(total.picodollars))
    }
  }

  @Test("The job of the newcomer: starts, tails and five-minute steps are on the curve")
  func job() throws {
    let policy = ScalingPolicy(
      maximumReplicas: 4, idleTimeout: .after(Bounds(30)), billingIncrement: 300,
      minimumCharge: 60,
      durations: [.waiting: Bounds(2), .pulling: Bounds(10), .loading: Bounds(20, 40)],
      billing: [
        .waiting: .free, .loading: .billed, .active: .billed, .idleTail: .billed, .draining: .free,
      ])
    let offer = Samples.offer("o", try Samples.rate(.gpuSecond, "0.000542"), scaling: policy)
    let workload = Samples.once(
      .batch, tokens: .split(input: 0, output: 1_000_000),
      throughput: try Throughput(tokensPerSecond: Bounds(1000)))
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 100_000...10_000_000))
    let curves = try #require(try scenario.priced().groups.first?.breakEven).curves
    let costs = try curves.map { try $0.cost(at: 1_000_000).map { Money(rounding: $0).dollarText } }
    #expect(costs == ["0.6504", "0.6504"])
    // 250 s of work, a start of 20 s and a tail of 30 s fill the first five minutes.
    #expect(try curves[0].cost(at: 250_000) == curves[0].cost(at: 100_000))
    #expect(try curves[0].cost(at: 250_001) != curves[0].cost(at: 250_000))
  }
}
