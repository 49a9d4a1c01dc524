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
          reusesLastBuild: !fresh)
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
    case 3: try site.folder.write("damaged", to: "published/.output.state")
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

  @Test("After random edits the output is that of a clean build", arguments: 1...3)
  func equalsACleanBuild(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let clean = site.folder.at("clean/output")
    let paths = try SiteFiles(below: "content", of: site.source).paths
    for _ in 0..<12 {
      let path = paths[random.int(in: 0...paths.count - 1)]
      let text = site.folder.text("site/\(path)") ?? ""
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let line = random.int(in: 0...max(0, lines.count - 1))
      switch random.int(in: 0...3) {
      case 0: lines[line] = lines[line].replacing("1", with: "2", maxReplacements: 1)
      case 1: lines[line] += " "
      case 2: lines.insert("", at: line)
      default: lines[line] = lines[line].replacing("e", with: "ee", maxReplacements: 1)
      }
      try site.write(lines.joined(separator: "\n"), to: path)
      let again = try await site.build()
      guard again.summary != nil else {
        // What is wrong is not published, and the site stays as it was.
        try site.write(text, to: path)
        continue
      }
      try? FileManager.default.removeItem(atPath: clean)
      _ = try await SiteBuild.build(SiteOptions(source: site.source, output: clean))
      #expect(
        try FixtureSite.bytes(below: site.output) == FixtureSite.bytes(below: clean), "\(path)")
    }
  }
}
