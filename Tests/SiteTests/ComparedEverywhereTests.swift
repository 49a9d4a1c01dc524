import Diagnostics
import Foundation
import Testing
import XML

@testable import Site

/// Who is compared is compared everywhere, and who is not is nowhere.
@Suite("What is compared")
struct ComparedEverywhereTests {
  @Test("Offers that are left out are in no verdict of any file", arguments: ShippedSite.scenarios)
  func leftOut(scenario: String) async throws {
    let text = try await ShippedSite.text("data/scenarios/\(scenario).json")
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let entries = data["left_out"] as? [[String: Any]] ?? []
    let leftOut = Set(entries.compactMap { $0["offer"] as? String })
    #expect(entries.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })

    let verdicts = ["comparisons", "recommendations", "crossings", "cheapest"]
    for part in verdicts {
      let named = Self.strings(in: data[part] as Any)
      #expect(leftOut.isDisjoint(with: named), "\(part) of \(scenario)")
    }
    // The table says so in the row of each, and the page has no verdict on it.
    let page = try await ShippedSite.scenario(scenario)
    let table = try #require(page.element(id: "table_\(scenario)"))
    let rows = table.all { $0.name == "tr" }
    let said = rows.filter { $0.wholeText.contains("Not compared: ") }
    #expect(said.count == leftOut.count)
    #expect(said.allSatisfy { !$0.wholeText.contains("lowest") })
    // Bars show every row; curves are drawn of what is compared.
    guard data["crossings"] as? [Any] != nil,
      try await ShippedSite.names(in: "charts", ending: ".json").contains("\(scenario).json")
    else { return }
    let chart = try JSONSerialization.jsonObject(
      with: Data(try await ShippedSite.text("charts/\(scenario).json").utf8))
    let curves = (chart as? [String: Any])?["curves"]
    #expect(leftOut.isDisjoint(with: Self.strings(in: curves as Any)))
  }

  /// All texts inside a value of JSON.
  private static func strings(in value: Any) -> Set<String> {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(strings(in: $1)) }
    case let object as [String: Any]:
      object.values.reduce(into: []) { $0.formUnion(strings(in: $1)) }
    default: []
    }
  }

  @Test func sevenOffersThatAreNotComparedAreSevenWarningsAndNoHeadline() async throws {
    let site = try FixtureSite()
    let rows = (1...7).map { "  - {offer: bravo-flat, as: flat-\($0), name: Flat \($0)}" }
    try site.write(
      """
      title: One job
      question: What does one job cost?
      summary: Two thousand questions with long answers, once.
      prices_on: 2025-12-31
      alternatives: {because: the questions are put to the same model}
      workloads:
        - id: job
          name: 5M tokens, once
          period: once
          traffic: batch
          input_tokens: 4M
          output_tokens: 1M
          requests: 2k
          throughput: {tokens_per_second: 400 to 800, utilisation: 50 %}
      offers:
        - offer: alpha-gpu
        - offer: charlie-call
      \(rows.joined(separator: "\n"))

      """, to: "content/scenarios/job.yaml")
    let report = try await site.build()
    let warned = report.diagnostics.filter { $0.message.contains("is not compared: ") }
    #expect(warned.map(\.location.line) == Array(18...24))
    #expect(warned.allSatisfy { $0.severity == .warning && $0.hint != nil })
    let page = try PublishedPage(
      try #require(site.published("scenarios/job/index.html")), path: "job")
    let headline = try #require(page.text(of: "h1"))
    #expect(!headline.contains("not compared") && headline.contains("Charlie"))

    let strict = try await SiteBuild.build(
      SiteOptions(source: site.source, output: site.output, isStrict: true))
    #expect(strict.summary == nil)
  }

  @Test(
    "A pair has each bill once, concludes for two offers, and says once where their curves meet")
  func pairs() async throws {
    let paths = try await ShippedSite.files().keys.filter {
      $0.hasPrefix("compare/") && $0.hasSuffix("/index.html")
    }
    #expect(paths.count == 4)
    for path in paths.sorted() {
      let page = try await ShippedSite.page(path)
      let headline = try #require(page.text(of: "h1"))
      let table = try #require(page.element(id: "rounds"))
      let rows = table.all { $0.name == "tr" && $0.all { $0.name == "td" }.count == 3 }
      // One wins only if the other one's offer is lower nowhere.
      let lower = (0...1).map { side in
        rows.contains { row in
          let cells = row.all { $0["class"] == "amount" }
          return cells[side].all { $0["class"] == "badge" }.count == 1
        }
      }
      let isOpen = rows.contains { $0.wholeText.contains("open: either may cost less") }
      #expect(
        headline.contains("cost less than") == (lower[0] != lower[1] && !isOpen), "\(headline)")
      // The same two bills never stand in two rows of different scenarios.
      let bills = rows.map { row in
        row.all { $0.name == "td" }.prefix(2).map(\.wholeText).joined(separator: " | ")
          + (row.all { $0["scope"] == "row" }.first?.ownText ?? "")
      }
      #expect(Set(bills).count == bills.count, "\(path)")

      // Who is dearer for every value costs at no value less.
      let times = table.all { $0["class"] == "times" }.map(\.wholeText)
      #expect(times.count > 0 && times.allSatisfy { !$0.hasPrefix("0") }, "\(times)")

      let scenarios = table.all { $0["scope"] == "rowgroup" }.count
      let meetings = page.element(id: "crossings").map { _ in
        page.root.all { $0.name == "li" && $0.wholeText.contains("no dearer than") }
      }
      let sentences = (meetings ?? []).map(\.wholeText)
      #expect(sentences.count <= scenarios && Set(sentences).count == sentences.count)
      let files = page.root.all { $0["class"] == "files" }.flatMap { $0.all { $0.name == "a" } }
      let endings = [".csv", "-display.csv", ".json", ".md", ".html"]
      #expect(
        files.map { $0["href"] }
          == ["costs", "rules"].flatMap { name in endings.map { name + $0 } })
    }
  }
}
