import ArgumentParser
import Changes

/// `breakeven diff`: what became of winners, crossings and invoices between two versions.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two versions of a site: winners, crossings, invoices, prices, claims.",
    discussion: """
      A version is a folder with a site, a git revision (HEAD~1, or git:name where a folder has that \
      name too), or a day: this site as of then. Prices are compared, not files: exact values, \
      whatever pages print of them. What begins after that day changes no price yet; if only one \
      version announces it, or otherwise, that is told apart.

      Examples:
        breakeven diff HEAD                     what changes that are not committed mean
        breakeven diff 2026-11-21 2026-12-01    what announced prices will do
      """)

  @Argument(help: "The version before.")
  var old: String

  @Argument(help: "The version now; the site of this folder if left out.")
  var new: String?

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var options: ChangeOptions

  @Flag(
    help: "End with 1 if anything changed or is announced; with --only-flips, if a winner did.")
  var exitCode = false

  func run() async throws {
    let (before, now) = (SiteVersion(old), new.map(SiteVersion.init))
    let date = try day.date()
    let source = site.source
    async let earlier = before.reading(of: source, on: date)
    async let later = (now ?? .folder(source)).reading(of: source, on: date)
    let (first, last) = (try await earlier, try await later)
    let change = SiteChange(
      from: try first.state(named: old), to: try last.state(named: new ?? source))
    try options.write(change)
    if exitCode, options.onlyFlips ? !change.hasNoFlips : !change.isEmpty {
      throw ExitCode.failure
    }
  }
}
