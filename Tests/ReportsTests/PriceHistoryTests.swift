import Charts
import Content
import Pricing
import TestSupport
import Testing

@testable import Reports

/// The chart of a rate card says what its dated entries say, with their days and every digit.
@Suite("How prices of a provider changed")
struct PriceHistoryTests {
  /// The chart of a card whose first offer has some rates.
  private func chart(_ rates: String, _ others: String = "") throws -> RatePanelsChart? {
    let indented = rates.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
    let view = try SmallSite.view(
      """
        - id: box
          name: Box
          rates:
      \(indented)
        - id: plain
          name: Plain
          rates: [{usd_per_million_tokens: 1, source: article}]
      \(others)
      """, "workloads: [{id: w, name: W, tokens: 1M}]\noffers: [{offer: plain}]")
    let card = try #require(view.context.content.rateCards.first)
    return PriceHistoryFigure(card, in: view.context)?.chart()
  }

  private func day(_ text: String) throws -> Double {
    Double(DayNumber(try #require(CalendarDate(text))).value)
  }

  @Test(
    "Only prices that became other ones on a day that a source states are drawn",
    arguments: [
      ("- {usd_per_million_tokens: 2, source: article}", false),
      ("- {from: 2026-01-01, usd_per_million_tokens: 2, source: article}", false),
      // The same price once more, and another one of which nobody knows the day.
      (
        "- {usd_per_million_tokens: 2, source: article}\n"
          + "- {from: 2026-02-01, usd_per_million_tokens: 2, source: article}", false
      ),
      (
        "- {usd_per_million_tokens: 2, source: article}\n"
          + "- {from: 2026-02-01, usd_per_million_tokens: 3, source: article}", true
      ),
      (
        "- {usd_per_million_tokens: 2, source: article}\n"
          + "- {from: 2026-02-01, usd_per_million_tokens: not stated, source: article}", true
      ),
      (
        "- {usd_per_million_tokens: 2, source: article}\n"
          + "- {from: 2027-02-01, usd_per_million_tokens: 3, source: article}", true
      ),
      (
        "- {usd_per_million_tokens: 2, source: article}\n"
          + "- {when: {tier: batch}, from: 2026-02-01, usd_per_million_tokens: 1, source: article}",
        false
      ),
    ])
  func drawsChanges(rates: String, isDrawn: Bool) throws {
    #expect(try (chart(rates) != nil) == isDrawn)
  }

  @Test("One price in full: on its day, with every digit, announced or not")
  func saysOnePrice() throws {
    let past = try #require(
      try chart(
        """
        - {from: 2025-03-01, usd_per_million_tokens: 2, source: article}
        - {from: 2026-02-01, usd_per_million_tokens: 1.999999, source: article}
        """))
    #expect(
      past.words.title
        == "Box went from $2.000000 to $1.999999 per 1M tokens on 1\u{A0}February 2026")
    #expect(past.lastInForce == nil && past.marks == [])
    let row = past.rows[0]
    #expect(row.lastPrice == "$1.999999")
    #expect(row.lastChange == "−0.00005\u{A0}% since 1\u{A0}February 2026")
    #expect(past.horizontal.high == (try day("2026-11-21")))

    let announced = try #require(
      try chart(
        """
        - {usd_per_million_tokens: 2, source: article}
        - {when: {tier: batch}, usd_per_million_tokens: 1 to 1.50, source: article}
        - {when: {tier: batch}, from: 2026-12-01, usd_per_million_tokens: 0.75, source: article}
        """))
    #expect(
      announced.words.title
        == "Box, batch, is to go from $1.00–1.50 to $0.75 per 1M tokens on 1\u{A0}December 2026")
    #expect(announced.lastInForce?.text == "21\u{A0}November 2026")
    #expect(announced.rows.map(\.detail) == ["batch, per 1M tokens"])
    #expect(
      announced.rows[0].lastChange == "−25\u{A0}% to −50\u{A0}%, announced for 1\u{A0}December 2026"
    )
    #expect(announced.rows[0].steps.map(\.amount) == [1...1.5, 0.75...0.75])
    #expect(announced.marks.count == 2)
  }

  @Test("Several in numbers")
  func countsSeveral() throws {
    func two(_ id: String, _ first: String, _ last: String, on day: String) -> String {
      """
        - id: \(id)
          name: Offer \(id)
          rates:
            - {from: 2025-03-01, usd_per_million_tokens: \(first), source: article}
            - {from: \(day), usd_per_million_tokens: \(last), source: article}

      """
    }
    let chart = try #require(
      try chart(
        "- {usd_per_million_tokens: 2, source: article}",
        two("a", "2", "1", on: "2026-01-01") + two("b", "2", "1 to 2", on: "2026-01-01")
          + two("c", "2", "3", on: "2026-01-01") + two("d", "2", "not stated", on: "2026-01-01")
          + two("e", "not stated", "2", on: "2026-01-01") + two("f", "2", "1", on: "2026-12-01")))
    #expect(
      chart.words.title
        == "Market: 2 prices fell, 1 rose, 1 is no longer stated, 1 is stated now and 1 is to change"
    )
  }

  @Test("At most twelve rows, of the prices that changed last")
  func drawsTheLatest() throws {
    let others = (10...24).map { number in
      """
        - id: o-\(number)
          name: O \(number)
          rates:
            - {from: 2025-03-01, usd_per_million_tokens: 2, source: article}
            - {from: 2026-01-\(number), usd_per_million_tokens: 1, source: article}

      """
    }.joined()
    let chart = try #require(
      try chart("- {usd_per_million_tokens: 2, source: article}", others))
    #expect(chart.rows.map(\.name) == (13...24).map { "O \($0)" })
    #expect(
      chart.words.notes[0].hasSuffix(
        " Of 15 prices that changed the 12 that did so last are drawn."))
    #expect(chart.words.title == "Market: 15 prices fell")
  }

  @Test("Of random histories each step is on the day of its entry, at its price")
  func stepsOnTheDaysOfEntries() throws {
    var random = SplitMix(seed: 20_261_122)
    for _ in 0..<40 {
      var month = random.int(in: 1...4)
      var (lines, days, prices): ([String], [String], [Int]) = ([], [], [])
      for _ in 0..<random.int(in: 2...7) {
        let price = (1...999).contains(prices.last ?? 0) ? prices[prices.count - 1] : 500
        let day =
          "\(2025 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-1\(random.int(in: 0...9))"
        let next =
          price + random.int(in: 1...40) * (random.int(in: 0...1) == 0 && price > 60 ? -1 : 1)
        lines.append("- {from: \(day), usd_per_million_tokens: 0.\(1000 + next), source: article}")
        days.append(day)
        prices.append(next)
        month += random.int(in: 1...4)
      }
      let chart = try #require(try chart(lines.joined(separator: "\n")))
      let row = try #require(chart.rows.first)
      #expect(try row.steps.map(\.from) == days.map { try day($0) })
      #expect(row.steps.map(\.text).allSatisfy { $0.hasPrefix("$0.1") })
      for (step, price) in zip(row.steps, prices) {
        let amount = Double(1000 + price) / 10_000
        #expect(step.amount == amount...amount && step.unknownSince == nil)
      }
      let last = try #require(days.last)
      #expect((chart.lastInForce != nil) == (last > "2026-11-21"))
      #expect(chart.horizontal.low <= row.steps[0].from)
      #expect(row.steps[row.steps.count - 1].from <= chart.horizontal.high)
    }
  }
}
