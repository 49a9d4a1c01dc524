import TestSupport
import Testing

@testable import Pricing

/// Curves that move together, held against all values of what they share.
@Suite("Curves with inputs in common")
struct SharedCurveTests {
  private static func speed(_ low: Int128, _ high: Int128) throws -> Throughput {
    try Throughput(tokensPerSecond: Bounds(Ratio(low, over: 3600), Ratio(high, over: 3600)))
  }

  private static func workload(_ tokens: Int = 1_000_000) -> Workload {
    Samples.month(.batch, tokens: .total(tokens, inputShare: Bounds(.zero, .one)))
  }

  /// The faster stack of the article: 2 to 3 million tokens an hour on both.
  @Test func oneStackIsOneSpeed() throws {
    var held = Samples.offer(
      "held", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    held.throughput = try Self.speed(2_000_000, 3_000_000)
    var seconds = Samples.offer(
      "seconds", try Samples.rate(.gpuHour, "3.95"), scaling: Samples.bySecond)
    seconds.throughput = held.throughput
    let scenario = Scenario(
      id: "s", workloads: [Self.workload()], offers: [held, seconds],
      sweep: Sweep(driver: .tokens, range: 10_000_000...10_000_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    // $1,440 buys 364.6 hours by the second, which are 729 million tokens or 1.09 billion; two
    // machines are dearer for a sliver above one, at one speed.
    #expect(
      breakEven.crossings.map { "\($0.first.x) to \($0.last.x) \($0.before) → \($0.after)" } == [
        "729113925 to 1093670887 seconds → held",
        "1440000001 to 2187341773 held → held",
      ])
    // Never one's fast end with the other's slow one.
    #expect(
      breakEven.crossings.flatMap(\.ends).allSatisfy { place in
        place.before.end == nil && place.after.end == nil
      })
    #expect(
      breakEven.cheapest.map { "\($0.offers.joined(separator: " or ")) \($0.range.lowerBound)" }
        == [
          "seconds 10000000", "held or seconds 729113925", "held 1093670887",
          "held or seconds 1440000001", "held 2187341773",
        ])
  }

  /// Two machines of the slow stack cost what two of the faster one do, where it needs two as well.
  @Test func aTieForSomeSpeedsIsNamed() throws {
    var plain = Samples.offer(
      "plain", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    plain.throughput = try Self.speed(1_200_000, 1_200_000)
    var quick = plain
    quick.id = "quick"
    quick.throughput = try Self.speed(2_000_000, 3_000_000)
    var seconds = Samples.offer(
      "seconds", try Samples.rate(.gpuHour, "3.95"), scaling: Samples.bySecond)
    seconds.throughput = quick.throughput
    let scenario = Scenario(
      id: "s", workloads: [Self.workload(1_600_000_000)], offers: [plain, quick, seconds],
      sweep: Sweep(driver: .tokens, range: 10_000_000...10_000_000_000))
    let group = try #require(try scenario.priced().groups.first)
    #expect(group.comparisons[0].candidates == ["plain", "quick", "seconds"])
    let breakEven = try #require(group.breakEven)
    #expect(
      breakEven.cheapest.map { "\($0.offers.joined(separator: " or ")) \($0.range.lowerBound)" }
        == [
          "seconds 10000000", "plain or quick or seconds 729113925",
          "quick or seconds 864000001", "quick 1093670887", "quick or seconds 1440000001",
          "plain or quick or seconds 1458227849", "quick or seconds 1728000001",
          "quick 2187341773",
        ])
  }

  /// A machine that is as dear as another at one end of a range, and dearer at all others.
  @Test func whoIsNeverLowerCrossesNobody() throws {
    var plain = Samples.offer(
      "plain", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    plain.throughput = try Self.speed(1_000_000, 1_000_000)
    var quick = plain
    quick.id = "quick"
    quick.throughput = try Self.speed(1_000_000, 3_000_000)
    let scenario = Scenario(
      id: "s", workloads: [Self.workload()], offers: [plain, quick],
      sweep: Sweep(driver: .tokens, range: 10_000_000...10_000_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.crossings.isEmpty)
    // Up to one machine's month both are one machine.
    #expect(
      breakEven.cheapest.map { "\($0.offers.joined(separator: ", ")) \($0.range.lowerBound)" } == [
        "plain, quick 10000000", "quick 720000001",
      ])
    #expect(breakEven.cheapest.map(\.isCertain) == [true, true])
  }

  @Test("Nothing certain is refuted by any value of the inputs", arguments: 0..<60)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scenario = try Self.market(&random)
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    let range = try #require(scenario.sweep?.range)
    for _ in 0..<16 {
      let x = Int(Double(range.lowerBound) * Self.power(random.int(in: 0...1000), of: range))
      guard range.contains(x) else { continue }
      let stretch = try #require(breakEven.cheapest.first { $0.range.contains(x) })
      for step in 0...8 {
        for mix in [0, 3, 8] {
          let totals = try Self.totals(scenario, x, step, mix)
          guard let least = totals.values.map(\.low).min() else { continue }
          for (id, total) in totals where total.low == least && !stretch.offers.contains(id) {
            // Ties are named, unless one of them is the lowest at all values.
            let named = stretch.offers.compactMap { totals[$0]?.low.picodollars }.min() ?? .max
            #expect(
              stretch.isCertain && named <= least.picodollars + 16,
              "\(id) at \(x), not \(stretch.offers)")
          }
          try Self.check(breakEven, x, totals)
        }
      }
    }
  }

  @Test("Where a place changes the cheapest, nobody certainly costs less", arguments: 0..<60)
  func decidingPlaces(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scenario = try Self.market(&random)
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for crossing in breakEven.crossings {
      for place in [crossing.first, crossing.last] + crossing.ends where place.decides {
        let highs = try breakEven.curves.filter { $0.end != .low }.compactMap {
          try $0.cost(at: place.x).map { Money(rounding: $0) }
        }
        #expect(highs.allSatisfy { $0 >= place.cost }, "\(place.x)")
        let named = breakEven.cheapest.filter { $0.range.overlaps((place.x - 1)...place.x) }
        for offer in [place.before.offer, place.after.offer] {
          #expect(named.contains { $0.offers.contains(offer) }, "\(offer) at \(place.x)")
        }
      }
      #expect(crossing.deciding.allSatisfy { $0.lowerBound >= crossing.first.x })
      #expect(crossing.deciding.allSatisfy { $0.upperBound <= crossing.last.x })
      #expect(crossing.decides == !crossing.deciding.isEmpty)
    }
  }

  /// Outside of all crossings of a pair the order at one value is the order at all.
  private static func check(
    _ breakEven: BreakEven, _ x: Int, _ totals: [String: (low: Money, high: Money)]
  ) throws {
    for crossing in breakEven.crossings where !crossing.isAtEdge {
      let ids = [crossing.first.before.offer, crossing.first.after.offer]
      let same = breakEven.crossings.filter {
        Set([$0.first.before.offer, $0.first.after.offer]) == Set(ids)
      }
      guard !same.contains(where: { $0.first.x - 1 <= x && x <= $0.last.x }) else { continue }
      // The nearest crossing to the left says who is cheaper, else the first one.
      let left = same.last { $0.last.x < x }
      let winner = left?.after ?? same[0].before
      let loser = ids.first { $0 != winner } ?? winner
      guard same.allSatisfy({ !$0.isAtEdge }), let one = totals[winner], let other = totals[loser]
      else { continue }
      #expect(one.high.picodollars <= other.low.picodollars + 16, "\(winner) \(loser) \(x)")
    }
  }

  /// A place on a logarithmic axis, as a multiple of its start.
  private static func power(_ part: Int, of range: ClosedRange<Int>) -> Double {
    var value = 1.0
    let ratio = Double(range.upperBound) / Double(range.lowerBound)
    // Enough of a curve between the ends, and exact at neither.
    for _ in 0..<10 where part > 0 { value *= 1 + (ratio - 1) * Double(part) / 20_000 }
    return min(value, ratio)
  }

  /// What each offer costs with what they share held at a value.
  private static func totals(
    _ scenario: Scenario, _ tokens: Int, _ step: Int, _ mix: Int
  ) throws -> [String: (low: Money, high: Money)] {
    func at(_ range: Bounds<Ratio>, _ step: Int) throws -> Bounds<Ratio> {
      Bounds(try range.low + (range.high - range.low) * Ratio(Int128(step), over: 8))
    }
    func at(_ stated: Throughput) throws -> Throughput {
      try Throughput(tokensPerSecond: at(stated.tokensPerSecond, step))
    }
    var workload = scenario.workloads[0]
    workload.tokens = .total(tokens, inputShare: Bounds(try Ratio(Int128(mix), over: 8)))
    workload.throughput = try workload.throughput.map { try at($0) }
    var totals: [String: (low: Money, high: Money)] = [:]
    for var offer in scenario.offers {
      offer.throughput = try offer.throughput.map { try at($0) }
      guard let invoice = try offer.quote(for: workload).invoice, let high = invoice.high else {
        continue
      }
      totals[offer.id] = (invoice.low, high)
    }
    return totals
  }

  static func market(_ random: inout SplitMix) throws -> Scenario {
    let shared = try speed(1_000_000, Int128(random.int(in: 11...30)) * 100_000)
    var work = workload()
    work.throughput = shared
    var offers: [Offer] = []
    for index in 0..<random.int(in: 2...5) {
      let price = random.int(in: 10...40)
      let band = random.int(in: 0...1) * random.int(in: 1...10)
      func dollars(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
      let prices = (dollars(price), dollars(price + band))
      var offer: Offer
      switch random.int(in: 0...3) {
      case 0:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.millionInputTokens, dollars(price / 10 + 1)),
          try Samples.rate(.millionOutputTokens, prices.0, prices.1))
      case 1:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.gpuHour, prices.0, prices.1), scaling: Samples.bySecond)
      default:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.gpuHour, prices.0, prices.1),
          scaling: Samples.alwaysOn(random.int(in: 1...2)))
      }
      // A machine at the price of another one, so that both tie where they need as many.
      if let twin = offers.last, twin.meters == [.time], random.int(in: 0...2) == 0 {
        offer = Samples.offer("o\(index)", twin.rates[0], scaling: twin.scaling)
      }
      if random.int(in: 0...3) == 0, offer.meters == [.time] {
        offer.throughput = try speed(1_200_000, 1_200_000)
      }
      offers.append(offer)
    }
    return Scenario(
      id: "s", workloads: [work], offers: offers,
      sweep: Sweep(driver: .tokens, range: 10_000_000...5_000_000_000))
  }
}
