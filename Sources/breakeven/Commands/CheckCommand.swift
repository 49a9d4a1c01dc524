import ArgumentParser
import Content
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
        breakeven check --strict --format github
        breakeven check --max-age 60d           which prices to read again
      """)

  @OptionGroup var site: SiteFolder
  @OptionGroup var day: PricingDay
  @OptionGroup var publication: Publication
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var reporting: Reporting

  func run() async throws {
    try evidence.check()
    var options = try publication.options(of: site, on: day)
    options.validatesAll = true
    let watch = Stopwatch()
    let report = try await SiteBuild.check(options)
    let findings = try report.diagnostics + oldEvidence(in: report.content)
    reporting.report(findings, texts: report.texts)
    guard let summary = report.summary, !reporting.fails(with: findings) else {
      throw ExitCode.failure
    }
    guard !reporting.quiet else { return }
    let text = SummaryText(summary, milliseconds: watch.milliseconds)
    try Console.write(
      reporting.format == .json
        ? text.json(output: false) : text.lines(verb: "Checked", output: false))
  }

  /// Prices that were read too long ago; none where other mistakes are in the way.
  private func oldEvidence(in content: SiteContent?) throws -> [Diagnostic] {
    guard let content, let age = try evidence.age(of: content.settings) else { return [] }
    return age.findings(in: content)
  }
}
