import Foundation
import Site
import TestSupport
import Testing

@Suite("A whole site")
struct WholeSiteTests {
  /// The site built once, for all tests that only read it.
  private static let built = Task {
    let site = try FixtureSite()
    return (site: site, report: try await site.build())
  }

  @Test func publishesTheseFiles() async throws {
    let (site, report) = try await Self.built.value
    #expect(report.diagnostics == [])
    let paths = try FixtureSite.bytes(below: site.output).keys.sorted()
    try expectGolden(paths.map { "\($0)\n" }.joined(), "site/files.txt")
  }

  @Test(
    "Publishes these bytes",
    arguments: [
      ("index.html", "site/index.html"), ("scenarios/volumes/index.html", "site/scenario.html"),
      ("scenarios/volumes/invoices/index.html", "site/invoices.html"),
      ("scenarios/bursts/index.html", "site/scenario-with-requirements.html"),
      ("providers/alpha-cloud/index.html", "site/provider.html"),
      ("compare/alpha-cloud-and-bravo-models/index.html", "site/pair.html"),
      ("gallery/index.html", "site/gallery.html"), ("method/index.html", "site/prose.html"),
      ("404.html", "site/not-found.html"),
      ("billing-rules/index.html", "site/billing-rules.html"),
      ("claims/index.html", "site/claims.html"), ("tables/volumes.html", "site/table.html"),
      ("tables/volumes.csv", "site/table.csv"),
      ("tables/volumes-display.csv", "site/table-display.csv"),
      ("tables/bursts.csv", "site/bursts.csv"),
      ("tables/job.csv", "site/job.csv"), ("tables/claims.csv", "site/claims.csv"),
      ("tables/volumes/invoices.csv", "site/invoices.csv"),
      ("tables/volumes.md", "site/table.md"), ("tables/billing-rules.md", "site/billing-rules.md"),
      ("llms.txt", "site/llms.txt"),
    ])
  func publishes(path: String, golden: String) async throws {
    let (site, _) = try await Self.built.value
    try expectGolden(try #require(site.published(path)), golden)
  }

  @Test(
    "Publishes this data, compactly",
    arguments: [
      ("data/scenarios/volumes.json", "site/scenario.json"),
      ("data/providers/alpha-cloud.json", "site/provider.json"),
      ("data/claims.json", "site/claims.json"), ("tables/volumes.json", "site/table.json"),
      ("manifest.json", "site/manifest.json"),
    ])
  func publishesData(path: String, golden: String) async throws {
    let (site, _) = try await Self.built.value
    try expectGoldenJSON(try #require(site.published(path)), golden)
  }

  @Test func countsWhatItBuilt() async throws {
    let (site, report) = try await Self.built.value
    let summary = try #require(report.summary)
    let paths = try FixtureSite.bytes(below: site.output).keys
    // What stands in tables/, and beside the pages of pairs, are parts of pages.
    #expect(
      summary.pages
        == paths.count { path in
          let isPart = path.hasPrefix("compare/") && !path.hasSuffix("/index.html")
          return path.hasSuffix(".html") && !path.hasPrefix("tables/") && !isPart
        })
    #expect(summary.charts == paths.count { $0.hasPrefix("charts/") && $0.hasSuffix(".svg") })
    #expect(summary.documentsValid == summary.pages + summary.charts)
    #expect(summary.output == "\(site.output)/index.html")
  }

  @Test func dependsOnNoFolderThatItIsBuiltInOrFrom() async throws {
    let (first, _) = try await Self.built.value
    let second = try FixtureSite()
    // Up to the root and down again: the same folder as seen from where the tests run.
    let here = FileManager.default.currentDirectoryPath
    let up = String(repeating: "../", count: here.split(separator: "/").count)
    let report = try await SiteBuild.build(
      SiteOptions(
        source: up + second.source.dropFirst(), output: up + second.output.dropFirst() + "/"))
    #expect(report.diagnostics == [])
    let files = try FixtureSite.bytes(below: second.output)
    #expect(try FixtureSite.bytes(below: first.output) == files)
    #expect(!files.values.contains { $0.range(of: Data(second.folder.path.utf8)) != nil })
  }

  @Test func replacesTheLastSiteAndRemovesPagesThatAreGone() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    try site.remove("content/scenarios/job.yaml")
    try site.folder.write(
      "---\ntitle: News\ndescription: What is new.\n---\n\nNothing yet.\n",
      to: "site/content/pages/news.md")
    #expect(try await site.build().diagnostics == [])
    #expect(site.published("scenarios/job/index.html") == nil)
    #expect(site.published("news/index.html")?.contains("Nothing yet.") == true)
    #expect(site.folder.tree("published").filter { !$0.hasPrefix("output") } == [])
  }

  @Test func aProviderThatIsInNoChartChangesNone() async throws {
    let (site, _) = try await Self.built.value
    let other = try FixtureSite(adding: "provider")
    #expect(try await other.build().diagnostics == [])
    #expect(other.published("providers/aaa-cloud/index.html") != nil)
    let charts = try [site, other].map { site in
      try FixtureSite.bytes(below: "\(site.output)/charts")
    }
    #expect(charts[0].count > 30)
    #expect(charts[0] == charts[1])
  }

  @Test func checkingWritesNothing() async throws {
    let site = try FixtureSite()
    let before = site.folder.tree()
    let report = try await SiteBuild.check(SiteOptions(source: site.source, output: site.output))
    #expect(report.diagnostics == [])
    #expect(report.summary != nil)
    #expect(site.folder.tree() == before)
  }

  @Test(
    "Asks libxml2 about every document, or about one of each structure", arguments: [true, false])
  func validates(all: Bool) async throws {
    let site = try FixtureSite()
    let options = SiteOptions(source: site.source, output: site.output, validatesAll: all)
    let summary = try #require(try await SiteBuild.check(options).summary)
    #expect(summary.documentsValid == summary.pages + summary.charts)
    #expect(summary.documentsValidated > 0)
    #expect((summary.documentsValidated == summary.documentsValid) == all)
  }

  @Test func aBaseAddressGivesCanonicalLinksAndASitemap() async throws {
    let site = try FixtureSite()
    let report = try await site.build(baseURL: "https://example.org/prices/")
    #expect(report.diagnostics == [])
    let page = try #require(site.published("scenarios/volumes/index.html"))
    #expect(
      page.contains(#"rel="canonical" href="https://example.org/prices/scenarios/volumes/""#))
    let sitemap = try #require(site.published("sitemap.xml"))
    #expect(sitemap.contains("<loc>https://example.org/prices/scenarios/volumes/"))
    #expect(!sitemap.contains("404.html"))
    #expect(
      site.published("robots.txt")?.contains("https://example.org/prices/sitemap.xml") == true)
  }

  @Test func aBaseAddressGivesPagesForFramesAndLinksInFragments() async throws {
    let site = try FixtureSite()
    let report = try await site.build(baseURL: "https://example.org/prices")
    #expect(report.diagnostics == [])
    let address = "https://example.org/prices"
    for (path, golden) in [
      ("embed/volumes.html", "site/embed.html"),
      ("embed/charts/volumes.html", "site/embed-chart.html"),
    ] {
      let page = try #require(site.published(path))
      try expectGolden(page, golden)
      #expect(page.contains("<base target=\"_parent\"/>"))
    }
    let fragment = try #require(site.published("tables/volumes.html"))
    #expect(fragment.contains("<a href=\"\(address)/scenarios/volumes/\">"))
    let page = try #require(site.published("scenarios/volumes/index.html"))
    for frame in [
      "embed/volumes.html", "embed/volumes/crossings.html", "embed/charts/volumes.html",
    ] {
      #expect(page.contains("&lt;iframe src=\"\(address)/\(frame)\""), "\(frame)")
      #expect(site.published(frame) != nil)
    }
    #expect(page.contains("&lt;!-- BEGIN breakeven:chart id=volumes chart=costs --&gt;"))
  }

  @Test func withoutABaseAddressThereAreNeither() async throws {
    let (site, _) = try await Self.built.value
    #expect(site.published("sitemap.xml") == nil)
    #expect(site.published("robots.txt")?.contains("Sitemap") == false)
    for (path, bytes) in try FixtureSite.bytes(below: site.output) where path.hasSuffix(".html") {
      #expect(bytes.range(of: Data("canonical".utf8)) == nil, "\(path)")
    }
  }
}
