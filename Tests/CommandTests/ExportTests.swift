import Foundation
import TestSupport
import Testing

@Suite("breakeven export")
struct ExportTests {
  @Test(
    "Writes invoices in the columns of FOCUS",
    arguments: [
      ("low", "night-shift"), ("high", "night-shift --end high"),
      ("one", "night-shift --offer serverless-h100 --workload session"),
    ])
  func focus(name: String, line: String) async throws {
    let export = try await Program.run("export focus \(line)")
    #expect(export.code == 0)
    try expectGolden(export.output, "focus-\(name).csv")
  }

  @Test func namesWhatNobodyStatesAndHasNoCostForIt() async throws {
    let export = try await Program.run("export focus night-shift --end high")
    #expect(export.errors.contains("'large-model' for "))
    #expect(!export.output.contains("large-model"))
  }

  @Test func costsAddUpToTheInvoices() async throws {
    let export = try await Program.run("export focus monthly-tiers", in: nil)
    let rows = CSVReader.records(export.output)
    let head = try #require(rows.first)
    let columns = try ["InvoiceId", "BilledCost", "ListUnitPrice", "PricingQuantity"].map { name in
      try #require(head.firstIndex(of: name), "\(name)")
    }
    var totals: [String: Decimal] = [:]
    for row in rows.dropFirst() {
      let numbers = try columns.dropFirst().map { try #require(Decimal(string: row[$0])) }
      #expect(numbers[0] == numbers[1] * numbers[2])
      totals[row[columns[0]], default: 0] += numbers[0]
    }
    #expect(totals.count == 12)
    #expect(totals["monthly-tiers/gmi-h100/high"] == 2880)
    #expect(totals["monthly-tiers/managed-api/low"] == 150)
  }

  @Test(
    "Refuses what the site does not have",
    arguments: [
      ("export fokus night-shift", "'fokus'"),
      ("export focus nigth-shift", "did you mean 'night-shift'?"),
      ("export focus night-shift --end middle", "'middle'"),
      ("export focus night-shift --workload sesion", "did you mean 'session'?"),
    ])
  func refuses(line: String, words: String) async throws {
    let export = try await Program.run(line)
    #expect(export.code == 2 && export.output.isEmpty)
    #expect(export.errors.contains(words), "\(export.errors)")
  }
}
