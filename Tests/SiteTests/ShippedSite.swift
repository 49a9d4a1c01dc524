import Foundation
import Site
import TestSupport
import Testing

/// This repository's own site, built once for all tests.
enum ShippedSite {
  private static let built = Task {
    let folder = try TemporaryFolder()
    let report = try await SiteBuild.build(
      SiteOptions(source: FixtureSite.repository.path, output: folder.at("output")))
    return (folder: folder, report: report)
  }

  static func report() async throws -> SiteReport { try await built.value.report }

  /// A published file.
  static func text(_ path: String) async throws -> String {
    try #require(try await built.value.folder.text("output/\(path)"), "\(path) is not published")
  }

  /// The names of what a published folder holds, sorted.
  static func names(in folder: String, ending: String) async throws -> [String] {
    let path = try await built.value.folder.at("output/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  /// A published page.
  static func page(_ path: String) async throws -> PublishedPage {
    try PublishedPage(try await text(path), path: path)
  }

  /// The page of a scenario.
  static func scenario(_ id: String) async throws -> PublishedPage {
    try await page("scenarios/\(id)/index.html")
  }

  /// The page with the arithmetic of a scenario.
  static func invoices(_ id: String) async throws -> PublishedPage {
    try await page("scenarios/\(id)/invoices/index.html")
  }

  /// Every published file, as bytes by path.
  static func files() async throws -> [String: Data] {
    try FixtureSite.bytes(below: try await built.value.folder.at("output"))
  }

  /// The ids of all scenarios of the repository, sorted.
  static let scenarios =
    (try? FileManager.default.contentsOfDirectory(
      atPath: FixtureSite.repository.appending(path: "content/scenarios").path
    )
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()) ?? []

  /// The data of a scenario.
  static func data(_ id: String) async throws -> PublishedScenario {
    let text = try await text("data/scenarios/\(id).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(PublishedScenario.self, from: Data(text.utf8))
  }

  /// The table of a scenario as JSON.
  static func table(_ id: String) async throws -> PublishedTable {
    let text = try await text("tables/\(id).json")
    return try JSONDecoder().decode(PublishedTable.self, from: Data(text.utf8))
  }
}

/// The keys of `data/scenarios/<id>.json` that others build on.
struct PublishedScenario: Decodable {
  struct Invoice: Decodable {
    var offer: String
    var workload: String
    var lowUsd: String
    var highUsd: String?
    /// The places of its notes among those of the scenario.
    var notes: [Int]?
    var lines: [Line]
  }

  struct Line: Decodable, Equatable {
    var phase: String
    var quantity: String
    /// The place of its rate among those of the scenario.
    var rate: Int
    var usd: String?
    var highUsd: String?
    var quantityHigh: String?
  }

  struct Rate: Decodable, Equatable {
    var unit: String
    var usd: String?
  }

  /// Where the curves of two ends meet.
  struct End: Decodable {
    var curves: [String]
    var at: String
  }

  struct Crossing: Decodable {
    var driver: String
    var between: [String]
    var at: String
    var usd: String?
    var certainAt: String?
    var ends: [End]?
    var decides: Bool
    var atEdge: Bool?
  }

  var monthHours: Int
  var invoices: [Invoice]
  var rates: [Rate]
  var notes: [String]
  var crossings: [Crossing]

  /// What an invoice says beside its lines.
  func notes(of invoice: Invoice) -> [String] { (invoice.notes ?? []).map { notes[$0] } }

  func invoice(_ offer: String, _ workload: String) throws -> Invoice {
    try #require(invoices.first { $0.offer == offer && $0.workload == workload })
  }
}

/// The keys of `tables/<id>.json`.
struct PublishedTable: Decodable {
  struct Column: Decodable {
    var key: String
    var title: String
  }

  struct Cell: Decodable {
    var text: String
  }

  var table: String
  var columns: [Column]
  /// A cell for each column, in their order.
  var rows: [[Cell]]

  /// The texts of the cells, row by row.
  var texts: [[String]] { rows.map { $0.map(\.text) } }
}
