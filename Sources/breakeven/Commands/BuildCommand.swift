import ArgumentParser
import Diagnostics
import Glibc
import Publishing
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
  @OptionGroup var day: PricingDay
  @OptionGroup var publication: Publication
  @OptionGroup var reporting: Reporting

  @Option(
    help: """
      Which documents libxml2 validates: one of each structure that the templates can make, or all.
      """)
  var validate = Validation.structures

  @Flag(
    help: """
      Make everything again, even if no file of the site or its output is other than the last build \
      left it.
      """)
  var fresh = false

  @Flag(
    help: """
      Wait until the disk has the site, so that not even a machine that stops leaves half of it.
      """)
  var durable = false

  @Option(
    help: ArgumentHelp(
      """
      Write down which files are new, changed or gone: a line each, the word and the path with a tab \
      between. All others keep their inode and time.
      """, valueName: "file"))
  var changed: String?

  @Flag(
    help: """
      Say of each file whether it was made or kept from the last build, and why, before the summary.
      """)
  var explain = false

  /// Which documents libxml2 validates.
  enum Validation: String, ExpressibleByArgument, CaseIterable {
    case structures, all
  }

  func run() async throws {
    var options = try publication.options(of: site, on: day)
    options.validatesAll = validate == .all
    options.isStrict = reporting.strict
    options.reusesLastBuild = true
    options.isFresh = fresh
    options.explains = explain
    options.isDurable = durable
    StopRequest.watch()
    let watch = Stopwatch()
    let report = try await SiteBuild.build(options)
    guard let summary = report.summary, !reporting.fails(with: report.diagnostics) else {
      try stop(report)
    }
    reporting.report(report.diagnostics, texts: report.texts)
    if let explanation = report.explanation { try Console.write(explanation) }
    if let changed { try Self.write(summary.files.list, to: changed) }
    if !reporting.quiet {
      let text = SummaryText(summary, milliseconds: watch.milliseconds)
      try Console.write(
        reporting.format == .json
          ? text.json(output: true) : text.lines(verb: "Built", output: true))
    }
    // The end of the program gives memory back at once, and the end of this function piece by piece.
    withExtendedLifetime(report) { Glibc.exit(0) }
  }

  /// Writes a list in one step, over an older one.
  private static func write(_ list: String, to path: String) throws {
    let new = "\(path).new"
    do throws(OutputError) {
      if try LinuxCalls.entry(at: new) != .nothing { try LinuxCalls.remove(new) }
      try LinuxCalls.createFile(new, Array(list.utf8))
      try LinuxCalls.move(new, to: path)
    } catch { throw BuildError.writing(error) }
  }

  private func stop(_ report: SiteReport) throws -> Never {
    reporting.report(report.diagnostics, texts: report.texts)
    throw ExitCode.failure
  }
}
