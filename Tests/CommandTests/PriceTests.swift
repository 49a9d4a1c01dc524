import TestSupport
import Testing

@Suite("breakeven price")
struct PriceTests {
  @Test(
    "Prints the invoice, the arithmetic and who says so",
    arguments: [
      ("hours", "serverless-h100 --hours 72"),
      ("burst", "serverless-h100 --burst 20s/300s --once"),
      ("idle", "deployed-h100 --idle --minimum-replicas 2"),
      ("gpu-hours", "deployed-h100 --gpu-hours 1500"),
      ("sessions", "serverless-h100 --sessions-at-once 40 --concurrency 8"),
      ("sessions-open", "serverless-h100 --sessions-at-once 40"),
      ("deadline", "serverless-h100 --hours 100 --within 24h --once"),
      ("busy-share", "deployed-h100 --busy-share 10% --month 744"),
      ("tokens", "small-model --tokens 20M --input-share 80%"),
      ("any-share", "small-model --tokens 20M"),
      ("not-stated", "large-model --tokens 20M"),
      ("requests", "image-api --requests 10k"),
      ("capacity", "deployed-h100 --steady --tokens 10B --tokens-per-second 600"),
    ])
  func prices(name: String, line: String) async throws {
    let price = try await Program.run("price \(line)")
    #expect(price.code == 0 && price.errors.isEmpty)
    try expectGolden(price.output, "price-\(name).txt")
  }

  @Test(
    "Gives programs the members of the data files",
    arguments: [
      ("hours", ["serverless-h100", "--hours", "72", "--on", "2026-06-01"]),
      (
        "batch",
        [
          "serverless-h100", "--batch", "--tokens", "20M", "--tokens-per-hour", "1M to 2M",
          "--once",
        ]
      ),
      ("not-stated", ["large-model", "--input-tokens", "2M", "--output-tokens", "1"]),
    ])
  func pricesForPrograms(name: String, arguments: [String]) async throws {
    let price = try await Program.run(["price"] + arguments + ["--format", "json"])
    #expect(price.code == 0 && price.errors.isEmpty)
    try expectGolden(price.output, "price-\(name).json")
  }

  @Test(
    "Takes the forms of files and of shells alike",
    arguments: [
      ("--hours", "72", "72 h"), ("--hours", "72h", "72 h"), ("--hours", "4320m", "72 h"),
      ("--hours", "60 to 72", "60 h to 72 h"), ("--busy-share", "10%", "10 %"),
      ("--session", "9m", "9 min"), ("--session", "9min", "540 s"),
      ("--burst", "20s/5m", "20 s/300 s"),
    ])
  func takesShellForms(flag: String, shell: String, file: String) async throws {
    let first = try await Program.run(["price", "serverless-h100", flag, shell])
    let second = try await Program.run(["price", "serverless-h100", flag, file])
    #expect(first.code == 0 && first.output.contains("total"))
    #expect(first.output == second.output)
  }

  @Test(
    "Refuses what it cannot price, with a way out",
    arguments: [
      ("unknown-offer", "small-modle --tokens 20M"), ("no-traffic", "serverless-h100"),
      ("no-tokens", "small-model --hours 72"), ("no-requests", "image-api --tokens 20M"),
      ("no-speed", "serverless-h100 --tokens 20M --batch"),
      ("too-early", "serverless-h100 --hours 72 --on 2026-01-01"),
      ("two-kinds", "serverless-h100 --session 9m --hours 3 --idle"),
      ("values", "small-model --tokens 20X --month 72x --minimum-replicas 1.5"),
      ("no-unit", "serverless-h100 --session 9"), ("half-a-burst", "serverless-h100 --burst 20s"),
      ("overlap", "serverless-h100 --burst 20s/10s"),
      ("over-the-month", "serverless-h100 --busy-share 110%"),
      ("useless", "small-model --input-share 80% --once --month 720 --utilisation 80%"),
      ("sum-and-parts", "small-model --tokens 3M --input-tokens 2M"),
      ("no-replicas", "small-model --tokens 3M --minimum-replicas 2"),
      ("too-many-replicas", "deployed-h100 --idle --minimum-replicas 5"),
      ("too-much", "small-model --tokens 9000000B"),
    ])
  func refuses(name: String, line: String) async throws {
    let refused = try await Program.run("price \(line)")
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(refused.errors.contains("\n  hint: "))
    try expectGolden(refused.errors, "refused-\(name).txt")
  }

  @Test func refusesForProgramsToo() async throws {
    let refused = try await Program.run("price small-modle --format json")
    #expect(
      refused.errors
        == #"{"file":"breakeven","severity":"error","message":"'small-modle' is not an offer"#
        + #" of this site","hint":"did you mean 'small-model'?"}"# + "\n")
    #expect(refused.code == 2)
  }
}
