import Foundation
import TestSupport
import Testing

@testable import Publishing

/// The tree of the site before the last one becomes the next one, if it is as it was left.
@Suite("The spare tree")
struct SpareTreeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("site")
  }

  private var site: [String: String] {
    var files = ["index.html": "front", "a/b/index.html": "deep"]
    for page in 1...30 { files["pages/\(page)/index.html"] = "page \(page)" }
    return files
  }

  /// Publishes files as a build does that knows what the last one left; those named are not made.
  @discardableResult
  private func publish(
    _ files: [String: String], after state: BuildState?, keeping kept: Set<String> = []
  ) async throws -> (state: BuildState, changes: SiteChanges) {
    let output = try await OutputFolder(
      at: folder.at("output"), source: folder.at("site"), after: state)
    try await output.keep((state?.reports ?? []).filter { kept.contains($0.id) })
    for (path, text) in files where !kept.contains(path) {
      try output.write(Array(text.utf8), to: path)
    }
    try await output.checkLastSite()
    let changes = try output.publish(version: "1.0", keepsSpare: state != nil)
    let published = await output.published(changes)
    #expect(Set(published.kept.map(\.id)) == kept)
    var tree = published.rest
    tree.reports =
      published.kept
      + published.others.map {
        BuildState.Report(id: $0.path, facts: [], counts: .init(), files: [$0])
      }
    #expect(await tree.holds(in: folder.at("output")))
    return (tree, changes)
  }

  private func published() -> [String: String] {
    var files: [String: String] = [:]
    for path in folder.tree("output") where path != "manifest.json" {
      files[path] = folder.text("output/\(path)")
    }
    return files
  }

  @Test func becomesTheNextSite() async throws {
    var files = site
    var state = try await publish(files, after: nil).state
    #expect(state.spare == nil)
    files["index.html"] = "front 2"
    state = try await publish(
      files, after: state, keeping: Set(site.keys.filter { $0 != "index.html" })
    ).state
    #expect(state.spare?.missing == ["index.html"] && state.spare?.extra == ["index.html"])
    let tree = try #require(FileStamp(folder.at(".output.building/pages")))
    // A page changes, one comes, one goes with its folders, and one is made again as it was.
    files["pages/7/index.html"] = "page seven"
    files["new/index.html"] = "new"
    files["a/b/index.html"] = nil
    let made: Set = ["pages/7/index.html", "new/index.html", "pages/8/index.html"]
    let (next, changes) = try await publish(
      files, after: state, keeping: Set(files.keys).subtracting(made))
    #expect(published() == files && folder.tree("output/a").isEmpty)
    #expect(changes.new == ["new/index.html"] && changes.changed == ["pages/7/index.html"])
    #expect(changes.gone == ["a/b/index.html"] && changes.kept == files.count - 2)
    #expect(!FileManager.default.fileExists(atPath: folder.at("output/a")))
    #expect(FileStamp(folder.at("output/pages"))?.inode == tree.inode)
    #expect(next.spare?.extra == ["pages/7/index.html", "a/b/index.html"])
    // And once more, with what the spare lacks.
    try await publish(files, after: next, keeping: Set(files.keys))
    #expect(published() == files && !FileManager.default.fileExists(atPath: folder.at("output/a")))
  }

  @Test("Is not used if anything in it is other than it was left", arguments: 0..<7)
  func isNotTrusted(kind: Int) async throws {
    let kept = Set(site.keys)
    var state = try await publish(site, after: nil).state
    state = try await publish(site, after: state, keeping: kept).state
    let (files, spare) = (FileManager.default, folder.at(".output.building"))
    let before = try #require(FileStamp("\(spare)/pages"))
    switch kind {
    case 0: try folder.write("mine", to: ".output.building/pages/mine.html")
    case 1: try folder.write("mine", to: ".output.building/mine.html")
    case 2: try files.removeItem(atPath: "\(spare)/pages/3/index.html")
    case 3: try files.createDirectory(atPath: "\(spare)/a/c", withIntermediateDirectories: false)
    case 4: try files.removeItem(atPath: spare)
    case 5:
      try files.moveItem(atPath: "\(spare)/pages/3", toPath: folder.at("3"))
      try files.copyItem(atPath: folder.at("3"), toPath: "\(spare)/pages/3")
    default: state.spare?.extra = ["pages/31/index.html"]
    }
    try await publish(site, after: state, keeping: kept)
    #expect(published() == site)
    // The number of a folder may be given to another one, but not its times as well.
    #expect(FileStamp(folder.at("output/pages")) != before)
  }

  @Test(
    "What somebody put into the last site is found before it is replaced",
    arguments: [
      ("pages/mine.html", "pages/mine.html"), ("pages/7/deep/mine.html", "pages/7/deep"),
      ("mine/index.html", "mine"), ("a/b/index.html/mine", "a/b/index.html"),
    ], [true, false])
  func findsForeignEntries(_ place: (path: String, foreign: String), isYoung: Bool) async throws {
    var state = try await publish(site, after: nil).state
    state = try await publish(site, after: state, keeping: Set(site.keys)).state
    // Long after, a folder is only listed if its stamp is another.
    if !isYoung { state.time = .max }
    func check() async throws {
      let output = try await OutputFolder(
        at: folder.at("output"), source: folder.at("site"), after: state)
      try await output.checkLastSite()
    }
    try await check()
    try? FileManager.default.removeItem(atPath: folder.at("output/\(place.foreign)"))
    try folder.write("mine", to: "output/\(place.path)")
    let error = await #expect(throws: OutputError.self) { try await check() }
    #expect(error == .holdsForeignEntry(place.foreign, folder: folder.at("output")))
    #expect(folder.text("output/\(place.path)") == "mine")
  }

  @Test func isNotKeptWhereMuchChanges() async throws {
    let state = try await publish(site, after: nil).state
    let others = site.mapValues { "\($0)!" }
    let (next, changes) = try await publish(others, after: state)
    #expect(changes.changed.count == site.count && next.spare == nil)
    #expect(folder.tree().filter { $0.hasPrefix(".") } == [])
  }

  @Test func isRemovedWithABuildThatFails() async throws {
    var state = try await publish(site, after: nil).state
    state = try await publish(site, after: state, keeping: Set(site.keys)).state
    do {
      let output = try await OutputFolder(
        at: folder.at("output"), source: folder.at("site"), after: state)
      try output.write(Array("half".utf8), to: "index.html")
    }
    #expect(published() == site && folder.tree().filter { $0.hasPrefix(".") } == [])
  }
}
