import Foundation
import TestSupport
import Testing

@Suite("breakeven diff")
struct DiffTests {
  /// The fixture in a repository of its own: one commit, then a price that falls.
  private static func repository() async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    for line in [
      "init -q", "add .", "-c user.name=A -c user.email=a@example.com commit -q -m first",
    ] {
      let result = try await OtherProgram.run(
        "git", line.split(separator: " ").map(String.init), in: folder.at("site"))
      #expect(result.code == 0, "\(result.errors)")
    }
    let card = "site/content/rate-cards/example.yaml"
    let text = try #require(folder.text(card))
    try folder.write(text.replacing(price, with: "usd_per_gpu_hour: 3.25"), to: card)
    return folder
  }

  private static let price = "usd_per_gpu_hour: 6.50"

  @Test(
    "A revision, a folder and a day are versions",
    arguments: ["HEAD", "git:HEAD", "HEAD SITE", "SITE HEAD"])
  func compares(versions: String) async throws {
    let folder = try await Self.repository()
    let site = folder.at("site")
    let diff = try await Program.run(
      "diff \(versions.replacing("SITE", with: site)) --source \(site)")
    #expect(diff.errors == "" && diff.code == 0)
    let isBack = versions == "SITE HEAD"
    #expect(diff.output.contains(isBack ? "$3.25 → $6.50 per GPU-hour" : "$6.50 → $3.25 per"))
  }

  @Test("Says so in one line where nothing changes, and by the exit code where something does")
  func exits() async throws {
    let same = try await Program.run("diff . 2026-11-20 --exit-code")
    #expect(same.code == 0 && same.errors == "")
    #expect(same.output.hasPrefix("Nothing changes: ") && same.output.hasSuffix(".\n"))
    #expect(same.output.count { $0 == "\n" } == 1)
    let folder = try await Self.repository()
    let changed = try await Program.run("diff HEAD --exit-code -s \(folder.at("site"))")
    #expect(changed.code == 1)
  }

  @Test("An announced price is told, and is a change to the exit code")
  func announces() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    let reprice = try await Program.run(
      "reprice serverless-h100 --expect 3.95 --to 3.49 --from 2027-12-01 --source price-list "
        + "-s \(folder.at("site"))")
    #expect(reprice.code == 0 && reprice.errors == "")
    let diff = try await Program.run("diff . \(folder.at("site")) --exit-code")
    #expect(diff.code == 1 && diff.errors == "")
    #expect(diff.output.hasPrefix("Nothing changes yet, 1 change is announced · "))
    #expect(diff.output.contains("| $3.95 | $3.49 | 1\u{A0}December 2027 | new | price-list\n"))
  }

  @Test("Only flips are told on request", arguments: ["text", "markdown", "json"])
  func tellsFlips(format: String) async throws {
    let folder = try await Self.repository()
    let diff = try await Program.run(
      "diff HEAD --only-flips --format \(format) -s \(folder.at("site"))")
    #expect(diff.code == 0 && diff.errors == "")
    #expect(!diff.output.contains("Invoices") && !diff.output.contains("invoices\":"))
  }

  @Test(
    "Refuses what is no version",
    arguments: [
      ("nothing-like-it", "'nothing-like-it' is no day, no folder and no revision of a site"),
      ("git:-x", "'-x' is no day, no folder and no revision of a site"),
      ("content", "'content' has no folder 'content', so it is not a site"),
      ("HEAD --on 2026-13-01", "--on: error: '2026-13-01' is not in the calendar"),
    ])
  func refuses(versions: String, message: String) async throws {
    let refused = try await Program.run("diff \(versions)")
    #expect(refused.code == 2 && refused.output == "")
    #expect(refused.errors.contains(message), "\(refused.errors)")
    #expect(refused.errors.contains("\n  hint: "))
  }

  @Test("Says in its own words why git has nothing")
  func saysWhyGitHasNothing() async throws {
    let repository = try await Self.repository()
    let elsewhere = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: repository.at("site/content"), toPath: elsewhere.at("content"))
    for (revision, source, reason) in [
      ("HEAD~9", repository.at("site"), "its repository has no such revision"),
      ("HEAD", elsewhere.at("."), "the site is in no repository that git would read"),
    ] {
      let refused = try await Program.run("diff \(revision) -s \(source)")
      #expect(refused.code == 2 && refused.output == "")
      #expect(
        refused.errors == """
          breakeven: error: '\(revision)' is no day, no folder and no revision of a site
            hint: \(reason); write a folder, a day such as 2026-12-01, or a revision such as HEAD~1

          """)
    }
  }

  @Test func doesNotCompareASiteWithMistakes() async throws {
    let refused = try await Program.run(["diff", ".", "../broken"])
    #expect(refused.code == 2 && refused.output == "")
    #expect(refused.errors.contains("'../broken' has mistakes, so it cannot be compared"))
  }
}
