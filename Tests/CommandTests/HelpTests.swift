import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "Every command explains itself",
    arguments: [
      "init", "new", "serve", "build", "check", "embed", "inject", "import", "export", "explain",
      "list", "price", "diff", "reprice", "upgrade-templates", "version",
    ])
  func explains(command: String) async throws {
    let help = try await Program.run("\(command) --help")
    #expect(help.code == 0 && help.errors.isEmpty)
    #expect(help.output.ranges(of: "\n  breakeven \(command)").count == 2)
    try expectGolden(help.output, "help-\(command).txt")
  }

  @Test("Without a command there is help", arguments: ["", "--help", "help"])
  func helps(line: String) async throws {
    let help = try await Program.run(line)
    #expect(help.code == 0 && help.errors.isEmpty)
    try expectGolden(help.output, "help.txt")
  }

  @Test("Says its version", arguments: ["version", "--version"])
  func saysItsVersion(line: String) async throws {
    let version = try await Program.run(line)
    #expect(version.output.wholeMatch(of: /breakeven \d+\.\d+\.\d+\n/) != nil)
    #expect(version.code == 0)
  }

  @Test(
    "A call that makes no sense ends with 2 and a way out",
    arguments: [
      ("pric", "breakeven: error: unexpected argument 'pric'\n  hint: did you mean 'price'?\n"),
      (
        "build --frmat json",
        "breakeven: error: unknown option '--frmat'\n  hint: did you mean '--format'?\n"
      ),
      (
        "price",
        "breakeven: error: missing expected argument '<offer>'\n"
          + "  hint: see 'breakeven price --help'\n"
      ),
      (
        "price small-model --tokens",
        "breakeven: error: missing value for '--tokens <count>'\n"
          + "  hint: see 'breakeven price --help'\n"
      ),
      (
        "check --base-url example.com",
        "--base-url: error: 'example.com' is not a web address\n"
          + "  hint: start it with https://\n"
      ),
      (
        "list --on 2026-02-30",
        "--on: error: '2026-02-30' is not in the calendar\n  hint: check month and day\n"
      ),
      (
        "list --source elsewhere",
        "breakeven: error: 'elsewhere' does not exist\n"
          + "  hint: name the folder of a site with --source, or start one with 'breakeven init'\n"
      ),
      (
        "list --source content/site.yaml",
        "breakeven: error: 'content/site.yaml' is a file, not the folder of a site\n"
          + "  hint: name the folder of a site with --source, or start one with 'breakeven init'\n"
      ),
    ])
  func refuses(line: String, errors: String) async throws {
    let refused = try await Program.run(line)
    #expect(refused.errors == errors)
    #expect(refused.code == 2 && refused.output.isEmpty)
  }

  @Test(
    "A folder without a site is refused by every command", arguments: ["build", "check", "list"])
  func refusesAnotherFolder(command: String) async throws {
    let refused = try await Program.run(command, in: "site/content/pages")
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(refused.errors.hasPrefix("breakeven: error: '.' has no folder 'content'"))
  }
}
