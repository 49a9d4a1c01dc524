import Foundation
import TestSupport
import Testing

@testable import Publishing
@testable import Site

@Suite("Building again")
struct UnchangedBuildTests {
  private let site: FixtureSite

  init() throws {
    site = try FixtureSite()
    // So that no file is of the moment at which the build begins.
    usleep(60_000)
  }

  private func build(fresh: Bool = false, validatesAll: Bool = false) async throws -> BuildSummary {
    try await #require(
      SiteBuild.build(
        SiteOptions(
          source: site.source, output: site.output, validatesAll: validatesAll,
          reusesLastBuild: true, isFresh: fresh)
      ).summary)
  }

  @Test func doesNothingWhereNothingIsOther() async throws {
    let first = try await build()
    #expect(!first.isUnchanged && !first.files.replacesASite)
    let second = try await build()
    #expect(second.isUnchanged && second.files.kept == first.files.new.count)
    #expect(second.pages == first.pages && second.charts == first.charts)
    #expect(second.dataFiles == first.dataFiles && second.documentsValid == first.documentsValid)
  }

  @Test("Builds where anything is other", arguments: 0..<6)
  func builds(kind: Int) async throws {
    _ = try await build()
    switch kind {
    case 0: try site.write("# a comment\n", to: "content/pages/more.md")
    case 1: try site.replace("</html>", with: "</html>\n", in: "templates/layout.xhtml")
    case 2: try site.folder.write("mine", to: "published/output/index.html")
    case 3:
      let state = URL(filePath: site.folder.at("published/.output.state"))
      try Data(contentsOf: state).dropLast(7).write(to: state)
    default: break
    }
    if kind == 0 {
      try site.remove("content/pages/more.md")
      try site.write("title: Words\n", to: "content/pages/.hidden.md")
      // A hidden file is none of the site's, so nothing is other.
      #expect(try await build().isUnchanged)
      return
    }
    #expect(try await !build(fresh: kind == 4, validatesAll: kind == 5).isUnchanged)
    #expect(site.published("index.html")?.hasPrefix("<!DOCTYPE html>") == true)
  }
}
