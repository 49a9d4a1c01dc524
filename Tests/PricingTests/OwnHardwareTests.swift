import TestSupport
import Testing

@testable import Pricing

@Suite("A machine that is bought, hosted and powered")
struct OwnHardwareTests {
  private static func unit(_ id: String) throws -> RateUnit {
    try #require(RateUnit(rawValue: id))
  }

  /// $36,000 over 36 months, $200 a month for its place, and half of 10 kW at $0.10.
  private static func own(_ id: String = "own", price: String = "36000") throws -> Offer {
    let bought = try Samples.rate(unit("machine"), price)
    var offer = Samples.offer(
      id,
      Rate(
        unit: bought.unit, price: bought.price, day: bought.day, citation: bought.citation,
        amortisation: 36), try Samples.rate(unit("machine-month"), "200"),
      try Samples.rate(unit("kwh"), "0.10"))
    offer.replica[.kilowatts] = 10
    offer.replica.powerShare = try Ratio(1, over: 2)
    return offer
  }

  @Test(
    "Costs its months whether it is used or not",
    arguments: [
      (Workload.Traffic.hours(Bounds(60)), "1560"), (.none, "1560"), (.hours(Bounds(720)), "1560"),
      (.busyShare(Bounds(.one)), "1560"), (.hours(Bounds(721)), "3120"),
    ])
  func months(traffic: Workload.Traffic, total: String) throws {
    let quote = try Self.own().quote(for: Samples.month(traffic, runs: nil))
    #expect(quote.totalText == total)
    let invoice = try #require(quote.invoice)
    #expect(invoice.lines.allSatisfy { [.phase(.active), .held].contains($0.kind) })
    for line in invoice.lines {
      #expect(try line.derivation.high.result() == line.quantity.high)
    }
  }

  @Test func eachLineHasItsArithmetic() throws {
    let quote = try Self.own().quote(for: Samples.month(.hours(Bounds(360)), runs: nil))
    #expect(
      quote.lineTexts.filter { $0.hasPrefix("held") }.map { $0.split(separator: "=").last } == [
        " 500", " 100", " 180",
      ])
    let lines = try #require(quote.invoice).lines
    #expect(
      lines.first?.derivation.high.terms.map { "\($0.operation.rawValue) \($0.value.decimalText)" }
        == ["+ 360", "÷ 720", "÷ 36"])
    let power = try #require(lines.first { $0.unit.rawValue == "kwh" })
    #expect(power.derivation.high.terms.map(\.value.decimalText) == ["360", "10", "0.5"])
  }

  @Test func aJobCostsWholeMonthsAndThePowerOfItsHours() throws {
    let quote = try Self.own().quote(for: Samples.once(.session(seconds: 43_200)))
    #expect(quote.totalText == "1206")
    let power = quote.invoice?.lines.filter { $0.unit.rawValue == "kwh" } ?? []
    #expect(power.map(\.kind) == [.phase(.active)])
    #expect(power.first?.amount.high == (try Money(dollars: "6")))
  }

  @Test("Curves are the invoices, for months and for jobs", arguments: [true, false])
  func curves(isMonth: Bool) throws {
    func asked(_ hours: Int) -> Workload {
      let traffic = Workload.Traffic.hours(Bounds(Ratio(Int128(hours))))
      return isMonth ? Samples.month(traffic) : Samples.once(traffic)
    }
    let rented = Samples.offer(
      "rented", try Samples.rate(.gpuHour, "3"), scaling: Samples.bySecond)
    let scenario = Scenario(
      id: "s", workloads: [asked(10)], offers: [try Self.own(), rented],
      sweep: Sweep(driver: .hours, range: 1...3000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.gaps.isEmpty)
    let curve = try #require(breakEven.curves.first { $0.offer == "own" })
    for hours in [1, 2, 400, 519, 520, 521, 720, 721, 730, 731, 1440, 1441, 2190, 2191, 3000] {
      let totals = try scenario.offers.map {
        try #require(try $0.quote(for: asked(hours)).invoice).low
      }
      let cost = try #require(try curve.cost(at: hours))
      #expect(abs((cost.floor - totals[0].picodollars)) <= 6, "\(hours)")
      let cheapest = try #require(breakEven.cheapest.first { $0.range.contains(hours) })
      let least = totals[0] < totals[1] ? "own" : "rented"
      #expect(totals[0] == totals[1] || cheapest.offers == [least], "\(hours)")
    }
  }

  @Test func aDiscountIsTakenOffEachOfItsPrices() throws {
    var offer = try Self.own()
    offer.discounts = [Discount(name: "d", share: try Ratio(1, over: 10), subjects: [.time])]
    #expect(try offer.quote(for: Samples.month(.none)).totalText == "1404")
  }

  @Test func theSameMachineForLessAlwaysWins() throws {
    let offers = [try Self.own("dear", price: "40000"), try Self.own("cheap", price: "30000")]
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(100, 300)), runs: nil)], offers: offers)
    let winners = try scenario.priced().groups.flatMap(\.comparisons).flatMap(\.cheapest)
    #expect(winners == ["cheap"])
  }
}
