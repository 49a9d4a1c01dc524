import TestSupport
import Testing

@testable import Pricing

@Suite("Prices for parts of a count")
struct GraduatedPriceTests {
  private static let requests = [(0, "0"), (1000, "0.004"), (5000, "0.001")]

  /// An offer by the request, each part at its price.
  private static func offer(_ steps: [(Int, String)], _ unit: RateUnit = .request) throws -> Offer {
    var offer = Samples.offer("o")
    offer.rates = try steps.map { beyond, price in
      let rate = try Samples.rate(unit, price)
      return beyond == 0 ? rate : rate.beyond(beyond)
    }
    return offer
  }

  private static func asked(requests: Int) -> Workload {
    Samples.month(.notStated, requests: requests)
  }

  @Test(
    "Each part is a line at its own price",
    arguments: [
      (0, "0", ["requests 0 × 0 = 0"]), (1000, "0", ["requests 1000 × 0 = 0"]),
      (1001, "0.004", ["requests 1000 × 0 = 0", "requests 1 × 0.004 = 0.004"]),
      (5000, "16", ["requests 1000 × 0 = 0", "requests 4000 × 0.004 = 16"]),
      (
        7000, "18",
        ["requests 1000 × 0 = 0", "requests 4000 × 0.004 = 16", "requests 2000 × 0.001 = 2"]
      ),
    ])
  func lines(requests: Int, total: String, lines: [String]) throws {
    let quote = try Self.offer(Self.requests).quote(for: Self.asked(requests: requests))
    #expect(quote.totalText == total)
    #expect(quote.lineTexts == lines)
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
      #expect(line.rate.condition.beyond ?? 0 == line.beyond)
    }
  }

  @Test("Rates in another order are the same prices")
  func order() throws {
    var offer = try Self.offer(Self.requests)
    offer.rates.reverse()
    #expect(try offer.quote(for: Self.asked(requests: 7000)).totalText == "18")
  }

  @Test func aPartWithoutAStatedPriceLeavesWhatNeedsItOpen() throws {
    var offer = try Self.offer(Self.requests)
    offer.rates[1] = try Samples.unstated(.request).beyond(1000)
    #expect(try offer.quote(for: Self.asked(requests: 1000)).totalText == "0")
    let open = try offer.quote(for: Self.asked(requests: 1001))
    #expect(open.totalText == "0–?")
    #expect(open.invoice?.notes == [.priceNotStated(.request)])
  }

  @Test("A choice keeps the parts, and has its own")
  func choices() throws {
    let batch = Choice(.tier, "batch")
    var offer = try Self.offer(Self.requests)
    let own = try Samples.rate(.request, "0.002")
    offer.rates.append(
      Rate(
        unit: .request, price: own.price, day: own.day, citation: own.citation,
        condition: Condition(choices: [batch], beyond: 1000)))
    #expect(try offer.quote(for: Self.asked(requests: 7000)).totalText == "18")
    #expect(try offer.choosing([batch]).quote(for: Self.asked(requests: 7000)).totalText == "10")
  }

  /// What each token costs, one after the other.
  private static func brute(_ steps: [(Int, Int)], _ count: Int) -> Int {
    (0..<count).reduce(0) { sum, number in
      sum + (steps.last { $0.0 <= number }?.1 ?? 0)
    }
  }

  private static func steps(_ random: inout SplitMix) -> [(Int, Int)] {
    let count = random.int(in: 0...3)
    let places = Set((0..<count).map { _ in random.int(in: 1...60) }).sorted()
    return ([0] + places).map { ($0, random.int(in: 0...9)) }
  }

  private static func texts(_ steps: [(Int, Int)]) -> [(Int, String)] {
    steps.map { ($0.0, "\($0.1)") }
  }

  @Test("Is what counting one by one comes to, and so are curve and winner", arguments: 0..<80)
  func countsOneByOne(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let all = (0..<3).map { _ in Self.steps(&random) }
    let offers = try all.enumerated().map { number, steps in
      var offer = try Self.offer(Self.texts(steps), .millionTokens)
      offer.id = "o\(number)"
      // A price per token, so that every kink is at a whole one.
      offer.rates = offer.rates.map { rate in
        let price = Bounds(Money(picodollars: (rate.price?.low.picodollars ?? 0) * 1000))
        return Rate(
          unit: rate.unit, price: price, day: rate.day, citation: rate.citation,
          condition: rate.condition)
      }
      return offer
    }
    func month(_ tokens: Int) -> Workload {
      Samples.month(.notStated, tokens: .split(input: tokens, output: 0))
    }
    let scenario = Scenario(
      id: "s", workloads: [month(20)], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1...90))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for tokens in 1...90 {
      // Dollars a million times a thousand: thousandths of a dollar for each token.
      let totals = all.map { Int128(Self.brute($0, tokens)) * 1_000_000_000 }
      for (offer, total) in zip(offers, totals) {
        let invoice = try #require(try offer.quote(for: month(tokens)).invoice)
        #expect(invoice.high?.picodollars == total)
        let curve = try #require(breakEven.curve(offer.id))
        #expect(try curve.cost(at: tokens) == Ratio(total))
      }
      let least = totals.min()
      let lowest = offers.indices.filter { totals[$0] == least }.map { "o\($0)" }
      let stretch = try #require(breakEven.cheapest.first { $0.range.contains(tokens) })
      #expect(Set(stretch.offers).isSubset(of: lowest) && !stretch.offers.isEmpty)
    }
  }

  @Test(
    "Where only the sum of tokens is known, every mix lies between both ends", arguments: 0..<60)
  func mixes(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (input, output) = (Self.steps(&random), Self.steps(&random))
    var offer = try Self.offer(Self.texts(input), .millionInputTokens)
    offer.rates += try Self.offer(Self.texts(output), .millionOutputTokens).rates
    let total = random.int(in: 1...90)
    let open = Samples.month(.notStated, tokens: .total(total, inputShare: Bounds(.zero, .one)))
    let invoice = try #require(try offer.quote(for: open).invoice)
    let all = try (0...total).map { read in
      let tokens = TokenVolume.split(input: read, output: total - read)
      return try #require(try offer.quote(for: Samples.month(.notStated, tokens: tokens)).invoice)
        .low
    }
    // Steps are at whole tokens, so that the least and the most are as well.
    #expect(all.min() == invoice.low)
    #expect(all.max() == invoice.high)
    let scenario = Scenario(
      id: "s", workloads: [open], offers: [offer], sweep: Sweep(driver: .tokens, range: 1...90))
    let gaps = try #require(try scenario.priced().groups.first?.breakEven).gaps
    let isGraduated = input.count + output.count > 2
    #expect(gaps == (isGraduated ? [CurveGap(offer: "o", reason: .mixIsOpen)] : []))
  }
}
