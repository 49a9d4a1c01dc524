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
      - id: batches
        name: Batches
        rates:
          - {from: 2026-01-01, when: {tier: batch}, usd_per_million_tokens: 1, source: bravo-pricing}

    """

  /// The fixture with that card, and a scenario of some rows if there are any.
  private static func site(rows: String? = nil) throws -> TemporaryFolder {
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
        when: {tier: batch}
        workloads: [{id: w, name: Work, tokens: 10M}]
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
}
