import TestSupport
import Testing

@Suite("breakeven list")
struct ListTests {
  @Test(
    "Lists one kind, or all",
    arguments: [
      ("offers", "list-offers.txt"), ("providers", "list-providers.txt"),
      ("scenarios", "list-scenarios.txt"), ("sources", "list-sources.txt"), ("", "list-all.txt"),
    ])
  func lists(kind: String, golden: String) async throws {
    let list = try await Program.run("list \(kind)")
    #expect(list.code == 0 && list.errors.isEmpty)
    try expectGolden(list.output, golden)
  }

  @Test func listsForPrograms() async throws {
    let list = try await Program.run("list --format json")
    #expect(list.code == 0)
    try expectGolden(list.output, "list-all.json")
  }

  @Test func readsAnotherFolder() async throws {
    let here = try await Program.run("list offers")
    let there = try await Program.run("list offers --source ../site", in: "broken")
    #expect(there.output == here.output && there.code == 0)
  }

  @Test("Says that a full disk has swallowed the result", arguments: ["list", "--help", "version"])
  func refusesAFullDisk(line: String) async throws {
    let run = try await Program.runOnFullDisk(line)
    #expect(run.code == 2)
    #expect(run.errors.contains("standard output cannot be written: no space left on device"))
  }
}
