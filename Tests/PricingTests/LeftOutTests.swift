import Testing

@testable import Pricing

/// An offer that is left out has invoices, and takes part in nothing that compares.
@Suite("Offers that are left out")
struct LeftOutTests {
  private static func priced(_ leftOut: Set<String>) throws -> PricedScenario {
    var cheap = Samples.offer("cheap", try Samples.rate(.millionTokens, "1"))
    cheap.provider = "one"
    var other = Samples.offer("other", try Samples.rate(.millionTokens, "2"))
    other.provider = "two"
    let dear = Samples.offer("dear", try Samples.rate(.millionTokens, "3"))
    let workload = Samples.month(
      .notStated, tokens: .total(10_000_000, inputShare: Bounds(.zero)))
    return try Scenario(
      id: "s", workloads: [workload], offers: [cheap, other, dear],
      sweep: Sweep(driver: .tokens, range: 1...1_000_000), leftOut: leftOut
    ).priced()
  }

  @Test(
    "Are in no verdict, no curve and no recommendation",
    arguments: [
      ([], ["cheap"], ["cheap", "other", "dear"]), (["cheap"], ["other"], ["other", "dear"]),
      (["cheap", "other"], [], ["dear"]),
    ] as [(Set<String>, [String], [String])])
  func takePartInNothing(leftOut: Set<String>, cheapest: [String], curves: [String]) throws {
    let priced = try Self.priced(leftOut)
    #expect(priced.groups[0].comparisons.map(\.cheapest) == [cheapest])
    #expect(priced.groups.first?.breakEven?.curves.map(\.offer) == curves)
    #expect(priced.quotes.allSatisfy { $0[0].invoice != nil })
    let chosen = Recommendation(among: priced.groups[0], of: priced, requiring: []).choices
    #expect(chosen == [cheapest.isEmpty ? .only("dear") : .cheapest(cheapest)])
    let competing = priced.scenario.offers.indices.map { priced.competes($0, 0) }
    #expect(competing == priced.scenario.offers.map { !leftOut.contains($0.id) })
  }

  @Test func meetNobodySideBySide() throws {
    #expect(HeadToHead("one", "two", in: [try Self.priced([])]).count(of: .first) == 1)
    #expect(HeadToHead("one", "two", in: [try Self.priced(["cheap"])]).rounds.isEmpty)
  }

  @Test func hangOnNothing() throws {
    let scenario = try Self.priced(["cheap"]).scenario
    let sensitivity = try #require(try Sensitivity(of: scenario, workload: "w"))
    #expect(sensitivity.offers == ["other", "dear"])
    #expect(sensitivity.winner == "other")
  }
}
