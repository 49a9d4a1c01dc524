import TestSupport
import Testing

@Suite("breakeven explain")
struct ExplainTests {
  @Test(
    "Shows factors, rounding, and who states each of them",
    arguments: [
      ("every-workload", "night-shift deployed-h100"),
      ("range", "night-shift serverless-h100 --workload session"),
      ("tokens", "night-shift small-model"), ("not-stated", "night-shift large-model"),
      ("nothing-runs", "quiet-month serverless-h100"),
    ])
  func explains(name: String, line: String) async throws {
    let explanation = try await Program.run("explain \(line)")
    #expect(explanation.code == 0 && explanation.errors.isEmpty)
    #expect(explanation.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    try expectGolden(explanation.output, "explain-\(name).txt")
  }

  @Test("Is the same text in every terminal", arguments: ["NO_COLOR", "CLICOLOR_FORCE"])
  func hasNoColour(variable: String) async throws {
    let plain = try await Program.run("explain night-shift small-model")
    let asked = try await Program.run(
      "explain night-shift small-model", environment: [variable: "1"])
    #expect(asked.output == plain.output)
    #expect(!asked.output.contains("\u{1B}"))
  }

  @Test func givesProgramsTheMembersOfTheDataFiles() async throws {
    let explanation = try await Program.run("explain night-shift serverless-h100 --format json")
    #expect(explanation.code == 0 && explanation.errors.isEmpty)
    try expectGolden(explanation.output, "explain-programs.json")
  }

  @Test(
    "Refuses what the site does not have, with the nearest name",
    arguments: [
      ("scenario", "nigth-shift small-model"), ("offer", "night-shift small-modle"),
      ("offer-elsewhere", "night-shift image-api"),
      ("workload", "night-shift small-model --workload sesion"),
    ])
  func refuses(name: String, line: String) async throws {
    let refused = try await Program.run("explain \(line)")
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(refused.errors.contains("\n  hint: "))
    try expectGolden(refused.errors, "refused-explain-\(name).txt")
  }
}
