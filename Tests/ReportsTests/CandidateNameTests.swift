import Content
import Pricing
import Testing

@testable import Reports

/// An amount that nobody is named for answers no question.
@Suite("Who may be the cheapest is named")
struct CandidateNameTests {
  private static let long = "with a long name of its own"

  /// Offers that overlap, each of a provider of its own or all of one.
  private static func view(
    _ count: Int, ownCards: Bool, price: String = "1 to 100", workloads: Int = 2
  ) throws -> ScenarioView {
    func offer(_ number: Int) -> String {
      "  - {id: o\(number), name: Offer \(number) \(long), "
        + "rates: [{usd_per_million_tokens: \(price), source: article}]}"
    }
    let cards = (1..<count).map { number in
      (
        "content/rate-cards/p\(number).yaml",
        "name: Seller \(number)\nsummary: One.\noffers:\n\(offer(number))\n"
      )
    }
    let works = (0..<workloads).map { "{id: w\($0), name: Work \($0), tokens: \($0 + 1)M}" }
    return try SmallSite.view(
      (ownCards ? [offer(0)] : (0..<count).map(offer)).joined(separator: "\n"),
      """
      workloads: [\(works.joined(separator: ", "))]
      offers: [\((0..<count).map { "{offer: o\($0)}" }.joined(separator: ", "))]
      """, ownCards ? Dictionary(uniqueKeysWithValues: cards) : [:])
  }

  @Test(
    "By their sellers where their names have no room and each seller has one, or else the first",
    arguments: [
      (
        3, true, "1 to 100", 2,
        "Market, Seller 1 or Seller 2 is cheapest for both workloads, depending on prices"
      ),
      (
        3, false, "1 to 100", 2,
        "Offer 0 \(long) or one of 2 others is cheapest, depending on prices"
      ),
      (
        3, true, "1 to 100", 1,
        "Work 0: Market, Seller 1 or Seller 2 is cheapest at $1–100, depending on prices"
      ),
      (3, false, "5", 1, "Work 0: every offer costs $5"),
    ])
  func headline(
    count: Int, ownCards: Bool, price: String, workloads: Int, headline: String
  ) throws {
    let view = try Self.view(count, ownCards: ownCards, price: price, workloads: workloads)
    #expect(Finding(view).headline == headline)
  }

  @Test func aFindingNamesOneAtLeast() throws {
    let view = try Self.view(6, ownCards: false, workloads: 1)
    #expect(
      ComparisonFinding(view).sentences == [
        "Work 0: Offer 0 \(Self.long) or one of 5 others is cheapest at $1–100, depending "
          + "on prices."
      ])
  }

  @Test func oneOfferThatIsUsedInSeveralWaysHasItsName() throws {
    let view = try SmallSite.view(
      """
        - {id: g, name: G, rates: [{usd_per_gpu_hour: 2, source: article}]}
      """,
      """
      workloads: [{id: w, name: Work, traffic: batch, tokens: 10M, runs: 1}]
      offers:
        - {offer: g, as: slow, name: Slow, throughput: {tokens_per_hour: 1M}}
        - {offer: g, as: fast, name: Fast, throughput: {tokens_per_hour: 2M}}
      """)
    #expect(ComparisonFinding(view).sentences == ["Work: G, used in 2 ways, costs $10–20."])
  }
}
