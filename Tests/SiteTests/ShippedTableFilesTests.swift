import Foundation
import TestSupport
import Testing
import XML

/// Tables that say what to take, how two providers compare and what hangs on what, as files.
@Suite("The shipped tables as files")
struct ShippedTableFilesTests {
  @Test("What to take", arguments: ShippedSite.scenarios)
  func choice(scenario: String) async throws {
    let page = try await ShippedSite.scenario(scenario)
    guard let table = page.element(id: "choice_\(scenario)") else {
      // Nothing here can take another's place, so there is nothing to choose.
      let group = try await ShippedSite.text("tables/\(scenario)-display.csv")
        .prefix { $0 != "\n" }
      #expect(group.contains("Group"))
      return
    }
    let records = CSVReader.records(try await ShippedSite.text("tables/\(scenario)/choice.csv"))
    let rows = table.bodyRows.filter { $0.count > 1 }
    let head = try #require(records.first)
    #expect(records.count == rows.count + 1)
    let requirement = try #require(head.firstIndex(of: "requirement"))
    let data = try await ShippedSite.data(scenario)
    for (row, record) in zip(rows, records.dropFirst()) {
      let text = row.map(\.wholeText).joined(separator: " ").replacing("\u{A0}", with: " ")
      #expect(text.contains(record[requirement]), "\(record)")
      for workload in Set(data.invoices.map(\.workload)) {
        let key = "workload_\(workload.replacing("-", with: "_"))"
        guard let choice = head.firstIndex(of: "\(key)_choice"),
          let low = head.firstIndex(of: "\(key)_cost_low_usd"), !record[low].isEmpty
        else { continue }
        let offers = record[choice].split(separator: " ").map(String.init)
        let invoice = try data.invoice(try #require(offers.first), workload)
        #expect([record[low], record[low + 1]] == [invoice.lowUsd, invoice.highUsd ?? ""])
      }
    }
    let links = page.root.all { $0["href"] == "../../tables/\(scenario)/choice.csv" }
    #expect(links.count == 1)
  }

  @Test(
    "A pair's bills and rules",
    arguments: ["gmi-cloud-and-modal", "baseten-and-modal"],
    [("costs", "rounds"), ("rules", "rule-table")])
  func pair(pair: String, table: (file: String, id: String)) async throws {
    let page = try await ShippedSite.page("compare/\(pair)/index.html")
    let records = CSVReader.records(
      try await ShippedSite.text("compare/\(pair)/\(table.file).csv"))
    let shown = try #require(page.element(id: table.id))
    let rows = shown.all { $0.name == "tr" && $0.all { $0.name == "td" }.count > 0 }
    #expect(rows.count > 5 && records.count == rows.count + 1)
    for (row, record) in zip(rows, records.dropFirst()) {
      let text = row.wholeText.replacing("\u{A0}", with: " ")
      // Of bills the page has names and rounded amounts, the file ids and exact ones.
      let cells = table.file == "costs" ? [record[1], record[8]] : record
      for cell in cells {
        #expect(text.contains(cell.replacing("\u{A0}", with: " ")), "\(cell)")
      }
      if table.file == "costs" { #expect(record[3...4].allSatisfy { Decimal(string: $0) != nil }) }
    }
  }

  @Test(
    "Factors, and crossings of ends, are linked where they are shown",
    arguments: [
      ("monthly-tiers/sensitivity", "scenarios/monthly-tiers/index.html"),
      ("monthly-tiers/crossing-ends", "scenarios/monthly-tiers/index.html"),
      ("platform-table/crossing-ends", "scenarios/platform-table/index.html"),
    ])
  func others(path: String, page: String) async throws {
    let records = CSVReader.records(try await ShippedSite.text("tables/\(path).csv"))
    #expect(records.count > 2)
    let name = try #require(path.split(separator: "/").last)
    let links = try await ShippedSite.page(page).root.all { $0.name == "a" }
    #expect(links.contains { $0["href"]?.hasSuffix("\(name).csv") == true })
  }
}
