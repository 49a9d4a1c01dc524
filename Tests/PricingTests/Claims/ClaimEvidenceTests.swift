import Pricing
import Testing

/// The invoices, curves and rates that claims are computed from.
@Suite("Evidence for claims")
struct ClaimEvidenceTests {
  private func offers() throws -> [Offer] {
    [
      Samples.offer(
        "machine", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1)),
      Samples.offer("tokens", try Samples.rate(.millionTokens, "15", "50")),
      Samples.offer("open", try Samples.unstated(.millionTokens)),
    ]
  }

  private func priced() throws -> PricedScenario {
    let workload = Workload(
      id: "month", name: "A month", period: .month(hours: 720),
      tokens: .split(input: 10_000_000, output: 0), traffic: .hours(Bounds(50)))
    return try Scenario(
      id: "s", workloads: [workload], offers: offers(),
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000), leftOut: ["open"]
    ).priced()
  }

  private func audited(_ operand: ClaimOperand, end: End? = nil) throws -> AuditedClaim {
    let claim = try ClaimSamples.claim(
      figures: "1440", [ClaimFormula.Term(.plus, operand, end: end, name: "it")])
    return try ClaimSamples.audited(claim, offers: try offers(), scenarios: [try priced()])
  }

  @Test func takesTheTotalOfAnInvoice() throws {
    let invoice = ClaimOperand.invoice(scenario: "s", offer: "machine", workload: "month")
    #expect(try audited(invoice).computed == Bounds(1440))
    // The claim and the rate have one source, and the rate has no words to tell them apart.
    #expect(try audited(invoice).verdict == .restated(.alone))
  }

  @Test func takesARateAtBothEndsOrAtOne() throws {
    let rate = ClaimOperand.rate(offer: "tokens", unit: .millionTokens)
    #expect(try audited(rate).computed == Bounds(15, 50))
    #expect(try audited(rate, end: .high).computed == Bounds(50))
    #expect(try audited(rate).terms.first?.unit.description == "usd/million-tokens")
  }

  @Test func takesTheCrossingsOfTwoOffers() throws {
    func computed(_ pair: ClaimOperand.Pair, deciding: Bool) throws -> Bounds<Ratio>? {
      try audited(
        .crossings(
          scenario: "s", between: pair, decidingOnly: deciding, unit: Driver.tokens.claimUnit)
      ).computed
    }
    // $1,440 buys 28.8 million tokens at $50, and 96 million at $15.
    let all = Bounds<Ratio>(28_800_000, 96_000_000)
    #expect(try computed(.init("tokens", "machine"), deciding: false) == all)
    #expect(try computed(.init("machine", "tokens"), deciding: false) == all)
    #expect(try computed(.init("tokens", "machine"), deciding: true) == all)
  }

  @Test(
    "A crossing that reaches the end of the axis may go on beyond it",
    arguments: [
      (1_000_000, 1_000_000_000, Bounds<Ratio>(28_800_000, 96_000_000), OpenSides()),
      (50_000_000, 1_000_000_000, Bounds(50_000_000, 96_000_000), OpenSides(below: true)),
      (1_000_000, 60_000_000, Bounds(28_800_000, 60_000_000), OpenSides(above: true)),
    ])
  func edges(from: Int, to: Int, places: Bounds<Ratio>, open: OpenSides) throws {
    let machine = Samples.offer(
      "machine", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1))
    let tokens = Samples.offer("tokens", try Samples.rate(.millionTokens, "15", "50"))
    let month = Workload(
      id: "month", name: "A month", period: .month(hours: 720),
      tokens: .split(input: 1, output: 0), traffic: .hours(Bounds(50)))
    let scenario = try Scenario(
      id: "s", workloads: [month], offers: [machine, tokens],
      sweep: Sweep(driver: .tokens, range: from...to)
    ).priced()
    let claim = try ClaimSamples.claim(
      figures: "1",
      [
        ClaimFormula.Term(
          .plus,
          .crossings(
            scenario: "s", between: .init("tokens", "machine"), decidingOnly: false,
            unit: ClaimUnit(.tokens)), name: "it")
      ])
    let audited = try ClaimSamples.audited(
      claim, offers: [machine, tokens], scenarios: [scenario])
    #expect(audited.computed == places)
    #expect(audited.open == open)
  }

  @Test func leavesTheVerdictOpenWhereSomethingIsNotStated() throws {
    let tokens = RateUnit.millionTokens
    #expect(
      try audited(.rate(offer: "open", unit: tokens)).verdict
        == .cannotBeComputed([.price(offer: "open", tokens)]))
    #expect(
      try audited(.invoice(scenario: "s", offer: "open", workload: "month")).verdict
        == .cannotBeComputed([.openInvoice(offer: "open", workload: "month")]))
    let pair = ClaimOperand.Pair("open", "machine")
    #expect(
      try audited(
        .crossings(scenario: "s", between: pair, decidingOnly: false, unit: ClaimUnit(.tokens))
      ).verdict == .cannotBeComputed([.noCrossing(scenario: "s", pair)]))
  }

  @Test(
    "Prices a claim on the day of its source",
    arguments: [
      ("2026-03-01", 2), ("2026-06-01", 3), ("2026-11-21", 3), (nil, 3), ("2025-12-31", 3),
    ])
  func day(day: String?, dollars: Int) throws {
    func rate(_ price: String, _ from: String) throws -> Rate {
      Rate(
        unit: .gpuHour, price: Bounds(try Money(dollars: price)),
        from: try #require(CalendarDate(from)), citation: ClaimSamples.elsewhere)
    }
    let offer = Samples.offer(
      "machine", try rate("2", "2026-01-01"), try rate("3", "2026-06-01"),
      scaling: Samples.alwaysOn(1))
    let month = Workload(
      id: "month", name: "A month", period: .month(hours: 100), tokens: .split(input: 1, output: 0),
      traffic: .hours(Bounds(50)))
    let tokens = Samples.offer("tokens", try Samples.rate(.millionTokens, "1"))
    let scenario = try Scenario(
      id: "s", workloads: [month], offers: [offer, tokens],
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000)
    ).priced()
    let days = try day.map { ["article": try #require(CalendarDate($0))] } ?? [:]
    func computed(_ operand: ClaimOperand) throws -> Bounds<Ratio>? {
      let claim = try ClaimSamples.claim(
        figures: "1", [ClaimFormula.Term(.plus, operand, name: "it")])
      return try ClaimSamples.audited(
        claim, offers: [offer, tokens], scenarios: [scenario], days: days
      ).computed
    }
    let price = Ratio(Int128(dollars))
    #expect(try computed(.rate(offer: "machine", unit: .gpuHour)) == Bounds(price))
    #expect(
      try computed(.invoice(scenario: "s", offer: "machine", workload: "month"))
        == Bounds(price * 100))
    // $1 a million tokens meets $200 or $300 a month.
    #expect(
      try computed(
        .crossings(
          scenario: "s", between: .init("tokens", "machine"), decidingOnly: false,
          unit: ClaimUnit(.tokens))) == Bounds(price * 100_000_000))
  }
}
