import TestSupport
import Testing

@testable import Pricing

@Suite("The least that a month costs")
struct MinimumPriceTests {
  private static func unit(_ id: String) throws -> RateUnit {
    try #require(RateUnit(rawValue: id))
  }

  private static func minimum(_ low: String, _ high: String? = nil) throws -> Rate {
    try Samples.rate(unit("minimum-month"), low, high)
  }

  @Test(
    "Is charged as far as nothing else is",
    arguments: [
      (0, "500", ["output-tokens 0 × 2 = 0", "months 1 × 20 = 20", "minimum 1 × 500 = 500"]),
      (
        100, "520",
        ["output-tokens 100 × 2 = 200", "months 1 × 20 = 20", "minimum 0.6 × 500 = 300"]
      ),
      (250, "520", ["output-tokens 250 × 2 = 500", "months 1 × 20 = 20"]),
      (300, "620", ["output-tokens 300 × 2 = 600", "months 1 × 20 = 20"]),
    ] as [(Int, String, [String])])
  func isMissing(millions: Int, total: String, lines: [String]) throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.millionInputTokens, "0"), try Samples.rate(.millionOutputTokens, "2"),
      try Samples.rate(Self.unit("month"), "20"), try Self.minimum("500"))
    let tokens = TokenVolume.split(input: 0, output: millions * 1_000_000)
    let quote = try offer.quote(for: Samples.month(.notStated, tokens: tokens))
    #expect(quote.totalText == (millions == 0 ? "520" : total))
    #expect(quote.lineTexts.dropFirst() == lines[...])
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high, "\(line.kind.id)")
    }
  }

  @Test func isOpenWhereNobodyStatesIt() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "2"), try Samples.unstated(Self.unit("minimum-month")),
      scaling: Samples.bySecond)
    let quote = try offer.quote(for: Samples.month(.hours(Bounds(10))))
    #expect(quote.totalText == "20–?")
    let open = Note.priceNotStated(try Self.unit("minimum-month"))
    #expect(quote.invoice?.notes.contains(open) == true)
  }

  @Test func isOfEachMonth() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "2"), try Self.minimum("500"), scaling: Samples.bySecond)
    var workload = Samples.once(.session(seconds: 43_200))
    #expect(try offer.quote(for: workload).totalText == "500")
    workload.counts = [.init(.months, Bounds(3))]
    #expect(try offer.quote(for: workload).totalText == "1500")
    workload.counts = [.init(.months, Bounds(3, 4))]
    #expect(try offer.quote(for: workload).totalText == "1500–2000")
  }

  @Test("Is the larger of both at each end, and on the curve", arguments: 0..<160)
  func isTheLargerOfBoth(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    let without = try #require(market.scenario.offers.first)
    var offer = without
    let amounts = ["1", "40", "700", "20000"]
    let least = amounts[random.int(in: 0...3)]
    offer.rates.append(try Self.minimum(least, seed.isMultiple(of: 2) ? nil : "30000"))
    offer.id = "least"
    let fees = without.rates.first { $0.unit.rawValue == "month" }?.price ?? Bounds(.zero)
    var scenario = market.scenario
    scenario.offers = [without, offer]
    // Bursts of some markets are too long for the time between them.
    guard let priced = try? scenario.priced() else { return }
    let curves = priced.groups.flatMap { $0.breakEven?.curves ?? [] }
    for x in [1, 7, 1000, 50_000, 1_000_000, 40_000_000, 3_000_000_000] {
      guard scenario.sweep?.range.contains(x) == true, let workload = try market.workload(at: x),
        let plain = try? without.quote(for: workload).invoice
      else { continue }
      let invoice = try #require(try offer.quote(for: workload).invoice)
      for end in End.allCases {
        let price = try #require(offer.rates.last?.price)[end]
        let used = (end == .low ? plain.low : try #require(plain.high)).picodollars
        let fee = fees[end].picodollars
        let total = (end == .low ? invoice.low : try #require(invoice.high)).picodollars
        #expect(total == max(used - fee, price.picodollars) + fee)
        guard invoice.fits else { continue }
        let own = curves.filter { $0.offer == "least" && ($0.end ?? end) == end }
        guard let curve = own.first, !curve.isBound else { continue }
        let cost = try #require(try curve.cost(at: x))
        let most = Ratio(Int128(invoice.lines.count))
        #expect(try cost <= Ratio(total) + most && cost >= Ratio(total) - most, "\(x)")
      }
    }
    #expect(curves.isEmpty || curves.contains { $0.offer == "least" })
  }

  /// Offers by the token, some with a minimum and a fee, for which every volume can be tried.
  private static func offers(_ random: inout SplitMix, isExact: Bool) throws -> [Offer] {
    try (0..<4).map { number in
      func price(_ low: Int, _ high: Int) -> (String, String) {
        let first = random.int(in: low...high)
        return ("\(first)", "\(isExact ? first : first + random.int(in: 0...high))")
      }
      let tokens = price(1, 20)
      var rates = [try Samples.rate(.millionTokens, tokens.0, tokens.1)]
      if number < 3 {
        let least = price(0, 4000)
        rates.append(try minimum(least.0, least.1))
      }
      if random.int(in: 0...1) == 0 {
        let fee = price(0, 900)
        rates.append(try Samples.rate(unit("month"), fee.0, fee.1))
      }
      return Offer(id: "o\(number)", name: "o", provider: "p", rates: rates)
    }
  }

  private static func month(_ millions: Int) -> Workload {
    Samples.month(.notStated, tokens: .split(input: millions * 1_000_000, output: 0))
  }

  @Test("Who is the cheapest where is what trying every volume finds", arguments: 0..<60)
  func crossingsAreExact(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let offers = try Self.offers(&random, isExact: true)
    let scenario = Scenario(
      id: "s", workloads: [Self.month(10)], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...600_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for millions in 1...600 {
      let totals = try offers.map { try #require(try $0.quote(for: Self.month(millions)).invoice) }
      let least = try #require(totals.map(\.low).min())
      let lowest = totals.filter { $0.low == least }.map(\.offer)
      let x = millions * 1_000_000
      let stretch = try #require(breakEven.cheapest.first { $0.range.contains(x) })
      #expect(Set(stretch.offers).isSubset(of: lowest), "\(millions) M")
      #expect(!stretch.offers.isEmpty)
    }
    // Two totals pass each other at the crossings and nowhere else.
    for (place, one) in offers.enumerated() {
      for other in offers[..<place] {
        var (last, changes) = (0, 0)
        for millions in 1...600 {
          let first = try #require(try one.quote(for: Self.month(millions)).invoice).low
          let second = try #require(try other.quote(for: Self.month(millions)).invoice).low
          let sign = first < second ? -1 : first == second ? 0 : 1
          if sign != 0, last != 0, sign != last { changes += 1 }
          if sign != 0 { last = sign }
        }
        let crossings = breakEven.crossings.filter { [$0.before, $0.after].contains(one.id) }
          .filter { [$0.before, $0.after].contains(other.id) }
        #expect(crossings.count >= changes, "\(one.id) \(other.id)")
      }
    }
  }

  @Test("Nobody who may be the lowest is left out", arguments: 0..<60)
  func candidatesAreComplete(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let offers = try Self.offers(&random, isExact: false)
    let millions = random.int(in: 1...500)
    let scenario = Scenario(
      id: "s", workloads: [Self.month(millions)], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...600_000_000))
    let group = try #require(try scenario.priced().groups.first)
    let comparison = try #require(group.comparisons.first)
    let named = Set(comparison.cheapest + comparison.candidates)
    let stretch = try #require(
      group.breakEven?.cheapest.first { $0.range.contains(millions * 1_000_000) })
    for _ in 0..<40 {
      // Some value of every price, the same for every offer that has it.
      var totals: [(String, Money)] = []
      for offer in offers {
        var held = offer
        held.rates = offer.rates.map { rate in
          let (low, high) = (rate.price?.low.picodollars ?? 0, rate.price?.high.picodollars ?? 0)
          let share = Int128(random.int(in: 0...4))
          let price = Money(picodollars: low + (high - low) / 4 * share)
          return Rate(unit: rate.unit, price: Bounds(price), day: rate.day, citation: rate.citation)
        }
        totals.append(
          (offer.id, try #require(try held.quote(for: Self.month(millions)).invoice).low))
      }
      let least = try #require(totals.map(\.1).min())
      let lowest = totals.filter { $0.1 == least }.map(\.0)
      #expect(!named.isDisjoint(with: lowest))
      if lowest.count == 1 {
        #expect(named.isSuperset(of: lowest))
        #expect(Set(stretch.offers).isSuperset(of: lowest))
      }
    }
  }

  @Test func aCurveHasOneNumberOfMonths() throws {
    let offer = Samples.offer("o", try Samples.rate(.millionTokens, "2"), try Self.minimum("500"))
    var long = Self.month(20)
    (long.id, long.counts) = ("long", [.init(.months, Bounds(3))])
    let scenario = Scenario(
      id: "s", workloads: [Self.month(10), long], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 1_000_000...600_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.gaps == [CurveGap(offer: "o", reason: .workloadsDiffer)])
  }
}
