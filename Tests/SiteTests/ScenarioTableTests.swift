import Diagnostics
import Foundation
import Site
import TestSupport
import Testing
import XML

/// What an author shows of the comparison of a scenario, and how.
@Suite("The table that an author asks for")
struct ScenarioTableTests {
  private static let path = "content/scenarios/volumes.yaml"

  /// The site of the fixtures, with a table that an author asks for in `volumes`.
  private func site(_ table: String, comparing scenario: String? = nil) throws -> FixtureSite {
    let site = try FixtureSite()
    let text = try #require(site.folder.text("site/\(Self.path)"))
    try site.write("\(scenario ?? text)table:\n\(table)\n", to: Self.path)
    return site
  }

  private func built(_ table: String) async throws -> (FixtureSite, PublishedPage) {
    let site = try site(table)
    #expect(try await site.build(baseURL: "https://costs.example").transcript == "")
    let path = "scenarios/volumes/index.html"
    return (site, try PublishedPage(try #require(site.published(path)), path: path))
  }

  /// The rows of the page's table behind those of its head, as they are read.
  private func rows(_ page: PublishedPage) throws -> [[String]] {
    let table = try #require(page.element(id: "table_volumes"))
    return table.all { $0.name == "tbody" }.flatMap { $0.elements }.map { row in
      row.elements.map { cell in
        cell.name == "th" ? cell.elements.first?.wholeText ?? cell.ownText : cell.shownAmount
      }.filter { !$0.isEmpty }
    }
  }

  @Test func hasTheColumnsRowsOrderGroupsAndCaptionThatAreAskedFor() async throws {
    let (site, page) = try await built(
      """
        columns: offer, workload-large, billing, workload-small
        rows: alpha-gpu, bravo-flat, alpha-serverless
        sort: -workload-large
        groups: provider
        caption: What a month costs
      """)
    let rows = try rows(page)
    #expect(
      rows.map { $0[0] } == [
        "Bravo Models", "Bravo Flat", "Alpha Cloud", "Alpha Serverless", "Alpha GPU",
      ])
    #expect(rows[1].prefix(4) == ["Bravo Flat", "$2,000.00–3,000.00", "per token", "$40.00–60.00"])
    let table = try #require(page.element(id: "table_volumes"))
    #expect(
      table.all { $0.name == "caption" }.first?.wholeText.hasPrefix("What a month costs") == true)
    let order = try #require(table.all { $0["class"] == "order" }.first?.wholeText)
    #expect(order == "Grouped by “Provider”. Sorted by “500M tokens”, largest first. 3 of 4 rows.")
    let sorted = table.all { $0["aria-sort"] == "descending" }
    #expect(sorted.map(\.ownText) == ["500M tokens"])
    // What has a column or stands above the rows is not said beside the name as well.
    #expect(
      table.all { $0.name == "th" && $0["scope"] == "row" }.allSatisfy {
        $0.all { $0.name == "small" }.isEmpty
      })
    let markdown = try #require(site.published("tables/volumes.md"))
    #expect(markdown.hasPrefix("**What a month costs**\n\n| Provider | Offer | 500M tokens |"))
  }

  @Test func isTheSameInEveryFileForReadersAndWholeInThoseForPrograms() async throws {
    let whole = try FixtureSite()
    #expect(try await whole.build(baseURL: "https://costs.example").transcript == "")
    let (site, page) = try await built("  columns: offer, workload-large\n  rows: 2")
    #expect(try rows(page).count == 2)
    for path in ["tables/volumes.html", "embed/volumes.html"] {
      let text = try #require(site.published(path))
      let table = try PublishedPage(text.replacing(/<style>[^<]*<\/style>/, with: ""), path: path)
      let texts = try #require(table.root.all { $0.name == "table" }.first).tableTexts
      #expect(texts.map { $0[0] } == ["Offer"] + (try rows(page).map { $0[0] }), "\(path)")
      #expect(texts[0] == ["Offer", "500M tokens"], "\(path)")
    }
    let display = try #require(site.published("tables/volumes-display.csv"))
    #expect(
      display.hasPrefix("Offer,500M tokens,Notes\n") && display.split(separator: "\n").count == 3)
    for path in ["tables/volumes.json", "data/scenarios/volumes.json", "tables/volumes/offers.csv"]
    {
      #expect(site.published(path) == whole.published(path), "\(path)")
    }
    func figures(_ site: FixtureSite) throws -> [String] {
      try #require(site.published("tables/volumes.csv")).split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(
          separator: ",")
      }
    }
    #expect(try figures(site) == figures(whole))
  }

  @Test func notesAreThoseOfWhatIsShownInTheOrderInWhichTheyAreMet() async throws {
    let (site, page) = try await built("  columns: offer, workload-large\n  sort: -workload-large")
    let notes = page.root.all { $0.name == "li" && $0["id"]?.hasPrefix("note_volumes_") == true }
    let marks = notes.map { $0.all { $0["class"] == "mark" }.first?.wholeText }
    #expect(!notes.isEmpty && marks == ["a", "b", "c", "d"].prefix(notes.count).map(Optional.some))
    let table = try #require(page.element(id: "table_volumes"))
    let references = table.all { $0["role"] == "doc-noteref" }.map(\.wholeText)
    var met: [String] = []
    for mark in references where !met.contains(mark) { met.append(mark) }
    #expect(met == marks.compactMap(\.self))
    // The file for programs has the letters of the page, and those of the rest behind them.
    let letters = try #require(site.published("tables/volumes/notes.csv")).split(separator: "\n")
    #expect(letters.count > notes.count)
  }

  @Test func offersThatCannotTakeEachOthersPlaceStayApart() async throws {
    let site = try FixtureSite()
    let text = try #require(site.folder.text("site/\(Self.path)"))
    let apart = text.replacing(/(?m)^alternatives:.*\n/, with: "")
    try site.write(
      "\(apart)table: {sort: -workload-small, columns: 'offer, workload-small'}\n",
      to: "content/scenarios/apart.yaml")
    let report = try await site.build()
    #expect(!report.diagnostics.contains { $0.severity == .error }, "\(report.transcript)")
    let markdown = try #require(site.published("tables/apart.md"))
    #expect(markdown.contains("| Group | Offer | 10M tokens |"))
    let groups = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map {
      String($0.split(separator: "|")[0])
    }
    let runs = groups.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(runs.count > 1 && runs.count == Set(runs).count, "\(groups)")
  }

  @Test func aPageThatShowsItAsksForMoreOrLess() async throws {
    let site = try site("  columns: offer, workload-large\n  rows: 2\n  caption: Mine")
    try site.write(
      """
      ---
      title: A note
      description: Some words.
      navigation: Note
      ---

      ```breakeven
      table: {id: volumes}
      ```

      ```breakeven
      table: {id: volumes, columns: "offer, provider", rows: "9", caption: Yours}
      ```

      """, to: "content/pages/note.md")
    #expect(try await site.build().transcript == "")
    let page = try PublishedPage(try #require(site.published("note/index.html")), path: "")
    let tables = page.root.all { $0.name == "table" }
    #expect(tables.map { $0.all { $0.name == "caption" }.first?.wholeText } == ["Mine", "Yours"])
    #expect(tables.map { $0.tableTexts[0] } == [["Offer", "500M tokens"], ["Offer", "Provider"]])
    #expect(tables.map { $0.tableTexts.count } == [3, 5])
  }
}
