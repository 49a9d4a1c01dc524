import Pricing
import TestSupport
import Testing

@Suite("One tariff for many workloads")
struct TariffTests {
  @Test("A total is that of the invoice, and the sum of its lines", arguments: 0..<400)
  func totals(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scenario = RandomMarket(&random).scenario
    for offer in scenario.offers {
      let tariff = Tariff(offer)
      for workload in scenario.workloads {
        let total = try tariff.total(for: workload)
        guard case .invoice(let invoice) = try tariff.quote(for: workload) else {
          #expect(total == nil)
          continue
        }
        #expect(try offer.quote(for: workload) == .invoice(invoice))
        #expect(total?.low == invoice.low)
        #expect(total?.high == invoice.high)
        #expect(total?.fits == invoice.fits)
        for end in End.allCases {
          // What a price is not stated for counts as nothing at the low end, and leaves the high open.
          let sum = try invoice.lines.reduce(Money.zero) { try $0 + ($1.amount[end] ?? .zero) }
          #expect((end == .low ? invoice.low : invoice.high ?? sum) == sum)
          // Phases and whatever else is charged are the whole.
          let parts = try LineItem.Kind.all.reduce(Money.zero) { parts, kind in
            try invoice.lines.filter { $0.kind == kind }
              .reduce(parts) { try $0 + ($1.amount[end] ?? .zero) }
          }
          #expect(parts == sum)
        }
      }
    }
  }

  @Test("What needs no lines is added up as lines are", arguments: 0..<200)
  func plainTotals(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let rates = [
      try Samples.rate(.millionInputTokens, "0.\(random.int(in: 1...999_999))"),
      try Samples.rate(.millionOutputTokens, "\(random.int(in: 1...9))", "10"),
      try Samples.rate(.request, "0.\(random.int(in: 1...999))"),
      try Samples.rate(
        #require(RateUnit(rawValue: "million-cached-input-tokens")), "0.0\(random.int(in: 1...999))"
      ),
    ]
    let chosen = Array(rates.shuffled(using: &random).prefix(3))
    let offer = Offer(id: "o", name: "o", provider: "p", rates: chosen)
    var workload = Samples.once(.notStated)
    let (input, output) = (random.int(in: 0...999_999_937), random.int(in: 0...99_999))
    workload.tokens =
      random.int(in: 0...3) == 0
      ? .total(input, inputShare: Bounds(.zero, .one)) : .split(input: input, output: output)
    workload.requests = random.int(in: 0...9999)
    let total = try Tariff(offer).total(for: workload)
    let invoice = try offer.quote(for: workload).invoice
    #expect(total?.low == invoice?.low)
    #expect(total?.high == invoice?.high)
  }

  @Test func usesTheRatesAndRulesOfItsDay() throws {
    let later = try #require(CalendarDate("2026-09-01"))
    let dearer = Rate(
      unit: .gpuHour, price: Bounds(try Money(dollars: "3")), from: later,
      citation: Citation(source: "later"))
    var offer = Samples.offer("o", try Samples.rate(.gpuHour, "2"), dearer)
    offer.rules = [
      ScalingRules(policy: Samples.alwaysOn(1)),
      ScalingRules(day: .began(later), policy: Samples.alwaysOn(2)),
    ]
    let workload = Samples.month(.none)
    #expect(try Tariff(offer).total(for: workload)?.low.dollarText == "4320")
    #expect(
      try Tariff(offer, on: Samples.date).total(for: workload)?.low.dollarText == "1440")
  }

  @Test func hasNoTotalWhereThereIsNoInvoice() throws {
    let offer = Samples.offer("api", try Samples.rate(.millionTokens, "1"))
    #expect(try Tariff(offer).total(for: Samples.once(.batch)) == nil)
  }

  @Test func everyQuantityOfALineComesFromItsDerivation() throws {
    for seed in 0..<200 {
      var random = SplitMix(seed: UInt64(seed))
      let scenario = RandomMarket(&random).scenario
      for line in try scenario.priced().quotes.joined().compactMap(\.invoice).flatMap(\.lines) {
        for end in End.allCases {
          #expect(try line.derivation[end].result() == line.quantity[end])
        }
      }
    }
  }
}
