import Foundation
import TestSupport
import Testing

@Suite("breakeven init")
struct InitTests {
  @Test func startsASiteAndSaysHowToGoOn() async throws {
    try await withFolder { folder in
      let run = try await Program.run(["init", "--from", ".", folder], in: nil)
      #expect(run.code == 0 && run.errors.isEmpty)
      try expectGolden(run.output.replacing(folder, with: "costs"), "init.txt")
      let check = try await Program.run(["check", "--strict", "--source", folder], in: nil)
      #expect(check.code == 0 && check.errors.isEmpty)
    }
  }

  @Test func quotesAFolderThatAShellWouldTakeApart() async throws {
    try await withFolder { folder in
      let run = try await Program.run(["init", "--from", ".", "\(folder)/it's here"], in: nil)
      #expect(run.output.contains("breakeven build --source '\(folder)/it'\\''s here'\n"))
    }
  }

  @Test func tellsProgramsWhatItWrote() async throws {
    try await withFolder { folder in
      let run = try await Program.run(
        ["init", "--from", ".", "--format", "json", folder], in: nil)
      let site = try JSONDecoder().decode(Started.self, from: Data(run.output.utf8))
      #expect(site.folder == folder)
      #expect(site.files.contains("content/site.yaml"))
    }
  }

  @Test(
    "Refuses what it cannot use",
    arguments: [
      (
        "--from . content", "'content' is not empty\n  hint: name a new folder, or an empty one\n"
      ),
      (
        "--from . README.md",
        "'README.md' is not a folder\n  hint: choose another folder for the site\n"
      ),
      (
        "--from content elsewhere",
        "'content' holds no starter site\n  hint: name a checkout of breakeven with --from\n"
      ),
    ])
  func refuses(line: String, errors: String) async throws {
    let run = try await Program.run("init \(line)", in: nil)
    #expect(run.errors == "breakeven: error: \(errors)")
    #expect(run.code == 2 && run.output.isEmpty)
  }

  private struct Started: Decodable {
    var folder: String
    var files: [String]
  }

  /// Lends a path at which there is nothing yet.
  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "breakeven-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }
}
