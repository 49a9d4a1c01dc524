import Foundation
import Glibc
import TestSupport
import Testing

@testable import Publishing

@Suite("Output folder")
struct OutputFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("title: A site", to: "site/content/site.yaml")
  }

  private func open(_ name: String = "site/output") throws -> OutputFolder {
    try OutputFolder(at: folder.at(name), source: folder.at("site"))
  }

  private func publish(_ files: [String: String], to name: String = "site/output") throws {
    let output = try open(name)
    for (path, text) in files { try output.write(Array(text.utf8), to: path) }
    try output.publish(version: "1.0")
  }

  // MARK: Publishing

  @Test func publishesWhereNothingWas() throws {
    try publish(["index.html": "<p/>", "data/a.json": "{}", "data/b.json": ""], to: "new/site/")
    #expect(
      folder.tree("new") == [
        "site", "site/data", "site/data/a.json", "site/data/b.json", "site/index.html",
        "site/manifest.json",
      ])
    let manifest = Manifest(reading: Array((folder.text("new/site/manifest.json") ?? "").utf8))
    #expect(manifest?.version == "1.0")
    #expect(
      manifest?.files.mapValues(\.bytes) == ["index.html": 4, "data/a.json": 2, "data/b.json": 0])
  }

  @Test func publishesIntoAnEmptyFolder() throws {
    try folder.makeFolder("site/output")
    try publish(["index.html": "one"])
    #expect(folder.tree("site/output") == ["index.html", "manifest.json"])
  }

  @Test func replacesTheWholeLastSite() throws {
    try publish(["index.html": "one", "old/page/index.html": "old"])
    try publish(["index.html": "two"])
    #expect(folder.text("site/output/index.html") == "two")
    #expect(folder.tree("site/output") == ["index.html", "manifest.json"])
    #expect(folder.tree("site") == ["content", "content/site.yaml", "output"] + outputFiles)
  }

  private let outputFiles = ["output/index.html", "output/manifest.json"]

  @Test func showsNothingBeforeItIsPublished() throws {
    try publish(["index.html": "one"])
    let output = try open()
    try output.write(Array("two".utf8), to: "index.html")
    #expect(folder.text("site/output/index.html") == "one")
    try output.publish(version: "1.0")
    #expect(folder.text("site/output/index.html") == "two")
  }

  @Test("Leaves the last site and nothing else behind when given up", arguments: [true, false])
  func givenUp(explicitly: Bool) throws {
    try publish(["index.html": "one"])
    do {
      let output = try open()
      try output.write(Array("two".utf8), to: "a/b/index.html")
      if explicitly { output.discard() }
    }
    #expect(folder.text("site/output/index.html") == "one")
    #expect(folder.tree("site") == ["content", "content/site.yaml", "output"] + outputFiles)
  }

  @Test func writesFromManyTasksAtOnce() async throws {
    let output = try open()
    try await withThrowingTaskGroup { group in
      for task in 0..<8 {
        group.addTask {
          for page in 0..<50 {
            try output.write(Array("\(page)".utf8), to: "shared/\(page)/\(task)/index.html")
          }
        }
      }
      try await group.waitForAll()
    }
    try output.publish(version: "1.0")
    #expect(folder.tree("site/output").count { $0.hasSuffix("index.html") } == 400)
    #expect(folder.text("site/output/shared/49/7/index.html") == "49")
  }

  @Test func givesFilesTheModesThatTheMaskLeaves() throws {
    try publish(["data/a.json": "{}"])
    try folder.makeFolder("mine")
    #expect(FileManager.default.createFile(atPath: folder.at("mine/a.json"), contents: nil))
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.at(name))[.posixPermissions] as? Int
    }
    #expect(try mode("site/output") == mode("mine"))
    #expect(try mode("site/output/data") == mode("mine"))
    #expect(try mode("site/output/data/a.json") == mode("mine/a.json"))
  }

  @Test func keepsASymbolicLinkAndReplacesWhatItPointsTo() throws {
    try folder.makeFolder("web/root")
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("site/output"), withDestinationPath: folder.at("web/root"))
    try publish(["index.html": "one"])
    try publish(["index.html": "two"])
    #expect(folder.text("web/root/index.html") == "two")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: folder.at("site/output"))
    #expect(target == folder.at("web/root"))
    #expect(folder.tree("web") == ["root", "root/index.html", "root/manifest.json"])
  }

  // MARK: Builds before and beside

  @Test func clearsAwayWhatAKilledBuildLeft() async throws {
    try publish(["index.html": "one"])
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.at("site/output") as String, source = folder.at("site") as String] in
      let output = try OutputFolder(at: path, source: source)
      try output.write(Array("half a page".utf8), to: "scenarios/a/index.html")
      kill(getpid(), SIGKILL)
    }
    #expect(folder.text("site/.output.building/scenarios/a/index.html") == "half a page")
    #expect(folder.text("site/output/index.html") == "one")

    try publish(["index.html": "two"])
    #expect(folder.text("site/output/index.html") == "two")
    #expect(folder.tree("site") == ["content", "content/site.yaml", "output"] + outputFiles)
  }

  @Test(
    "Keeps what somebody put anywhere into the last site",
    arguments: ["data/mine.txt", "mine.txt", "data/more/mine.txt"])
  func keepsAStranger(path: String) throws {
    try publish(["index.html": "one", "data/a.json": "{}"])
    let output = try open()
    try output.write(Array("two".utf8), to: "index.html")
    try folder.write("mine", to: "site/output/\(path)")
    let error = #expect(throws: OutputError.self) { try output.publish(version: "1.0") }
    let named = path == "data/more/mine.txt" ? "data/more" : path
    #expect(error == .holdsForeignEntry(named, folder: folder.at("site/output")))
    #expect(folder.text("site/output/\(path)") == "mine")
    #expect(folder.text("site/output/index.html") == "one")
  }

  @Test func keepsALinkAndAFolderInThePlaceOfAFile() throws {
    try publish(["index.html": "one", "data/a.json": "{}"])
    try folder.write("mine", to: "precious/thesis.tex")
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("site/output/data/link"), withDestinationPath: folder.at("precious"))
    #expect(throws: OutputError.holdsForeignEntry("data/link", folder: folder.at("site/output"))) {
      try publish(["index.html": "two"])
    }
    try FileManager.default.removeItem(atPath: folder.at("site/output/data/link"))
    try FileManager.default.removeItem(atPath: folder.at("site/output/data/a.json"))
    try folder.write("mine", to: "site/output/data/a.json/mine.txt")
    #expect(throws: OutputError.holdsForeignEntry("data/a.json", folder: folder.at("site/output")))
    {
      try publish(["index.html": "two"])
    }
  }

  @Test func keepsALockThatIsSomebodysFile() throws {
    try folder.write("mine", to: "site/.output.lock")
    #expect(throws: OutputError.notOurs(folder.at("site/.output.lock"))) { try open() }
    #expect(folder.text("site/.output.lock") == "mine")
  }

  @Test("Keeps a state that is somebody's file", arguments: [".output.state", ".output.state.new"])
  func keepsAStateThatIsSomebodysFile(name: String) async throws {
    try publish(["index.html": "one"])
    for text in [
      "mine", "a thesis, longer than what a state of ours begins with, and of no use to us",
    ] {
      try folder.write(text, to: "site/\(name)")
      #expect(throws: OutputError.notOurs(folder.at("site/\(name)"))) { try open() }
      await #expect(throws: OutputError.notOurs(folder.at("site/\(name)"))) {
        try await BuildState().save(for: folder.at("site/output"))
      }
      #expect(folder.text("site/\(name)") == text)
      #expect(folder.text("site/.output.lock") == nil)
    }
    try FileManager.default.removeItem(atPath: folder.at("site/\(name)"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.at("site/\(name)"), withDestinationPath: folder.at("site/output/index.html"))
    #expect(throws: OutputError.notOurs(folder.at("site/\(name)"))) { try open() }
  }

  @Test("Replaces a state of any format, and one that lost its bytes", arguments: 0..<3)
  func replacesAState(kind: Int) async throws {
    try publish(["index.html": "one"])
    let hash = String(repeating: "\u{0}", count: FileHash.size)
    let text = ["", hash + hash, hash + "\u{11}breakeven state 2, and more"][kind]
    try folder.write(text, to: "site/.output.state")
    try publish(["index.html": "two"])
    try await BuildState().save(for: folder.at("site/output"))
    #expect(BuildState(of: folder.at("site/output")) == BuildState())
    #expect(folder.text("site/.output.state.new") == nil)
  }

  @Test func givesItsLockBackWhenItHasPublished() throws {
    let output = try open()
    try output.write(Array("one".utf8), to: "index.html")
    try output.publish(version: "1.0", isDurable: true)
    try withExtendedLifetime(output) { _ = try open() }
    #expect(folder.text("site/output/index.html") == "one")
    #expect(folder.text("site/.output.lock") == nil)
  }

  @Test("Clears away what a full disk left", arguments: [0, 1, 20])
  func clearsAwayATornMarker(bytes: Int) throws {
    let marker = String(
      decoding: Manifest(version: "", files: [:]).bytes, as: UTF8.self)
    try folder.write(String(marker.prefix(bytes)), to: "site/.output.building/manifest.json")
    try publish(["index.html": "one"])
    #expect(folder.text("site/output/index.html") == "one")
    #expect(folder.text("site/.output.building/manifest.json") == nil)
  }

  @Test("Never clears somebody else's manifest", arguments: ["{\"name\": \"app\"}", "x"])
  func neverClearsAnotherManifest(text: String) throws {
    try folder.write(text, to: "site/.output.building/manifest.json")
    let error = #expect(throws: OutputError.self) { try open() }
    #expect(error == .notOurs(folder.at("site/.output.building")))
    #expect(folder.text("site/.output.building/manifest.json") == text)
  }

  @Test func neverClearsAStagingFolderThatSomebodyElseMade() throws {
    try folder.write("mine", to: "site/.output.building/thesis.tex")
    let error = #expect(throws: OutputError.self) { try open() }
    #expect(error == .notOurs(folder.at("site/.output.building")))
    #expect(folder.text("site/.output.building/thesis.tex") == "mine")
    #expect(folder.text("site/.output.lock") == nil)
  }

  @Test func oneBuildAtATime() throws {
    let first = try open()
    let error = #expect(throws: OutputError.self) { try open() }
    #expect(error == .inUse(folder.at("site/output")))
    _ = try open("site/other")
    try first.write(Array("one".utf8), to: "index.html")
    try first.publish(version: "1.0")
    #expect(folder.text("site/output/index.html") == "one")
  }

  @Test func theNextBuildMayStartWhenOneIsOver() throws {
    for text in ["one", "two", "three"] {
      do { _ = try open() }
      try publish(["index.html": text])
    }
    #expect(folder.text("site/output/index.html") == "three")
  }
}
