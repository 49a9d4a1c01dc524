import Foundation
import TestSupport
import Testing

@Suite("Findings")
struct FindingsTests {
  @Test("All at once, in the format asked for", arguments: ["text", "json", "github"])
  func reports(format: String) async throws {
    let list = try await Program.run("list --format \(format)", in: "broken")
    try expectGolden(list.transcript, "findings-\(format).txt")
  }

  @Test("A site with mistakes ends every command with 1", arguments: ["check", "build", "list"])
  func fails(command: String) async throws {
    let run = try await Program.run(command, in: "broken")
    #expect(run.code == 1 && run.output.isEmpty)
    #expect(run.errors.contains("content/scenarios/quiet-month.yaml:3:1: error: 'sumary'"))
    #expect(run.errors.hasSuffix(" errors\n"))
  }

  @Test("A warning fails a strict check alone", arguments: [("", 0), (" --strict", 1)])
  func warns(flag: String, code: Int) async throws {
    let folder = try TemporaryFolder()
    for part in ["content", "templates"] {
      let source = part == "content" ? Program.fixtures.appending(path: "site") : Program.repository
      try FileManager.default.copyItem(
        at: source.appending(path: part), to: URL(filePath: folder.at(part)))
    }
    let path = "content/scenarios/night-shift.yaml"
    let scenario = try #require(folder.text(path))
    try folder.write(
      scenario.replacing("    left_out: nobody states the price of an answer\n", with: ""),
      to: path)
    let run = try await Program.run("check --source \(folder.path)\(flag)", in: nil)
    #expect(run.code == code, "\(run.errors)")
    #expect(run.errors.contains("warning: 'large-model' is not compared"), "\(run.errors)")
  }

  @Test(
    "Shows people a hundred, and tells programs of all",
    arguments: [("", 100), (" --all", 150), (" --format github", 100), (" --format json", 150)])
  func limits(flag: String, count: Int) async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      (0..<147).map { "unknown-\($0): x\n" }.joined(), to: "content/site.yaml")
    try folder.write("", to: "content/sources.yaml")
    let run = try await Program.run("list --source \(folder.path)\(flag)", in: nil)
    #expect(run.code == 1)
    let word =
      flag.contains("json") ? "\"error\"" : flag.contains("github") ? "::error " : ": error: "
    let all = try await Program.run("list --source \(folder.path) --format json", in: nil)
    let total = all.errors.split(separator: "\n").count
    #expect(total > 147)
    #expect(run.errors.ranges(of: word).count == (count == 100 ? 100 : total))
    #expect(run.errors.contains("and \(total - 100) more; --all shows them\n") == (count == 100))
  }

  @Test func quietRunsOnlyLeaveOutTheCount() async throws {
    let loud = try await Program.run("list", in: "broken")
    let quiet = try await Program.run("list --quiet", in: "broken")
    #expect(quiet.errors + "6 errors\n" == loud.errors)
    #expect(quiet.code == 1)
  }

  @Test(
    "Colours the severity when asked, never against a wish",
    arguments: [
      ([:], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
    ])
  func colours(environment: [String: String], isColoured: Bool) async throws {
    let run = try await Program.run("list", in: "broken", environment: environment)
    #expect(run.errors.contains(": \u{1B}[1;31merror\u{1B}[0m: '50' is not") == isColoured)
    #expect(run.errors.contains("\u{1B}") == isColoured)
  }

  @Test("Programs never get colours", arguments: ["json", "github"])
  func neverColours(format: String) async throws {
    let run = try await Program.run(
      "list --format \(format)", in: "broken", environment: ["CLICOLOR_FORCE": "1"])
    #expect(!run.errors.isEmpty && !run.errors.contains("\u{1B}"))
  }
}
