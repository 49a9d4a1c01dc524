import Foundation
import TestSupport
import Testing

@Suite("breakeven inject")
struct InjectTests {
  private static let begin =
    "<!-- BEGIN breakeven:table id=quiet-month columns=offer,workload-idle -->"
  private static let end = "<!-- END breakeven:table -->"

  /// Runs the command on documents of the fixtures' site.
  private static func run(_ line: String, _ site: TemporaryFolder) async throws
    -> OtherProgram.Outcome
  {
    let words = line.split(separator: " ").map { word in
      word.hasPrefix("@") ? site.at(String(word.dropFirst())) : String(word)
    }
    return try await Program.run(
      ["inject", "--source", site.at("site"), "--base-url", "https://costs.example"] + words)
  }

  @Test("A check changes nothing and tells what would; then it is done, once")
  func updates() async throws {
    let site = try EmbedTests.site()
    let before = "# Costs\r\n\r\n\(Self.begin)\r\n\(Self.end)\r\nthe end"
    try site.write(before, to: "a.md")
    try site.write("nothing here\n", to: "b.md")
    let check = try await Self.run("--check @a.md @b.md", site)
    #expect(check.code == 1 && site.text("a.md") == before)
    #expect(check.errors == "1 block in 2 files: 1 file out of date\n")
    let diff = check.output.replacing(site.path, with: "")
    try expectGolden(diff, "inject.diff")

    let run = try await Self.run("@a.md @b.md", site)
    #expect(run.code == 0 && run.output == "")
    #expect(run.errors == "1 block in 2 files: 1 file updated\n")
    let after = try #require(site.text("a.md"))
    #expect(
      after.hasPrefix("# Costs\r\n\r\n\(Self.begin)\r\n\r\n**A quiet month**\r\n\r\n| Offer |"))
    #expect(after.hasSuffix("\r\n\r\n\(Self.end)\r\nthe end"))

    let again = try await Self.run("@a.md @b.md", site)
    #expect(again.code == 0 && again.errors == "1 block in 2 files: all current\n")
    let last = try await Self.run("--check --quiet @a.md", site)
    #expect(last.transcript == "exit 0\n" && site.text("a.md") == after)
  }

  @Test("Each document has tables and charts of its own kind")
  func kinds() async throws {
    let site = try EmbedTests.site()
    let documents = [
      (
        "a.md", "<!-- BEGIN breakeven:chart id=night-shift chart=costs -->",
        "<!-- END breakeven:chart -->", "<picture>"
      ),
      (
        "a.mdx", "{/* BEGIN breakeven:table id=quiet-month */}", "{/* END breakeven:table */}",
        "| Offer |"
      ),
      (
        "a.html", "<!-- BEGIN breakeven:table id=quiet-month -->", "<!-- END breakeven:table -->",
        "<div class=\"breakeven-table\""
      ),
      (
        "a.adoc", "// BEGIN breakeven:chart id=night-shift at=img", "// END breakeven:chart",
        "image::img/night-shift.svg["
      ),
      (
        "a.rst", ".. BEGIN breakeven:table id=quiet-month", ".. END breakeven:table",
        ".. list-table:: A quiet month"
      ),
      (
        "a.tex", "% BEGIN breakeven:table id=quiet-month", "% END breakeven:table",
        "\\begin{tabular}"
      ),
      (
        "b.md", "[//]: # (BEGIN breakeven:table id=quiet-month format=html)",
        "[//]: # (END breakeven:table)", "<table>"
      ),
    ]
    for (name, begin, end, _) in documents { try site.write("\(begin)\n\(end)\n", to: name) }
    let run = try await Self.run(documents.map { "@\($0.0)" }.joined(separator: " "), site)
    #expect(run.code == 0 && run.errors == "7 blocks in 7 files: 7 files updated\n")
    for (name, begin, end, piece) in documents {
      let text = try #require(site.text(name))
      #expect(text.contains(piece), "\(name)")
      #expect(text.hasPrefix("\(begin)\n\n") && text.hasSuffix("\n\n\(end)\n"), "\(name)")
    }
  }

  @Test(
    "A mistake anywhere is shown in its line, and no file is written",
    arguments: [
      ("id=quiet-mnth", "a.md:1:28: error: 'quiet-mnth' is not a table of this site"),
      ("id=quiet-month colums=offer", "a.md:1:43: error: 'colums' is not an option of a table"),
      ("id=quiet-month columns=ofer", "a.md:1:43: error: 'ofer' is not a column of 'quiet-month'"),
      ("columns=offer", "a.md:1:6: error: a table without an id"),
      ("id=quiet-month format=svg", "a.md:1:43: error: svg shows no table"),
      ("id=quiet-month format=word", "a.md:1:43: error: 'word' is not a format"),
      ("id=quiet-month rows=0", "a.md:1:43: error: '0' rows are no table"),
    ])
  func mistakes(words: String, error: String) async throws {
    let site = try EmbedTests.site()
    let broken = "<!-- BEGIN breakeven:table \(words) -->\n\(Self.end)\n"
    let sound = "\(Self.begin)\n\(Self.end)\n"
    try site.write(broken, to: "a.md")
    try site.write(sound, to: "b.md")
    let run = try await Self.run("@b.md @a.md", site)
    #expect(run.code == 1 && run.output == "")
    let errors = run.errors.replacing("\(site.path)/", with: "")
    #expect(errors.hasPrefix(error))
    #expect(errors.contains("  1 | <!-- BEGIN") && errors.contains("  hint: "))
    #expect(site.text("a.md") == broken && site.text("b.md") == sound)
  }

  @Test func aBlockThatNeverEndsLeavesEveryFileAlone() async throws {
    let site = try EmbedTests.site()
    try site.write("\(Self.begin)\n", to: "a.md")
    try site.write("\(Self.begin)\n\(Self.end)\n", to: "b.md")
    let run = try await Self.run("@a.md @b.md", site)
    #expect(run.code == 1 && run.errors.contains("a.md:1:6: error: a block that never ends"))
    #expect(site.text("b.md") == "\(Self.begin)\n\(Self.end)\n")
  }

  @Test(
    "What is no document", arguments: [("@missing.md", "does not exist"), ("@site", "is a folder")])
  func noDocument(word: String, message: String) async throws {
    let site = try EmbedTests.site()
    let run = try await Self.run(word, site)
    #expect(run.code == 2 && run.errors.contains(message))
  }

  @Test func aLinkAndItsPermissionsStay() async throws {
    let site = try EmbedTests.site()
    try site.write("\(Self.begin)\n\(Self.end)\n", to: "a.md")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: site.at("a.md"))
    try manager.createSymbolicLink(
      atPath: site.at("link.md"), withDestinationPath: site.at("a.md"))
    #expect(try await Self.run("@link.md", site).code == 0)
    #expect(try manager.destinationOfSymbolicLink(atPath: site.at("link.md")) == site.at("a.md"))
    #expect(site.text("a.md")?.contains("| Offer |") == true)
    let mode = try manager.attributesOfItem(atPath: site.at("a.md"))[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o640)
  }
}
