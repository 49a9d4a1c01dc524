import ArgumentParser
import Diagnostics
import Site

/// `breakeven upgrade-templates`: a site's templates beside those of the program.
struct UpgradeTemplatesCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade-templates",
    abstract: "Compare a site's templates and schemas with the program's, and take those.",
    discussion: """
      Without --write nothing is changed. With it files that are new in the program, or that nobody \
      has changed here since they came from it, are taken over, and those that left it are removed. \
      What was changed here stays as it is; where the program's has changed too, that is put beside \
      it as a hidden file, which no build reads. .breakeven/templates.json knows what came from the \
      program: keep it with the site.

      Examples:
        breakeven upgrade-templates
        breakeven upgrade-templates --write --source docs/costs
      """)

  @Flag(help: "Take the program's files, where no work of an author is lost.")
  var write = false

  @OptionGroup var program: ProgramHome
  @OptionGroup var site: SiteFolder
  @OptionGroup var reporting: Reporting

  func run() throws {
    let upgrade = try TemplateUpgrade(of: site.source, with: try program.folder())
    if write { try upgrade.write() }
    guard !reporting.quiet else { return }
    try Console.write(reporting.format == .json ? json(upgrade) : text(upgrade))
  }

  private func text(_ upgrade: TemplateUpgrade) -> String {
    let same = upgrade.entries.count { $0.state == .same }
    let others = upgrade.entries.filter { $0.state != .same }
    let takes = others.count { $0.state.canBeTaken }
    var lines = others.map(line)
    lines.append("\(Counted.text(same, "file")) the same as the program's")
    if takes > 0, !write { lines.append("--write takes \(takes) of the others from the program") }
    return lines.map { "\($0)\n" }.joined()
  }

  private func line(_ entry: TemplateUpgrade.Entry) -> String {
    var text = "\(entry.path): \(entry.state.phrase)"
    guard write else { return text }
    if entry.state.canBeTaken { text += entry.state == .gone ? "; removed" : "; taken" }
    if entry.state.needsAnAuthor { text += "; the program's is in \(entry.beside)" }
    return text
  }

  private func json(_ upgrade: TemplateUpgrade) -> String {
    let files = upgrade.entries.map { entry in
      JSONValue.object([("path", .string(entry.path)), ("state", .string(entry.state.rawValue))])
    }
    return JSONValue.object([("files", .array(files)), ("written", .boolean(write))]).text + "\n"
  }
}
