import Testing

@testable import Reports

/// A winner that hardly leads, or leads with a price of an earlier year, is said to.
@Suite("Leads that hardly are any")
struct NarrowLeadTests {
  private static let sources = [
    "content/sources.yaml": """
    sources:
      - {id: article, title: An article, publisher: Somebody, published: 2026-05-28, read: 2026-11-21}
      - {id: old, title: An old article, publisher: Somebody, published: 2025-05, read: 2026-11-21}
    """
  ]

  private static func remarks(
    _ first: String, _ second: String, from source: String = "article", more: String = ""
  ) throws -> [String] {
    let view = try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_million_tokens: \(first), source: \(source)}]}
        - {id: b, name: B, rates: [{usd_per_million_tokens: \(second), source: article}]}
      """,
      """
      workloads: [{id: w, name: Work, tokens: 1B}\(more)]
      offers: [{offer: a}, {offer: b}]
      """, sources)
    return NarrowLeads(view).sentences
  }

  @Test(
    "Less than a hundredth is narrow",
    arguments: [
      ("1.99", "2", ["A leads B by less than 1\u{A0}%."]), ("2", "2.02", []),
      ("2", "2.019", ["A leads B by less than 1\u{A0}%."]), ("1", "2", []),
      // The widest lead of a range is not the least.
      ("1 to 1.99", "2", ["A leads B by less than 1\u{A0}%."]),
      // Who ties, or may lose, leads nobody.
      ("2", "2", []), ("1 to 3", "2", []),
    ])
  func narrow(first: String, second: String, sentences: [String]) throws {
    #expect(try Self.remarks(first, second) == sentences)
  }

  @Test(
    "A price of an earlier year says so, however far it leads",
    arguments: [
      (
        "1.99",
        "A leads B by less than 1\u{A0}%, with a price published May 2025 against one published "
          + "28\u{A0}May 2026."
      ),
      ("1", "A leads B with a price published May 2025 against one published 28\u{A0}May 2026."),
    ])
  func old(price: String, sentence: String) throws {
    #expect(try Self.remarks(price, "2", from: "old") == [sentence])
    #expect(try Self.remarks("2", "1", from: "old") == [])
  }

  @Test func workloadsAreNamedWhereItIsNotSoForAll() throws {
    let other = ", {id: v, name: Less, tokens: 1B, requests: 1}"
    #expect(try Self.remarks("1.99", "2", more: other) == ["A leads B by less than 1\u{A0}%."])
  }

  @Test func theRemarkStandsOnThePage() throws {
    let view = try SmallSite.view(
      """
        - {id: a, name: A, rates: [{usd_per_million_tokens: 1.99, source: article}]}
        - {id: b, name: B, rates: [{usd_per_million_tokens: 2, source: article}]}
      """, "workloads: [{id: w, name: Work, tokens: 1B}]\noffers: [{offer: a}, {offer: b}]\n")
    #expect(
      ScenarioCaveats(view, listing: []).remarks == ["A leads B by less than 1\u{A0}%."])
  }
}
