import Foundation
import Site
import Testing
import XML

/// A comparison of more amounts than have room for their arithmetic: twelve offers, five volumes.
@Suite("A large table")
struct LargeTableTests {
  private static let built = Task {
    let site = try FixtureSite(adding: "large")
    return (site: site, report: try await site.build())
  }

  private func page(_ path: String) async throws -> PublishedPage {
    let (site, report) = try await Self.built.value
    #expect(report.diagnostics == [])
    return try PublishedPage(try #require(site.published(path)), path: path)
  }

  @Test func leadsFromEveryAmountToItsArithmetic() async throws {
    let table = try #require(
      try await page("scenarios/catalogue/index.html").element(id: "table_catalogue"))
    let cells = table.amountCells
    #expect(cells.count == 60)
    #expect(table.all { $0["class"] == "working" }.isEmpty)
    let bills = Dictionary(
      uniqueKeysWithValues: try await page("scenarios/catalogue/invoices/index.html").bills
        .compactMap { bill in bill["id"].map { ($0, bill) } })
    var seen: Set<String> = []
    for cell in cells {
      let links = cell.invoiceLinks
      #expect(links.count == 1)
      let anchor = try #require(links.first?["href"]?.split(separator: "#").last.map(String.init))
      let total = try #require(bills[anchor]?.billTotal)
      if let low = cell["data-value"] {
        #expect(total.plainNumbers.first == low, "\(anchor)")
      }
      seen.insert(anchor)
    }
    #expect(seen == Set(bills.keys))
  }

  @Test func hasTheSameAmountsAlone() async throws {
    let whole = try await page("scenarios/catalogue/index.html")
    let alone = try await page("tables/catalogue.html")
    let table = try #require(whole.element(id: "table_catalogue"))
    let cells = alone.root.all { $0.name == "td" && $0["class"] == nil }
    #expect(cells.count == 60)
    for (cell, embedded) in zip(table.amountCells, cells) {
      #expect(embedded.wholeText.hasPrefix(cell.shownAmount))
    }
    #expect(alone.root.all { $0["class"] == "working" }.isEmpty)
    // Without an address of the site no link of a fragment would lead anywhere.
    #expect(alone.root.all { $0.name == "a" }.isEmpty)
  }

  @Test func saysInTheCellHowAnAmountStandsAndWhatItPaysFor() async throws {
    let table = try #require(
      try await page("scenarios/catalogue/index.html").element(id: "table_catalogue"))
    #expect(
      table.all { $0["class"] == "badge" }.map(\.wholeText) == Array(repeating: "lowest", count: 5))
    #expect(
      table.all { $0.name == "small" }.contains { $0.wholeText == "98.1\u{A0}% kept warm" })
  }

  @Test func leadsFromCellsToNotesOnly() async throws {
    let page = try await page("scenarios/catalogue/index.html")
    let notes = page.root.all { $0["class"] == "table-notes" }.flatMap(\.elements)
    #expect(notes.count == 4)
    #expect(notes.allSatisfy { $0.all { $0.name == "a" }.isEmpty })
    #expect(notes.allSatisfy { !$0.wholeText.contains("Back") })
  }

  @Test func leadsNowhereAstray() async throws {
    let site = try await Self.built.value.site
    let links = try PublishedLinks(FixtureSite.bytes(below: site.output))
    #expect(links.astray.isEmpty, "\(links.astray)")
    // Sixty in the table; besides, the recommendations and cards.
    #expect(links.toInvoices.count { $0.file.contains("/catalogue/") } > 80)
  }
}
