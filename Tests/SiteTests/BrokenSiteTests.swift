import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing
@testable import Site

/// One broken site for each mistake, and what its author is told.
@Suite("Broken sites")
struct BrokenSiteTests {
  @Test("Says what is wrong and touches nothing", arguments: try FixtureSite.mistakes())
  func refuses(mistake: String) async throws {
    let site = try FixtureSite(mistake: mistake)
    try await expectRefusal(of: site, "broken/\(mistake).txt")
  }

  // Not a fixture, because editors and other tools mend or refuse such a file.
  @Test func refusesAFileThatIsNotUTF8() async throws {
    let site = try FixtureSite()
    let bytes = Data("name: Delta\nsummary: Caf".utf8) + [0xE9] + Data(" prices.\n".utf8)
    try bytes.write(to: URL(filePath: "\(site.source)/content/rate-cards/delta.yaml"))
    try await expectRefusal(of: site, "broken/file-not-utf-8.txt")
  }

  @Test(
    "Refuses a link that leads out of the site or nowhere",
    arguments: [
      ("../../../outside.md", "broken/link-out.txt"), ("gone.md", "broken/link-gone.txt"),
    ]
  )
  func refuses(linkTo target: String, golden: String) async throws {
    let site = try FixtureSite()
    try site.folder.write("Outside.\n", to: "outside.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(site.source)/content/pages/extra.md", withDestinationPath: target)
    try Self.publishSomething(at: site)
    let before = try FixtureSite.bytes(below: site.folder.at("published"))
    let error = try await failure(of: site)
    try expectGolden("\(error)\n", golden)
    #expect(try FixtureSite.bytes(below: site.folder.at("published")) == before)
  }

  /// The build would wait for somebody to write into it.
  @Test func refusesAPipe() async throws {
    let site = try FixtureSite()
    try await site.folder.makePipe("site/content/rate-cards/pipe.yaml")
    let error = try await failure(of: site)
    try expectGolden("\(error)\n", "broken/pipe.txt")
  }

  @Test func listsTheMistakesOfAllFilesInReadingOrder() async throws {
    let report = try await FixtureSite(mistake: "many-mistakes").build()
    let places = report.diagnostics.map(\.location)
    #expect(places == places.sorted())
    #expect(Set(places.map(\.file)).count >= 6)
  }

  /// What stops a build of a site that cannot be read.
  private func failure(of site: FixtureSite) async throws -> SiteError {
    let error = try await #require(throws: BuildError.self) { try await site.build() }
    guard case .reading(let failure) = error else { throw error }
    return failure
  }

  private func expectRefusal(of site: FixtureSite, _ golden: String) async throws {
    try Self.publishSomething(at: site)
    let before = try FixtureSite.bytes(below: site.folder.at("published"))
    let report = try await site.build()
    #expect(report.diagnostics.contains { $0.severity == .error })
    #expect(report.summary == nil)
    #expect(try FixtureSite.bytes(below: site.folder.at("published")) == before)
    try expectGolden(report.transcript, golden)
  }

  /// The last good site, as far as a build looks at it.
  private static func publishSomething(at site: FixtureSite) throws {
    let page = "<p>The last good site.</p>\n"
    let manifest = Manifest(version: "0.0.1", files: ["index.html": .init(Array(page.utf8))])
    try site.folder.write(page, to: "published/output/index.html")
    try site.folder.write(
      String(decoding: manifest.bytes, as: UTF8.self), to: "published/output/\(Manifest.fileName)")
  }
}
