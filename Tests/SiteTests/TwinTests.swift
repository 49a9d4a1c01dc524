import Foundation
import Site
import TestSupport
import Testing
import XML

/// Pages as Markdown beside those for readers, with the same in them.
@Suite("Pages as Markdown")
struct TwinTests {
  /// The site of the fixtures with everything published, built once.
  private static let built = Task {
    let site = try FixtureSite()
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write(
      "\(settings)publish: [pages, twins, invoices, charts, tables, markdown, csv, json, data]\n",
      to: "content/site.yaml")
    try site.write(
      """
      ---
      title: A note
      description: Some words.
      standfirst: What *stands* first.
      navigation: Note
      ---

      ## A part

      Words with a [link](../scenarios/volumes/index.html).

      ```breakeven
      table: {id: volumes, columns: "offer, workload-small"}
      ```

      Words behind.

      ```breakeven
      chart: {id: bursts}
      ```

      """, to: "content/pages/note.md")
    let report = try await site.build(baseURL: "https://costs.example")
    return (site: site, transcript: report.transcript)
  }

  private func both(_ page: String) async throws -> (page: PublishedPage, twin: String) {
    let (site, transcript) = try await Self.built.value
    #expect(transcript == "")
    let html = try #require(site.published("\(page)index.html"))
    return (
      try PublishedPage(html, path: page),
      try #require(site.published("\(page)index.md"), "\(page)")
    )
  }

  /// The tables of a text, each with its rows.
  private func tables(_ markdown: String) -> [[[String]]] {
    markdown.components(separatedBy: "\n\n").filter { $0.hasPrefix("|") }
      .map(MarkdownReader.rows)
  }

  /// The words of a text without its marks.
  private func plain(_ markdown: String) -> String {
    markdown.replacing(/\\(.)/) { $0.output.1 }.replacing(/\]\(<[^>]*>\)/, with: "")
      .replacing("\u{2060}", with: "")
  }

  private static let pages = [
    "", "scenarios/", "scenarios/volumes/", "scenarios/bursts/", "scenarios/job/", "providers/",
    "providers/alpha-cloud/", "compare/alpha-cloud-and-bravo-models/", "claims/", "billing-rules/",
    "changes/", "method/", "note/", "gallery/", "data/", "scenarios/volumes/invoices/",
    "scenarios/bursts/invoices/",
  ]

  @Test("Every page has one, and leads to it", arguments: pages)
  func isLedTo(page: String) async throws {
    let (html, twin) = try await both(page)
    let links = html.root.all { $0.name == "link" && $0["rel"] == "alternate" }
    #expect(links.map { $0["href"] } == ["index.md", "https://costs.example/feed.xml"])
    #expect(links.map { $0["type"] } == ["text/markdown", "application/atom+xml"])
    #expect(twin.hasPrefix("# "))
    #expect(twin.hasSuffix("Tables and charts may be reused under CC BY 4.0.\n"))
    let (site, _) = try await Self.built.value
    let index = try #require(site.published("llms.txt"))
    #expect(index.contains("](\(page)index.md)"))
  }

  @Test("Links of it lead to what is published", arguments: pages)
  func links(page: String) async throws {
    let (_, twin) = try await both(page)
    let (site, _) = try await Self.built.value
    for match in twin.matches(of: /\]\(<?([^)>]+)>?\)/) {
      let address = String(match.output.1)
      guard !address.hasPrefix("http") else { continue }
      let path = address.split(separator: "#")[0]
      let file = URL(filePath: "/\(page)").appending(path: String(path)).standardized.path
      #expect(site.published(String(file.dropFirst())) != nil, "\(address)")
    }
  }

  private static var badge: Regex<(Substring, Substring)> {
    #/ \((lowest|may be lowest|not enough|lowest, tied|not compared)\)$/#
  }

  @Test("Has the tables that its page has, cell by cell", arguments: ["volumes", "bursts", "job"])
  func tables(scenario: String) async throws {
    let (html, twin) = try await both("scenarios/\(scenario)/")
    let (site, _) = try await Self.built.value
    let comparison = try #require(html.element(id: "table_\(scenario)"))
    let found = tables(twin)
    #expect(
      found.first == MarkdownReader.rows(try #require(site.published("tables/\(scenario).md"))))
    let shown = comparison.bodyRows.map { row in
      [row[0].elements[0].wholeText]
        + row.dropFirst().dropLast().map(\.shownAmount)
    }
    let amounts = comparison.bodyRows.first.map { $0.count - 2 } ?? 0
    let told = try #require(found.first).dropFirst().map { row in
      [row.first { cell in shown.contains { $0[0] == cell } } ?? ""]
        + row.suffix(amounts).map {
          $0.replacing(Self.badge, with: "")
        }
    }
    #expect(Array(told) == shown)
    if let crossings = html.element(id: "crossings_\(scenario)") {
      let file = MarkdownReader.rows(
        try #require(site.published("tables/\(scenario)/crossings.md")))
      #expect(found.contains(file))
      #expect(crossings.bodyRows.count == file.count - 1)
    }
  }

  @Test("Says what its page says", arguments: ["volumes", "bursts", "job"])
  func words(scenario: String) async throws {
    let (html, twin) = try await both("scenarios/\(scenario)/")
    let text = plain(twin)
    var sentences = html.root.all { $0["class"] == "findings" }.flatMap {
      $0.elements.map(\.wholeText)
    }
    sentences += [html.text(of: "h1") ?? ""]
    for name in ["standfirst", "basis", "kicker"] {
      sentences += html.root.all { $0["class"] == name }.map(\.wholeText)
    }
    let assumptions = html.root.all { $0["aria-labelledby"] == "assumptions" }
    sentences += assumptions.flatMap { $0.all { $0.name == "li" } }.map(\.ownText)
    #expect(sentences.count > 4)
    for sentence in sentences { #expect(text.contains(sentence), "\(sentence)") }
    let sources = html.root.all { $0["id"]?.hasPrefix("source_") == true }
    #expect(!sources.isEmpty)
    for (number, source) in sources.enumerated() {
      let title = try #require(source.all { ["a", "cite", "strong"].contains($0.name) }.first)
      #expect(text.contains("\n\(number + 1). "), "\(number)")
      #expect(text.contains(title.wholeText), "\(title.wholeText)")
    }
  }

  @Test(
    "Other pages have the tables of their files",
    arguments: [
      ("providers/", "providers/providers.md"),
      ("providers/alpha-cloud/", "providers/alpha-cloud/rates.md"),
      ("billing-rules/", "tables/billing-rules.md"), ("", "providers/providers.md"),
    ])
  func otherTables(page: String, file: String) async throws {
    let (_, twin) = try await both(page)
    let (site, _) = try await Self.built.value
    let table = MarkdownReader.rows(try #require(site.published(file)))
    #expect(tables(twin).contains(table))
  }

  @Test(
    "Changes are those of their page, and of that of their provider",
    arguments: ["changes/", "providers/alpha-cloud/"])
  func changes(page: String) async throws {
    let (html, twin) = try await both(page)
    let rows = html.root.all { $0.name == "tr" && $0["id"]?.contains("_20") == true }
    #expect(rows.count > 2)
    let told = tables(twin).flatMap { $0.dropFirst() }
    for row in rows {
      let text = row.wholeText
      #expect(
        told.contains { cells in
          cells.count == 7 && cells[1...4].allSatisfy { $0.isEmpty || text.contains($0) }
            && cells[0].split(separator: ": ").allSatisfy(text.contains)
        }, "\(text)")
    }
    #expect(twin.contains("](<../../charts/providers/alpha-cloud.svg>)") == (page != "changes/"))
  }

  @Test(
    "Invoices have every total, equation, remark and input of their page",
    arguments: ["volumes", "bursts", "job"])
  func invoices(scenario: String) async throws {
    let (html, twin) = try await both("scenarios/\(scenario)/invoices/")
    let text = plain(twin)
    let totals = html.root.all { $0.name == "b" }.map(\.wholeText)
    let equations = html.root.all { $0.name == "dd" }.map(\.ownText)
    let quotes = html.root.all { $0.name == "q" }.map(\.wholeText)
    let remarks = html.root.all { $0.name == "article" }.flatMap { $0.all { $0.name == "p" } }
      .map(\.wholeText)
    #expect(totals.count > 1 && equations.count > totals.count && !quotes.isEmpty)
    for words in totals + equations + quotes + remarks {
      #expect(text.contains(words), "\(words)")
    }
    #expect(twin.contains("](<../index.html#source_"))
  }

  @Test func galleryHasItsChartsAndChecks() async throws {
    let (html, twin) = try await both("gallery/")
    let rows = try #require(html.element(id: "check-table")).bodyRows
    #expect(tables(twin).first?.count == rows.count + 1)
    for row in rows { #expect(plain(twin).contains(row[3].wholeText)) }
    for chart in ["volumes", "bursts"] { #expect(twin.contains("](<../charts/\(chart).svg>)")) }
    #expect(twin.contains("\n- Somebody else: 1 of "))
  }

  @Test func descriptionsOfDataHaveEveryField() async throws {
    let (html, twin) = try await both("data/")
    let shapes = html.root.all { $0.name == "table" && $0["class"] == "fields" }
    let told = tables(twin)
    #expect(told.count == shapes.count && shapes.count > 10)
    for (shape, table) in zip(shapes, told) {
      #expect(shape.bodyRows.map { $0.map(\.wholeText) } == Array(table.dropFirst()))
    }
  }

  @Test func withoutTheirPagesThereIsNoMarkdownOfThem() async throws {
    let site = try FixtureSite()
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    try site.write("\(settings)publish: [pages, twins, charts]\n", to: "content/site.yaml")
    #expect(try await site.build().transcript == "")
    #expect(site.published("scenarios/volumes/index.md") != nil)
    #expect(site.published("scenarios/volumes/invoices/index.md") == nil)
    #expect(site.published("data/index.md") == nil)
    #expect(try #require(site.published("llms.txt")).contains("invoices/index.md") == false)
  }

  @Test func claimsAreThoseOfThePage() async throws {
    let (html, twin) = try await both("claims/")
    let claims = html.root.all { $0.name == "li" && $0["class"]?.hasPrefix("claim ") == true }
    #expect(!claims.isEmpty)
    let rows = tables(twin).flatMap { $0.dropFirst() }
    #expect(rows.count == claims.count)
    for (claim, row) in zip(claims, rows) {
      for cell in row { #expect(claim.wholeText.contains(cell), "\(cell)") }
    }
  }

  @Test func prosePageIsItsAuthorsTextWithWhatItsBlocksShow() async throws {
    let (_, twin) = try await both("note/")
    let (site, _) = try await Self.built.value
    #expect(
      twin.hasPrefix(
        "# A note\n\nWhat \\*stands\\* first.\n\n## A part\n\nWords with a [link](../scenarios/volumes/index.html).\n\n**"
      ))
    #expect(twin.contains("\n\nWords behind.\n\n"))
    #expect(!twin.contains("```"))
    #expect(tables(twin).first?.first == ["Offer", "10M tokens"])
    #expect(tables(twin).first?.count == 5)
    #expect(twin.contains("](<../charts/bursts.svg>)"))
    #expect(site.published("charts/bursts.svg") != nil)
  }

  @Test func withoutThemNothingLeadsToThem() async throws {
    let site = try FixtureSite()
    #expect(try await site.build().transcript == "")
    #expect(try FixtureSite.bytes(below: site.output).keys.allSatisfy { !$0.hasSuffix("index.md") })
    #expect(try #require(site.published("index.html")).contains("text/markdown") == false)
    #expect(try #require(site.published("llms.txt")).contains("index.md") == false)
  }
}
