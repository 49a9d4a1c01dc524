import ArgumentParser
import Diagnostics
import Site

/// `breakeven init`: a small whole site to change into one's own.
struct InitCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a small site of your own.",
    discussion: """
      Writes a rate card, a scenario, a page and the templates: a site that builds as it is. Beside \
      them are a .gitignore, a workflow for GitHub that checks pull requests and publishes, and \
      script/publish for a server of your own. The folder must be empty or new; hidden files in it \
      do not count and are left alone.

      Examples:
        breakeven init costs
        breakeven init --from ~/breakeven docs/costs
      """)

  @Argument(help: "The folder of the new site.")
  var folder = "."

  @OptionGroup var program: ProgramHome
  @OptionGroup var reporting: Reporting

  func run() throws {
    guard !folder.isEmpty else {
      throw Failure("no folder for the new site", hint: "name one, or leave it out for this one")
    }
    let files = try StarterSite(home: try program.folder()).write(to: folder)
    guard !reporting.quiet else { return }
    try Console.write(reporting.format == .json ? json(files) : nextSteps)
  }

  private var nextSteps: String {
    let source = folder == "." ? "" : " --source \(ShellForm.quoted(folder))"
    let pages = SiteFolder.joined(folder, "content")
    return """
      Started a site in \(folder)

      Next:
        breakeven serve\(source)
        breakeven build\(source)
        breakeven check\(source)

      Its prices are made up. Begin with those in \(pages)/rate-cards.

      """
  }

  private func json(_ files: [String]) -> String {
    JSONValue.object([("folder", .string(folder)), ("files", .strings(files))]).text + "\n"
  }
}
