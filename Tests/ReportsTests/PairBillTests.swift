import Content
import Pricing
import Templates
import Testing

@testable import Reports

@Suite("Bills of two providers")
struct PairBillTests {
  private static func side(_ base: String = "offer", _ low: String = "10", _ high: String = "10")
    throws -> PairBill.Side
  {
    PairBill.Side(
      base: base, name: "Offer", low: try Money(dollars: low), high: try Money(dollars: high),
      link: .file("index.html"))
  }

  @Test(
    "How many times as much is said, or that either may cost less",
    arguments: [
      (Bounds(Ratio(2), Ratio(4)), .first, "2 to 4 times as much"),
      (Bounds(Ratio(2)), .second, "2 times as much"),
      (nil, .first, "more than nothing"), (nil, .same, "the same"),
      (nil, .open, "open: either may cost less"),
    ] as [(Bounds<Ratio>?, HeadToHead.Outcome, String)])
  func factor(factor: Bounds<Ratio>?, outcome: HeadToHead.Outcome, words: String) throws {
    let bill = PairBill(
      workload: "Work", first: try Self.side(), second: try Self.side(), outcome: outcome,
      factor: factor)
    var sources = PageSources(try SmallSite.content(), listedOn: "index.html")
    #expect(bill.row(decimals: 2, others: [], &sources).outcome == words)
  }

  @Test(
    "Where the other side has the same bill, the offer that does the same work for less is named",
    arguments: [
      ("10", "4", "Offer, not in this scenario, does it for $4.00: “month”"),
      ("10", "20", nil), ("11", "4", nil),
    ])
  func sameWork(second: String, first: String, words: String?) throws {
    let bill = PairBill(
      workload: "720 h", first: try Self.side("flex", "10", "10"), second: try Self.side("m"),
      outcome: .same, factor: nil)
    let other = PairBill(
      workload: "month", first: try Self.side("raw", first, first),
      second: try Self.side("m", second, second), outcome: .first, factor: nil)
    #expect(bill.remark(among: [bill, other], decimals: 2) == words)
    var once = other
    once.isOnce = true
    #expect(bill.remark(among: [bill, once], decimals: 2) == nil)
  }

  private static func pairings(_ bills: [(String, String, HeadToHead.Outcome)]) throws
    -> [PairPairing]
  {
    let content = try SmallSite.content()
    let context = SiteContext(content: content, scenarios: [], priced: [], baseURL: nil)
    return PairPairing.all(
      try bills.enumerated().map { number, bill in
        PairBill(
          workload: "work \(number + 1)", first: try side(bill.0), second: try side(bill.1),
          outcome: bill.2, factor: bill.2 == .first ? Bounds(Ratio(2)) : nil)
      }, in: context)
  }

  @Test("Each two offers are concluded on alone")
  func alone() throws {
    let sentences = try Self.pairings([
      ("gmi-h100", "modal-h100", .first), ("gmi-h100", "modal-h100", .second),
      ("baseten-h100", "modal-h100", .second), ("gmi-h100", "managed-api", .first),
      ("gmi-h100", "managed-api", .first), ("baseten-h100", "managed-api", .open),
    ]).map(\.sentence)
    #expect(
      sentences == [
        "GMI H100 costs less than Modal H100 for “work 1”; more for “work 2”.",
        "Modal H100 costs less than Baseten H100 for “work 3”.",
        "GMI H100 costs less than Managed API in each row that has both; Managed API costs 2 times "
          + "as much.",
        "Either of Baseten H100 and Managed API may cost less for “work 6”.",
      ])
  }

  @Test(
    "Who costs less by a price of an earlier year is said to",
    arguments: [
      ("old", ", with a price published May 2025 against one published 28\u{A0}May 2026"),
      ("article", ""), ("older", ""),
    ])
  func old(source: String, words: String) throws {
    let view = try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_million_tokens: 5, source: \(source == "older" ? "article" : source)}]}
        - {id: b, name: B, rates: [{usd_per_million_tokens: 10, source: \(source == "older" ? "old" : "article")}]}
      """, "workloads: [{id: w, name: Work, tokens: 1M}]\noffers: [{offer: a}, {offer: b}]\n",
      [
        "content/sources.yaml": """
        sources:
          - {id: article, title: An article, publisher: Somebody, published: 2026-05-28, read: 2026-11-21}
          - {id: old, title: An old article, publisher: Somebody, published: 2025-05, read: 2026-11-21}
        """
      ])
    func side(_ id: String) throws -> PairBill.Side {
      var side = try Self.side(id)
      side.rates = try #require(view.offer(id)).rates(on: view.scenario.date)
      return side
    }
    let bill = PairBill(
      workload: "Work", first: try side("b"), second: try side("a"), outcome: .second,
      factor: Bounds(Ratio(2)))
    #expect(
      PairPairing.all([bill], in: view.context).map(\.sentence)
        == ["A costs less than B for “Work”\(words); B costs 2 times as much."])
  }

  @Test(
    "Of two providers nothing is concluded across a change of offers",
    arguments: [
      (
        [("a", "x", .first), ("a", "x", .first), ("b", "x", .first)],
        "P’s offers cost less than Q’s in every row here"
      ),
      (
        [("a", "x", .first), ("b", "x", .second)],
        "Whether P or Q costs less depends on which of their offers do the work"
      ),
      ([("a", "x", .first), ("a", "x", .second)], "Whether P or Q costs less depends on the work"),
      (
        [("a", "x", .first), ("a", "x", .open), ("b", "x", .first)],
        "Whether P or Q costs less depends on the offers and on the work"
      ),
      ([("a", "x", .open)], "Either may cost less in every row here"),
    ] as [([(String, String, HeadToHead.Outcome)], String)])
  func headline(bills: [(String, String, HeadToHead.Outcome)], headline: String) throws {
    let names = PairNames(first: "P", second: "Q")
    #expect(PairPairing.headline(names, try Self.pairings(bills)) == headline)
  }

  @Test(
    "A machine that is held costs the same for any work, and is the same bill only for the same work",
    arguments: [("5", true), ("6", false)])
  func repeats(active: String, isSame: Bool) throws {
    func bill(_ active: String) throws -> PairBill {
      var held = try Self.side()
      held.active = Ends(low: try Money(dollars: active), high: try Money(dollars: active))
      return PairBill(
        workload: "Work", first: held, second: try Self.side(), outcome: .first, factor: nil)
    }
    #expect(try bill("5").repeats(try bill(active)) == isSame)
  }
}
