import Foundation
import Pricing
import TestSupport
import Testing
import XML

@testable import Site

/// Whoever follows the site gets one entry for each change, once.
@Suite("The feed of changes")
struct ChangeFeedTests {
  private static let base = "https://example.org/prices"
  private static let card = "content/rate-cards/alpha-cloud.yaml"

  /// The site with three changes, a new rule, and a price and a rule that are announced.
  private static func site() throws -> FixtureSite {
    try FixtureSite(adding: "announced").withoutCharts()
  }

  /// Its feed, made once for all tests that only read it.
  private static let read = Task { () async throws -> (site: FixtureSite, feed: AtomFeed) in
    let site = try ChangeFeedTests.site()
    return (site: site, feed: try await ChangeFeedTests.feed(of: site))
  }

  private static func feed(
    of site: FixtureSite, on day: String? = nil
  ) async throws -> AtomFeed {
    let report = try await site.build(
      baseURL: base, on: day.map { try #require(CalendarDate($0)) })
    #expect(report.diagnostics == [])
    return try AtomFeed(site.published("feed.xml"))
  }

  @Test func isThisFile() async throws {
    let feed = try await Self.read.value.feed
    try expectGolden(feed.text, "site/feed.xml")
    #expect(try AtomFeed.mistakes(in: feed.text) == [])
  }

  @Test(
    "The schema of feeds refuses what readers do",
    arguments: [
      ("<updated>2026-02-01T00:00:00Z</updated>", ""), ("T00:00:00Z</published>", "</published>"),
      ("<id>https://example.org/prices/feed.xml</id>", "<id>feed.xml</id>"),
      ("<author><name>Small Prices</name></author>", ""), (" type=\"xhtml\"", ""),
      ("<content", "<summary>more</summary><content"), ("rel=\"self\"", "rel=\"alternate\""),
      ("<div xmlns=\"http://www.w3.org/1999/xhtml\">", "<div>"),
      ("T00:00:00Z</updated>", "T00:00:00</updated>"), ("</p>", "</p><script/>"),
    ])
  func refuses(words: String, others: String) async throws {
    let text = try await Self.read.value.feed.text
    let place = try #require(text.range(of: words), "\(words)")
    let broken = text.replacingCharacters(in: place, with: others)
    #expect(try AtomFeed.mistakes(in: broken).isEmpty == false)
  }

  @Test func eachEntryHasAnIdThatIsItsPlaceOnThePage() async throws {
    let (site, feed) = try await Self.read.value
    try #require(feed.entries.count > 5)
    #expect(Set(feed.entries.map(\.id)).count == feed.entries.count)
    let page = try PublishedPage(
      try #require(site.published("changes/index.html")), path: "changes/index.html")
    for entry in feed.entries {
      #expect(entry.id == entry.link)
      let parts = entry.link.components(separatedBy: "#")
      #expect(parts.count == 2 && parts[0] == "\(Self.base)/changes/")
      #expect(page.element(id: parts[1])?.name == "tr", "\(entry.link)")
    }
    let targets = feed.root.all { $0.name == "a" }.compactMap { $0["href"] }
    try #require(targets.contains { $0.hasPrefix("\(Self.base)/scenarios/") })
    for target in targets where target.hasPrefix(Self.base) {
      let path = target.dropFirst(Self.base.count + 1)
      #expect(site.published("\(path)index.html") != nil, "\(target)")
    }
  }

  @Test("A later change adds an entry, and leaves the others as they were")
  func staysWhatItWas() async throws {
    let site = try Self.site()
    let before = try await Self.read.value.feed.entries
    try site.replace(
      "        quote: $1.80 from March on\n",
      with: """
                quote: $1.80 from March on
              - from: 2026-04-01
                usd_per_gpu_hour: 1.60
                source: alpha-pricing

        """, in: Self.card)
    try site.replace(
      "features:\n      own_container: {answer: yes, source: alpha-pricing, quote: bring your container}\n  - id: alpha-serverless",
      with: """
        adjustments:
              - {when: {tier: batch}, factor: 0.5, from: 2026-02-01, source: survey}
            features:
              own_container: {answer: yes, source: alpha-pricing, quote: bring your container}
          - id: alpha-serverless
        """, in: Self.card)
    let after = try await Self.feed(of: site).entries
    let new = Set(after.map(\.id)).subtracting(before.map(\.id))
    #expect(
      new.map { $0.components(separatedBy: "#")[1] }.sorted() == [
        "factor_2026-02-01_alpha-gpu_tier-batch", "price_2026-04-01_alpha-gpu_gpu-hour",
      ])
    #expect(after.filter { !new.contains($0.id) } == before)
  }

  @Test("An entry is updated when it is written down, and on its day, and never on a day to come")
  func datesEntries() async throws {
    let site = try Self.site()
    func entry(_ day: String) async throws -> (AtomFeed, AtomFeed.Entry) {
      let feed = try await Self.feed(of: site, on: day)
      let id = "\(Self.base)/changes/#price_2026-03-01_alpha-gpu_gpu-hour"
      return (feed, try #require(feed.entries.first { $0.id == id }))
    }
    let (early, announced) = try await entry("2026-02-03")
    #expect(
      announced.title == "Announced: Alpha GPU: $2.00 → $1.80 per GPU-hour from 1\u{A0}March 2026")
    #expect(
      announced.published == "2026-02-01T00:00:00Z" && announced.updated == announced.published)
    #expect(early.entries.allSatisfy { $0.updated <= "2026-02-03T00:00:00Z" })
    #expect(early.own("updated") == early.entries.map(\.updated).max())
    let (_, inForce) = try await entry("2026-03-01")
    #expect(inForce.title == "Alpha GPU: $2.00 → $1.80 per GPU-hour from 1\u{A0}March 2026")
    #expect(inForce.published == announced.published)
    #expect(inForce.updated == "2026-03-01T00:00:00Z")
  }

  @Test("Reading a source again is no news, and writing a change down late is")
  func saysWhatIsNew() async throws {
    let site = try Self.site()
    let before = try await Self.read.value.feed.entries
    let sources = "content/sources.yaml"
    try site.replace("updated: 2026-02-03", with: "updated: 2026-02-20", in: "content/site.yaml")
    try site.replace("read: 2026-02-01", with: "read: 2026-02-10", in: sources)
    let again = try await Self.feed(of: site)
    let inForce = again.entries.filter { !$0.title.hasPrefix("Announced") }
    #expect(!inForce.isEmpty && inForce == before.filter { !$0.title.hasPrefix("Announced") })
    try site.replace(
      "        quote: $2.00 a GPU and hour\n",
      with: "        quote: $2.00 a GPU and hour\n        recorded: 2026-02-18\n", in: Self.card)
    let late = try await Self.feed(of: site).entries
    let change = try #require(
      late.first { $0.id.hasSuffix("#price_2026-01-01_alpha-gpu_gpu-hour") })
    #expect(change.published == "2026-02-18T00:00:00Z" && change.updated == change.published)
  }

  @Test("A site without changes has an empty feed, and a page that says so")
  func isThereBeforeAnythingChanges() async throws {
    let site = try FixtureSite()
    var made = MadeUpSite()
    try made.write(to: site)
    let feed = try await Self.feed(of: site)
    #expect(feed.entries == [] && feed.own("updated") == "2026-11-21T00:00:00Z")
    #expect(try AtomFeed.mistakes(in: feed.text) == [])
    let page = try #require(site.published("changes/index.html"))
    #expect(page.contains("Nothing here has changed on a day that a source states."))
    #expect(site.published("data/changes.json") == "{\"changes\":[],\"moves\":[]}\n")
  }

  @Test("Without an address of the site there is no feed, and nothing leads to one")
  func needsAnAddress() async throws {
    let site = try Self.site()
    #expect(try await site.build().diagnostics == [])
    #expect(site.published("feed.xml") == nil)
    let bytes = try FixtureSite.bytes(below: site.output)
    for (path, bytes) in bytes where path.hasSuffix(".html") || path.hasSuffix(".txt") {
      for word in ["feed.xml", "application/atom+xml"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(path)")
      }
    }
    #expect(site.published("changes/index.html") != nil)
  }

  @Test func everyPageTellsReadersWhereItIs() async throws {
    let (site, _) = try await Self.read.value
    var count = 0
    for (path, bytes) in try FixtureSite.bytes(below: site.output)
    where path.hasSuffix("/index.html") || path == "index.html" || path == "404.html" {
      count += 1
      let page = try PublishedPage(String(decoding: bytes, as: UTF8.self), path: path)
      let links = page.root.all { $0.name == "link" && $0["type"] == "application/atom+xml" }
      #expect(links.map { $0["href"] } == ["\(Self.base)/feed.xml"], "\(path)")
      #expect(links.first?["rel"] == "alternate")
    }
    #expect(count > 10)
    let index = try #require(site.published("llms.txt"))
    #expect(index.contains("(changes/)") && index.contains("(feed.xml)"))
    #expect(site.published("sitemap.xml")?.contains("<loc>\(Self.base)/changes/</loc>") == true)
  }
}
