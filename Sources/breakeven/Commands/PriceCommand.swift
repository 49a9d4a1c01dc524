import ArgumentParser
import Content
import Diagnostics
import Pricing

/// `breakeven price`: one workload on the invoice of one offer.
struct PriceCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "price",
    abstract: "Price one workload with one offer, exactly.",
    discussion: """
      The flags are the keys of a workload in content/scenarios. Amounts are written as there, or \
      without blanks: 20M, '10 %' or 10%, '9 min' or 9m; '3 s to 30 s' is a range.

      Examples:
        breakeven price modal-h100 --hours 72
        breakeven price gmi-gpt-5.4-nano --input-tokens 8M --output-tokens 2M --once
      """)

  @Argument(help: "The id of an offer; 'breakeven list offers' has them.")
  var offer: String

  @OptionGroup(title: "Workload") var workload: WorkloadFlags
  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var reporting: Reporting

  func run() throws {
    let content = try site.prices(of: offer, on: day, reporting: reporting)
    let conflicts = workload.conflicts()
    guard conflicts.isEmpty else { throw Failure(conflicts) }
    guard let listed = content.listedOffer(offer) else {
      let ids = content.rateCards.flatMap(\.offers).map(\.offer.id).sorted()
      throw Failure(
        "'\(offer)' is not an offer of this site",
        hint: Suggestion.hint(for: offer, in: ids, noun: "offers"))
    }
    var findings: [Diagnostic] = []
    guard
      let query = PriceQuery.read(
        workload.values() + day.values, site: content.settings, into: &findings)
    else { throw Failure(findings) }
    let bill = try Bill(listed, query: query, content: content)
    try Console.write(reporting.format == .json ? bill.json() : bill.text())
  }
}
