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
    let csv = CSVReader.records(try await ShippedSite.text("tables/\(scenario).csv"))
    #expect(csv.map { Array($0.prefix(titles.count)) } == [titles] + texts)
    let markdown = MarkdownReader.rows(try await ShippedSite.text("tables/\(scenario).md"))
    #expect(markdown == [titles] + texts)
    #expect(try shown(try await ShippedSite.scenario(scenario), table.table) == texts)
    #expect(try shown(try await ShippedSite.page("tables/\(scenario).html"), table.table) == texts)
  }

  /// The rows of a page's table; a group is the head of its rows there, and offer, provider and
  /// billing stand in one cell.
  private func shown(_ page: PublishedPage, _ id: String) throws -> [[String]] {
    try #require(page.element(id: id)).bodies.flatMap { body in
      body.rows.map { cells in
        let head = cells[0].elements
        let detail = head[1].wholeText.split(separator: ", ", maxSplits: 1).map(String.init)
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
    #expect(rows.map { $0[4].wholeText == "yes" } == crossings.map(\.decides))
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
