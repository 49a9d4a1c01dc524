import Foundation
import Site
import TestSupport
import Testing
import XML

/// How the engine compares with public price lists, where a site says so.
@Suite("Public price lists on a page")
struct ConformancePageTests {
  /// The site of the fixtures with `content/conformance.yaml`, built once.
  private static let built = Task {
    let site = try FixtureSite(adding: "conformance")
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("\(settings)publish: [pages, charts, twins, data]\n", to: "content/site.yaml")
    let report = try await site.build(baseURL: "https://costs.example")
    return (site: site, transcript: report.transcript)
  }

  private func page() async throws -> PublishedPage {
    let (site, transcript) = try await Self.built.value
    #expect(transcript == "")
    let path = "conformance/index.html"
    return try PublishedPage(try #require(site.published(path)), path: path)
  }

  @Test("Shares are rounded towards zero: nearly all is not all")
  func shares() async throws {
    let page = try await page()
    let rows = page.root.all { $0.name == "tr" }.map { row in
      row.all { ["th", "td"].contains($0.name) }.map(\.wholeText)
    }
    #expect(rows.contains(["Input and output tokens", "11,000", "11,000", "100\u{A0}%"]))
    #expect(rows.contains(["Cached input", "3", "2", "66.6\u{A0}%"]))
    #expect(
      rows.contains(["acme/chat", "per 1M input tokens", "price-list $0.15, other-list $0.30"]))
    let text = page.root.wholeText
    #expect(text.contains("11,999 of 12,000 priced entries are expressed exactly, 99.9\u{A0}%."))
    #expect(text.contains("5 of 5 priced entries are expressed exactly, 100\u{A0}%."))
    #expect(
      text.contains(
        "27 calls by price-list 1.2.3, calculate: 20 equal to the last digit, 3 equal but for "
          + "rounding each line and 4 other for a known reason. Of 9 entries that it answers for 7 cost "
          + "the same in every call, but for rounding."))
    let reasons = page.root.all { $0.name == "li" }.map(\.wholeText).filter { $0.contains("It ") }
    #expect(
      reasons == [
        "3 of acme (1) and beta (2): It finds another entry under the name.",
        "1 of acme: It leaves out the fee.",
      ])
    #expect(text.contains("cost_per_dance"))
  }

  @Test("Readers and programs find it: footer, sitemap, llms.txt, Markdown")
  func isFound() async throws {
    let (site, _) = try await Self.built.value
    let front = try #require(site.published("index.html"))
    #expect(front.contains("<a href=\"conformance/index.html\">Public price lists</a>"))
    #expect(site.published("sitemap.xml")?.contains("/conformance/") == true)
    let index = try #require(site.published("llms.txt"))
    #expect(index.contains("(conformance/index.md)") && index.contains("(data/conformance.json)"))
    let twin = try #require(site.published("conformance/index.md"))
    #expect(twin.contains("| Cached input | 3 | 2 | 66.6\u{A0}% |"))
    #expect(twin.contains("price-list $0.15, other-list $0.30"))
  }

  @Test("The data follows its schema, and has every field of it")
  func data() async throws {
    let (site, _) = try await Self.built.value
    func value(_ path: String) throws -> Any {
      let text = try #require(site.published(path), "\(path)")
      return try JSONDecoder().decode(PlainJSON.self, from: Data(text.utf8)).value
    }
    let schema = try #require(value("data/schema/conformance.schema.json") as? [String: Any])
    var check = SchemaCheck(schema)
    check.check(try value("data/conformance.json"), at: "data/conformance.json")
    #expect(check.mistakes == [])
    #expect(check.known.subtracting(check.seen) == [])
  }

  @Test("A site that does not say so has no page, no link and no schema of it")
  func absent() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().transcript == "")
    let paths = try FixtureSite.bytes(below: site.output).keys
    #expect(paths.filter { $0.contains("conformance") } == [])
    for page in ["index.html", "llms.txt", "data/index.html"] {
      #expect(try #require(site.published(page)).contains("onformance") == false)
    }
  }
}
