import TestSupport
import Testing

@testable import Pricing

/// Offers of two speeds that have nothing to do with each other, such as those of two serving stacks.
@Suite("Who may be the lowest where two speeds are open")
struct TwoSpeedsTests {
  private static func speed(_ low: Int, _ high: Int) throws -> Bounds<Ratio> {
    Bounds(try Ratio(Int128(low), over: 3600), try Ratio(Int128(high), over: 3600))
  }

  private static func candidates(_ offers: [Offer], _ workload: Workload) throws -> Set<String> {
    let comparison = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
      .groups[0].comparisons[0]
    return Set(comparison.cheapest + comparison.candidates)
  }

  @Test(
    "The slowest of another speed is what an offer has to be below, at one value of its own",
    arguments: [
      // Below 720 hours the held machine is cheaper, beyond them the other one, from $720 on.
      ("1", ["seconds", "held", "other"]), ("0.7", ["held", "other"]),
      ("0.73", ["seconds", "held", "other"]),
    ])
  func twoStacks(price: String, named: [String]) throws {
    var seconds = Samples.offer(
      "seconds", try Samples.rate(.gpuHour, "1"), scaling: Samples.bySecond)
    seconds.throughput = try Throughput(tokensPerSecond: Self.speed(1_000_000, 2_000_000))
    var held = Samples.offer(
      "held", try Samples.rate(.gpuHour, "0.6"), scaling: Samples.alwaysOn(1))
    held.throughput = seconds.throughput
    var other = Samples.offer(
      "other", try Samples.rate(.gpuHour, price), scaling: Samples.bySecond)
    other.throughput = try Throughput(tokensPerSecond: Self.speed(1_000_000, 3_000_000))
    var second = other
    second.id = "second"
    second.rates = [try Samples.rate(.gpuHour, "1.2")]
    let job = Samples.month(.batch, tokens: .total(1_000_000_000, inputShare: Bounds(.zero)))
    #expect(try Self.candidates([seconds, held, other, second], job) == Set(named))
  }

  @Test(
    "Each who is named is the lowest at some pair of speeds, and nobody else", arguments: 0..<80)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (offers, workload) = try Self.market(&random)
    let named = try Self.candidates(offers, workload)
    guard named.count > 1 else { return }
    let grid = try offers.map { try Self.totals($0, workload) }
    let places = offers.indices.filter { named.contains(offers[$0].id) }
    for one in places {
      var (best, steps): (Int128, Int128) = (.min, 0)
      for mix in 0...Self.mixes {
        // Offers of the other speed at each of its values, those of the own one at one value for all.
        for other in 0...Self.parts {
          var last: Int128?
          for own in 0...Self.parts {
            let rivals = places.filter { $0 != one }.map { rival in
              let isTogether = offers[rival].throughput == offers[one].throughput
              return grid[rival][mix][isTogether ? own : other].high
            }
            let lead = (rivals.min() ?? 0) - grid[one][mix][own].low
            best = max(best, lead)
            if let last { steps = max(steps, abs(lead - last)) }
            last = lead
          }
        }
      }
      #expect(best + 2 * steps >= 0, "\(offers[one].id) of \(named.sorted())")
    }
    try Self.expectNobodyElse(offers, grid, places)
  }

  private static func expectNobodyElse(
    _ offers: [Offer], _ grid: [[[(low: Int128, high: Int128)]]], _ named: [Int]
  ) throws {
    let speeds = offers.map(\.throughput)
    for mix in 0...mixes {
      for first in 0...parts {
        for second in 0...parts {
          let totals = offers.indices.map {
            grid[$0][mix][speeds[$0] == speeds[named[0]] ? first : second].low
          }
          let least = try #require(totals.min())
          let tied = try #require(named.map { totals[$0] }.min())
          #expect(tied <= least + 16)
        }
      }
    }
  }

  @Test("Along an axis the same are named as for the workload there", arguments: 0..<40)
  func axis(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (offers, workload) = try Self.market(&random)
    let range = 50_000_000...6_000_000_000
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: offers, sweep: Sweep(driver: .tokens, range: range))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for stretch in breakEven.cheapest where stretch.offers.count > 2 && !stretch.isCertain {
      let (first, width) = (stretch.range.lowerBound, stretch.range.count - 1)
      for part in [1, 4, 7] {
        var asked = workload
        let x = first + width / 8 * part
        asked.tokens = .total(x, inputShare: try #require(Self.mix(of: workload)))
        let named = try Self.candidates(offers, asked)
        #expect(named == Set(stretch.offers), "at \(x) of \(stretch.range)")
      }
    }
  }

  // MARK: Markets

  /// How finely each speed and the mix are divided.
  private static let (parts, mixes) = (48, 4)

  private static func mix(of workload: Workload) -> Bounds<Ratio>? {
    if case .total(_, let share) = workload.tokens { share } else { nil }
  }

  /// What an offer costs at each mix and at each value of its speed.
  private static func totals(
    _ offer: Offer, _ workload: Workload
  ) throws -> [[(low: Int128, high: Int128)]] {
    func at(_ range: Bounds<Ratio>, _ step: Int, of parts: Int) throws -> Bounds<Ratio> {
      Bounds(
        try range.low + (range.high - range.low) * Ratio(Int128(step), over: Int128(parts)))
    }
    let share = try #require(mix(of: workload))
    let tokens = try #require(workload.tokens?.total)
    return try (0...mixes).map { mix in
      try (0...parts).map { step in
        var (offer, workload) = (offer, workload)
        workload.tokens = .total(Int(tokens), inputShare: try at(share, mix, of: mixes))
        offer.throughput = try offer.throughput.map {
          try Throughput(tokensPerSecond: at($0.tokensPerSecond, step, of: parts))
        }
        let invoice = try #require(try offer.quote(for: workload).invoice)
        return (invoice.low.picodollars, try #require(invoice.high).picodollars)
      }
    }
  }

  private static func market(_ random: inout SplitMix) throws -> ([Offer], Workload) {
    let speeds = [
      try speed(1_000_000, random.int(in: 11...30) * 100_000),
      try speed(random.int(in: 8...20) * 100_000, 3_000_000),
    ]
    let isOneMix = random.int(in: 0...1) == 0
    let workload = Samples.month(
      .batch,
      tokens: .total(
        random.int(in: 2...30) * 100_000_000,
        inputShare: isOneMix ? Bounds(.zero) : Bounds(.zero, .one)))
    func dollars(_ cents: Int) -> String { "\(cents / 100).\(cents / 10 % 10)\(cents % 10)" }
    let isSmooth = random.int(in: 0...1) == 0
    let offers = try (0..<random.int(in: 4...6)).map { index in
      let cents = random.int(in: 100...300)
      let band = random.int(in: 0...2) == 0 ? random.int(in: 1...80) : 0
      var offer: Offer
      switch random.int(in: 0...4) {
      case 0:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.millionInputTokens, dollars(cents / 2)),
          try Samples.rate(.millionOutputTokens, dollars(cents), dollars(cents + band)))
      case 1 where !isSmooth, 2 where !isSmooth:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.gpuHour, dollars(cents / 2), dollars(cents / 2 + band)),
          scaling: Samples.alwaysOn(random.int(in: 1...2)))
      default:
        offer = Samples.offer(
          "o\(index)", try Samples.rate(.gpuHour, dollars(cents), dollars(cents + band)),
          scaling: Samples.bySecond)
      }
      offer.throughput = try Throughput(tokensPerSecond: speeds[random.int(in: 0...1)])
      return offer
    }
    return (offers, workload)
  }
}
