import Content
import Foundation
import Publishing
import TestSupport
import Testing

@testable import Site

@Suite("A site to start with")
struct StarterSiteTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(_ path: String) throws -> [String] {
    try StarterSite(home: FixtureSite.repository.path).write(to: folder.at(path))
  }

  @Test func buildsAsItIsWritten() async throws {
    let files = try start("around/costs")
    let source = folder.at("around/costs")
    #expect(try FixtureSite.bytes(below: source).keys.sorted() == files)
    let report = try await SiteBuild.build(
      SiteOptions(source: source, output: folder.at("output")))
    #expect(report.transcript == "")
    #expect(report.summary != nil)
    // A curve without a crossing would teach nothing.
    #expect(
      folder.text("output/index.html")?.contains(
        "API is cheapest from 10M to 57.2M tokens a month, then Serverless to 1B")
        == true)
  }

  @Test func hasTheTemplatesAndSchemasOfTheProgram() throws {
    _ = try start("costs")
    for part in ["templates", "content/schema"] {
      let own = try FixtureSite.bytes(below: FixtureSite.repository.appending(path: part).path)
      #expect(try FixtureSite.bytes(below: folder.at("costs/\(part)")) == own)
    }
  }

  @Test func leavesHiddenFilesAlone() throws {
    try folder.write("mine", to: "costs/.git/config")
    _ = try start("costs")
    #expect(folder.text("costs/.git/config") == "mine")
    #expect(folder.text("costs/content/site.yaml") != nil)
  }

  @Test func leavesAWorkflowThatIsThereAsItIs() throws {
    try folder.write("mine", to: "costs/.github/workflows/site.yml")
    try folder.write("mine", to: "costs/.github/CODEOWNERS")
    let files = try start("costs")
    #expect(folder.text("costs/.github/workflows/site.yml") == "mine")
    #expect(folder.text("costs/.gitignore")?.contains("/output/") == true)
    #expect(files.contains(".gitignore") && !files.contains(".github/workflows/site.yml"))
  }

  @Test func scriptsCanBeRun() throws {
    let scripts = try start("costs").filter { $0.hasPrefix("script/") }
    #expect(scripts == ["script/install", "script/publish"])
    for script in scripts {
      #expect(FileManager.default.isExecutableFile(atPath: folder.at("costs/\(script)")))
    }
    #expect(!FileManager.default.isExecutableFile(atPath: folder.at("costs/content/site.yaml")))
  }

  @Test func refusesAFolderThatIsNotEmpty() throws {
    try folder.write("mine", to: "costs/notes.txt")
    #expect(throws: OutputError.notEmpty(folder.at("costs"))) { try start("costs") }
    #expect(try FixtureSite.bytes(below: folder.at("costs")).keys.sorted() == ["notes.txt"])
  }

  @Test func refusesAFile() throws {
    try folder.write("mine", to: "costs")
    #expect(throws: OutputError.notAFolder(folder.at("costs"))) { try start("costs") }
    #expect(folder.text("costs") == "mine")
  }

  @Test("Takes back what it wrote before it failed")
  func takesBack() throws {
    // Made by hand: nothing in an empty folder can be in the way of a real one.
    let first = SiteFile(path: "content/site.yaml", bytes: [])
    let starter = StarterSite(
      files: [
        SiteFile(path: ".github/workflows/site.yml", bytes: []), first,
        SiteFile(path: "templates/a/b", bytes: []), first,
      ])
    let mine = [".git/config", ".github/workflows/mine.yml"]
    for path in mine { try folder.write("mine", to: "costs/\(path)") }
    #expect(throws: OutputError.self) { try starter.write(to: folder.at("costs")) }
    #expect(try FixtureSite.bytes(below: folder.at("costs")).keys.sorted() == mine)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.at("costs")).sorted()
        == [".git", ".github"])
  }

  @Test(
    "Is found around the program or beside its folder",
    arguments: [
      ("checkout/.build/debug/breakeven", "checkout", "checkout/"),
      ("usr/bin/breakeven", "usr/share/breakeven", "usr/share/breakeven"),
      ("usr/bin/breakeven", "elsewhere", nil),
    ])
  func finds(program: String, home: String, found: String?) throws {
    for file in ["starter/content/site.yaml", "templates/layout.xhtml", "content/schema/a.json"] {
      try folder.write("", to: "\(home)/\(file)")
    }
    #expect(ProgramFiles.home(of: folder.at(program)) == found.map { folder.at($0) })
  }
}
