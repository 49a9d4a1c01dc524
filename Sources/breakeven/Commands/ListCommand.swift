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
        breakeven list offers --format json
        breakeven list --stale --max-age 60d
      """)

  @Argument(
    help: ArgumentHelp(
      "What to list: \(Catalogue.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: Catalogue?

  @Flag(help: "List the prices that were read longer ago than --max-age, the oldest first.")
  var stale = false

  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var reporting: Reporting

  func run() throws {
    try checkFlags()
    let content = try site.content(on: day, reporting: reporting)
    if stale, let age = try evidence.age(of: content.settings, usual: 0) {
      let prices = StalePrices(age, in: content)
      return try Console.write(
        reporting.format == .json ? prices.json.text + "\n" : prices.text)
    }
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

  /// Refuses what says nothing beside the other flags.
  private func checkFlags() throws {
    try evidence.check()
    var findings: [Diagnostic] = []
    if stale, let kind {
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: "--stale"), "prices beside '\(kind.rawValue)'",
          hint: "keep one of them"))
    }
    for (flag, text) in [("--max-age", evidence.maxAge), ("--today", evidence.today)]
    where text != nil && !stale {
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: flag), "an age of nothing",
          hint: "add --stale, or remove it"))
    }
    guard findings.isEmpty else { throw Failure(findings) }
  }
}
