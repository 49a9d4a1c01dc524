import TestSupport
import Testing

@testable import Pricing

@Suite("Discounts of one's own")
struct DiscountTests {
  private static func discount(
    _ name: String, _ percent: Int128, _ subjects: Discount.Subject...
  ) throws -> Discount {
    Discount(name: name, share: try Ratio(percent, over: 100), subjects: subjects)
  }

  @Test(
    "Are lines at the list price, one after the other",
    arguments: [
      ([], "100", ["active 50 × 2 = 100"]),
      ([10], "90", ["active 50 × 2 = 100", "active -5 × 2 = -10"]),
      (
        [10, 10], "81", ["active 50 × 2 = 100", "active -5 × 2 = -10", "active -4.5 × 2 = -9"]
      ),
    ] as [([Int128], String, [String])])
  func areLines(percents: [Int128], total: String, lines: [String]) throws {
    var offer = Samples.offer("o", try Samples.rate(.gpuHour, "2"), scaling: Samples.bySecond)
    offer.discounts = try percents.enumerated().map { try Self.discount("d\($0)", $1) }
    let quote = try offer.quote(for: Samples.once(.hours(Bounds(50))))
    #expect(quote.totalText == total)
    #expect(quote.lineTexts == lines)
    let invoice = try #require(quote.invoice)
    #expect(invoice.lines.compactMap(\.discount) == offer.discounts)
    for line in invoice.lines {
      #expect(try line.derivation.high.result() == line.quantity.high)
      let isOurs = line.derivation.high.terms.last?.basis == .ours
      #expect(isOurs == (line.discount != nil))
      // The vendor states the list price, and nothing else of the line.
      #expect(line.citation.source == "article")
    }
    #expect(invoice.notes.contains(.discounted(offer.discounts)) == !percents.isEmpty)
    #expect(!invoice.notes.contains(.discounted([])))
  }

  @Test(
    "Are taken off what they are for, and never off a minimum",
    arguments: [
      ([], ["input-tokens", "cached-input-tokens", "output-tokens", "months", "active"]),
      ([.time], ["active"]),
      ([.counted(.inputTokens)], ["input-tokens", "cached-input-tokens"]),
      (
        [.counted(.tokens), .time],
        ["input-tokens", "cached-input-tokens", "output-tokens", "active"]
      ),
      ([.counted(.requests)], []),
    ] as [([Discount.Subject], Set<String>)])
  func areForSomething(subjects: [Discount.Subject], kinds: Set<String>) throws {
    func unit(_ id: String) throws -> RateUnit { try #require(RateUnit(rawValue: id)) }
    var offer = Samples.offer(
      "o", try Samples.rate(.millionInputTokens, "3"), try Samples.rate(.millionOutputTokens, "9"),
      try Samples.rate(unit("million-cached-input-tokens"), "1"),
      try Samples.rate(unit("month"), "20"), try Samples.rate(.gpuHour, "2"),
      try Samples.rate(unit("minimum-month"), "5000"), scaling: Samples.bySecond)
    offer.discounts = [
      Discount(name: "d", share: try Ratio(1, over: 4), subjects: subjects)
    ]
    var workload = Samples.month(
      .hours(Bounds(10)), tokens: .split(input: 4_000_000, output: 1_000_000))
    workload.counts = [.init(try #require(Quantity(id: "cached-input-tokens")), Bounds(1_000_000))]
    let invoice = try #require(try offer.quote(for: workload).invoice)
    let less = invoice.lines.filter { $0.discount != nil }
    #expect(Set(less.map(\.kind.id)) == kinds)
    // The minimum is what use does not come to after discounts.
    let fee = kinds.contains("months") ? "5015" : "5020"
    #expect(Quote.invoice(invoice).totalText == fee)
  }

  @Test("Each line sums up, and the total is the list price times what is left", arguments: 0..<120)
  func areInProportion(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    let list = try #require(market.scenario.offers.first)
    var offer = list
    let shares = [Int128(1), 7, 15, 50]
    offer.discounts = try (0..<random.int(in: 1...3)).map {
      try Self.discount("d\($0)", shares[random.int(in: 0...3)])
    }
    var left = Ratio.one
    for discount in offer.discounts { left = try left * (.one - discount.share) }
    let workload = try #require(market.scenario.workloads.first)
    guard let plain = try list.quote(for: workload).invoice else {
      #expect(try offer.quote(for: workload).invoice == nil)
      return
    }
    let invoice = try #require(try offer.quote(for: workload).invoice)
    for end in End.allCases {
      let before = try #require(end == .low ? plain.low : plain.high)
      let after = try #require(end == .low ? invoice.low : invoice.high)
      let sum = invoice.lines.reduce(Int128(0)) { $0 + ($1.amount[end]?.picodollars ?? 0) }
      #expect(sum == after.picodollars)
      let exact = try Ratio(before.picodollars) * left
      let most = Ratio(Int128(invoice.lines.count))
      #expect(try Ratio(after.picodollars) <= exact + most)
      #expect(try Ratio(after.picodollars) >= exact - most)
    }
    // Phases are after discounts, so that shares of them add up to the whole.
    let kinds = try LineItem.Kind.all.reduce(Int128(0)) {
      $0 + (try invoice.stated(for: $1).high.picodollars)
    }
    #expect(kinds == invoice.high?.picodollars)
  }

  @Test("Are in the curve as in the invoice", arguments: 0..<160)
  func areInCurves(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = RandomMarket(&random)
    var scenario = market.scenario
    scenario.offers[0].discounts = [
      try Self.discount("time", 15, .time), try Self.discount("tokens", 30, .counted(.tokens)),
      try Self.discount("all", 10),
    ]
    let offer = scenario.offers[0]
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for curve in breakEven.curves where !curve.isBound {
      for x in [1000, 50_000, 1_000_000, 40_000_000, 3_000_000_000]
      where scenario.sweep?.range.contains(x) == true {
        guard let workload = try market.workload(at: x), let cost = try curve.cost(at: x),
          let invoice = try offer.quote(for: workload).invoice
        else { continue }
        let totals = [invoice.low, try #require(invoice.high)]
        for total in curve.end.map({ $0 == .low ? [totals[0]] : [totals[1]] }) ?? totals {
          let (exact, lines) = (Ratio(total.picodollars), Ratio(Int128(invoice.lines.count)))
          #expect(try cost <= exact + lines && cost >= exact - lines, "\(curve.id) at \(x)")
        }
      }
    }
  }

  @Test func decideWhoIsTheCheapest() throws {
    var dear = Samples.offer("dear", try Samples.rate(.millionTokens, "10"))
    let cheap = Samples.offer("cheap", try Samples.rate(.millionTokens, "9"))
    let workload = Samples.month(.notStated, tokens: .split(input: 5_000_000, output: 0))
    func winner() throws -> [String] {
      let scenario = Scenario(id: "s", workloads: [workload], offers: [dear, cheap])
      return try scenario.priced().groups.flatMap(\.comparisons).flatMap(\.cheapest)
    }
    #expect(try winner() == ["cheap"])
    dear.discounts = [try Self.discount("d", 20)]
    #expect(try winner() == ["dear"])
  }

  @Test func moreOfWhatIsCheaperThanItsWholeMakesASmallerInvoiceAfterDiscounts() throws {
    // At list prices output is dearer than input; after the discount it is not.
    var offer = Samples.offer(
      "o", try Samples.rate(.millionInputTokens, "4"), try Samples.rate(.millionOutputTokens, "5"))
    offer.discounts = [try Self.discount("d", 50, .counted(.outputTokens))]
    let quote = try offer.quote(
      for: Samples.month(
        .notStated, tokens: .total(1_000_000, inputShare: Bounds(.zero, .one))))
    #expect(quote.totalText == "2.5–4")
  }

  @Test func aPriceThatNobodyStatesStaysOpen() throws {
    var offer = Samples.offer("o", try Samples.unstated(.request))
    offer.discounts = [try Self.discount("d", 50)]
    let quote = try offer.quote(for: Samples.month(.notStated, requests: 10))
    #expect(quote.invoice?.high == nil)
    #expect(quote.lineTexts.count == 1)
  }

  @Test func publishedFiguresAreAuditedAtListPrices() throws {
    var offer = Samples.offer("o", try Samples.rate(.millionTokens, "10"))
    offer.discounts = [try Self.discount("d", 50)]
    let workload = Samples.month(.notStated, tokens: .split(input: 1_000_000, output: 0))
    let scenario = Scenario(id: "s", workloads: [workload], offers: [offer])
    let evidence = ClaimEvidence(
      offers: [offer], scenarios: [try scenario.priced()], claims: [])
    let found = evidence.invoice(scenario: "s", offer: "o", workload: "w")
    #expect(found.value == Bounds(10))
    #expect(try scenario.priced().quotes[0][0].totalText == "5")
  }
}
