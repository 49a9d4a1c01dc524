import Diagnostics
import Foundation
import TestSupport
import Testing
import XML

@testable import Site
@testable import Templates

/// A site whose words are German, from the messages that stand beside the templates.
@Suite("A German site", .serialized)
struct GermanSiteTests {
  private static let messages = "templates/messages/de.po"

  private func german() throws -> FixtureSite {
    let site = try FixtureSite(adding: "german")
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write(
      "publish: [pages, tables, charts, data, twins]\n\(settings)", to: "content/site.yaml")
    return site
  }

  @Test("Says nothing in English, on no page and in no chart")
  func isGerman() async throws {
    let site = try german()
    #expect(try await site.build().transcript == "")
    // Words that English sentences can hardly do without, and German ones do not have.
    let english: Set = [
      "the", "of", "and", "is", "are", "from", "not", "to", "for", "with", "which", "where",
      "than", "each", "cost", "costs", "cheapest", "price", "offer", "hours", "month", "stated",
    ]
    var checked = 0
    for path in try #require(FileManager.default.subpaths(atPath: site.output)).sorted() {
      // The page of data files names the fields of programs, and so does its Markdown.
      guard path.hasSuffix(".html") || path.hasSuffix(".svg"), !path.hasPrefix("data/"),
        !path.hasPrefix("assets/")
      else { continue }
      let text = try #require(site.published(path))
      let root = try PublishedPage(text, path: path).root
      let words = root.saidTexts.flatMap { said in
        said.split { !$0.isLetter && $0 != "-" }.filter { english.contains(String($0)) }
          .map { "\($0): \(said)" }
      }
      #expect(words == [], "\(path)")
      checked += 1
    }
    #expect(checked > 40)
  }

  @Test(
    "Its pages read as they were approved",
    arguments: [
      ("scenarios/volumes", "german/scenario.md"),
      ("providers/alpha-cloud", "german/provider.md"),
      ("compare/alpha-cloud-and-bravo-models", "german/pair.md"), ("claims", "german/claims.md"),
    ])
  func golden(path: String, file: String) async throws {
    let site = try german()
    #expect(try await site.build().transcript == "")
    try expectGolden(try #require(site.published("\(path)/index.md")), file)
  }

  @Test(
    "Whatever a site has, there are words for it",
    arguments: [
      "announced", "conformance", "currencies", "discounts", "fields", "hours", "large", "loads",
      "provider", "terms", "warned",
    ])
  func fixtures(overlay: String) async throws {
    let site = try FixtureSite(adding: overlay)
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("language: de\n\(settings)", to: "content/site.yaml")
    let report = try await site.build()
    #expect(!report.transcript.contains(Self.messages))
    #expect(report.summary != nil)
  }

  @Test("And for all of the shipped site")
  func shipped() async throws {
    let site = try FixtureSite()
    let files = FileManager.default
    try files.removeItem(atPath: "\(site.source)/content")
    try files.copyItem(
      atPath: FixtureSite.repository.appending(path: "content").path,
      toPath: "\(site.source)/content")
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("language: de\n\(settings)", to: "content/site.yaml")
    #expect(try await site.build().transcript == "")
  }

  @Test("The words of templates are translated too, all of them")
  func templates() throws {
    let folder = FixtureSite.repository.appending(path: "templates").path
    let file = try String(
      contentsOf: FixtureSite.repository.appending(path: Self.messages), encoding: .utf8)
    var said: Set<String> = []
    for template in try TemplateFile.all(in: folder) {
      said.formUnion(try Element(parsing: template.text, file: template.path).messages)
    }
    #expect(said.count > 100)
    let missing = said.sorted().filter { !file.contains("msgid \"\($0)\"\n") }
    #expect(missing == [])
  }

  @Test("What lacks words is told with the words, and nothing is published")
  func missing() async throws {
    let site = try german()
    let words = "msgid \"Skip to the content\"\nmsgstr \"Zum Inhalt\"\n"
    let file = try #require(site.folder.text("site/\(Self.messages)"))
    let entry = "msgid \"not stated\"\n"
    try #require(file.ranges(of: entry).count == 1)
    try site.write(file.replacing(entry, with: "msgid \"not at all\"\n"), to: Self.messages)
    let report = try await site.build()
    #expect(report.summary == nil)
    #expect(
      report.transcript == """
        templates/messages/de.po: error: no words for "not stated"
          hint: add it with 'msgid' and 'msgstr'

        """)
    try site.write(words, to: Self.messages)
    #expect(try await site.build().diagnostics.count > 300)
  }

  @Test("Numbers for programs, ids and states are those of the same site in English")
  func data() async throws {
    let english = try FixtureSite()
    let german = try FixtureSite()
    let settings = try #require(german.folder.text("site/content/site.yaml"))
    try german.write("language: de\n\(settings)", to: "content/site.yaml")
    #expect(try await english.build().transcript + german.build().transcript == "")
    for path in ["tables/volumes/invoices.csv", "tables/volumes.csv", "data/scenarios/bursts.json"]
    {
      let digits = { (site: FixtureSite) in
        try #require(site.published(path)).matches(of: /"(?:low|high)_usd":"[^"]*"|,[0-9.]+(?=,)/)
          .map { String($0.output) }
      }
      #expect(try digits(german) == digits(english))
      #expect(try !digits(german).isEmpty, "\(path)")
    }
  }

  @Test("English may be put in other words, some of them or all")
  func otherEnglish() async throws {
    let site = try FixtureSite()
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("language: en-gb\n\(settings)", to: "content/site.yaml")
    try site.write(
      "msgid \"Findings\"\nmsgstr \"What we found\"\n", to: "templates/messages/en.po")
    #expect(try await site.build().transcript == "")
    let page = try #require(site.published("scenarios/volumes/index.html"))
    #expect(page.contains(">What we found</h2>") && page.contains("What it costs"))
    #expect(page.contains(" lang=\"en-gb\""))
  }

  @Test("A site that changes its language between two builds is made anew")
  func changes() async throws {
    let site = try FixtureSite()
    let memory = SiteMemory.empty
    let first = try await SiteBuild.build(
      SiteOptions(source: site.source, output: site.output), reusing: memory)
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("language: de\n\(settings)", to: "content/site.yaml")
    let second = try await SiteBuild.build(
      SiteOptions(source: site.source, output: site.output), reusing: try #require(first.memory))
    #expect(second.transcript == "")
    let page = try #require(site.published("scenarios/volumes/index.html"))
    #expect(page.contains("<h2 id=\"findings\">Ergebnisse</h2>"))
    let claims = try #require(site.published("claims/index.html"))
    #expect(claims.contains("Stunden in einem Monat"))
  }
}

extension Element {
  /// What readers see or hear, but for what they copy to the letter.
  fileprivate var saidTexts: [String] {
    if ["script", "style", "code", "pre"].contains(name) { return [] }
    let own = attributes.filter { TemplateWords.attributes.contains($0.name) }.map(\.value.text)
    return children.reduce(into: own) { texts, child in
      switch child {
      case .text(let text): texts.append(text.text)
      case .element(let element): texts += element.saidTexts
      }
    }
  }

  /// What translators see of a template.
  fileprivate var messages: Set<String> {
    if name == "code" { return [] }
    let own = attributes.filter { TemplateWords.attributes.contains($0.name) }
      .compactMap { TemplateWords.message(in: $0.value) }
    return children.reduce(into: Set(own)) { messages, child in
      switch child {
      case .text(let text): messages.formUnion(TemplateWords.message(in: text).map { [$0] } ?? [])
      case .element(let element): messages.formUnion(element.messages)
      }
    }
  }
}
