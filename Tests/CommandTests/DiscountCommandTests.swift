import Foundation
import TestSupport
import Testing

@Suite("Commands of a site with discounts of its own")
struct DiscountCommandTests {
  /// The fixture with discounts in its settings.
  private static func site(_ discounts: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Program.fixtures.appending(path: "site"), to: URL(filePath: folder.at("site")))
    let path = "site/content/site.yaml"
    try folder.write(try #require(folder.text(path)) + "discounts:\n" + discounts, to: path)
    return folder
  }

  private static let both =
    "  - {name: Agreement, off: 15 %, offer: serverless-h100}\n"
    + "  - {name: Credit, off: 12.5 %, on: [time]}\n"

  @Test func priceTakesThemOff() async throws {
    let folder = try Self.site(Self.both)
    let price = try await Program.run("price serverless-h100 --hours 72 -s \(folder.at("site"))")
    #expect(price.code == 0 && price.errors == "")
    try expectGolden(price.output, "price-discounts.txt")
  }

  @Test func explainShowsTheirArithmetic() async throws {
    let folder = try Self.site(Self.both)
    let explained = try await Program.run(
      "explain night-shift serverless-h100 -s \(folder.at("site"))")
    #expect(explained.code == 0 && explained.errors == "")
    #expect(explained.output.contains("less 15 % (Agreement)"))
    #expect(explained.output.contains("ours: granted to us, and no part of the list price"))
  }

  @Test func diffTellsThem() async throws {
    let folder = try Self.site(Self.both)
    for (format, words) in [
      ("text", "Discounts of our own"), ("markdown", "| Agreement | none | 15\u{A0}% |"),
      ("json", #""share": "0.15""#),
    ] {
      let diff = try await Program.run("diff . \(folder.at("site")) --format \(format)")
      #expect(diff.code == 0 && diff.errors == "")
      #expect(
        diff.output.replacing(" ", with: "").contains(words.replacing(" ", with: "")),
        "\(diff.output)")
    }
  }

  @Test("One that begins later is announced, and is no change yet")
  func diffAnnounces() async throws {
    let folder = try Self.site(
      "  - {name: Agreement, off: 15 %, offer: serverless-h100, from: 2027-12-01}\n")
    let diff = try await Program.run("diff . \(folder.at("site")) --exit-code")
    #expect(diff.code == 1 && diff.errors == "")
    #expect(diff.output.hasPrefix("Nothing changes yet, 1 change is announced · "))
    #expect(
      diff.output.contains(
        "Serverless H100 | Agreement, a discount of our own | none | 15\u{A0}% | "
          + "1\u{A0}December 2027 | new\n"), "\(diff.output)")
    let then = try await Program.run("diff . \(folder.at("site")) --on 2027-12-01")
    #expect(then.code == 0 && then.output.contains("Discounts of our own"), "\(then.output)")
  }

  @Test func diffNamesNoOfferThatHasNoSuchPrice() async throws {
    let folder = try Self.site("  - {name: Credit, off: 12.5 %, on: [time]}\n")
    let diff = try await Program.run("diff . \(folder.at("site")) --format json")
    #expect(
      diff.output.contains("serverless-h100") && !diff.output.contains(#""offer": "small-model""#))
  }

  @Test func exportTellsListAndContractedCostApart() async throws {
    let folder = try Self.site(Self.both)
    let export = try await Program.run(
      "export focus night-shift --offer serverless-h100 -s \(folder.at("site"))")
    #expect(export.code == 0)
    let rows = CSVReader.records(export.output)
    let head = try #require(rows.first)
    let columns = try [
      "ListCost", "ContractedCost", "ListUnitPrice", "ContractedUnitPrice", "PricingQuantity",
      "BilledCost",
    ].map { try #require(head.firstIndex(of: $0)) }
    #expect(rows.count > 1)
    // Costs are rounded to the picodollar, once for each line of the invoice.
    let most = try #require(Decimal(string: "0.000000000003"))
    func isClose(_ left: Decimal, _ right: Decimal) -> Bool {
      left - right <= most && right - left <= most
    }
    for row in rows.dropFirst() {
      let numbers = try columns.map { try #require(Decimal(string: row[$0])) }
      let left = Decimal(85) / 100 * Decimal(875) / 1000
      #expect(isClose(numbers[0], numbers[2] * numbers[4]))
      #expect(isClose(numbers[1], numbers[0] * left))
      #expect(numbers[3] == numbers[2] * left)
      #expect(numbers[5] == numbers[1])
    }
    #expect(rows.dropFirst().contains { $0[columns[2]] == "3.95" })
  }
}
