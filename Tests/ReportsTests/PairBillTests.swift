import Pricing
import Templates
import Testing

@testable import Reports

@Suite("Bills of two providers")
struct PairBillTests {
  private static func side(_ low: String, _ high: String) throws -> PairBill.Side {
    PairBill.Side(
      base: "offer", name: "Offer", low: try Money(dollars: low), high: try Money(dollars: high),
      link: .file("index.html"))
  }

  /// At any speed that both share one costs twice what the other does, though their ends overlap.
  @Test(
    "How many times as much is said only where the ends of both go together",
    arguments: [
      ("10", "10", "20", "40", .first, "2–4 times as much"),
      ("10", "20", "20", "40", .first, "1–4 times as much"),
      ("10", "30", "20", "60", .first, "always more"),
      ("0", "0", "20", "20", .first, "always more"),
      ("10", "10", "10", "10", .same, "the same"),
      ("10", "30", "20", "20", .open, "open: their ranges overlap"),
    ] as [(String, String, String, String, HeadToHead.Outcome, String)])
  func factor(
    low: String, high: String, otherLow: String, otherHigh: String, outcome: HeadToHead.Outcome,
    words: String
  ) throws {
    let bill = PairBill(
      workload: "Work", first: try Self.side(low, high),
      second: try Self.side(otherLow, otherHigh), outcome: outcome)
    #expect(bill.row(decimals: 2, others: []).outcome == words)
  }
}
