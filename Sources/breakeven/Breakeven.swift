import ArgumentParser
import Diagnostics
import Glibc
import Publishing
import Site

/// The command line: parses, runs, and turns whatever ends a run into an exit code.
///
/// 0 is fine, 1 means findings in the site, 2 a mistake in the call or the surroundings.
@main
struct Breakeven: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "breakeven",
    abstract: "What LLM inference really costs, from rate cards to a published site.",
    discussion: """
      A site is a folder with content/ (rate cards, scenarios, pages) and templates/.

      Examples:
        breakeven init costs                    a small site to begin with
        breakeven serve                         the site of this folder, in a browser
        breakeven build                         the site of this folder, into output/
        breakeven price modal-h100 --hours 72   one invoice, here in the terminal
      """,
    version: version,
    subcommands: [
      InitCommand.self, NewCommand.self, ServeCommand.self, BuildCommand.self, CheckCommand.self,
      EmbedCommand.self, InjectCommand.self,
      ExplainCommand.self, ListCommand.self, PriceCommand.self, DiffCommand.self,
      ImportCommand.self, ExportCommand.self, RepriceCommand.self, UpgradeTemplatesCommand.self,
      VersionCommand.self,
    ])

  /// The name and the number of this release.
  static let version = "breakeven \(SiteBuild.version)"

  static func main() async {
    var writer = FindingsWriter(format: .text)
    do {
      if ThreadLimit.isTooLow {
        throw Failure(
          "there may be too few processes to do anything",
          hint: "raise the limit that 'ulimit -u' names, or end some of them")
      }
      if CommandLine.arguments.dropFirst().first == "build" {
        KeptMemory.start()
        // What any site needs, while the arguments are read on the other core.
        Task.detached { SiteBuild.prepare() }
      }
      var command = try parseAsRoot()
      if let reported = command as? any ReportingCommand {
        writer.format = reported.reporting.format
      }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Glibc.exit(end(error, writer))
    }
  }

  /// Reports what ended a run, and says with which code to exit.
  private static func end(_ error: any Error, _ writer: FindingsWriter) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    if exitCode(for: error) == .success {
      do { try Console.write(fullMessage(for: error) + "\n") } catch { return end(error, writer) }
      return ExitCode.success.rawValue
    }
    let failure =
      exitCode(for: error) == .validationFailure
      ? Failure(parsing: message(for: error), advice: fullMessage(for: error)) : Failure(error)
    writer.write(failure.findings)
    if case .writing(.stopped(let signal)) = error as? BuildError {
      StopRequest.obey(signal)
    }
    return Failure.exitCode.rawValue
  }
}
