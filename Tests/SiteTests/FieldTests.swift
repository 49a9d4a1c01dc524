import Foundation
import Site
import TestSupport
import Testing
import XML

/// What rate cards say in fields of a site's own, wherever it is shown.
@Suite("Fields of a site's own")
struct FieldTests {
  private func built(_ scenario: String = "") async throws -> FixtureSite {
    let site = try FixtureSite(adding: "fields")
    let path = "content/scenarios/volumes.yaml"
    let text = try #require(site.folder.text("site/\(path)"))
    try site.write(text + scenario, to: path)
    #expect(try await site.build().transcript == "")
    return site
  }

  private func page(_ path: String, of site: FixtureSite) throws -> PublishedPage {
    try PublishedPage(try #require(site.published(path)), path: path)
  }

  @Test func anOfferSaysItsOwnOrElseThatOfItsCard() async throws {
    let site = try await built()
    let page = try page("providers/alpha-cloud/index.html", of: site)
    for (offer, region) in [
      ("offer_alpha-gpu", "EU, or | on request"), ("offer_alpha-serverless", "EU and US"),
    ] {
      let sheet = try #require(page.element(id: offer))
      let rows = sheet.all { $0.name == "tr" }.filter { $0.elements.first?.wholeText == "Region" }
      #expect(rows.map { $0.elements[1].ownText } == [region])
      // Who says so is among the sources of the page.
      #expect(rows.first?.elements[1].all { $0.name == "a" }.count == 1)
    }
  }

  @Test func theListOfProvidersHasAColumnForWhatACardSaysOfAll() async throws {
    let site = try await built()
    let table = try #require(
      try page("providers/index.html", of: site).element(id: "provider-table"))
    #expect(
      table.tableTexts.map { $0.suffix(2).map(\.self) } == [
        ["Region", "Support by"], ["EU and US", "e-mail"], ["", ""], ["", ""],
      ])
    let csv = try #require(site.published("providers/providers.csv")).split(separator: "\n")
    #expect(csv[0].contains("field_region,field_support"))
    let markdown = try #require(site.published("providers/alpha-cloud/rates.md"))
    #expect(markdown.contains("| Region | Support by |"))
    #expect(markdown.contains("| EU, or \\| on request | e-mail |"))
    let others = try #require(site.published("providers/bravo-models/rates.md"))
    #expect(!others.contains("Region"))
  }

  @Test func aComparisonShowsThemWhereItsAuthorAsks() async throws {
    let usual = try await built()
    #expect(try #require(usual.published("tables/volumes.md")).contains("Region") == false)
    #expect(
      try #require(usual.published("scenarios/volumes/index.html")).contains("EU and US") == false)
    let site = try await built(
      "table:\n  columns: offer, field-region, workload-small\n  groups: field-support\n")
    let table = try #require(
      try page("scenarios/volumes/index.html", of: site).element(id: "table_volumes"))
    let heads = table.all { $0.name == "th" && $0["rowspan"] == "2" }.map(\.ownText)
    #expect(heads == ["Offer", "Region", "Source"])
    let words = table.all { $0.name == "td" && $0["class"] == "words" }.map(\.ownText)
    #expect(Set(words) == ["", "EU and US", "EU, or | on request"])
    // The source of the price, and that of the field.
    let row = try #require(
      table.all { $0.name == "tr" && $0.wholeText.contains("EU, or") }.first)
    #expect(row.elements.last?.all { $0.name == "a" }.count == 2)
    let markdown = try #require(site.published("tables/volumes.md"))
    #expect(markdown.contains("| Support by | Offer | Region | 10M tokens |"))
    #expect(markdown.contains("Alpha GPU, Region: Stated by "))
  }

  @Test func programsAlwaysHaveThem() async throws {
    let site = try await built()
    let json = try #require(site.published("tables/volumes.json"))
    #expect(json.contains(#"{"key":"field-region","title":"Region"}"#))
    let offers = try #require(site.published("tables/volumes/offers.csv")).split(separator: "\n")
    #expect(offers[0].hasSuffix("field_region,field_support,notes"))
    let line = try #require(offers.first { $0.hasPrefix("alpha-serverless,") })
    #expect(line.contains(#"EU and US,e-mail,"Region: Stated by "#))
    let data = try #require(site.published("data/providers/alpha-cloud.json"))
    #expect(
      data.contains(
        #""fields":{"region":{"name":"Region","value":"EU and US","source":"alpha-pricing"},"support":{"name":"Support by","value":"e-mail"}}"#
      ))
  }
}
