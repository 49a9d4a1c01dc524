import Foundation
import TestSupport
import Testing

@testable import Site

/// Whatever happens between two builds, the second one leaves what a build of nothing would.
@Suite("After any edits")
struct RandomEditTests {
  /// Makes a site with scenarios that no other page shows, and so can be kept.
  ///
  /// - Parameter drawsCharts: Whether it publishes charts, of which its gallery shows some.
  /// - Returns: The site in a folder of its own.
  /// - Throws: An error if files cannot be copied.
  static func site(drawsCharts: Bool = true) throws -> FixtureSite {
    let site = try FixtureSite()
    if !drawsCharts { try site.remove("content/gallery.yaml") }
    let text = try #require(site.folder.text("site/content/scenarios/job.yaml"))
    let ofOne = text.replacing(/\ {2}- offer: bravo[^\n]*\n( {4}[^\n]*\n)?/, with: "")
    for number in 1...4 {
      var job = (number == 1 ? text : ofOne).replacing("One job", with: "Job \(number)")
      // One is kept that changes of prices moved something in.
      if number == 4 { job = job.replacing("prices_on: 2025-12-31\n", with: "") }
      try site.write(job, to: "content/scenarios/more-\(number).yaml")
    }
    let settings = try #require(site.folder.text("site/content/site.yaml"))
    let families = drawsCharts ? "pages, charts, data" : "pages, data"
    try site.write("publish: [\(families)]\n\(settings)", to: "content/site.yaml")
    return site
  }

  // Of the first nine the seventh keeps too few reports to say anything.
  @Test(
    "the output is that of a clean build, and so are the findings",
    arguments: [1, 2, 3, 4, 5, 6, 8, 9] as [UInt64])
  func equalsACleanBuild(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let site = try Self.site(drawsCharts: seed == 1)
    let clean = site.folder.at("clean/output")
    var (kept, made) = (0, 0)
    var template: (path: String, text: String)?
    // As in one process that builds again and again.
    var memory = try await FixtureSite.compiled.value.remembering()
    for round in 1...26 {
      let before = try FixtureSite.bytes(below: site.source)
      var edit = "nothing"
      if let known = template {
        try site.write(known.text, to: known.path)
        (edit, template) = ("\(known.path), back", nil)
      } else if round > 1 {
        let random = try await RandomEdit(to: site, &random)
        (edit, template) = (random.words, random.template)
      }
      // So that no file is of the moment at which the build begins.
      try await Task.sleep(for: .milliseconds(25))
      let again = try await site.rebuild(reusing: memory)
      memory = again.memory ?? memory
      try? FileManager.default.removeItem(atPath: clean)
      let fresh = try await site.rebuild(to: clean, isFresh: true)
      #expect(again.transcript == fresh.transcript, "\(edit)")
      guard again.summary != nil, fresh.summary != nil else {
        // What is wrong is not published, and the site stays as it was.
        try site.restore(before)
        template = nil
        continue
      }
      let words = (again.explanation ?? "").split(separator: "\n").map { $0.prefix(4) }
      kept += words.count { $0 == "kept" }
      made += words.count { $0 != "kept" }
      #expect(again.summary?.pages == fresh.summary?.pages, "\(edit)")
      #expect(
        try FixtureSite.bytes(below: site.output) == FixtureSite.bytes(below: clean), "\(edit)")
      #expect(Self.folders(site.output) == Self.folders(clean), "\(edit)")
    }
    #expect(kept > 10 && made > 100, "\(kept) kept, \(made) made")
  }

  private static func folders(_ path: String) -> [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).sorted()
  }
}

extension FixtureSite {
  /// Builds the site as the command does, and says why each file was made.
  func rebuild(
    to output: String? = nil, isFresh: Bool = false, reusing memory: SiteMemory? = nil
  ) async throws -> SiteReport {
    var options = SiteOptions(
      source: source, output: output ?? self.output, reusesLastBuild: true, isFresh: isFresh)
    options.explains = true
    let compiled = try await Self.compiled.value
    return try await SiteBuild.build(options, reusing: memory ?? compiled)
  }

  /// Puts the files of the site back as they were.
  fileprivate func restore(_ files: [String: Data]) throws {
    for (path, bytes) in try Self.bytes(below: source) where files[path] != bytes {
      try remove(path)
    }
    for (path, bytes) in files {
      let file = URL(filePath: "\(source)/\(path)")
      if (try? Data(contentsOf: file)) != bytes { try bytes.write(to: file) }
    }
  }
}
