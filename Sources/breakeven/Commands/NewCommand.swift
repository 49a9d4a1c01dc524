public import ArgumentParser
public import Content
import Diagnostics
import Publishing
import Site

/// `breakeven new`: a file to go on with, which is right as it is.
struct NewCommand: AsyncParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a scenario, a rate card, a page or a file of claims.",
    discussion: """
      Writes a file with comments that say what belongs where. The site can be built with it as it \
      is; a rate card also lists its source in content/sources.yaml. Nothing is overwritten.

      Examples:
        breakeven new scenario night-shift
        breakeven new rate-card example-cloud --source docs/costs
      """)

  @Argument(
    help: ArgumentHelp(
      "What to begin: \(ScaffoldKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: ScaffoldKind

  @Argument(help: "Its id: lower-case letters and digits, joined by - or .")
  var name: String

  @OptionGroup var site: SiteFolder
  @OptionGroup var reporting: Reporting

  func run() async throws {
    let present = try SiteFiles.content(of: site.source)
    let content = try SiteFolder.content(of: present, reporting: reporting)
    let scaffold: Scaffold
    do {
      scaffold = try Scaffold(kind, named: name, in: content, beside: present)
    } catch {
      throw Failure([error.diagnostic(at: SourceLocation(file: "breakeven"))])
    }
    // What is begun must be right; nothing is written before that is known.
    let options = SiteOptions(source: site.source, output: site.source)
    let report = try await SiteBuild.check(options, adding: scaffold.files)
    let mistakes = report.diagnostics.filter { $0.severity == .error }
    guard mistakes.isEmpty else {
      reporting.report(mistakes, texts: report.texts)
      throw ExitCode.failure
    }
    try ContentWriter.write(
      scaffold.files, replacing: present.map(\.path), in: site.source)
    guard !reporting.quiet else { return }
    let paths = scaffold.files.map(\.path)
    try Console.write(
      reporting.format == .json
        ? JSONValue.object([("path", .string(scaffold.path)), ("files", .strings(paths))]).text
          + "\n"
        : paths.map { "Wrote \(SiteFolder.joined(site.source, $0))\n" }.joined())
  }
}

extension ScaffoldKind: ExpressibleByArgument {}
