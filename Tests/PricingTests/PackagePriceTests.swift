import TestSupport
import Testing

@testable import Pricing

@Suite("Packages of which what is begun costs the whole")
struct PackagePriceTests {
  private static func price(_ id: String, _ low: String, _ high: String? = nil) throws -> Rate {
    let rate = try Samples.rate(try #require(RateUnit(rawValue: id)), low, high)
    return Rate(
      unit: rate.unit, price: rate.price, day: rate.day, citation: rate.citation, isRoundedUp: true)
  }

  @Test(
    "Cost as many as are begun",
    arguments: [
      (0, "0", "requests 0 × 5 = 0"), (1, "5", "requests 1 × 5 = 5"),
      (999, "5", "requests 1 × 5 = 5"), (1000, "5", "requests 1 × 5 = 5"),
      (1001, "10", "requests 2 × 5 = 10"), (2500, "15", "requests 3 × 5 = 15"),
    ])
  func areWhole(requests: Int, total: String, line: String) throws {
    let offer = Samples.offer("o", try Self.price("thousand-requests", "5"))
    let quote = try offer.quote(for: Samples.month(.notStated, requests: requests))
    #expect(quote.totalText == total)
    #expect(quote.lineTexts == [line])
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
  }

  @Test func aRangeOfACountHasTheirEnds() throws {
    let offer = Samples.offer("o", try Self.price("thousand-web-searches", "2", "3"))
    var workload = Samples.month(.notStated)
    workload.counts = [.init(try #require(Quantity(id: "web-searches")), Bounds(900, 1100))]
    #expect(try offer.quote(for: workload).totalText == "2–6")
  }

  @Test func aDiscountIsTakenOffWholePackages() throws {
    var offer = Samples.offer("o", try Self.price("thousand-requests", "5"))
    offer.discounts = [Discount(name: "d", share: try Ratio(1, over: 10))]
    let quote = try offer.quote(for: Samples.month(.notStated, requests: 1001))
    #expect(quote.totalText == "9")
  }

  private static func month(_ requests: Int) -> Workload {
    // A hundred tokens each, so that tokens are the driver.
    Samples.month(
      .notStated, tokens: .split(input: requests * 100, output: 0), requests: requests)
  }

  @Test(
    "Curves have the steps, and who is the cheapest is what trying every number finds",
    arguments: 0..<40)
  func curves(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let package = Samples.offer(
      "package", try Self.price("thousand-requests", "\(random.int(in: 1...9))"))
    var others = [
      Samples.offer("each", try Samples.rate(.request, "0.00\(random.int(in: 1...9))")),
      Samples.offer(
        "fee", try Samples.rate(#require(RateUnit(rawValue: "month")), "\(random.int(in: 5...60))")),
    ]
    others[0].rates.append(
      try Samples.rate(#require(RateUnit(rawValue: "month")), "\(random.int(in: 0...9))"))
    let offers = [package] + others
    let scenario = Scenario(
      id: "s", workloads: [Self.month(1000)], offers: offers,
      sweep: Sweep(driver: .tokens, range: 100...2_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.curves.count == 3)
    let curve = try #require(breakEven.curves.first { $0.offer == "package" })
    for requests in stride(from: 1, through: 20_000, by: 37) {
      let x = requests * 100
      let totals = try offers.map { try #require(try $0.quote(for: Self.month(requests)).invoice) }
      #expect(try curve.cost(at: x) == Ratio(totals[0].low.picodollars), "\(requests)")
      let least = try #require(totals.map(\.low).min())
      let lowest = totals.filter { $0.low == least }.map(\.offer)
      let stretch = try #require(breakEven.cheapest.first { $0.range.contains(x) })
      #expect(!stretch.offers.isEmpty && Set(stretch.offers).isSubset(of: lowest), "\(requests)")
    }
  }
}
