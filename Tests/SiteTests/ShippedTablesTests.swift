import Foundation
import Site
import TestSupport
import Testing
import XML

/// The tables of the shipped site: every form of one has the same cells.
@Suite("Tables of the shipped site")
struct ShippedTablesTests {
  @Test func thereIsATableForEveryScenario() async throws {
    #expect(!ShippedSite.scenarios.isEmpty)
    #expect(
      try await ShippedSite.names(in: "data/scenarios", ending: ".json")
        == ShippedSite.scenarios.map { "\($0).json" })
  }

  @Test("Are the same in every form, cell by cell", arguments: ShippedSite.scenarios)
  func areTheSame(scenario: String) async throws {
    let table = try await ShippedSite.table(scenario)
    let texts = table.texts
    try #require(!texts.isEmpty)
    let titles = table.columns.map(\.title)
    let csv = CSVReader.records(try await ShippedSite.text("tables/\(scenario)-display.csv"))
    #expect(csv.map { Array($0.prefix(titles.count)) } == [titles] + texts)
    #expect(try shown(try await ShippedSite.scenario(scenario), table.table) == texts)
    let markdown = MarkdownReader.rows(try await ShippedSite.text("tables/\(scenario).md"))
    #expect(markdown.map { $0.map(Self.withoutBadge) } == [titles] + texts)
    let fragment = try await ShippedSite.page("tables/\(scenario).html")
    #expect(fragment.root.tableTexts == markdown)
  }

  @Test func aTableForOthersSaysWhatIsLowestAndWhoSaysSo() async throws {
    let text = try await ShippedSite.text("tables/monthly-tiers.md")
    #expect(text.contains("| $2,880 (lowest) |"))
    #expect(text.contains("\nSource: GMI Cloud, 13\u{A0}April 2026 (read "))
    #expect(
      text.hasSuffix(
        "\n\nThree volumes of tokens a month, Breakeven. Tables and charts may be reused under CC BY 4.0, with a link to the page.\n"
      ))
  }

  @Test("A share of what is a range says which end its amount is of")
  func amountsOfTheLowEnd() async throws {
    for scenario in ["monthly-tiers", "hours-break-even", "platform-table", "named-hosts"] {
      let table = try await ShippedSite.page("tables/\(scenario)/phases.html").root.wholeText
      #expect(table.contains("low end where an invoice is a range."), "\(scenario)")
    }
    let exact = try await ShippedSite.page("tables/idle-replicas/phases.html").root.wholeText
    #expect(!exact.contains("low end"))
  }

  @Test func theLowestRateOfAProviderIsSoForTheSameTime() async throws {
    let text = try await ShippedSite.text("providers/providers.md")
    // A CPU by the second, and not the H100, whose price is for an hour.
    #expect(text.contains("| $0.0001 | per second | Replicate, read 21\u{A0}November 2026 |"))
  }

  /// What documents of others say of an amount in brackets stands in an element of its own here.
  private static func withoutBadge(_ text: String) -> String {
    let badges = ["lowest", "lowest, tied", "may be lowest", "not enough", "not compared"]
    return badges.reduce(text) { text, badge in
      text.hasSuffix(" (\(badge))") ? String(text.dropLast(badge.count + 3)) : text
    }
  }

  @Test("Add up: a row for each offer and workload", arguments: ShippedSite.scenarios)
  func addUp(scenario: String) async throws {
    let data = try await ShippedSite.data(scenario)
    let csv = CSVReader.records(try await ShippedSite.text("tables/\(scenario).csv"))
    #expect(
      csv.first == ["offer", "workload", "low_usd", "high_usd", "standing", "notes"])
    let offers = CSVReader.records(try await ShippedSite.text("tables/\(scenario)/offers.csv"))
    #expect(
      offers.first == [
        "offer", "name", "provider", "group", "rates_day", "rates_day_is",
      ])
    for invoice in data.invoices {
      let row = try #require(csv.first { $0[0] == invoice.offer && $0[1] == invoice.workload })
      #expect([row[2], row[3]] == [invoice.lowUsd, invoice.highUsd ?? ""], "\(row)")
      let offer = try #require(offers.first { $0[0] == invoice.offer })
      #expect(offer[4].wholeMatch(of: /\d{4}-\d\d(-\d\d)?/) != nil, "\(offer)")
      #expect(["from", "published", "copied", "read"].contains(offer[5]), "\(offer)")
    }
    let others = csv.dropFirst().filter { $0[4] == "not-applicable" }
    #expect(csv.count == 1 + data.invoices.count + others.count)
    #expect(others.allSatisfy { $0[2].isEmpty && $0[3].isEmpty })
    let marks = Set(csv.dropFirst().flatMap { $0[5].split(separator: " ").map(String.init) })
    if !marks.isEmpty {
      let notes = CSVReader.records(try await ShippedSite.text("tables/\(scenario)/notes.csv"))
      #expect(notes.first == ["note", "text"])
      #expect(Set(notes.dropFirst().map { $0[0] }) == marks)
    }
  }

  /// The rows of a page's table; a group is the head of its rows there, and offer, provider and
  /// billing stand in one cell.
  private func shown(_ page: PublishedPage, _ id: String) throws -> [[String]] {
    try #require(page.element(id: id)).bodies.flatMap { body in
      body.rows.map { cells in
        let head = cells[0].elements
        // What its rate card calls the offer stands behind that on the page alone.
        let own = head[1].wholeText.split(separator: "; ")[0]
        let detail = own.split(separator: ", ", maxSplits: 1).map(String.init)
        return [body.head].compactMap(\.self) + [head[0].wholeText] + detail
          + cells.dropFirst().dropLast().map(\.shownAmount)
      }
    }
  }

  @Test func everyCrossingOfTheMonthIsListed() async throws {
    let crossings = try await ShippedSite.data("monthly-tiers").crossings
    #expect(
      crossings.map {
        "\($0.at) to \($0.certainAt ?? "") \($0.between.joined(separator: " "))"
      } == [
        "1000000 to 117607372 managed-api serverless-gpu",
        "28800000 to 96000000 managed-api gmi-h100",
        "83945700 to 265459611 serverless-gpu gmi-h100",
      ])
    #expect(
      crossings.flatMap { $0.ends ?? [] }.map { "\($0.at) \($0.curves.joined(separator: " "))" }
        .sorted() == [
          "1000000 managed-api-50 serverless-gpu-4", "117607372 managed-api-15 serverless-gpu-8",
          "20604580 managed-api-15 serverless-gpu-4", "265459611 serverless-gpu-4 gmi-h100",
          "28800000 managed-api-50 gmi-h100", "5707827 managed-api-50 serverless-gpu-8",
          "83945700 serverless-gpu-8 gmi-h100", "96000000 managed-api-15 gmi-h100",
        ])
    #expect(crossings.allSatisfy { $0.decides })
    #expect(crossings.filter { $0.atEdge == true }.map(\.at) == ["1000000"])
    #expect(crossings.map(\.usd) == ["50", "1440", "1440"])
    #expect(crossings.allSatisfy { $0.driver == "tokens" })

    let page = try await ShippedSite.scenario("monthly-tiers")
    let rows = try #require(page.element(id: "crossings_monthly-tiers")).bodyRows
    let shown = rows.map { $0[0].wholeText.filter { $0.isNumber } }
    #expect(shown == crossings.map { $0.at + ($0.certainAt ?? "") })
    // Between these the third offer may be dearer than both; outside it certainly is not.
    #expect(
      rows.map { $0[4].wholeText } == [
        "perhaps, if between 1M and 96M", "perhaps, if between 83.9M and 96M", "perhaps",
      ])
    let ends = try #require(page.element(id: "ends_monthly-tiers")).bodyRows
    // Between 83.9M and 96M a third offer may cost less than the two that meet.
    let certain = ends.filter { $0[4].wholeText == "yes" }.map {
      $0[0].wholeText.filter(\.isNumber)
    }
    #expect(certain == ["1000000", "5707827", "20604580", "265459611"])
    // Where the range begins nothing changes hands, so nobody is cheaper there for certain.
    #expect(rows[0][0].wholeText.hasSuffix("the first is the edge of the range"))
    #expect(rows.map { $0[2].wholeText }.first == "perhaps Managed API")
    #expect(rows[2][1].wholeText.contains("^(1 ÷ b), rounded up: 265,459,611\u{A0}tokens"))
    #expect(!page.root.wholeText.contains("no formula says"))
  }

  @Test func everyPriceHasASourceAndADate() async throws {
    let cards = try await ShippedSite.names(in: "providers", ending: "").filter {
      !$0.contains(".")
    }
    try #require(cards.count >= 9)
    for card in cards {
      let page = try await ShippedSite.page("providers/\(card)/index.html")
      let tables = page.root.all { $0["class"] == "rates" }
      #expect(!tables.isEmpty, "\(card)")
      for cells in tables.flatMap(\.bodyRows) {
        let link = cells[3].all { $0.name == "a" }.first
        let target = try #require(link?["href"], "\(card)")
        #expect(link?.wholeText.isEmpty == false, "\(card)")
        #expect(page.element(id: String(target.dropFirst())) != nil, "\(card): \(target)")
        #expect(
          cells[2].wholeText.contains(
            /^(since|published|copy of|read) (\d{1,2}\s)?[A-Z][a-z]+\s20\d\d$/), "\(card)")
      }
      let entries = page.root.all { $0.name == "ol" && $0["class"] == "source-list" }
      #expect(entries.flatMap(\.elements).allSatisfy { $0.wholeText.contains("read ") })
    }
  }
}
