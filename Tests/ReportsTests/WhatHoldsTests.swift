import Content
import Pricing
import Testing
import Wording

@testable import Reports

/// Sentences that have to be so for every value of what is a range.
@Suite("What a page says holds for every value")
struct WhatHoldsTests {
  private static let tokens = """
      - {id: a, name: A, rates: [{usd_per_million_tokens: 10, source: article}]}
      - {id: b, name: B, rates: [{usd_per_million_tokens: 20 to 40, source: article}]}
      - {id: c, name: C, rates: [{usd_per_million_tokens: 30, source: article}]}
      - {id: d, name: D, rates: [{usd_per_million_tokens: 50, source: article}]}
      - {id: e, name: E, rates: [{usd_per_million_tokens: 50, source: article}]}
      - {id: w, name: W, rates: [{usd_per_million_tokens: 1 to 2, source: article}]}
    """

  private static func sentence(_ offers: String) throws -> String {
    let view = try SmallSite.view(
      tokens, "workloads: [{id: w, name: Work, tokens: 1M}]\noffers: [\(offers)]\n")
    return try #require(ComparisonFinding(view).sentences.first)
  }

  @Test(
    "All that may be next are named",
    arguments: [
      ("{offer: a}, {offer: b}, {offer: d}", "Work: A is cheapest at $10; next comes B at $20–40."),
      (
        "{offer: a}, {offer: b}, {offer: c}, {offer: d}",
        "Work: A is cheapest at $10; next comes B at $20–40 or C at $30."
      ),
      (
        "{offer: a}, {offer: d}, {offer: e}",
        "Work: A is cheapest at $10; next come D and E at $50."
      ),
      // And not the dearest one, however wide the range of the winner is.
      (
        "{offer: w}, {offer: a}, {offer: d}",
        "Work: W is cheapest at $1–2, depending on prices; next comes A at $10."
      ),
    ])
  func next(offers: String, sentence: String) throws {
    #expect(try Self.sentence(offers) == sentence)
  }

  @Test(
    "Below a place, and then the other: at the place itself it is the other",
    arguments: [
      (
        "offers: [{offer: g}, {offer: s}]\nvary: {driver: hours, from: 1, to: 720}",
        "H100: S is cheapest below 360\u{A0}h of work a month, then G to 720\u{A0}h, where the chart ends"
      ),
      (
        "offers: [{offer: g}, {offer: s}]\nvary: {driver: hours, from: 1, to: 720}\n"
          + "asks: {what: change, offers: [g, s]}",
        "S costs less than G below 360\u{A0}h of work a month, no less from there to 720\u{A0}h"
      ),
    ])
  func places(keys: String, headline: String) throws {
    let text = Finding(try SmallSite.machines(keys)).headline
    #expect(text == headline || "H100: \(text)" == headline)
  }

  @Test func aMachineBesideTokensIsSaidToBeFullyUsed() throws {
    let view = try SmallSite.view(
      SmallSite.machineOffers,
      """
      asks: {what: change, offers: [g, api]}
      workloads:
        - {id: b, name: Much, traffic: batch, tokens: 1B, runs: 1, throughput: {tokens_per_hour: 1M to 2M}}
      offers: [{offer: g}, {offer: api}]
      alternatives: {because: Either will do.}
      vary: {driver: tokens, from: 100M, to: 700M}
      """)
    #expect(
      Finding(view).headline
        == "G, at full speed, costs no more than API from 360M to 700M tokens a month")
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let notes = BreakEvenFigure(
      view: view, finding: Finding(view), breakEven: breakEven, group: 0
    ).notes
    #expect(notes.contains { $0.hasPrefix("Machines at work are at full speed") })
  }

  @Test func stretchesHaveBothEndsOfWhatIsPaid() throws {
    let view = try SmallSite.view(
      Self.tokens,
      """
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [{offer: b}, {offer: c}]
      vary: {driver: tokens, from: 1M, to: 10M}
      """)
    let breakEven = try #require(view.priced.groups.first?.breakEven)
    let span = try #require(BreakEvenBuilder(view: view, breakEven: breakEven).spans().first)
    #expect(span.cost == "$20–30 to $200–300 a month")
    // Two offers of one meter have it once.
    #expect(span.billingModel == "per token")
  }

  @Test(
    "What costs depend on stands beside the amount that does",
    arguments: [
      ("{offer: w}, {offer: a}", "w, a", "Work: W costs $1–2, depending on prices, and A $10"),
      ("{offer: a}, {offer: b}", "a, b", "Work: A costs $10 and B $20–40, depending on prices"),
      (
        "{offer: w}, {offer: b}", "w, b",
        "Work: W costs $1–2 and B $20–40, both depending on prices"
      ),
    ])
  func dependence(offers: String, pair: String, start: String) throws {
    let view = try SmallSite.view(
      Self.tokens,
      """
      asks: {what: beside, offers: [\(pair)]}
      workloads: [{id: w, name: Work, tokens: 1M}]
      offers: [\(offers)]
      """)
    #expect(Finding(view).headline.hasPrefix(start), "\(Finding(view).headline)")
  }

  @Test(
    "What is the same for each workload is said of each",
    arguments: [
      ("{offer: a}, {offer: c}", "A costs least for both workloads"),
      ("{offer: b}, {offer: c}", "B or C is cheapest for both workloads, depending on prices"),
    ])
  func eachWorkload(offers: String, headline: String) throws {
    let view = try SmallSite.view(
      Self.tokens,
      """
      asks: {what: cheapest}
      workloads: [{id: w, name: Work, tokens: 1M}, {id: v, name: More, tokens: 2M}]
      offers: [\(offers)]
      """)
    #expect(Finding(view).headline == headline)
  }

  @Test func cardsShowWhomTheFindingNamesAndNobodyElseInTheirPlace() throws {
    let view = try SmallSite.machines(
      """
      offers:
        - {offer: s}
        - {offer: s, as: s2, name: S2}
        - {offer: s, as: s3, name: S3}
        - {offer: s, as: s4, name: S4, left_out: for a test}
        - {offer: g}
        - {offer: raw, scaling: {minimum_replicas: 3}}
      vary: {driver: hours, from: 1, to: 720}
      """)
    let card = ScenarioCardBuilder(view: view, finding: Finding(view), hasAbsent: false).card()
    #expect(card.rows.map(\.offer) == ["S", "S2", "S3", "G"])
    #expect(card.workload.hasSuffix("4 of 5 offers"))
    #expect(card.caveat == nil)
    let absent = ScenarioCardBuilder(view: view, finding: Finding(view), hasAbsent: true).card()
    #expect(absent.caveat == "Offers that are not compared may cost less.")
  }

  @Test(
    "A share of an invoice that is a range is told at both ends",
    arguments: [
      ("1M to 2M", 100, "86.1–93.1\u{A0}% kept warm"),
      ("1M to 2M", 1000, "30.6\u{A0}% kept warm at both ends"),
      ("2.5M to 3.75M", 10_000, "7.4\u{A0}% kept warm at both ends"),
      ("2M to 3M", 10_000, "7.4\u{A0}% kept warm at the low end, 0.8\u{A0}% at the high end"),
      ("1M", 100, "86.1\u{A0}% kept warm"),
    ])
  func shares(speed: String, millions: Int, detail: String) throws {
    let view = try SmallSite.view(
      SmallSite.machineOffers,
      """
      workloads:
        - {id: b, name: Much, traffic: batch, tokens: \(millions)M, runs: 1, throughput: {tokens_per_hour: \(speed)}}
      offers: [{offer: g}, {offer: s}]
      """)
    let invoice = try #require(view.invoice("g", 0))
    #expect(ComparisonCellBuilder.composition(invoice) == detail)
  }

  @Test(
    "So is the number of machines that work needs",
    arguments: [
      (
        "2M to 3M", 10_000,
        "3,333.3 to 5,000 hours of work do not fit into the 720 hours that one "
          + "replica has in a month: 5 to 7 are needed at the same time."
      ),
      (
        "1M to 2M", 1000,
        "500 to 1,000 hours of work may not fit into the 720 hours that one replica "
          + "has in a month: up to 2 are needed at the same time."
      ),
    ])
  func machinesNeeded(speed: String, millions: Int, note: String) throws {
    let view = try SmallSite.view(
      SmallSite.machineOffers,
      """
      workloads:
        - {id: b, name: Much, traffic: batch, tokens: \(millions)M, runs: 1, throughput: {tokens_per_hour: \(speed)}}
      offers: [{offer: g}, {offer: s}]
      """)
    let invoice = try #require(view.invoice("g", 0))
    #expect(invoice.notes.map(NoteText.sentence) == [note])
  }

  @Test(
    "The order of rows is said as it is",
    arguments: [
      ("offers: [{offer: g}, {offer: s}]", "Sorted by the lowest amount for “Tenth”."),
      (
        "offers: [{offer: g}, {offer: other}, {offer: raw, left_out: too old}]",
        "Sorted group by group, in each by the lowest amount for “Tenth”; what is not compared comes last in "
          + "its group."
      ),
    ])
  func order(keys: String, order: String) throws {
    let view = try SmallSite.machines(keys)
    var sources = PageSources(view.context.content, listedOn: view.page)
    var builder = ComparisonTableBuilder(view, hasArithmeticPage: false)
    #expect(try builder.table(&sources, files: []).order == order)
  }
}
