import Foundation
import Site
import Testing

/// The limits for what one scenario of 50 offers and 5 workloads may weigh.
@Suite("Published sizes")
struct PublishedSizeTests {
  /// The sizes of all files of the scenario, by path.
  private static let sizes = Task {
    let site = try FixtureSite()
    var made = MadeUpSite()
    try made.write(to: site)
    let report = try await site.build()
    #expect(report.transcript == "")
    return try FixtureSite.bytes(below: site.output).mapValues(\.count).filter { path, _ in
      path.contains("/\(MadeUpSite.scenario)")
    }
  }

  private static func list(_ sizes: [String: Int]) -> Comment {
    let lines = sizes.sorted { $0.value > $1.value }.map { "\($0.key): \($0.value)" }
    return "\(lines.joined(separator: "\n"))"
  }

  @Test func thePageIsAtMost120Kilobytes() async throws {
    let sizes = try await Self.sizes.value
    let page = try #require(sizes["scenarios/\(MadeUpSite.scenario)/index.html"])
    #expect(page <= 120_000, Self.list(sizes))
  }

  @Test func allFilesAreAtMost500Kilobytes() async throws {
    let sizes = try await Self.sizes.value
    try #require(sizes.count > 10)
    #expect(sizes.values.reduce(0, +) <= 500_000, Self.list(sizes))
  }
}
