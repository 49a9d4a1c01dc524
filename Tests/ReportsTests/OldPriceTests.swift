import Content
import Pricing
import Testing

@testable import Reports

/// An offer that is not compared and would cost less by a price of an earlier year: the price may no
/// longer hold, and that is a condition of what is said.
@Suite("Old prices of offers that are not compared")
struct OldPriceTests {
  private static let sources = [
    "content/sources.yaml": """
    sources:
      - {id: article, title: An article, publisher: Somebody, published: 2026-05-28, read: 2026-11-21}
      - {id: old, title: An old article, publisher: Somebody, published: 2025-05, read: 2026-11-21}
    """
  ]

  private static func sentence(
    compared: String = "article", absent: String, others: Int = 0
  ) throws -> String? {
    func offer(_ id: String, _ price: Int, _ source: String) -> String {
      "  - {id: \(id), name: \(id.uppercased()), model: {name: M}, "
        + "rates: [{usd_per_million_tokens: \(price), source: \(source)}]}"
    }
    let more = (0..<others).map { offer("x\($0)", 5 + $0, "article") }
    let view = try SmallSite.view(
      ([offer("a", 50, compared), offer("b", 60, compared)] + more + [offer("o", 40, absent)])
        .joined(separator: "\n"),
      "workloads: [{id: w, name: Work, tokens: 1M}]\noffers: [{offer: a}, {offer: b}]\n", sources)
    return ScenarioCaveats(view, listing: []).absent.sentence
  }

  @Test(
    "That it still holds is a condition, where who wins has a price of a later year",
    arguments: [
      (
        "article", "old",
        "it would cost less: O at $40, if its price published May 2025 still holds."
      ),
      ("article", "article", "it would cost less: O at $40 (published 28\u{A0}May 2026)."),
      ("old", "old", "it would cost less: O at $40 (published May 2025)."),
      ("old", "article", "it would cost less: O at $40 (published 28\u{A0}May 2026)."),
    ])
  func condition(compared: String, absent: String, end: String) throws {
    let sentence = try #require(try Self.sentence(compared: compared, absent: absent))
    #expect(sentence == "Not among these offers, though \(end)")
  }

  @Test func ofManyThatAreNamedItIsSaidOfTheOldOnesOnly() throws {
    let sentence = try #require(try Self.sentence(absent: "old", others: 6))
    #expect(
      sentence
        == "Not among these offers are 7 that would cost less: X0 at $5 (published 28\u{A0}May 2026); "
        + "X1, X2, X3, X4, X5 and O (if its price published May 2025 still holds).")
  }
}
