import ArgumentParser
import Content
import Diagnostics

/// `breakeven explain`: how the amounts of a scenario come about.
struct ExplainCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an amount of a scenario: its arithmetic, and who states what went in.",
    discussion: """
      The same arithmetic opens below every amount of the site. Without --workload, every \
      workload of the scenario is explained.

      Examples:
        breakeven explain idle-replicas baseten-h100
        breakeven explain monthly-tiers gmi-h100 --workload high --format json
      """)

  @Argument(help: "The id of a scenario; 'breakeven list scenarios' has them.")
  var scenario: String

  @Argument(help: "The id of an offer in that scenario.")
  var offer: String

  @Option(help: ArgumentHelp("The id of one of its workloads.", valueName: "id"))
  var workload: String?

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var reporting: Reporting

  func run() throws {
    let content = try site.content(on: day, reporting: reporting)
    let explanation = try Explanation(
      content, scenario: scenario, offer: offer, workload: workload)
    try Console.write(reporting.format == .json ? explanation.json() : explanation.text())
  }
}
