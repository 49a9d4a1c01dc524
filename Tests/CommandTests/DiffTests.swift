import Foundation
import Subprocess
import SystemPackage
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
      let result = try await Subprocess.run(
        .path("/usr/bin/env"),
        arguments: Arguments(
          ["git", "-C", folder.at("site")] + line.split(separator: " ").map(String.init)),
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
      #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
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

  @Test func doesNotCompareASiteWithMistakes() async throws {
    let refused = try await Program.run(["diff", ".", "../broken"])
    #expect(refused.code == 2 && refused.output == "")
    #expect(refused.errors.contains("'../broken' has mistakes, so it cannot be compared"))
  }
}
