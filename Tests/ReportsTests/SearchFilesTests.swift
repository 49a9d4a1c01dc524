import Foundation
import Pricing
import TestSupport
import Testing

@testable import Reports

@Suite("Files for search engines and language models")
struct SearchFilesTests {
  private let pages: [ListedPage]

  init() throws {
    let day = try #require(CalendarDate("2026-11-21"))
    let earlier = try #require(CalendarDate("2026-05-28"))
    pages = [
      ListedPage(path: "", title: "Breakeven", description: "The real price.", updated: day),
      ListedPage(
        path: "scenarios/idle/", title: "A model [seldom] called",
        description: "What a *quiet* month costs.\nAnd who pays.", updated: earlier),
      ListedPage(path: "claims/", title: "Claims", description: "Recomputed.", updated: day),
    ]
  }

  @Test func sitemapHasEveryPageWithTheDayOfItsContent() throws {
    let sitemap = SearchFiles.sitemap(of: pages, baseURL: "https://example.org/a&b")
    try expectGolden(try #require(sitemap), "sitemap.xml")
  }

  @Test func sitemapDoesNotDependOnTheOrderOfPages() {
    let base = "https://example.org"
    #expect(
      SearchFiles.sitemap(of: pages, baseURL: base)
        == SearchFiles.sitemap(of: pages.reversed(), baseURL: base))
  }

  @Test func withoutBaseURLThereIsNoSitemap() {
    #expect(SearchFiles.sitemap(of: pages, baseURL: nil) == nil)
    #expect(SearchFiles.robots(baseURL: nil) == "User-agent: *\nAllow: /\n")
  }

  @Test func robotsNameTheSitemap() {
    #expect(
      SearchFiles.robots(baseURL: "https://example.org/a")
        == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/a/sitemap.xml\n")
  }

  @Test func languageModelsGetPagesAndData() {
    let index = LanguageModelIndex(
      title: "Breakeven", description: "What inference\nreally costs.", pages: pages,
      data: [.init(path: "data/scenarios/idle.json", description: "Invoices and crossings")])
    #expect(
      String(decoding: index.bytes, as: UTF8.self) == """
        # Breakeven

        > What inference really costs.

        ## Pages

        - [Breakeven](./): The real price.
        - [A model \\[seldom\\] called](scenarios/idle/): What a \\*quiet\\* month costs. And who pays.
        - [Claims](claims/): Recomputed.

        ## Data

        - [data/scenarios/idle.json](data/scenarios/idle.json): Invoices and crossings

        """)
  }

  @Test func languageModelsGetNoEmptyLists() {
    let index = LanguageModelIndex(title: "A", description: "B", pages: [], data: [])
    #expect(String(decoding: index.bytes, as: UTF8.self) == "# A\n\n> B\n")
  }
}
