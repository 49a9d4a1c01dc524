import ArgumentParser
import Diagnostics
import Site

/// `breakeven build`: the whole site, written only if nothing is wrong with it.
struct BuildCommand: AsyncParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site: content/ and templates/ into output/.",
    discussion: """
      The output folder is replaced as a whole, and only by a site without an error. The last line \
      printed says what was built, the one before is the page to open.

      Examples:
        breakeven build
        breakeven build --source docs/costs --base-url https://example.com/costs
      """)

  @OptionGroup var site: SiteFolder
  @OptionGroup var publication: Publication
  @OptionGroup var reporting: Reporting

  func run() async throws {
    let options = try publication.options(of: site)
    let watch = Stopwatch()
    // A warning must stop a strict build before the last good site is replaced.
    if reporting.strict {
      let report = try await SiteBuild.check(options)
      guard report.diagnostics.isEmpty else { try stop(report) }
    }
    let report = try await SiteBuild.build(options)
    guard let summary = report.summary, !reporting.fails(with: report.diagnostics) else {
      try stop(report)
    }
    reporting.report(report.diagnostics, texts: report.texts)
    guard !reporting.quiet else { return }
    let text = SummaryText(summary, milliseconds: watch.milliseconds)
    try Console.write(
      reporting.format == .json ? text.json(output: true) : text.lines(verb: "Built", output: true))
  }

  private func stop(_ report: SiteReport) throws -> Never {
    reporting.report(report.diagnostics, texts: report.texts)
    throw ExitCode.failure
  }
}
