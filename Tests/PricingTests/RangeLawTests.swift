import TestSupport
import Testing

@testable import Pricing

/// What every invoice keeps to, whatever its inputs.
@Suite("Ranges of invoices")
struct RangeLawTests {
  private static let speeds = [20, 40, 55, 80]

  /// The workloads of a random market, with ranges where there may be some.
  private static func workloads(_ random: inout SplitMix, _ base: Workload) throws -> [Workload] {
    var ranged = base
    ranged.throughput = try Throughput(
      tokensPerSecond: Bounds(20, 80), utilisation: Bounds(try Ratio(1, over: 2), .one))
    switch base.traffic {
    case .hours: ranged.traffic = .hours(Bounds(100, Ratio(Int128(random.int(in: 100...2000)))))
    case .busyShare: ranged.traffic = .busyShare(Bounds(try Ratio(1, over: 4), .one))
    default: break
    }
    if case .total = base.tokens {
      ranged.tokens = .total(random.int(in: 1...2_000_000) * 1000, inputShare: Bounds(.zero, .one))
    }
    ranged.runs =
      [nil, Workload.Runs(1), Workload.Runs(random.int(in: 1...40_000))][
        random.int(in: 0...2)]
    return [base, ranged]
  }

  @Test("Low ends are at most high ends, and contain every bill inside", arguments: 0..<400)
  func containTheBills(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    let offer = try #require(market.scenario.offers.first)
    for workload in try Self.workloads(&random, try #require(market.scenario.workloads.first)) {
      guard case .invoice(let invoice)? = try? offer.quote(for: workload), let high = invoice.high
      else { continue }
      #expect(invoice.low <= high)
      for _ in 0..<12 {
        let (point, one) = try Self.point(of: workload, offer, &random)
        guard case .invoice(let inner)? = try? one.quote(for: point), let top = inner.high else {
          continue
        }
        // Each line is rounded to the picodollar.
        let slack: Int128 = 8
        #expect(invoice.low.picodollars <= inner.low.picodollars + slack, "\(point.traffic)")
        #expect(
          top.picodollars <= high.picodollars + slack, "\(point.traffic) \(point.runs as Any)")
      }
    }
  }

  /// One value for each of the inputs.
  private static func point(
    of workload: Workload, _ offer: Offer, _ random: inout SplitMix
  ) throws -> (Workload, Offer) {
    func inside(_ range: Bounds<Ratio>) throws -> Bounds<Ratio> {
      let part = try Ratio(Int128(random.int(in: 0...60)), over: 60)
      return Bounds(try range.low + (range.high - range.low) * part)
    }
    var point = workload
    if let speed = workload.throughput {
      point.throughput = try Throughput(
        tokensPerSecond: inside(speed.tokensPerSecond), utilisation: inside(speed.utilisation))
    }
    switch workload.traffic {
    case .hours(let hours): point.traffic = .hours(try inside(hours))
    case .busyShare(let share): point.traffic = .busyShare(try inside(share))
    default: break
    }
    if workload.runs == nil, offer.scaling.chargesForRuns {
      point.runs = Workload.Runs(random.int(in: 1...50) * random.int(in: 1...1000))
    }
    var one = offer
    one.rates = try offer.rates.map { rate in
      guard let price = rate.price else { return rate }
      let part = try inside(Bounds(price.low.dollars, price.high.dollars)).low
      let dollars = Money(rounding: try part * Ratio(Money.picodollarsPerDollar))
      return Rate(
        unit: rate.unit, price: Bounds(dollars), day: rate.day, citation: rate.citation,
        condition: rate.condition)
    }
    for phase in Phase.timed {
      guard let length = offer.scaling.durations[phase] else { continue }
      one.scaling.durations[phase] = try inside(length)
    }
    if case .after(let timeout) = offer.scaling.idleTimeout {
      one.scaling.idleTimeout = .after(try inside(timeout))
    }
    for phase in Phase.allCases where offer.scaling.billing(of: phase) == .notStated {
      one.scaling.billing[phase] = random.int(in: 0...1) == 0 ? .free : .billed
    }
    return (point, one)
  }

  @Test("Machines are up no longer than there is time, and never cost more", arguments: 0..<400)
  func fitIntoTheMonth(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    let offer = try #require(market.scenario.offers.first)
    for workload in try Self.workloads(&random, try #require(market.scenario.workloads.first)) {
      guard case .month(let hours) = workload.period, workload.traffic != .notStated,
        case .invoice(let invoice)? = try? offer.quote(for: workload),
        offer.rates.contains(where: { $0.unit == .gpuHour })
      else { continue }
      for end in End.allCases {
        func hoursOf(_ isCounted: (LineItem) -> Bool) throws -> Ratio {
          try invoice.lines.filter { $0.unit == .gpuHour && isCounted($0) }
            .reduce(.zero) { try $0 + $1.quantity[end] / offer.replica[.gpus] }
        }
        let up = try hoursOf { if case .phase = $0.kind { true } else { false } }
        let charged = try hoursOf { $0.price[end] != .zero }
        let replicas = Ratio(
          max(Int128(offer.scaling.minimumReplicas), (try up / hours).ceiling, 1))
        let still = try hoursOf { $0.kind == .scaledToZero }
        #expect(try up + still <= max(replicas, 1) * hours, "\(workload.traffic)")
        let rounded = try max(hours, offer.scaling.chargedSeconds(ofRun: hours * 3600) / 3600)
        #expect(charged <= (try replicas * rounded), "\(workload.traffic)")
      }
    }
  }
}
