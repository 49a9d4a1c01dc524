import Foundation
import Site
import TestSupport
import Testing
import XML

/// What is published for programs is what its schemas and its field descriptions say.
@Suite("Data files and their schemas")
struct DataContractTests {
  /// The kinds of files, and where each is.
  private static let kinds: [(name: String, contains: @Sendable (String) -> Bool)] = [
    ("scenario", { $0.hasPrefix("data/scenarios/") }), ("chart", { $0.hasPrefix("charts/") }),
    ("table", { !$0.hasPrefix("data/") && !$0.hasPrefix("charts/") && $0 != "manifest.json" }),
    ("metadata", { $0.hasPrefix("data/metadata/") }),
    ("provider", { $0.hasPrefix("data/providers/") }), ("claims", { $0 == "data/claims.json" }),
    ("changes", { $0 == "data/changes.json" }),
    ("conformance", { $0 == "data/conformance.json" }),
    ("manifest", { $0 == "manifest.json" }),
  ]

  private func object(_ bytes: Data?) throws -> Any {
    try JSONDecoder().decode(PlainJSON.self, from: try #require(bytes)).value
  }

  private func schema(_ name: String, _ files: [String: Data]) throws -> [String: Any] {
    let value = try object(files["data/schema/\(name).schema.json"])
    return try #require(value as? [String: Any])
  }

  private func checked(_ kind: Int, _ files: [String: Data]) throws -> SchemaCheck {
    var check = SchemaCheck(try schema(Self.kinds[kind].name, files))
    let own = files.filter { path, _ in
      path.hasSuffix(".json") && !path.hasPrefix("data/schema/") && Self.kinds[kind].contains(path)
    }
    try #require(!own.isEmpty)
    for (path, bytes) in own { check.check(try object(bytes), at: path) }
    return check
  }

  @Test("Every file follows the schema of its kind", arguments: Self.kinds.indices)
  func follows(kind: Int) async throws {
    var seen: Set<String> = []
    // A site without public price lists has neither their file nor its schema.
    let overlays =
      Self.kinds[kind].name == "conformance"
      ? ["conformance"]
      : ["fields", "announced", "discounts", "currencies", "terms", "loads", "hours"]
    for overlay in overlays {
      let site = try FixtureSite(adding: overlay)
      let report = try await site.build()
      #expect(report.diagnostics == [])
      let small = try checked(kind, try FixtureSite.bytes(below: site.output))
      #expect(small.mistakes == [])
      seen.formUnion(small.seen)
    }
    let shipped = try checked(kind, try await ShippedSite.files())
    #expect(shipped.mistakes == [])
    // A field that nothing ever has would be a description of nothing.
    let unused = shipped.known.subtracting(shipped.seen).subtracting(seen)
      .subtracting(Self.rare).filter { field in !Self.days.contains { field.hasSuffix($0) } }
    #expect(unused == [])
  }

  /// Of the keys of a day each object has one, and arithmetic only where words do not hold a figure.
  private static let days = [".from", ".published", ".copied", ".read", ".worked_out"]

  /// Fields of what neither site has.
  ///
  /// An offer that stops for want of replicas along a driver, or has no curve over it, steps of billing
  /// in a curve, and work that is stated as a range. A scenario's curves have no names, and a chart no
  /// groups, though both have the fields of curves.
  private static let rare: Set<String> = [
    "curve.capacity", "scenario.without_curve", "chart.without_curve", "curveless.offer",
    "curveless.reason", "piece.rounded_up", "steps.step_usd", "steps.base_usd",
    "steps.usd_per_unit", "steps.power", "workload.hours_high", "workload.busy_share_high",
    "curve.name", "stretch.group",
  ]

  @Test(
    "A file that breaks its schema is found",
    arguments: [
      ("\"low_usd\":\"", "\"low_usd\":\"x"), ("\"low_usd\":", "\"low\":"),
      ("\"lines\":[", "\"lines\":[1,"), ("\"period\":\"month\"", "\"period\":\"week\""),
      ("\"month_hours\":720", "\"month_hours\":\"720\""), ("\"rate\":0", "\"rate\":-1"),
      ("\"decides\":true", "\"decides\":1"), ("\"driver_step\":\"1\"", "\"driver_step\":\"1.0\""),
    ])
  func findsMistakes(words: String, others: String) async throws {
    let files = try await ShippedSite.files()
    let text = try await ShippedSite.text("data/scenarios/monthly-tiers.json")
    let place = try #require(text.range(of: words), "\(words)")
    var check = SchemaCheck(try schema("scenario", files))
    check.check(try object(Data(text.replacingCharacters(in: place, with: others).utf8)), at: "")
    #expect(check.mistakes.count > 0)
  }

  @Test func thePageDescribesEveryField() async throws {
    let page = try await ShippedSite.page("data/index.html")
    let files = try await ShippedSite.files()
    let described = Set(
      page.root.all { $0.name == "th" && $0["scope"] == "row" }.map(\.wholeText))
    for kind in Self.kinds {
      let known = SchemaCheck(try schema(kind.name, files)).known
      let keys = Set(known.compactMap { $0.split(separator: ".").last.map(String.init) })
      #expect(keys.isSubset(of: described), "\(keys.subtracting(described))")
    }
  }
}
