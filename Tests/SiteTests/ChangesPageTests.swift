import Changes
import Content
import Foundation
import Pricing
import Publishing
import TestSupport
import Testing
import XML

@testable import Site

/// What changed from which day on, and what that moved, are what the rate cards and the engine say.
@Suite("The page of changes")
struct ChangesPageTests {
  private static let card = "content/rate-cards/alpha-cloud.yaml"

  /// What `data/changes.json` says of one change or one move.
  private typealias Record = [String: Any]

  private static func records(_ name: String, _ text: String?) throws -> [Record] {
    let json = try JSONDecoder().decode(PlainJSON.self, from: Data(try #require(text).utf8)).value
    return try #require((json as? Record)?[name] as? [Record])
  }

  private static func ids(of site: FixtureSite) throws -> [String] {
    try records("changes", site.published("data/changes.json")).compactMap { $0["id"] as? String }
  }

  /// What changes in the site as it is.
  private static let before = Task { () async throws -> [String] in
    let site = try FixtureSite().withoutCharts()
    #expect(try await site.build().diagnostics == [])
    return try ChangesPageTests.ids(of: site)
  }

  /// The site with announced prices and rules, built once for all tests that only read it.
  private static let announced = Task { () async throws -> FixtureSite in
    let site = try FixtureSite(adding: "announced").withoutCharts()
    try site.replace("[pages, data]", with: "[pages, csv, data]", in: "content/site.yaml")
    #expect(try await site.build().diagnostics == [])
    return site
  }

  @Test func isThisPageWithThisData() async throws {
    let site = try await Self.announced.value
    try expectGolden(try #require(site.published("changes/index.html")), "site/changes.html")
    try expectGoldenJSON(try #require(site.published("data/changes.json")), "site/changes.json")
  }

  @Test("The table for programs has a line for each change, with what the data say of it")
  func hasALineForEachChange() async throws {
    let site = try await Self.announced.value
    let changes = try Self.records("changes", site.published("data/changes.json"))
    let lines = CSVReader.records(try #require(site.published("tables/changes.csv")))
    let head = try #require(lines.first)
    #expect(lines.count == changes.count + 1 && changes.count > 4)
    for (change, line) in zip(changes, lines.dropFirst()) {
      let cells = Dictionary(zip(head, line), uniquingKeysWith: { first, _ in first })
      for key in [
        "id", "recorded", "provider", "kind", "source", "before_low_usd", "before_high_usd",
        "now_low_usd", "now_high_usd",
      ] {
        #expect(cells[key] == change[key] as? String ?? "", "\(key)")
      }
      let day = try #require(cells["day_is"])
      #expect(cells["day"] == change[day] as? String)
      #expect((cells["announced"] == "yes") == (change["announced"] as? Bool))
      #expect(
        cells["offers"]?.split(separator: " ").map(String.init) == change["offers"] as? [String])
      let words = ["unit", "rule", "on"].compactMap { change[$0] as? String }
      #expect(words == [cells["subject"]].compactMap(\.self))
      #expect(cells["when"] == change["when"] as? String ?? "")
    }
    let fall = try #require(lines.first { $0[0] == "price_2026-03-01_alpha-gpu_gpu-hour" })
    #expect(fall.contains("$2.00") && fall.contains("$1.80") && fall.contains("-10"))
    let page = try #require(site.published("changes/index.html"))
    #expect(page.contains("href=\"../tables/changes.csv\""))
    let described = try #require(site.published("data/index.html"))
    for key in head { #expect(described.contains("<code>\(key)</code>"), "\(key)") }
  }

  @Test(
    "A change is another price or rule with its day, and nothing else",
    arguments: [
      // The same price once more, by another source or under a day, changes nothing.
      ("- {from: 2026-02-01, usd_per_gpu_hour: 2.00, source: survey}", nil),
      (
        "- {from: 2026-02-01, usd_per_gpu_hour: 2.10, source: survey}",
        "price_2026-02-01_alpha-gpu_gpu-hour"
      ),
      (
        "- {from: 2026-02-01, usd_per_gpu_hour: not stated, source: survey}",
        "price_2026-02-01_alpha-gpu_gpu-hour"
      ),
      // The source stands for the day that nobody states.
      ("- {usd_per_gpu_hour: 2.10, source: survey}", "price_survey_alpha-gpu_gpu-hour"),
      // What the offer charges for from another day on than its first price.
      (
        "- {from: 2026-02-01, usd_per_request: 0.01, source: survey}",
        "price_2026-02-01_alpha-gpu_request"
      ),
      ("- {from: 2025-06-01, usd_per_request: 0.01, source: survey}", nil),
      ("- {from: 2026-02-01, usd_per_request: not stated, source: survey}", nil),
      (
        "- {from: 2026-02-01, when: {tier: batch}, usd_per_gpu_hour: 1, source: survey}",
        "price_2026-02-01_alpha-gpu_gpu-hour_tier-batch"
      ),
      (
        "- {from: 2026-02-01, when: {hours: 08:00-18:30, days: [mon, fri], time_zone: UTC-3}, "
          + "usd_per_gpu_hour: 1, source: survey}",
        "price_2026-02-01_alpha-gpu_gpu-hour_mon-fri-480-1110_behind-180"
      ),
      (
        "- {from: 2026-02-01, to: 2026-02-02, usd_per_gpu_hour: 2.00, source: survey}",
        "price_2026-02-02_alpha-gpu_gpu-hour"
      ),
    ])
  func lists(entry: String, id: String?) async throws {
    let before = try await Self.before.value
    let site = try FixtureSite().withoutCharts()
    try site.replace(
      "        quote: $2.00 a GPU and hour\n",
      with: "        quote: $2.00 a GPU and hour\n      \(entry)\n", in: Self.card)
    #expect(try await site.build().transcript.contains("error") == false)
    let after = try Self.ids(of: site)
    #expect(after.filter { !before.contains($0) } == [id].compactMap(\.self))
    #expect(Set(before).isSubset(of: after))
  }

  @Test("Rules that several offers take over change once, for all of them")
  func namesOffersThatShareRules() async throws {
    let site = try FixtureSite().withoutCharts()
    try site.replace(
      "    also_stated:\n",
      with: """
            also_stated:
              - {of: two GPUs, usd_per_gpu_hour: 4, source: survey}

        """, in: Self.card)
    let text = try #require(site.folder.text("site/\(Self.card)"))
    try site.write(
      text + """
          - id: alpha-other
            name: Alpha Other
            like: alpha-serverless
            machine: {name: 40 GB GPU, detail: "One GPU, 40 GB"}
            rates:
              - {from: 2026-01-01, usd_per_gpu_second: 0.0005, source: alpha-pricing}

        """, to: Self.card)
    #expect(try await site.build().diagnostics == [])
    let rules = try Self.records("changes", site.published("data/changes.json"))
      .filter { $0["kind"] as? String == "rule" }
    #expect(
      rules.map { $0["offers"] as? [String] }
        == Array(repeating: ["alpha-serverless", "alpha-other"], count: 2))
  }

  @Test("Every day moves what a comparison of the whole site with the day before says")
  func movesWhatADiffSays() async throws {
    let site = try FixtureSite(adding: "announced").withoutCharts()
    // With a minute the curves of one scenario had too many steps to be drawn.
    try site.replace("increment: 1 min", with: "increment: 1 h", in: Self.card)
    #expect(try await site.build().diagnostics == [])
    let text = site.published("data/changes.json")
    let (changes, moves) = (try Self.records("changes", text), try Self.records("moves", text))
    let files = try SiteFiles(below: "content", of: site.source).readAll()
    let days = Set(changes.compactMap { $0["from"] as? String })
    try #require(days.count > 3 && moves.count > 4)
    #expect(moves.allSatisfy { $0["known"] as? Bool == true })
    for text in days {
      let day = try #require(CalendarDate(text))
      let old = try #require(await StateReading(files, on: day.dayBefore).state)
      let new = try #require(await StateReading(files, on: day).state)
      let offers = Set(
        changes.filter { $0["from"] as? String == text }
          .flatMap { $0["offers"] as? [String] ?? [] })
      try Self.compare(
        moves.filter { $0["from"] as? String == text }, SiteChange(from: old, to: new), offers)
    }
  }

  @Test("A scenario that cannot be priced with what held before is said to be unknown")
  func saysWhatIsNotKnown() async throws {
    let site = try await Self.announced.value
    let moves = try Self.records("moves", site.published("data/changes.json"))
    let unknown = moves.filter { $0["known"] as? Bool == false }
    #expect(unknown.map { $0["scenario"] as? String } == ["volumes", "volumes", "volumes"])
    #expect(unknown.allSatisfy { ($0["winners"] as? [Any])?.isEmpty == true })
    let page = try #require(site.published("changes/index.html"))
    #expect(page.contains("1 scenario cannot be priced with what held before."))
  }

  private static func compare(
    _ moves: [Record], _ change: SiteChange, _ offers: Set<String>
  ) throws {
    #expect(moves.allSatisfy { !offers.isDisjoint(with: $0["offers"] as? [String] ?? []) })
    for move in moves {
      let id = try #require(move["scenario"] as? String)
      let scenario = try #require(change.scenarios.first { $0.new.id == id }, "\(id)")
      #expect(move["invoices"] as? Double == Double(scenario.invoices.count))
      let winners = try #require(move["winners"] as? [Record])
      #expect(winners.map { $0["workload"] as? String } == scenario.flips.map(\.new.workload))
      for (winner, flip) in zip(winners, scenario.flips) {
        for (key, state) in [("before", flip.old), ("now", flip.new)] {
          let standing = try #require(winner[key] as? Record)
          #expect(standing["cheapest"] as? [String] == state.cheapest)
          #expect(standing["candidates"] as? [String] == state.candidates)
        }
      }
      let crossings = try #require(move["crossings"] as? [Record])
      #expect(
        crossings.map { $0["between"] as? [String] }
          == scenario.crossings.map { [$0.pair.before, $0.pair.after] })
      #expect(
        crossings.map { $0["before"] is Record } == scenario.crossings.map { $0.old != nil })
    }
    // Nothing that the changed offers moved is missing.
    let told = Set(moves.compactMap { $0["scenario"] as? String })
    let moved = change.scenarios.filter { scenario in
      scenario.invoices.contains { offers.contains($0.any?.offer ?? "") }
    }
    #expect(Set(moved.map(\.new.id)).isSubset(of: told))
  }

  @Test("A provider has its own changes, with the same words")
  func standOnThePageOfTheirProvider() async throws {
    let site = try await Self.announced.value
    func rows(_ path: String) throws -> [String] {
      let page = try PublishedPage(try #require(site.published(path)), path: path)
      return page.root.all { $0.name == "tr" && $0["id"]?.contains("_2026-") == true }
        .map { $0.elements.prefix(2).map(\.wholeText).joined(separator: " ") }
    }
    let all = try rows("changes/index.html")
    #expect(try all == rows("providers/alpha-cloud/index.html"))
    #expect(all.count > 5)
    #expect(try rows("providers/bravo-models/index.html") == [])
  }

  @Test func theShippedOneListsTheDaysOfTheSources() async throws {
    let page = try await ShippedSite.page("changes/index.html")
    let days = page.root.all {
      $0.name == "section" && $0["aria-labelledby"]?.hasPrefix("day_") == true
    }
    let rows = days.flatMap { day in
      day.all { $0.name == "tr" && $0["id"] != nil }.map { row in
        let day = day.all { $0.name == "h2" }.first?.wholeText ?? ""
        let cells = row.elements.prefix(2).map(\.wholeText)
        return "\(day): \(cells.joined(separator: ": "))".replacing("\u{A0}", with: " ")
      }
    }
    for row in [
      "29 June 2026: RunPod H100 flex worker and 9 more", "billed → free",
      "23 April 2026: RunPod H100 active worker", "$0.00093 → not stated",
      "1 August 2025: AWS Lambda 16 GB", "free → billed",
      "Day not stated: Together AI dedicated H100",
    ] {
      #expect(rows.contains { $0.contains(row) }, "\(rows)")
    }
    let years = rows.compactMap { row in
      row.prefix { $0 != ":" }.split(separator: " ").last.flatMap { Int($0) }
    }
    #expect(years == years.sorted(by: >) && years.count > 10)
  }
}
