import ArgumentParser
import Content
import Pricing
import Reports

/// `breakeven export`: invoices for tools that read bills.
struct ExportCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the invoices of a scenario for a tool that reads bills.",
    discussion: """
      'focus' is CSV in the columns of FOCUS 1.2: a row for each line that is charged, as if the \
      offers had billed the workloads in the month of the prices. A range is written at its low \
      end, or with --end high at its high one. An invoice with a price that nobody states is left \
      out, and named.

      Examples:
        breakeven export focus idle-replicas > focus.csv
        breakeven export focus monthly-tiers --workload high --end high
      """)

  @Argument(help: "The format: focus.")
  var layout: Layout

  @Argument(help: "The id of a scenario; 'breakeven list scenarios' has them.")
  var scenario: String

  @Option(help: ArgumentHelp("The id of one of its offers; all if left out.", valueName: "id"))
  var offer: String?

  @Option(help: ArgumentHelp("The id of one of its workloads; all if left out.", valueName: "id"))
  var workload: String?

  @Option(help: ArgumentHelp("The end of ranges: low or high.", valueName: "end"))
  var end: RangeEnd = .low

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var reporting: Reporting

  /// A format that other tools read.
  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case focus
  }

  /// An end of a range, as it is typed.
  enum RangeEnd: String, ExpressibleByArgument, CaseIterable {
    case low, high
  }

  func run() throws {
    let content = try site.content(on: day, reporting: reporting)
    let document = try Explanation.scenario(scenario, of: content)
    switch layout {
    case .focus: try writeFocus(document, in: content)
    }
  }

  private func writeFocus(_ document: ScenarioDocument, in content: SiteContent) throws {
    var export = FocusExport(of: document, in: content, at: end == .low ? .low : .high)
    for id in offer.map({ [$0] }) ?? document.scenario.offers.map(\.id) {
      let explained = try Explanation(content, scenario: scenario, offer: id, workload: workload)
      for (workload, quote) in explained.quotes {
        guard let invoice = quote.invoice else { continue }
        export.add(invoice, of: explained.offer, for: workload)
      }
    }
    try Console.write(String(decoding: export.csv, as: UTF8.self))
    for (offer, workload) in export.leftOut {
      Console.notify(
        "breakeven: note: '\(offer)' for '\(workload)' is left out: nobody states one of its prices\n"
      )
    }
  }
}
