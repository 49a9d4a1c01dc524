import Foundation
import TestSupport
import Testing

@Suite("breakeven reprice")
struct RepriceTests {
  private static let card = "site/content/rate-cards/example.yaml"
  private static let call =
    "reprice serverless-h100 --expect 3.95 --to 3.49 --from 2026-12-01 --source price-list"

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    return folder
  }

  @Test("Writes a line, and says what it changes")
  func writes() async throws {
    let folder = try Self.site()
    let before = try #require(folder.text(Self.card))
    let run = try await Program.run("\(Self.call) -s \(folder.at("site"))")
    #expect(run.code == 0 && run.errors == "")
    try expectGolden(run.output, "reprice.txt")
    let line = "      - {from: 2026-12-01, usd_per_gpu_hour: 3.49, source: price-list}\n"
    #expect(folder.text(Self.card)?.replacing(line, with: "") == before)
    #expect(folder.text(Self.card) != before)
    let again = try await Program.run("\(Self.call) -s \(folder.at("site"))")
    #expect(again.code == 1 && again.output == "")
    #expect(again.errors.contains("the newest entry says '3.49', not '3.95'"))
  }

  @Test("Writes a price in the currency of the card, and tells it in dollars")
  func writesEuros() async throws {
    let folder = try Self.site()
    let before = try #require(folder.text(Self.card))
      .replacing("usd_per_gpu_hour", with: "eur_per_gpu_hour")
    try folder.write(before, to: Self.card)
    try folder.write(
      "exchange_rates: [{currency: EUR, on: 2026-04-30, usd: 1.1, source: rules}]\n",
      to: "site/content/exchange-rates.yaml")
    let run = try await Program.run("\(Self.call) -s \(folder.at("site"))")
    #expect(run.code == 0 && run.errors == "")
    #expect(run.output.contains("Serverless H100: $4.345 → $3.839 per GPU-hour"), "\(run.output)")
    let line = "      - {from: 2026-12-01, eur_per_gpu_hour: 3.49, source: price-list}\n"
    #expect(folder.text(Self.card)?.replacing(line, with: "") == before)
    #expect(folder.text(Self.card) != before)
  }

  @Test func writesNothingOnADryRun() async throws {
    let folder = try Self.site()
    let before = try #require(folder.text(Self.card))
    let run = try await Program.run("\(Self.call) --dry-run -s \(folder.at("site"))")
    #expect(run.code == 0 && run.output.contains("example.yaml:10:7 would say:"))
    #expect(folder.text(Self.card) == before)
  }

  @Test(
    "Refuses, and leaves the file as it was",
    arguments: [
      ("--from 2026-10-01", "is not after 2026-10-01"), ("--source nobody", "is not a source"),
      ("--unit hour", "'hour' is not a unit"), ("--from soon", "'soon' is not a date"),
      ("--unit gpu-hour --rule idle_timeout", "a unit beside the rule"),
      ("--when tier=batch", "has no price under 'tier=batch'"),
      ("--when batch", "'batch' is not a condition"),
      ("--when tier=batch --rule idle_timeout", "a condition beside the rule"),
      ("--to 34900", "'34900' is more than 1000"), ("--quote nothing", "does not hold"),
    ])
  func refuses(flags: String, message: String) async throws {
    let folder = try Self.site()
    let before = try #require(folder.text(Self.card))
    let run = try await Program.run("\(Self.call) \(flags) -s \(folder.at("site"))")
    #expect(run.code != 0 && run.output == "")
    #expect(run.errors.contains(message) && run.errors.contains("\n  hint: "), "\(run.errors)")
    #expect(folder.text(Self.card) == before)
  }
}
