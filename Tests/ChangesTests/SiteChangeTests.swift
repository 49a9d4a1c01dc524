import Diagnostics
import Pricing
import TestSupport
import Testing

@testable import Changes

/// What changes between two states is compared in exact values, and told in full or in numbers.
@Suite("Changes between two states")
struct SiteChangeTests {
  private static func change(
    _ old: [Offer], _ new: [Offer], scenarios: [String] = ["one"]
  ) throws -> SiteChange {
    SiteChange(
      from: try Sample.site(old, scenarios: scenarios),
      to: try Sample.site(new, scenarios: scenarios))
  }

  private static func market(_ machine: String = "1000", tokens: String? = "10") throws -> [Offer] {
    [try Sample.tokens("api", tokens), try Sample.machine("box", machine)]
  }

  @Test func ofNothingIsNothing() throws {
    let same = try Self.change(Self.market(), Self.market())
    #expect(same.isEmpty && same.hasNoFlips)
    let line = "Nothing changes: 1 scenario, 4 invoices, 2 prices and 0 claims unchanged, "
    let words = ChangeWords(same)
    for text in [words.text(), words.text(onlyFlips: true)] {
      #expect(text == line + "as of 21\u{A0}November 2026.\n")
    }
    #expect(words.markdown() == "<!-- breakeven:diff --> ✓ \(line)as of 21\u{A0}November 2026.\n")
  }

  @Test(
    "A crossing moves, appears or goes, and a winner flips",
    arguments: [
      // A machine of $1 an hour is $720 a month: $10 a million tokens meet it at 72M.
      (before: "1", now: "2", flips: 0, moved: 1, new: 0, gone: 0),
      (before: "1", now: "0.10", flips: 1, moved: 1, new: 0, gone: 0),
      (before: "1", now: "20", flips: 1, moved: 0, new: 0, gone: 1),
      (before: "20", now: "1", flips: 1, moved: 0, new: 1, gone: 0),
      (before: "20", now: "30", flips: 0, moved: 0, new: 0, gone: 0),
    ])
  func moves(before: String, now: String, flips: Int, moved: Int, new: Int, gone: Int) throws {
    let change = try Self.change(Self.market(before), Self.market(now))
    let scenario = try #require(change.scenarios.first)
    #expect(scenario.flips.count == flips)
    #expect(scenario.crossings.count { $0.old != nil && $0.new != nil } == moved)
    #expect(scenario.crossings.count { $0.old == nil } == new)
    #expect(scenario.crossings.count { $0.new == nil } == gone)
    #expect(scenario.invoices.count == 2 && scenario.sameInvoices == 2)
    #expect(change.rates.count == 1 && change.hasNoFlips == (flips == 0))
  }

  @Test("A picodollar is a change, and is shown with the digits that tell it")
  func showsSmallChanges() throws {
    let change = try Self.change(
      Self.market(tokens: "10"), Self.market(tokens: "10.000000000001"))
    #expect(change.invoices.map(\.invoice.difference?.low.picodollars) == [200, 20])
    #expect(ChangeWords(change).text().contains("$10 → $10.000000000001 per 1M tokens"))
    #expect(ChangeWords(change).text().contains("| $2,000.00"))
  }

  @Test("A price that is no longer stated, and one that is stated at last")
  func showsGaps() throws {
    let spare = try Sample.machine("spare", "2000")
    let gone = try Self.change(
      Self.market() + [spare], Self.market(tokens: nil) + [spare])
    #expect(ChangeWords(gone).cause?.hasPrefix("Api: $10 → not stated per 1M tokens") == true)
    #expect(gone.scenarios[0].flips.map(\.new.cheapest) == [["box"], ["box"]])
    let back = try Self.change(Self.market(tokens: nil) + [spare], Self.market() + [spare])
    #expect(back.scenarios[0].flips.map(\.old.cheapest) == [["box"], ["box"]])
  }

  @Test("Offers and scenarios that come and go")
  func comesAndGoes() throws {
    let change = SiteChange(
      from: try Sample.site(Self.market(), scenarios: ["one", "two"]),
      to: try Sample.site([Sample.tokens("api", "10")], scenarios: ["one", "three"]))
    #expect(change.added.map(\.id) == ["three"] && change.removed.map(\.id) == ["two"])
    #expect(change.rates.map { ($0.old?.offer) } == ["box"])
    #expect(change.scenarios.map { $0.invoices.count { $0.new == nil } } == [2])
  }

  @Test("Every format", arguments: ["txt", "md", "json"])
  func formats(ending: String) throws {
    let change = try Self.change(
      Self.market("1") + [Sample.machine("spare", "9", minimum: 1)],
      Self.market("0.10", tokens: "12.50") + [Sample.machine("spare", "9", minimum: 2)])
    let words = ChangeWords(change)
    switch ending {
    case "txt": try expectGolden(words.text(), "mixed.txt")
    case "md": try expectGolden(words.markdown(), "mixed.md")
    default: try expectGolden(words.json().text + "\n", "mixed.json")
    }
  }

  /// A market whose API costs something else in a batch, in a region, or by a factor.
  private static func conditional(
    batch: String?, europe: String?, factor: Bounds<Ratio>? = nil, from: String? = nil
  ) throws -> [Offer] {
    var offers = try market()
    for (choice, price) in [(Choice(.tier, "batch"), batch), (Choice(.region, "eu"), europe)] {
      guard let price else { continue }
      offers[0].rates.append(
        Rate(
          unit: .millionTokens, price: Bounds(try Sample.money(price)), day: .began(Sample.day),
          citation: Citation(source: "price-list"), condition: Condition(choices: [choice])))
    }
    if let factor {
      offers[0].adjustments = [
        Adjustment(
          condition: Condition(choices: [Choice(.tier, "flex")]), factor: factor,
          from: from.map(Sample.day), citation: Citation(source: "price-list"))
      ]
    }
    return offers
  }

  @Test(
    "A price under a condition is told with it, in every format", arguments: ["txt", "md", "json"])
  func tellsOfConditions(ending: String) throws {
    let half = Bounds(try Ratio(1, over: 2))
    let change = try Self.change(
      Self.conditional(batch: "5", europe: "11", factor: half),
      Self.conditional(
        batch: "4.999999999999", europe: nil, factor: Bounds(try Ratio(1, over: 2), Ratio(1))))
    #expect(
      change.rates.map { [$0.old != nil, $0.new != nil] } == [[true, true], [true, false]])
    #expect(change.factors.count == 1 && change.scenarios.isEmpty)
    let words = ChangeWords(change)
    switch ending {
    case "txt": try expectGolden(words.text(), "conditions.txt")
    case "md": try expectGolden(words.markdown(), "conditions.md")
    default: try expectGolden(words.json().text + "\n", "conditions.json")
    }
  }

  @Test("One price under a condition is the cause, and what is announced is none yet")
  func namesTheCondition() throws {
    let batch = try Self.change(
      Self.conditional(batch: "5", europe: "11"), Self.conditional(batch: "4", europe: "11"))
    #expect(
      ChangeWords(batch).cause
        == "Api, batch: $5 → $4 per 1M tokens from 21\u{A0}November 2026")
    #expect(batch.unchanged.rates == 3)
    let half = Bounds(try Ratio(1, over: 2))
    let since = try Self.change(
      Self.conditional(batch: nil, europe: nil),
      Self.conditional(batch: nil, europe: nil, factor: half, from: "2026-11-21"))
    #expect(
      ChangeWords(since).cause
        == "Api, flex: base price → ×\u{A0}0.5 on all prices from 21\u{A0}November 2026")
    let later = try Self.change(
      Self.conditional(batch: nil, europe: nil),
      Self.conditional(batch: nil, europe: nil, factor: half, from: "2026-11-22"))
    #expect(later.isEmpty)
  }

  @Test("A comment stays below its limit, and says what it leaves out", arguments: [30, 900])
  func staysShort(count: Int) throws {
    let scenarios = (1...count).map { "scenario-\($0)" }
    let change = try Self.change(Self.market("1"), Self.market("0.10"), scenarios: scenarios)
    let text = ChangeWords(change).markdown()
    #expect(text.utf8.count < 60_000)
    #expect(text.contains("\nand \(2 * count - 20) more\n") == (count == 30))
    #expect(text.contains("Too long for one comment; left out: ") == (count == 900))
    #expect(text.contains("\(count) winners flip, \(count) crossings move"))
  }

  @Test("Of random markets exactly the totals that differ are listed, the largest first")
  func listsWhatDiffers() throws {
    var random = SplitMix(seed: 20_261_121)
    for _ in 0..<40 {
      let prices = (0..<6).map { _ in "\(random.int(in: 1...40))" }
      let later = prices.map { random.int(in: 0...2) == 0 ? "\(random.int(in: 1...40))" : $0 }
      let sites = try [prices, later].map { prices in
        try Sample.site(
          zip(0..., prices).map { number, price in
            number.isMultiple(of: 2)
              ? try Sample.tokens("api-\(number)", price)
              : try Sample.machine("box-\(number)", price)
          })
      }
      let change = SiteChange(from: sites[0], to: sites[1])
      let totals = sites.map { Set($0.scenarios[0].invoices) }
      #expect(Set(change.invoices.compactMap(\.invoice.new)) == totals[1].subtracting(totals[0]))
      #expect(change.unchanged.invoices == totals[0].intersection(totals[1]).count)
      let sizes = change.invoices.map(\.invoice.size)
      #expect(sizes == sizes.sorted(by: >))
      let back = SiteChange(from: sites[1], to: sites[0])
      #expect(back.invoices.count == change.invoices.count)
      #expect(SiteChange(from: sites[1], to: sites[1]).isEmpty)
      #expect(change.isEmpty == (prices == later))
    }
  }
}
