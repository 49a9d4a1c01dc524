import Content
import Pricing
import Testing

@testable import Reports

/// Who sells what wins is said offer by offer: each with its own verb and its own workloads.
@Suite("Who sells what wins")
struct WinsTests {
  private static let held =
    "scaling: {minimum_replicas: 1, idle_timeout: never, billed: {kept_warm: billed}, "
    + "source: article, quote: so}"

  /// Two offers of one provider beside one of another, by the token and by the month.
  private static func clauses(
    a: String, b: String, other: String, workloads: String, vary: String = ""
  ) throws -> [String: String] {
    func offer(_ id: String, _ price: String) -> String {
      let unit = price.hasPrefix("held ") ? "usd_per_gpu_hour" : "usd_per_million_tokens"
      let scaling = price.hasPrefix("held ") ? ", \(held)" : ""
      return "  - {id: \(id), name: \(id.uppercased()), "
        + "rates: [{\(unit): \(price.replacing("held ", with: "")), source: article}]\(scaling)}"
    }
    let card = "name: Other\nsummary: Another one.\noffers:\n\(offer("o", other))\n"
    let view = try SmallSite.view(
      [offer("a", a), offer("b", b)].joined(separator: "\n"),
      """
      workloads: [\(workloads)]
      offers: [{offer: a}, {offer: b}, {offer: o}]
      \(vary)
      """, ["content/rate-cards/other.yaml": card])
    let clauses = Wins.all(view).map { ($0.provider, $0.clause(view)) }
    return Dictionary(uniqueKeysWithValues: clauses)
  }

  private static let less = "{id: l, name: Less, tokens: 1M, hours: 1 h, runs: 1}"
  private static let more = "{id: m, name: More, tokens: 100M, hours: 100 h, runs: 1}"

  @Test func anOfferThatMayWinForOneWorkloadIsNotSaidToWinForAnother() throws {
    // Less: A costs $20 and O $19 to $21; More: B, a month of $1,440, is below A's $2,000 and O's.
    let clauses = try Self.clauses(
      a: "20", b: "held 2", other: "19 to 21", workloads: "\(Self.less), \(Self.more)")
    #expect(
      clauses["market"]
        == "what is cheapest for “More”: B; what may be cheapest for “Less”: A")
    #expect(clauses["other"] == "what may be cheapest for “Less”: O")
  }

  @Test func oneOfferWithTwoVerbsIsNamedOnce() throws {
    let clauses = try Self.clauses(
      a: "15", b: "held 9", other: "14 to 16",
      workloads: "\(Self.less), {id: m, name: More, tokens: 1M, hours: 2 h, runs: 1}")
    #expect(clauses["market"] == "what may be cheapest for every workload: A")
    let both = try Self.clauses(
      a: "held 2", b: "90", other: "15 to 30",
      workloads: "{id: l, name: Less, tokens: 60M, hours: 1 h, runs: 1}, \(Self.more)")
    #expect(both["market"] == "what is cheapest for “More” and may be for “Less”: A")
  }

  @Test(
    "Offers that tie are all named, and of several that may win one is",
    arguments: [
      ("10", "10", "what is cheapest here: A and B"),
      ("8 to 12", "10", "what is cheapest here: A or B"),
      ("9", "10", "what is cheapest here: A"),
    ])
  func both(a: String, b: String, clause: String) throws {
    let clauses = try Self.clauses(a: a, b: b, other: "50", workloads: Self.less)
    #expect(clauses == ["market": clause])
  }

  @Test func whoWinsForNoWorkloadIsNamedForTheAxisOnce() throws {
    // O wins at a million tokens and A at the end of the axis, where it may lose before.
    let clauses = try Self.clauses(
      a: "held 2 to 3", b: "90", other: "10",
      workloads: "{id: l, name: Less, traffic: batch, tokens: 1M, runs: 1, "
        + "throughput: {tokens_per_hour: 10M}}",
      vary: "vary: {driver: tokens, from: 1M, to: 1B}")
    #expect(clauses["market"] == "what is cheapest at some places of the axis: A")
  }
}
