import ArgumentParser
import Content
import Diagnostics

/// `breakeven list`: what there is to price, to compare and to cite.
struct ListCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the offers, providers, scenarios and sources of a site.",
    discussion: """
      Without a kind, all four of them. The ids are those that 'breakeven price' and files take.

      Examples:
        breakeven list offers
        breakeven list --format json
      """)

  @Argument(
    help: ArgumentHelp(
      "What to list: \(Catalogue.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: Catalogue?

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var reporting: Reporting

  func run() throws {
    let content = try site.content(on: day, reporting: reporting)
    let kinds = kind.map { [$0] } ?? Catalogue.allCases
    guard reporting.format == .json else {
      let tables = kinds.map { each in
        (kind == nil ? "\(each.rawValue):\n" : "") + each.table(of: content)
      }
      return try Console.write(tables.joined(separator: "\n"))
    }
    // One object with a member for each kind, so that a kind more changes no one's reading.
    let members = kinds.map { ($0.rawValue, $0.json(of: content)) }
    try Console.write(JSONValue.object(members).text + "\n")
  }
}
