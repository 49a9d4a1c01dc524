import Foundation
import Site
import TestSupport
import Testing
import XML

/// The page of billing rules of the shipped site, its files, and what providers' pages add.
@Suite("Billing rules of the shipped site")
struct BillingRulesTests {
  @Test func areTheSameInEveryForm() async throws {
    let table = try await ShippedSite.table("billing-rules")
    let texts = table.texts
    try #require(texts.count > 20)
    let titles = table.columns.map(\.title)
    let csv = CSVReader.records(try await ShippedSite.text("tables/billing-rules-display.csv"))
    #expect(csv == [titles] + texts)
    let markdown = MarkdownReader.rows(try await ShippedSite.text("tables/billing-rules.md"))
    #expect(markdown == [titles] + texts)
    let fragment = try await ShippedSite.page("tables/billing-rules.html")
    #expect(fragment.root.tableTexts == markdown)
    for path in ["billing-rules/index.html"] {
      let page = try await ShippedSite.page(path)
      let rows = try #require(page.element(id: table.table)).bodyRows
      let shown = rows.map { cells in
        let links = cells[cells.count - 1].all { $0.name == "a" }
        return cells[0].elements.map(\.wholeText) + cells.dropFirst().dropLast().map(\.ownText)
          + [links.compactMap { $0["title"] }.joined(separator: "; ")]
      }
      #expect(shown == texts, "\(path)")
    }
  }

  @Test(
    "Say what is billed, free and not stated",
    arguments: [
      ("Modal H100", "idle-tail", "free"), ("Modal H100", "loading", "not stated"),
      ("Modal H100 by its documentation and 5 more", "idle-tail", "billed"),
      ("RunPod H100 flex worker and 9 more", "pulling", "free"),
      ("RunPod H100 flex worker and 9 more", "loading", "billed"),
      ("RunPod H100 flex worker and 9 more", "idle-timeout", "5 s"),
      ("RunPod H100 flex worker and 9 more", "date", "since 29 June 2026"),
      ("Baseten H100, scaled to zero", "billing-increment", "1 min"),
      ("Baseten H100, scaled to zero", "idle-timeout", "15 min"),
      ("AWS Lambda 16 GB", "loading", "billed"),
      ("fal serverless", "idle-timeout", "10 s to 1 min"),
      ("Bytez Micro and 15 more", "kept-warm", "does not apply"),
      ("Runware serverless", "billing-increment", "1 ms"),
    ])
  func cell(offers: String, key: String, text: String) async throws {
    let table = try await ShippedSite.table("billing-rules")
    // `Modal H100` is the first offer of its row, or the only one.
    let columns = table.columns.map(\.key)
    let place = try #require(columns.firstIndex(of: "offers"))
    let row = try #require(table.texts.first { $0[place].hasPrefix(offers) }, "\(offers)")
    let cell = row[try #require(columns.firstIndex(of: key))]
    #expect(cell.replacing("\u{A0}", with: " ") == text)
  }

  @Test func everySourceOfACellIsOnThePage() async throws {
    var count = 0
    // What changed of rules stands on the page of changes, with its sources.
    for path in ["billing-rules", "changes"] {
      let page = try await ShippedSite.page("\(path)/index.html")
      let marks = page.root.all { $0.name == "a" && $0["href"]?.hasPrefix("#source_") == true }
      try #require(marks.count > 10)
      count += marks.count
      for target in marks.compactMap({ $0["href"] }) {
        #expect(page.element(id: String(target.dropFirst())) != nil, "\(target)")
      }
    }
    #expect(count > 30)
  }

  @Test(
    "Stand beside what other sources say about a price",
    arguments: [
      ("modal", "Also stated: all GPUs", "agrees: the rate lies inside this range"),
      ("modal", "Also stated: H100", "agrees"),
      ("runpod", "Also stated: all GPUs", "differs: the rate is $0.00032666"),
    ])
  func statement(provider: String, label: String, verdict: String) async throws {
    let page = try await ShippedSite.page("providers/\(provider)/index.html")
    let heads = page.root.all { $0.name == "th" && $0["scope"] == "row" && $0.ownText == label }
    let texts = heads.flatMap { $0.all { $0["class"] == "badge" } }.map(\.wholeText)
    #expect(texts.contains { $0.hasPrefix(verdict) }, "\(texts)")
    #expect(try await ShippedSite.text("data/providers/\(provider).json").contains(verdict))
  }
}
