import Foundation
import TestSupport
import Testing

@Suite("breakeven upgrade-templates")
struct UpgradeTemplatesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func comparesAndTakes() async throws {
    try await start()
    // The site of somebody who changed one template, lost one and has one of an older program.
    try append("<!-- mine -->", to: "templates/layout.xhtml")
    try FileManager.default.removeItem(atPath: folder.at("costs/.breakeven/templates.json"))
    try FileManager.default.removeItem(atPath: folder.at("costs/templates/assets/favicon.svg"))
    try folder.write("", to: "costs/templates/old.xhtml")
    try await expectGolden(of: "upgrade-templates", "upgrade-templates.txt")
    try await expectGolden(of: "upgrade-templates --write", "upgrade-templates-write.txt")
    try await expectGolden(of: "upgrade-templates", "upgrade-templates-again.txt")
    #expect(folder.text("costs/templates/assets/favicon.svg")?.contains("<svg") == true)
  }

  @Test func saysSoWhereAllIsTheSame() async throws {
    try await start()
    let run = try await upgrade("upgrade-templates")
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.wholeMatch(of: /\d+ files the same as the program's\n/) != nil)
    let quiet = try await upgrade("upgrade-templates -q --write")
    #expect(quiet.transcript == "exit 0\n")
  }

  @Test func tellsProgramsInOneObject() async throws {
    try await start()
    try append("\n", to: "templates/layout.xhtml")
    let run = try await upgrade("upgrade-templates --format json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    #expect(!answer.written)
    #expect(
      answer.files.filter { $0.state != "same" }
        == [Answer.File(path: "templates/layout.xhtml", state: "changed-here")])
  }

  @Test func refusesAFolderWithoutTemplates() async throws {
    let run = try await Program.run("upgrade-templates --from .", in: "site")
    #expect(
      run.errors == """
        breakeven: error: '.' holds no starter site
          hint: name a checkout of breakeven with --from

        """)
    #expect(run.code == 2 && run.output.isEmpty)
    let home = Program.repository.path
    let none = try await Program.run(["upgrade-templates", "--from", home], in: "site")
    #expect(none.errors.hasPrefix("breakeven: error: '.' has no folder 'templates'"))
    #expect(none.code == 2)
  }

  private struct Answer: Decodable {
    var files: [File]
    var written: Bool

    struct File: Decodable, Equatable {
      var path: String
      var state: String
    }
  }

  private func start() async throws {
    let run = try await Program.run(["init", "-q", "--from", ".", folder.at("costs")], in: nil)
    try #require(run.transcript == "exit 0\n")
  }

  private func append(_ text: String, to path: String) throws {
    let old = try #require(folder.text("costs/\(path)"))
    try folder.write(old + text, to: "costs/\(path)")
  }

  private func upgrade(_ line: String) async throws -> OtherProgram.Outcome {
    try await Program.run(
      line.split(separator: " ").map(String.init)
        + ["--from", ".", "--source", folder.at("costs")], in: nil)
  }

  /// The number of files is that of this program, which may have others tomorrow.
  private func expectGolden(of line: String, _ name: String) async throws {
    let run = try await upgrade(line)
    try TestSupport.expectGolden(run.transcript.replacing(/\d+ files/, with: "N files"), name)
  }
}
