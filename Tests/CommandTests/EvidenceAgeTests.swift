import Foundation
import TestSupport
import Testing

/// Prices that nobody has read for long are found against a day that is given, never against a clock.
@Suite("Old evidence")
struct EvidenceAgeTests {
  @Test(
    "A price is old if its source was read longer ago than that",
    arguments: [
      ("--max-age 0d", false), ("--max-age 60d", false), ("--today 2026-11-20", false),
      ("--max-age 10d --today 2026-11-30", false), ("--max-age 9d --today 2026-11-30", true),
      ("--max-age 60d --today 2027-01-20", true), ("--max-age 61d --today 2027-01-20", false),
      // Of a source that was read later than that day nothing is old.
      ("--max-age 0d --today 2026-01-01", false),
    ])
  func isOld(flags: String, isOld: Bool) async throws {
    let list = try await Program.run("list --stale \(flags)")
    #expect(list.code == 0)
    #expect(list.output.hasPrefix("days") == isOld && list.output.hasPrefix("no price") == !isOld)
  }

  @Test("A check warns once of each source of an offer, and a strict one fails")
  func warns() async throws {
    let folder = try TemporaryFolder()
    for part in ["content", "templates"] {
      let source = part == "content" ? Program.fixtures.appending(path: "site") : Program.repository
      try FileManager.default.copyItem(
        at: source.appending(path: part), to: URL(filePath: folder.at(part)))
    }
    let line = "check --source \(folder.path) --max-age 30d --today"
    let fresh = try await Program.run("\(line) 2026-12-20", in: nil)
    #expect(fresh.code == 0 && !fresh.errors.contains("last read"), "\(fresh.errors)")
    let old = try await Program.run("\(line) 2026-12-21", in: nil)
    #expect(old.code == 0)
    try expectGolden(old.errors, "old-evidence.txt")
    // The site says it itself.
    let settings = try #require(folder.text("content/site.yaml"))
    try folder.write("max_age_days: 30\n\(settings)", to: "content/site.yaml")
    let strict = try await Program.run(
      "check --strict --source \(folder.path) --today 2026-12-21", in: nil)
    #expect(strict.code == 1 && strict.errors == old.errors, "\(strict.errors)")
  }

  @Test("Old prices are listed, the longest ago first", arguments: ["text", "json"])
  func lists(format: String) async throws {
    let list = try await Program.run(
      "list --stale --max-age 30d --today 2027-01-20 --format \(format)")
    #expect(list.code == 0 && list.errors.isEmpty)
    try expectGolden(list.output, format == "json" ? "list-stale.json" : "list-stale.txt")
  }

  @Test func saysThatNothingIsOld() async throws {
    let list = try await Program.run("list --stale")
    #expect(list.output == "no price was read more than 0 days before 2026-11-20\n")
  }

  @Test(
    "Flags that are wrong or say nothing are refused",
    arguments: [
      ("check --max-age 60", "'60' is not a number of days"),
      ("check --max-age -1d", "'-1d' is not a number of days"),
      ("check --max-age d", "'d' is not a number of days"),
      ("check --max-age 99999d", "'99999d' is not a number of days"),
      ("check --max-age 60d --today tomorrow", "'tomorrow' is not a date"),
      ("list --stale offers", "prices beside 'offers'"),
      ("list --max-age 60d", "an age of nothing"), ("list --today 2026-11-20", "an age of nothing"),
    ])
  func refuses(line: String, message: String) async throws {
    let run = try await Program.run(line.replacing("--max-age -1d", with: "--max-age=-1d"))
    #expect(run.code == 2, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
