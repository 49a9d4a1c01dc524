import Pricing

/// Made-up offers with costs over tokens that cross each other: lines through nothing, lines over a
/// fixed price of which each is the cheapest somewhere, and staircases of machines.
struct Crossings {
  private let scenario: Scenario

  init(curves: Int) throws {
    var chance = Sequence(state: 20_261_121)
    let offers = (0..<curves).map { index in
      switch index % 8 {
      case 1, 3, 5:
        // Tangents of a square root: the higher the fixed price, the lower the one by the token.
        let height = chance.next(100, 10_000)
        return Self.offer(
          index, nanodollarsAnHour: height * 139_000, aMillion: 100_000_000 / height)
      case 7: return Self.offer(index, nanodollarsAnHour: chance.next(30, 120) * 100_000_000)
      default: return Self.offer(index, aMillion: chance.next(100_000, 10_000_000))
      }
    }
    let workloads = [(10, 20), (100, 80), (1000, 320)].map { millions, hours in
      Workload(
        id: "work-\(millions)", name: "\(millions)M tokens", period: .month(hours: 720),
        tokens: .total(millions * 1_000_000, inputShare: Bounds(.zero)),
        traffic: .hours(Bounds(Ratio(Int128(hours)))))
    }
    scenario = Scenario(
      id: "crossings", workloads: workloads, offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...10_000_000_000))
  }

  /// An offer by the hour, by the token in thousandths of a cent for a million, or by both.
  private static func offer(
    _ index: Int, nanodollarsAnHour hour: UInt64? = nil, aMillion: UInt64? = nil
  ) -> Offer {
    guard let from = CalendarDate("2026-11-01") else { preconditionFailure("a day") }
    func rate(_ unit: RateUnit, _ picodollars: Int128) -> Rate {
      Rate(
        unit: unit, price: Bounds(Money(picodollars: picodollars)), from: from,
        citation: Citation(source: "made-up"))
    }
    let rates =
      [hour.map { rate(.gpuHour, Int128($0) * 1_000) }]
      + [aMillion.map { rate(.millionTokens, Int128($0) * 10_000_000) }]
    let held = ScalingPolicy(minimumReplicas: hour == nil ? 0 : 1, idleTimeout: .never,
      billing: [.keptWarm: .billed])
    return Offer(
      id: "offer-\(index)", name: "Offer \(index)", provider: "made-up",
      rates: rates.compactMap(\.self), scaling: held)
  }

  /// Prices the scenario once: nearly all of that time goes into curves and crossings.
  func timed() throws -> String {
    let clock = ContinuousClock()
    let start = clock.now
    let found = try scenario.priced().groups.first?.breakEven
    let time = (clock.now - start) / .seconds(1)
    return """
      {"curves": \(found?.curves.count ?? 0), "crossings": \(found?.crossings.count ?? 0), \
      "spans": \(found?.leastCost.spans.count ?? 0), "seconds": \(time)}
      """
  }

  /// Numbers that are the same in every run: a linear congruential generator.
  private struct Sequence {
    var state: UInt64

    mutating func next(_ low: UInt64, _ high: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + (state >> 33) % (high - low)
    }
  }
}
