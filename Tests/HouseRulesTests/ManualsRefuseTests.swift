import Testing

/// Small bad samples for the rules about golden files, scripts and the README.
@Suite("House rules refuse, outside the code")
struct ManualsRefuseTests {
  @Test(
    "A golden file that nothing names",
    arguments: [
      ("Tests/SiteTests/Golden/old.html", true),
      ("Tests/SiteTests/Golden/table.html", false),
      // Made from parts: `\(kind)-dark.svg` with a string, an enum's case and a fixture.
      ("Tests/SiteTests/Golden/lines-dark.svg", false),
      ("Tests/SiteTests/Golden/envelope-dark.svg", false),
      ("Tests/SiteTests/Golden/no-title-dark.svg", false),
      ("Tests/SiteTests/Golden/steps-dark.svg", true),
      ("Tests/SiteTests/Golden/lines-light.svg", true),
      ("Tests/SiteTests/Golden/broken/table.html", true),
      // A file of the same name in another target's folder is not vouched for.
      ("Tests/ChartsTests/Golden/table.html", true),
      ("Tests/SiteTests/Golden/.gitkeep", false),
    ])
  func aStaleGoldenFile(path: String, isStale: Bool) {
    let test = #"""
      try expectGolden(page, "table.html")
      for kind in ["lines"] { try expectGolden(draw(kind), "\(kind.named("x"))-dark.svg") }
      print("\(kind)")
      """#
    let repository = Repository(files: [
      .init(path: "Sources/Charts/Kind.swift", text: "case envelope"),
      .init(path: path, text: "<p/>"),
      .init(path: "Tests/SiteTests/Fixtures/broken/no-title.xhtml", text: "<p/>"),
      .init(path: "Tests/SiteTests/PageTests.swift", text: test),
    ])
    #expect(GoldenFiles.findings(in: repository).map(\.path) == (isStale ? [path] : []))
  }

  @Test(
    "A script that does not explain itself",
    arguments: [
      ("#!/bin/sh\n# Builds.\n#\n# Usage: script/x\nset -eu\n", true, 0),
      ("#!/bin/bash\n# Usage: script/x\nset -euo pipefail\n", true, 0),
      ("#!/bin/sh\n# Usage: script/x\nset -eu\n", false, 1),
      ("#!/bin/sh\n# Usage: script/x\n", true, 1),
      ("#!/bin/sh\n# Builds.\nset -eu\n# Usage: script/x\n", true, 1),
      ("# Usage: script/x\nset -eu\n", true, 1),
      ("echo\n", false, 4),
    ])
  func aScriptThatDoesNotExplainItself(text: String, isExecutable: Bool, findings: Int) {
    let script = Repository.File(path: "script/x", text: text, isExecutable: isExecutable)
    #expect(Manuals.scriptFindings(in: Repository(files: [script])).count == findings)
  }

  @Test(
    "A command or script the README leaves out",
    arguments: [
      ("Run script/x, then `breakeven check` or `breakeven list`.", []),
      ("Run script/x, then `breakeven check`.", ["'breakeven list' is not mentioned"]),
      ("`breakeven check`, `breakeven list`", ["'script/x' is not mentioned"]),
    ])
  func aCommandTheReadmeLeavesOut(readme: String, messages: [String]) {
    let check = "struct Check: ParsableCommand {}"
    let list = "struct ListOffers: AsyncParsableCommand { commandName: \"list\" }"
    let repository = Repository(files: [
      .init(path: "README.md", text: readme),
      .init(path: "Sources/breakeven/Check.swift", text: check),
      .init(path: "Sources/breakeven/Root.swift", text: "commandName: \"breakeven\""),
      .init(path: "Sources/breakeven/List.swift", text: list),
      .init(path: "script/x", text: ""),
    ])
    #expect(Manuals.readmeFindings(in: repository).map(\.message) == messages)
  }

  @Test func aRepositoryWithoutReadme() {
    #expect(Manuals.readmeFindings(in: Repository(files: [])).map(\.message) == ["missing"])
  }
}
