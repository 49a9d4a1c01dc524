import Content
import Diagnostics
import Foundation
import Reports
import Site
import Testing
import XML

/// The two tables of a pair of providers in documents, in pages and in frames.
@Suite("Tables of pairs elsewhere")
struct PairEmbedTests {
  private static let pair = "compare/alpha-cloud-and-bravo-models"
  private static let address = "https://costs.example"

  private func request(_ id: String) throws -> EmbedRequest {
    let place = SourceLocation(file: "document.md")
    var findings: [Diagnostic] = []
    let words = [(name: "id", value: Located(id, at: place))]
    return try #require(EmbedRequest(.table, words, at: place, into: &findings))
  }

  private func reading(_ id: String, of site: FixtureSite) async throws -> EmbedReading {
    try await EmbedReading(
      site.source, for: [try request(id)], on: nil, baseURL: Self.address)
  }

  private func text(
    _ id: String, as format: EmbedFormat, of site: FixtureSite
  ) async throws -> (text: String, findings: [Diagnostic]) {
    let reading = try await reading(id, of: site)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning }, "\(reading.diagnostics)")
    var findings: [Diagnostic] = []
    let piece = try #require(reading.embedding).piece(try request(id), as: format, into: &findings)
    guard case .text(let bytes) = piece else { return ("", findings) }
    return (String(decoding: bytes, as: UTF8.self), findings)
  }

  @Test("Embedded, it is the published file", arguments: ["costs", "rules"])
  func embeds(table: String) async throws {
    let site = try FixtureSite()
    #expect(try await site.build(baseURL: Self.address).transcript == "")
    let id = "\(Self.pair)/\(table)"
    for (format, ending) in [(EmbedFormat.markdown, "md"), (.csv, "csv"), (.html, "html")] {
      let (text, findings) = try await text(id, as: format, of: site)
      #expect(findings == [])
      #expect(text == site.published("\(id).\(ending)"), "\(ending)")
    }
    let markdown = try #require(site.published("\(id).md"))
    #expect(markdown.contains("](<\(Self.address)/\(Self.pair)/>)"))
    let frame = try await text(id, as: .iframe, of: site)
    #expect(frame.text.contains("src=\"\(Self.address)/embed/\(id).html\""))
    let page = try #require(site.published("embed/\(id).html"))
    let rows = try PublishedPage(page, path: "").root.all { $0.name == "tr" }
    #expect(rows.count == markdown.split(separator: "\n").count { $0.hasPrefix("| ") } - 1)
  }

  @Test func aPageShowsIt() async throws {
    let site = try FixtureSite()
    try site.write(
      "---\ntitle: A note\ndescription: Some words.\nnavigation: Note\n---\n\n```breakeven\n"
        + "table: {id: \(Self.pair)/costs, rows: \"1\", caption: One}\n```\n",
      to: "content/pages/note.md")
    #expect(try await site.build().transcript == "")
    let page = try PublishedPage(try #require(site.published("note/index.html")), path: "")
    let table = try #require(page.root.all { $0.name == "table" }.first)
    #expect(table.tableTexts.count == 2)
    #expect(table.all { $0.name == "caption" }.first?.wholeText == "One")
    let homes = page.root.all { $0["href"] == "../\(Self.pair)/index.html" }
    #expect(homes.count == 1)
  }

  @Test func onlyScenariosWithOffersOfBothAreRead() async throws {
    let site = try FixtureSite()
    let path = "content/scenarios/other.yaml"
    try site.write("broken: [ # alpha-gpu\n", to: path)
    #expect(try await text("\(Self.pair)/costs", as: .csv, of: site).text != "")
    try site.write("broken: [ # alpha-gpu and bravo-flat\n", to: path)
    let reading = try await reading("\(Self.pair)/costs", of: site)
    #expect(reading.diagnostics.map(\.location.file) == [path])
  }

  @Test(
    "A pair or a table that is not there is named with the nearest one",
    arguments: [
      ("compare/alpha-cloud-and-bravo-model/costs", "\(pair)/costs"),
      ("compare/bravo-models-and-alpha-cloud/costs", nil), ("\(pair)/cost", "\(pair)/costs"),
    ])
  func refuses(id: String, nearest: String?) async throws {
    let (text, findings) = try await text(id, as: .markdown, of: try FixtureSite())
    #expect(text == "")
    #expect(findings.map(\.message) == ["'\(id)' is not a table of this site"])
    if let nearest { #expect(findings.first?.hint == "did you mean '\(nearest)'?") }
  }
}
