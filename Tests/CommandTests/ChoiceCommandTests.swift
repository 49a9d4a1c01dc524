import Foundation
import TestSupport
import Testing

@Suite("Commands of a site with prices that a buyer chooses between")
struct ChoiceCommandTests {
  private static let card = """
    name: Delta
    summary: Sells models by the token, soon or later.
    offers:
      - id: later
        name: Later
        rates:
          - {from: 2026-01-01, usd_per_million_tokens: 3, source: alpha-pricing}
          - {from: 2026-01-01, when: {tier: batch}, usd_per_million_tokens: 2, source: bravo-pricing}
          - {from: 2026-01-01, when: {region: eu}, usd_per_million_tokens: 4, source: survey}
          - {from: 2026-01-01, when: {tier: priority}, usd_per_million_tokens: 7, source: survey}
      - id: batches
        name: Batches
        rates:
          - {from: 2026-01-01, when: {tier: batch}, usd_per_million_tokens: 1, source: bravo-pricing}
      - id: nightly
        name: Nightly
        rates:
          - {from: 2026-01-01, usd_per_million_tokens: 6, source: alpha-pricing}
          - {from: 2026-01-01, when: {hours: 16:30-00:30, time_zone: UTC}, usd_per_million_tokens: 5, source: survey}

    """

  /// The fixture with that card, and a scenario of some rows if there are any.
  private static func site(
    rows: String? = nil, workloads: String = "{id: w, name: Work, tokens: 10M}",
    common: String = "{tier: batch}"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fixtures = Program.fixtures.appending(path: "../../SiteTests/Fixtures").standardizedFileURL
    try FileManager.default.copyItem(
      at: fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    try folder.write(card, to: "site/content/rate-cards/delta.yaml")
    if let rows {
      try folder.write(
        """
        title: Chosen
        question: What does it cost?
        summary: It matters.
        when: \(common)
        workloads: [\(workloads)]
        offers: [\(rows)]
        """, to: "site/content/scenarios/chosen.yaml")
    }
    return folder
  }

  @Test(
    "price cites who states the price that is charged",
    arguments: [
      ("later", "$3 per million-tokens", "GPUs & prices (Alpha Cloud"),
      ("later --when tier=batch", "$2 per million-tokens", "Prices per token (Bravo Models"),
    ])
  func cites(offer: String, price: String, source: String) async throws {
    let folder = try Self.site()
    let invoice = try await Program.run("price \(offer) --tokens 1M -s \(folder.at("site"))")
    #expect(invoice.code == 0 && invoice.errors == "")
    let sources = try #require(invoice.output.split(separator: "sources:\n").last)
    #expect(sources.contains(price) && sources.contains(source), "\(sources)")
    #expect(sources.split(separator: "\n").count == 1)
  }

  @Test(
    "price refuses a choice that leaves no price, or two",
    arguments: [
      (
        "later --when tier=batch --when region=eu",
        "later: two prices per 1M tokens at once, for tier batch and for region eu",
        "choose one of them, or add the price that has 'when: {region: eu, tier: batch}'"
      ),
      (
        "batches", "no price of 'batches' is for a buyer who chose nothing", "add --when tier=batch"
      ),
    ])
  func refuses(offer: String, message: String, hint: String) async throws {
    let folder = try Self.site()
    let invoice = try await Program.run("price \(offer) --tokens 1M -s \(folder.at("site"))")
    #expect(invoice.code == 2 && invoice.output == "")
    #expect(invoice.errors.contains(message), "\(invoice.errors)")
    #expect(invoice.errors.contains("hint: \(hint)"), "\(invoice.errors)")
  }

  @Test(
    "A row chooses for itself what a scenario chooses for all",
    arguments: [
      ("{offer: later}", 20), ("{offer: later, when: {}}", 30),
      ("{offer: later, when: {tier: batch}}", 20),
    ])
  func rows(row: String, dollars: Int) async throws {
    let folder = try Self.site(rows: "\(row), {offer: batches}")
    let bill = try await Program.run("explain chosen later -s \(folder.at("site"))")
    #expect(bill.code == 0, "\(bill.errors)")
    #expect(bill.output.contains("Work: $\(dollars)\n"), "\(bill.output)")
  }

  @Test func aScenarioThatLeavesTwoPricesIsTold() async throws {
    let folder = try Self.site(rows: "{offer: later, when: {region: eu}}, {offer: batches}")
    let check = try await Program.run("explain chosen later -s \(folder.at("site"))")
    #expect(check.code == 1)
    #expect(
      check.errors.contains(
        "chosen.yaml:6:40: error: two prices per 1M tokens at once, for tier batch and for region eu"
      ),
      "\(check.errors)")
  }

  @Test(
    "price takes the hours in which all requests come",
    arguments: [
      ("", "$5 to $6", ["GPUs & prices", "A survey"]),
      (" --when hours=17:00-20:00 --when time_zone=UTC", "$5", ["A survey"]),
      (
        " --when hours=22:00-01:00 --when time_zone=UTC+8", "$5 to $6",
        ["GPUs & prices", "A survey"]
      ),
      (
        " --when hours=02:00-08:00 --when time_zone=UTC+1 --when days=sat,sun", "$6",
        ["GPUs & prices"]
      ),
    ])
  func hours(flags: String, total: String, cited: [String]) async throws {
    let folder = try Self.site()
    let invoice = try await Program.run("price nightly --tokens 1M\(flags) -s \(folder.at("site"))")
    #expect(invoice.code == 0 && invoice.errors == "")
    let lines = invoice.output.split(separator: "\n")
    let sum = try #require(lines.first { $0.hasPrefix("total") })
    #expect(sum.hasSuffix("  \(total)"), "\(sum)")
    #expect(
      invoice.output.contains("the workload does not say whether all") == (cited.count == 2))
    let sources = try #require(invoice.output.split(separator: "sources:\n").last)
    for title in ["GPUs & prices", "A survey"] {
      #expect(sources.contains(title) == cited.contains(title), "\(sources)")
    }
  }

  @Test(
    "A workload chooses for itself what the scenario chooses for all, but for rows that choose",
    arguments: [
      ("{offer: later}", 20, 70), ("{offer: later, when: {}}", 30, 30),
      ("{offer: later, when: {tier: priority}}", 70, 70),
    ])
  func workloads(row: String, work: Int, other: Int) async throws {
    let workloads =
      "{id: w, name: Work, tokens: 10M, when: {tier: batch}}, {id: o, name: Other, tokens: 10M}"
    let folder = try Self.site(rows: row, workloads: workloads, common: "{tier: priority}")
    let bill = try await Program.run("explain chosen later -s \(folder.at("site"))")
    #expect(bill.output.contains("Work: $\(work)\n"), "\(bill.output)\(bill.errors)")
    #expect(bill.output.contains("Other: $\(other)\n"), "\(bill.output)")
  }

  @Test(
    "A choice that no price of a scenario depends on is refused, and hours without a clock of a scenario depends on",
    arguments: [
      (
        "{id: w, name: Work, tokens: 10M, when: {tier: bach}}",
        "no price of any offer of this scenario is for tier 'bach'", "did you mean 'batch'?"
      ),
      (
        "{id: w, name: Work, tokens: 10M, when: {hours: 10:00-12:00}}",
        "hours or days without a time zone", "add 'time_zone: UTC', or like UTC+8"
      ),
    ])
  func refusesOfWorkloads(workload: String, message: String, hint: String) async throws {
    let folder = try Self.site(rows: "{offer: later}", workloads: workload)
    let check = try await Program.run("explain chosen later -s \(folder.at("site"))")
    #expect(check.code == 1)
    #expect(check.errors.contains(message) && check.errors.contains(hint), "\(check.errors)")
  }

  @Test(
    "price says what a price is quoted as in another currency, and at which rate it is one in dollars"
  )
  func currencies() async throws {
    let folder = try Self.site()
    try folder.write(
      Self.card.replacing("usd_per_million_tokens: 6", with: "eur_per_million_tokens: 6"),
      to: "site/content/rate-cards/delta.yaml")
    try folder.write(
      "exchange_rates: [{currency: EUR, on: 2026-01-01, usd: 1.1, source: survey}]\n",
      to: "site/content/exchange-rates.yaml")
    let call = "price nightly --tokens 1M --when hours=08:00-09:00 --when time_zone=UTC"
    let invoice = try await Program.run("\(call) -s \(folder.at("site"))")
    #expect(invoice.code == 0 && invoice.errors == "")
    #expect(
      invoice.output.hasSuffix(
        """
        sources:
          $6.60 per million-tokens since 2026-01-01: GPUs & prices (Alpha Cloud, published 2026-01-15)
            quoted as €6 per million-tokens, and 1 EUR = $1.10, of 1 January 2026: A survey of bills \
        (Delta Review, published 2026-01-20)

        """), "\(invoice.output)")
  }

  @Test(
    "A range of prices names each of them with its condition and its source, for readers and programs"
  )
  func bothEnds() async throws {
    let folder = try Self.site(rows: "{offer: nightly}, {offer: later}")
    let bill = try await Program.run("explain chosen nightly -s \(folder.at("site"))")
    #expect(bill.code == 0 && bill.output.contains("Work: $50–60\n"), "\(bill.output)")
    for (price, source) in [
      ("$5 per 1M tokens, 16:30–00:30 UTC", "A survey of bills"),
      ("$6 per 1M tokens", "GPUs & prices"),
    ] {
      #expect(
        bill.output.contains("    \(price), since 1 January 2026\n      \(source)\n"),
        "\(bill.output)")
    }
    let data = try await Program.run(
      "price nightly --tokens 1M --format json -s \(folder.at("site"))")
    #expect(
      data.output.filter { !$0.isWhitespace }.contains(
        #""possible":[{"usd":"5","condition":"16:30–00:30UTC","from":"2026-01-01","citation":"#),
      "\(data.output)")
  }
}
