import Foundation
import Site
import TestSupport
import Testing
import XML

/// Tables and charts of the site between the text of its own pages.
@Suite("Tables and charts in prose")
struct PageBlockTests {
  /// The page `note` of the fixture with blocks in it.
  private func note(
    _ blocks: String..., publishing families: String? = nil
  ) async throws -> (page: PublishedPage, site: FixtureSite) {
    let site = try FixtureSite()
    let text = blocks.map { "\n```breakeven\n\($0)\n```\n\nMore.\n" }.joined()
    try site.write(
      "---\ntitle: A note\ndescription: Some words.\nnavigation: Note\n---\n\nSome words.\n\(text)",
      to: "content/pages/note.md")
    if let families {
      let settings = try #require(site.folder.text("site/content/site.yaml"))
      try site.write("\(settings)publish: [\(families)]\n", to: "content/site.yaml")
      if !families.contains("charts") { try site.remove("content/gallery.yaml") }
    }
    let report = try await site.build()
    #expect(report.transcript == "")
    let published = try #require(site.published("note/index.html"))
    return (try PublishedPage(published, path: "note/index.html"), site)
  }

  /// The cells of a Markdown table.
  private func cells(_ markdown: String) -> [[String]] {
    markdown.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.contains(" --- ") }.map {
      $0.dropFirst(2).dropLast(2).components(separatedBy: " | ").map { cell in
        cell.replacing(/\\(.)/) { $0.output.1 }
      }
    }
  }

  @Test(
    "A table is cell by cell the one that is published",
    arguments: [
      ("volumes", "tables/volumes.md"), ("volumes/crossings", "tables/volumes/crossings.md"),
      ("billing-rules", "tables/billing-rules.md"), ("claims", "tables/claims.md"),
      ("providers", "providers/providers.md"),
      ("providers/alpha-cloud", "providers/alpha-cloud/rates.md"),
      (
        "compare/alpha-cloud-and-bravo-models/costs",
        "compare/alpha-cloud-and-bravo-models/costs.md"
      ),
    ])
  func tableIsThePublishedOne(id: String, path: String) async throws {
    let (page, site) = try await note("table: {id: \(id)}")
    let table = try #require(page.root.all { $0.name == "table" }.first)
    let published = cells(try #require(site.published(path)))
    #expect(published.count > 1)
    #expect(table.tableTexts == published)
  }

  @Test func aTableHasTheColumnsRowsOrderAndCaptionThatAreAskedFor() async throws {
    let (page, _) = try await note(
      "table:\n  id: volumes\n  columns: offer, workload-large\n  rows: alpha-gpu, bravo-flat\n"
        + "  sort: -workload-large\n  caption: Two of *them*")
    let table = try #require(page.root.all { $0.name == "table" }.first)
    #expect(
      table.tableTexts == [
        ["Offer", "500M tokens"], ["Bravo Flat", "$2,000.00–3,000.00"],
        ["Alpha GPU", "$1,440.00 (lowest)"],
      ])
    #expect(page.text(of: "caption") == "Two of *them*")
    let links = page.root.all { $0.name == "a" && $0.wholeText == "Two volumes a month" }
    #expect(links.map { $0["href"] } == ["../scenarios/volumes/index.html"])
  }

  @Test func aChartSaysWhatItFoundOrWhatItsAuthorSays() async throws {
    let (page, site) = try await note(
      "chart: {id: volumes}", "chart: {id: bursts, caption: What waiting costs}",
      "chart: {id: job, chart: rates}")
    let figures = page.root.all { $0.name == "figure" }
    #expect(figures.map { $0["id"] } == ["chart_volumes", "chart_bursts", "chart_job-rates"])
    let headings = figures.map { figure in
      figure.all { $0.name == "figcaption" }.first?.elements
        .first { $0.name == "strong" }?.wholeText
    }
    let scenario = try #require(site.published("scenarios/volumes/index.html"))
    let headline = try PublishedPage(scenario, path: "").text(of: "h1")
    // The last one has its finding in the drawing.
    #expect(headings == [headline, "What waiting costs", nil])
    let homes = figures.map { $0.all { $0.name == "a" }.first?["href"] }
    #expect(homes[0] == "../scenarios/volumes/index.html")
  }

  @Test func onlyPagesWithATableLoadItsStyle() async throws {
    let (_, site) = try await note("table: {id: job}")
    let style = "<link rel=\"stylesheet\" href=\"../assets/embedded.css\">"
    for (path, has) in [
      ("note/index.html", true), ("scenarios/index.html", false), ("claims/index.html", false),
    ] {
      let text = try #require(site.published(path)).replacing("\"/>", with: "\">")
      #expect(text.contains(style) == has, "\(path)")
    }
  }

  @Test func aTableStandsOnAPageWhetherOrNotItsFilesArePublished() async throws {
    let (page, site) = try await note("table: {id: volumes}", publishing: "pages")
    #expect(page.root.all { $0.name == "table" }.count == 1)
    #expect(site.published("tables/volumes.md") == nil)
  }

  @Test func aChartThatIsNotPublishedIsAMistake() async throws {
    let site = try FixtureSite()
    try site.remove("content/gallery.yaml")
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("\(settings)publish: [pages]\n", to: "content/site.yaml")
    let page = try #require(site.folder.text("site/content/pages/method.md"))
    try site.write(
      "\(page)\n```breakeven\nchart: {id: bursts}\n```\n", to: "content/pages/method.md")
    let transcript = try await site.build().transcript
    #expect(
      transcript.hasPrefix("content/pages/method.md:38:13: error: 'bursts' has no chart"))
  }
}
