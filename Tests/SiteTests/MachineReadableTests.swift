import Foundation
import Site
import TestSupport
import Testing
import XML

/// What search engines, link previews and editors of other sites are told.
@Suite("Pages for machines")
struct MachineReadableTests {
  private static let address = "https://example.org/prices"

  private func page(_ path: String, of site: FixtureSite) throws -> PublishedPage {
    try PublishedPage(try #require(site.published(path)), path: path)
  }

  /// The content of a `meta` by its name or property.
  private func meta(_ name: String, _ page: PublishedPage) -> String? {
    page.root.all { $0.name == "meta" && ($0["name"] ?? $0["property"]) == name }.first?["content"]
  }

  /// The description of a data set in the head of a page.
  private func dataset(_ page: PublishedPage) throws -> [String: Any]? {
    let scripts = page.root.all { $0["type"] == "application/ld+json" }
    #expect(scripts.count <= 1)
    guard let script = scripts.first else { return nil }
    // Not the whole text, which is without joiners.
    let text = script.children.map { if case .text(let text) = $0 { text.text } else { "" } }
      .joined()
    let value = try JSONDecoder().decode(PlainJSON.self, from: Data(text.utf8)).value
    return try #require(value as? [String: Any])
  }

  @Test("A scenario is a data set with its files", arguments: [nil, address])
  func scenarioIsADataset(base: String?) async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: base).transcript == "")
    let path = "scenarios/volumes/index.html"
    let dataset = try #require(try dataset(page(path, of: site)))
    #expect(dataset["@context"] as? String == "https://schema.org")
    #expect(dataset["@type"] as? String == "Dataset")
    #expect(dataset["name"] as? String == "Two volumes a month")
    let description = try #require(dataset["description"] as? String)
    #expect((50...5000).contains(description.count))
    #expect(description.hasPrefix("Which offer is cheapest changes, or may change, from"))
    #expect(dataset["url"] as? String == base.map { "\($0)/scenarios/volumes/" })
    #expect(dataset["dateModified"] as? String == "2026-02-03")
    let licence = try #require(dataset["license"] as? [String: Any])
    #expect(licence["name"] as? String == "Tables and charts may be reused under CC BY 4.0")
    let files = try #require(dataset["distribution"] as? [[String: Any]])
    #expect(
      files.compactMap { $0["encodingFormat"] as? String } == ["application/json", "text/csv"])
    for file in files {
      let target = try #require(file["contentUrl"] as? String)
      let start = base.map { "\($0)/" } ?? "../../"
      try #require(target.hasPrefix(start))
      #expect(site.published(String(target.dropFirst(start.count))) != nil, "\(target)")
    }
    #expect(try self.dataset(page("scenarios/index.html", of: site)) == nil)
  }

  @Test func aSiteWithoutDataHasNoDataset() async throws {
    let site = try FixtureSite()
    try site.remove("content/gallery.yaml")
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("\(settings)publish: [pages, markdown]\n", to: "content/site.yaml")
    #expect(try await site.build().transcript == "")
    #expect(try dataset(page("scenarios/volumes/index.html", of: site)) == nil)
  }

  /// Nothing that an author writes may end the script, or be read as markup by any parser.
  @Test func theDatasetHoldsAnyTitle() async throws {
    let site = try FixtureSite()
    let title = "</script><b>&amp; \"quoted\" \\u003c <!-- of 'one'"
    try site.replace(
      "title: Two volumes a month", with: "title: '\(title.replacing("'", with: "''"))'",
      in: "content/scenarios/volumes.yaml")
    #expect(try await site.build().transcript == "")
    let text = try #require(site.published("scenarios/volumes/index.html"))
    let start = try #require(text.range(of: "<script type=\"application/ld+json\">")).upperBound
    let end = try #require(text[start...].range(of: "</script>")).lowerBound
    #expect(!text[start..<end].contains { "<>&".contains($0) })
    let dataset = try #require(try dataset(PublishedPage(text, path: "")))
    #expect(dataset["name"] as? String == title)
  }

  @Test func everyPageHasACard() async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: Self.address).transcript == "")
    let pages = try FixtureSite.bytes(below: site.output).keys.filter {
      $0.hasSuffix("index.html")
    }
    try #require(pages.count > 10)
    for path in pages {
      let page = try page(path, of: site)
      #expect(meta("twitter:card", page) == "summary", "\(path)")
      #expect(meta("og:image", page) == nil, "\(path)")
      for name in ["og:title", "og:description", "og:site_name"] {
        #expect(meta(name, page)?.isEmpty == false, "\(name) of \(path)")
      }
      let canonical = page.root.all { $0["rel"] == "canonical" }.first?["href"]
      #expect(meta("og:url", page) == canonical && canonical != nil, "\(path)")
    }
    let scenario = try page("scenarios/job/index.html", of: site)
    #expect(
      meta("og:description", scenario)
        == "5M tokens, once: Bravo Split costs least, $3.50; Charlie Call is next at $4.00.")
  }

  @Test func picturesAreDrawnForPreviewsWhereTheyAreAskedFor() async throws {
    let site = try FixtureSite()
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write(
      "\(settings)publish: [pages, charts, png]\n", to: "content/site.yaml")
    let report = try await site.build(baseURL: Self.address)
    guard report.summary != nil else {
      // What a machine without the program that draws is told, once.
      #expect(
        report.transcript.hasPrefix("content/site.yaml:13:1: error: no 'rsvg-convert' on the path"))
      #expect(report.diagnostics.count == 1)
      return
    }
    let files = try FixtureSite.bytes(below: site.output)
    let charts = files.keys.filter { $0.hasPrefix("charts/") && $0.hasSuffix(".svg") }
    #expect(charts.count > 5)
    for chart in charts {
      let picture = try #require(files["\(chart.dropLast(4)).png"], "\(chart)")
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
      // Its width stands behind the name of its first part, in four bytes.
      let width = picture.dropFirst(16).prefix(4).reduce(0) { $0 << 8 | Int($1) }
      #expect(width > 1_200 && width % 2 == 0)
    }
    for path in ["scenarios/volumes/index.html", "index.html"] {
      let page = try page(path, of: site)
      #expect(meta("og:image", page) == "\(Self.address)/charts/volumes.png", "\(path)")
      #expect(meta("twitter:card", page) == "summary_large_image")
    }
    #expect(meta("og:image", try page("scenarios/index.html", of: site)) == nil)
    let links = try PublishedLinks(files)
    #expect(links.astray.isEmpty, "\(links.astray)")
  }

  @Test func everyPageForFramesSaysHowItIsEmbedded() async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: Self.address).transcript == "")
    let pages = try FixtureSite.bytes(below: site.output).keys.filter {
      $0.hasPrefix("embed/") && $0.hasSuffix(".html")
    }
    try #require(pages.count > 10 && pages.contains("embed/charts/volumes.html"))
    for path in pages {
      let page = try page(path, of: site)
      let links = page.root.all { $0["type"] == "application/json+oembed" }
      let target = "\(path.dropLast(5)).oembed.json"
      #expect(links.map { $0["href"] } == ["\(Self.address)/\(target)"], "\(path)")
      let text = try #require(site.published(target))
      let value = try JSONDecoder().decode(PlainJSON.self, from: Data(text.utf8)).value
      let answer = try #require(value as? [String: Any])
      #expect(answer["version"] as? String == "1.0" && answer["type"] as? String == "rich")
      #expect(answer["title"] as? String == page.text(of: "h1"))
      #expect(answer["provider_name"] as? String == "Small Prices")
      #expect(answer["provider_url"] as? String == "\(Self.address)/")
      #expect((answer["width"] as? Double ?? 0) > 0 && (answer["height"] as? Double ?? 0) > 100)
      let frame = try #require(answer["html"] as? String)
      #expect(frame.hasPrefix("<iframe src=\"\(Self.address)/\(path)\" title=\""))
    }
  }

  @Test func nothingIsSaidOfFramesWhereNobodyKnowsTheAddress() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().transcript == "")
    let files = try FixtureSite.bytes(below: site.output)
    #expect(files.keys.filter { $0.hasSuffix(".oembed.json") } == [])
    let page = try page("embed/volumes/phases.html", of: site)
    #expect(page.root.all { $0["type"] == "application/json+oembed" }.isEmpty)
  }

  @Test(
    "Every table and chart has its files, hash and sources in one place", arguments: [nil, address])
  func metadataOfTablesAndCharts(base: String?) async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: base).transcript == "")
    func object(_ path: String) throws -> [String: Any] {
      let text = try #require(site.published(path), "\(path)")
      let value = try JSONDecoder().decode(PlainJSON.self, from: Data(text.utf8)).value
      return try #require(value as? [String: Any])
    }
    let metadata = try object("data/metadata/volumes.json")
    #expect(metadata["licence"] as? String == "Tables and charts may be reused under CC BY 4.0")
    #expect(
      metadata["page"] as? String
        == (base.map { "\($0)/scenarios/volumes/" } ?? "scenarios/volumes/index.html"))
    let sources = try #require(metadata["sources"] as? [[String: Any]])
    #expect(
      sources.map { $0["publisher"] as? String } == ["Bravo Models", "Alpha Cloud", "Delta Review"])
    #expect(sources.map { $0["read"] as? String } == ["2026-02-02", "2026-02-01", "2026-02-03"])
    #expect(sources.map { $0["published"] as? String } == [nil, "2026-01-15", "2026-01-20"])

    let manifest = try #require(try object("manifest.json")["files"] as? [String: [String: Any]])
    let items = try #require(metadata["items"] as? [[String: Any]])
    for item in items {
      let files = try #require(item["files"] as? [String])
      #expect(files.allSatisfy { manifest[$0] != nil }, "\(files)")
      let hash = try #require(item["sha256"] as? String)
      #expect(hash == manifest[files[0]]?["sha256"] as? String, "\(files[0])")
      if let frame = item["embed"] as? String { #expect(manifest[frame] != nil, "\(frame)") }
    }
    // Every file of a table or a chart belongs to one of them; keys of records belong to records.
    let listed = items.flatMap { $0["files"] as? [String] ?? [] }
    let keys = ["offers", "notes", "workloads"].map { "tables/volumes/\($0).csv" }
    let published = manifest.keys.filter {
      $0.hasPrefix("tables/volumes") || $0.hasPrefix("charts/volumes")
    }
    #expect(Set(published).subtracting(listed).isSubset(of: keys))
    let frames = items.compactMap { $0["embed"] as? String }
    let others = manifest.keys.filter { $0.hasPrefix("embed/") && $0.hasSuffix(".html") }
      .filter { $0.contains("/volumes") }
    #expect(Set(frames) == Set(others))
  }
}
