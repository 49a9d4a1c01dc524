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
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000), withoutCurve: ["open"]
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
    #expect(try audited(invoice).verdict == .reproduced)
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
}
