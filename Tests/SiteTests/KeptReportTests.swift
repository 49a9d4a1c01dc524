import Publishing
import TestSupport
import Testing

@testable import Site

@Suite("Reports that are kept")
struct KeptReportTests {
  /// What each scenario's page came to, and why.
  private func pages(_ report: SiteReport) -> [String: (word: String, reason: String)] {
    var pages: [String: (String, String)] = [:]
    for line in (report.explanation ?? "").split(separator: "\n") {
      let parts = line.split(separator: "\t").map(String.init)
      let path = parts[1].split(separator: "/").map(String.init)
      if path.count == 3, path[0] == "scenarios" { pages[path[1]] = (parts[0], parts[2]) }
    }
    return pages
  }

  @Test(
    "are those that a change has no say in",
    arguments: [
      ("content/pages/method.md", "\nMore.\n", ["more-3", "more-4"], ""),
      (
        "content/scenarios/more-3.yaml", "# more\n", ["more-4"],
        "content/scenarios/more-3.yaml changed"
      ),
      (
        "content/rate-cards/alpha-cloud.yaml", "# more\n", [],
        "content/rate-cards/alpha-cloud.yaml changed"
      ),
      ("content/rate-cards/bravo-models.yaml", "# more\n", ["more-3", "more-4"], ""),
      ("content/sources.yaml", "# more\n", [], "content/sources.yaml changed"),
      ("content/claims/survey.yaml", "# more\n", [], "content/claims/survey.yaml changed"),
      ("content/gallery.yaml", "# more\n", [], "content/gallery.yaml changed"),
      ("templates/assets/site.css", "/* more */\n", [], "templates/assets/site.css changed"),
      (
        "content/pages/method.md", "\n```breakeven\ntable: {id: more-3}\n```\n", ["more-4"],
        "its tables, charts or bills stand on other pages too"
      ),
      (
        "content/pages/new.md",
        "---\ntitle: New\ndescription: New.\nnavigation: New\n---\n\nNew.\n", [],
        "names or links that every page shows changed"
      ),
      (
        "../published/output/scenarios/more-3/index.html", "mine", ["more-4"],
        "its files were not as they were left"
      ),
    ])
  func areKept(path: String, text: String, kept: [String], reason: String) async throws {
    let site = try RandomEditTests.site()
    // So that no file is of the moment at which the build begins.
    try await Task.sleep(for: .milliseconds(25))
    let first = pages(try await site.rebuild())
    #expect(first.values.allSatisfy { $0.reason == "nothing is known of a last build" })
    try site.write((site.folder.text("site/\(path)") ?? "") + text, to: path)
    let again = pages(try await site.rebuild())
    #expect(again.filter { $0.value.word == "kept" }.keys.sorted() == kept)
    if !reason.isEmpty { #expect(again["more-3"]?.reason == reason) }
    #expect(again["volumes"]?.word != "kept" && again.count == first.count)
  }

  @Test func areNoneWhereEverythingIsToBeMadeAgain() async throws {
    let site = try RandomEditTests.site()
    try await Task.sleep(for: .milliseconds(25))
    _ = try await site.rebuild()
    let report = try await site.rebuild(isFresh: true)
    #expect(report.summary?.isUnchanged == false && report.summary?.files.changed == [])
    #expect(pages(report).values.allSatisfy { $0.reason == "everything was to be made again" })
    #expect(try await site.rebuild().summary?.isUnchanged == true)
  }
}
