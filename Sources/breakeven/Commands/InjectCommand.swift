import ArgumentParser
import Content
import Diagnostics
import Injection
import Reports
import Site

/// `breakeven inject`: tables and charts kept current inside of other people's documents.
struct InjectCommand: AsyncParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "inject",
    abstract: "Keep tables and charts current inside of documents.",
    discussion: """
      A block stands between two comments, each on a line of its own:

        <!-- BEGIN breakeven:table id=monthly-tiers rows=5 -->
        <!-- END breakeven:table -->

      or breakeven:chart. The words are the options of 'breakeven embed'. In AsciiDoc the lines \
      begin with //, in reStructuredText with .., in LaTeX with %; in MDX they are {/* … */}, and \
      [//]: # (…) will do in any Markdown. What stands in code is left alone, and so is every byte \
      outside of the blocks. With any mistake no file is written.

      Examples:
        breakeven inject README.md docs/*.md
        breakeven inject --check README.md
      """)

  @Argument(help: ArgumentHelp("Documents with blocks.", valueName: "file"))
  var files: [String]

  @Flag(help: "Write nothing; print what would change, and end with 1 if anything would.")
  var check = false

  @OptionGroup var site: EmbedSite
  @OptionGroup var reporting: Reporting

  func run() async throws {
    let documents = try InjectedFiles(files, reporting)
    let changed = try await documents.changed(by: site, reporting)
    if check {
      let diffs = changed.map { file in
        UnifiedDiff.text(
          from: String(decoding: file.old, as: UTF8.self),
          to: String(decoding: file.new, as: UTF8.self), path: file.path)
      }
      try Console.write(diffs.joined())
    } else {
      try FileReplacement.replace(changed)
    }
    if !reporting.quiet { Console.notify(documents.summary(changed: changed.count, check: check)) }
    if check, !changed.isEmpty { throw ExitCode.failure }
  }
}
