import Content
import Foundation
import Site
import TestSupport
import Testing

/// What `publish:` in `site.yaml` leaves out is not written, and nothing leads to it.
@Suite("Published kinds of files")
struct PublishedFamiliesTests {
  /// What is written whatever is wanted.
  private static let always = ["assets/", "manifest.json", "robots.txt", "llms.txt", "index.json"]

  private func files(publishing families: String?) async throws -> [String: Data] {
    let site = try FixtureSite(adding: "large")
    if let families {
      // A gallery of charts that are not there is refused.
      if !families.contains("charts") { try site.remove("content/gallery.yaml") }
      let settings = try #require(site.folder.text("site/content/site.yaml"))
      try site.write("\(settings)publish: [\(families)]\n", to: "content/site.yaml")
    }
    let report = try await site.build()
    #expect(report.diagnostics == [])
    return try FixtureSite.bytes(below: site.output)
  }

  private func isAlwaysThere(_ path: String) -> Bool { Self.always.contains(where: path.hasPrefix) }

  @Test func pagesAloneAreNothingButPages() async throws {
    let files = try await files(publishing: "pages")
    let others = files.keys.filter { !isAlwaysThere($0) && !$0.hasSuffix(".html") }
    #expect(others == [])
    let pages = files.keys.filter { $0.hasSuffix(".html") }
    #expect(pages.contains("scenarios/catalogue/index.html"))
    #expect(
      pages.allSatisfy {
        !$0.hasPrefix("tables/") && !$0.hasPrefix("embed/") && !$0.contains("/invoices/")
      })
    let links = try PublishedLinks(files)
    #expect(links.astray.isEmpty, "\(links.astray)")
    #expect(links.toInvoices.isEmpty)
  }

  @Test(
    "Each kind adds its own files to the pages, and links to them",
    arguments: [
      (PublishedFamily.invoices, ["scenarios/volumes/invoices/index.html"]),
      (
        .tables,
        ["tables/volumes.html", "tables/volumes/crossings.html"]
      ),
      (.charts, ["charts/volumes.svg"]), (.lightCharts, ["charts/volumes-light.svg"]),
      (.darkCharts, ["charts/volumes-dark.svg"]),
      (.data, ["data/scenarios/volumes.json", "data/claims.json"]),
      (.csv, ["tables/volumes.csv", "tables/volumes-display.csv", "tables/volumes/invoices.csv"]),
      (.markdown, ["tables/volumes.md"]), (.json, ["tables/volumes.json"]),
    ])
  func adds(family: PublishedFamily, own: [String]) async throws {
    let files = try await files(publishing: "pages, \(family.rawValue)")
    let all = try await self.files(publishing: nil)
    #expect(Set(files.keys).isSubset(of: all.keys))
    for path in own { #expect(files[path] != nil, "\(path)") }
    let without = try await self.files(publishing: "pages")
    #expect(Set(without.keys).isSubset(of: files.keys))
    let links = try PublishedLinks(files)
    #expect(links.astray.isEmpty, "\(links.astray)")
  }

  @Test func allKindsAreWhatIsPublishedWhenNothingIsSaid() async throws {
    let names = PublishedFamily.allCases.filter(PublishedFamily.usual.contains).map(\.rawValue)
      .joined(separator: ", ")
    #expect(try await files(publishing: names).keys == files(publishing: nil).keys)
  }
}
