import Foundation
import Pricing
import TestSupport
import Testing
import XML

/// The pages of arithmetic of the shipped site: whole, and the same as the data and the files.
@Suite("Invoices of the shipped site")
struct ShippedInvoicesTests {
  @Test("Have every amount of the data, with its total", arguments: ShippedSite.scenarios)
  func totals(scenario: String) async throws {
    let sections = try await ShippedSite.invoices(scenario).offers
    let data = try await ShippedSite.data(scenario)
    #expect(sections.flatMap(\.bills).compactMap { $0["id"] }.sorted() == data.anchors)
    for (section, bill) in sections.flatMap({ section in section.bills.map { (section, $0) } }) {
      let invoice = try #require(data.invoices.first { $0.anchor == bill["id"] })
      let total = try #require(bill.billTotal)
      #expect(total.plainNumbers == invoice.totals, "\(invoice.anchor)")
      #expect(invoice.highUsd != nil || total.hasSuffix("or more") || total == "not stated")
      // What is to be known of several invoices stands below them.
      let said = section.wholeText
      #expect(data.notes(of: invoice).allSatisfy(said.contains), "\(invoice.anchor)")
    }
  }

  @Test("Say each rate with its offer, and none with a workload", arguments: ShippedSite.scenarios)
  func rates(scenario: String) async throws {
    let page = try await ShippedSite.invoices(scenario)
    let data = try await ShippedSite.data(scenario)
    for section in page.offers {
      let rates = Set(section.inputs.map(\.ownText).flatMap(\.plainDollars))
      let anchors = section.bills.compactMap { $0["id"] }
      for line in data.invoices.filter({ anchors.contains($0.anchor) }).flatMap(\.lines) {
        // What is free has another price than its rate.
        guard let rate = data.rates[line.rate].usd, line.usd != "0" else { continue }
        #expect(rates.contains(rate), "\(anchors): \(rate)")
      }
    }
    let asked = page.root.all { $0["aria-labelledby"] == "asked" }
    for input in asked.flatMap(\.inputs) {
      #expect(!input.ownText.contains(/\$|billed|free|replica/), "\(input.ownText)")
    }
  }

  @Test("Have every line of the data, with its amount", arguments: ShippedSite.scenarios)
  func lines(scenario: String) async throws {
    let page = try await ShippedSite.invoices(scenario)
    for invoice in try await ShippedSite.data(scenario).invoices {
      let bill = try #require(page.element(id: invoice.anchor))
      let steps = bill.all { $0.name == "dt" }.filter { $0.ownText != "Total" }
      let about = invoice.lines.filter { $0.quantity != "0" || $0.quantityHigh != nil }
      let lines = about.isEmpty ? invoice.lines : about
      #expect(steps.count == lines.count, "\(invoice.anchor)")
      let dollars = Set(bill.all { $0.name == "dd" }.flatMap(\.wholeText.plainDollars))
      for amount in lines.flatMap({ [$0.usd, $0.highUsd] }).compactMap(\.self) where amount != "0" {
        #expect(dollars.contains(amount), "\(invoice.anchor): \(amount)")
      }
      if lines.contains(where: { $0.usd == nil }) {
        #expect(bill.wholeText.contains("a price that is not stated"), "\(invoice.anchor)")
      }
    }
  }

  @Test("Are one file with the lines of all, in their order", arguments: ShippedSite.scenarios)
  func file(scenario: String) async throws {
    let data = try await ShippedSite.data(scenario)
    let csv = try await ShippedSite.text("tables/\(scenario)/invoices.csv")
    var rows = CSVReader.records(csv).dropFirst()
    for section in try await ShippedSite.invoices(scenario).offers {
      for bill in section.bills {
        let invoice = try #require(data.invoices.first { $0.anchor == bill["id"] })
        let quantities = Set(bill.all { $0.name == "dd" }.flatMap(\.wholeText.plainNumbers))
        for line in invoice.lines {
          let next = rows.popFirst()
          let row = try #require(next)
          #expect(Array(row[...2]) == [invoice.offer, invoice.workload, line.phase])
          #expect(try row[3] == decimal(line.quantity), "\(row)")
          #expect(row[5] == data.rates[line.rate].unit, "\(row)")
          #expect([row[8], row[9]] == [line.usd ?? "", line.highUsd ?? ""], "\(row)")
          #expect(row[10].isEmpty || line.highUsd == nil, "\(row)")
          // Zero of anything explains nothing, and a third has no last digit.
          let shown = row[3...4].filter { !["", "0"].contains($0) && !$0.contains(/\.[0-9]{6}/) }
          for quantity in shown {
            let counted = Decimal(string: quantity).map { "\($0 * 1_000_000)" } ?? ""
            #expect(!quantities.isDisjoint(with: [quantity, counted]), "\(row)")
          }
        }
      }
    }
    #expect(rows.isEmpty)
  }

  /// A quantity as the spreadsheet has it: a fraction has no last digit there.
  private func decimal(_ quantity: String) throws -> String {
    let parts = quantity.split(separator: "/").compactMap { Int128($0) }
    guard parts.count == 2, quantity.contains("/") else { return quantity }
    return try Ratio(parts[0], over: parts[1]).decimalText
  }
}

extension PublishedScenario {
  /// Where the invoices stand, sorted.
  fileprivate var anchors: [String] { invoices.map(\.anchor).sorted() }
}

extension PublishedScenario.Invoice {
  /// Where the invoice stands on its page.
  fileprivate var anchor: String { "invoice_\(offer)_\(workload)" }

  /// The numbers of its total.
  fileprivate var totals: [String] {
    guard let highUsd else { return lowUsd == "0" ? [] : [lowUsd] }
    return lowUsd == highUsd ? [lowUsd] : [lowUsd, highUsd]
  }
}
