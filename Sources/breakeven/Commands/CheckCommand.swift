import ArgumentParser
import Diagnostics
import Site

/// `breakeven check`: everything that a build would find, and nothing written.
struct CheckCommand: AsyncParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every mistake in a site, and write nothing.",
    discussion: """
      All findings of content and templates come at once, by file and line. The exit code is 1 if \
      there is an error.

      Examples:
        breakeven check
        breakeven check --strict --format github
      """)

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var publication: Publication
  @OptionGroup var reporting: Reporting

  func run() async throws {
    var options = try publication.options(of: site, on: day)
    options.validatesAll = true
    let watch = Stopwatch()
    let report = try await SiteBuild.check(options)
    reporting.report(report.diagnostics, texts: report.texts)
    guard let summary = report.summary, !reporting.fails(with: report.diagnostics) else {
      throw ExitCode.failure
    }
    guard !reporting.quiet else { return }
    let text = SummaryText(summary, milliseconds: watch.milliseconds)
    try Console.write(
      reporting.format == .json
        ? text.json(output: false) : text.lines(verb: "Checked", output: false))
  }
}
