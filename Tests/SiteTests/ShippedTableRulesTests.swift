import TestSupport
import Testing
import XML

/// What every table of the shipped site promises, whatever it shows.
@Suite("Rules of the shipped tables")
struct ShippedTableRulesTests {
  private static let pages = [
    "index.html", "providers/index.html", "providers/gmi-cloud/index.html",
    "scenarios/job-20m/index.html", "scenarios/monthly-tiers/index.html",
  ]

  private func tables(of page: PublishedPage) throws -> [Element] {
    let tables = page.root.all { $0.name == "table" && $0.hasHead }
    try #require(!tables.isEmpty)
    return tables
  }

  @Test("Name the unit and the day in the caption", arguments: pages)
  func caption(path: String) async throws {
    for table in try tables(of: await ShippedSite.page(path)) {
      let text = try #require(table.all { $0.name == "caption" }.first).wholeText
      #expect(text.contains("US dollars"), "\(text)")
      #expect(text.contains(/\d{1,2}\s[A-Z][a-z]+\s20\d\d/), "\(text)")
    }
  }

  @Test("Say what each head is the head of", arguments: pages)
  func scopes(path: String) async throws {
    for head in try tables(of: await ShippedSite.page(path)).flatMap({ $0.all { $0.name == "th" } })
    {
      let scope = try #require(head["scope"], "\(head.wholeText)")
      let isWide = head["colspan"] != nil && scope != "row"
      #expect((scope == "colgroup" || scope == "rowgroup") == isWide)
    }
  }

  @Test("Say their order, where it can be changed", arguments: pages)
  func order(path: String) async throws {
    for table in try tables(of: await ShippedSite.page(path)) {
      let sorted = table.all { $0["aria-sort"] != nil }
      guard !sorted.isEmpty else { continue }
      #expect(sorted.count { $0["aria-sort"] == "ascending" } == 1)
      let stated = table.all { $0["class"] == "order" }
      #expect(stated.map { $0.wholeText.hasPrefix("Sorted ") } == [true])
      #expect(stated.allSatisfy { $0["role"] == "status" })
    }
  }

  @Test("Link cells to their notes, and each note back to its first cell", arguments: pages)
  func notes(path: String) async throws {
    let page = try await ShippedSite.page(path)
    for note in page.root.all(where: { $0["class"] == "table-notes" && $0.name == "ol" })
      .flatMap(\.elements)
    {
      let id = try #require(note["id"])
      let references = page.root.all { $0.name == "a" && $0["href"] == "#\(id)" }
      let backlinks = note.all { $0.name == "a" }.compactMap { $0["href"] }
      #expect(!references.isEmpty)
      #expect(references.first?["id"].map { ["#\($0)"] } == backlinks)
      #expect(references.dropFirst().allSatisfy { $0["id"] == nil })
    }
  }

  @Test func anAmountThatIsNotThereIsNotSortedAsOne() async throws {
    let page = try await ShippedSite.scenario("job-20m")
    let cells = page.root.all { $0.name == "td" && $0["class"] == "not-stated" }
    #expect(!cells.isEmpty)
    #expect(cells.allSatisfy { $0["data-value"] == nil && $0.shownAmount == "not stated" })
    let single = try await ShippedSite.scenario("monthly-tiers")
      .root.all { $0["class"] == "amount short" }
    #expect(single.map { $0["data-value"] } == [nil])
  }

  @Test(
    "Are files too, cell by cell",
    arguments: [
      ("providers/index.html", "provider-table", "providers/providers"),
      (
        "scenarios/monthly-tiers/index.html", "crossings_monthly-tiers",
        "tables/monthly-tiers/crossings"
      ),
    ])
  func files(path: String, id: String, files: String) async throws {
    let shown = try #require(await ShippedSite.page(path).element(id: id)).bodyRows
    let rows = CSVReader.records(try await ShippedSite.text("\(files)-display.csv"))
      .dropFirst()
    #expect(rows.count == shown.count)
    for (row, cells) in zip(rows, shown) {
      let texts = cells.filter { $0["class"] != "sources" }.map {
        $0.elements.first?.name == "a" ? $0.elements[0].wholeText : $0.ownText
      }
      #expect(texts.filter { !$0.isEmpty }.allSatisfy(row.contains), "\(row) \(texts)")
    }
    #expect(try await ShippedSite.text("\(files).md").contains(rows.first?.first ?? "nothing"))
    #expect(try await ShippedSite.text("\(files).json").contains("\"rows\""))
  }

  @Test(
    "Scripts are small and alone in their files", arguments: ["sort.js", "amounts.js", "embed.js"])
  func script(name: String) async throws {
    let script = try await ShippedSite.text("assets/\(name)")
    #expect(script.utf8.count < 2_000)
    #expect(!script.contains(/innerHTML|eval\(|import |https?:/))
    // Only what opens an amount asks for anything, and that is a page of the site.
    #expect(script.contains("fetch(") == (name == "amounts.js"))
  }

  @Test(
    "Are loaded where they do something, after the text",
    arguments: [
      ("scenarios/job-20m/index.html", ["../../assets/sort.js", "../../assets/amounts.js"]),
      ("embed/monthly-tiers/sensitivity.html", ["../../assets/embed.js"]),
    ])
  func scripts(path: String, names: [String]) async throws {
    let scripts = try await ShippedSite.page(path).root.all {
      $0.name == "script" && $0["type"] != "application/ld+json"
    }
    #expect(scripts.map { $0["src"] } == names)
    #expect(scripts.allSatisfy { $0["defer"] == "defer" && $0.wholeText.isEmpty })
  }
}

extension Element {
  fileprivate var hasHead: Bool { elements.contains { $0.name == "thead" } }
}
