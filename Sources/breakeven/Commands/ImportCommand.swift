public import ArgumentParser
public import Content
import Diagnostics
import Pricing
import Publishing
import Site

/// `breakeven import`: rate cards from a public price list.
struct ImportCommand: ParsableCommand, ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write rate cards from a public price list that you have.",
    discussion: """
      Reads the list of a package as it was published, its numbers digit by digit, and writes a rate \
      card for each provider and one source that names package, version and hash. Where a card is \
      there already, what changed is added with its day, and no line of it changes. Behind the source of \
      an entry a comment has what the list said: a price that is another one, that cites another source, or \
      that was taken out, was changed by hand, and stays. What cannot be expressed is listed by key. Nothing is fetched:

        pip download --no-deps litellm && unzip -d litellm litellm-*.whl

      Of genai-prices its data.json is read too, a provider's YAML, or a folder with these; of models.dev \
      api.json, or the folder of its TOML files; of SkyPilot's catalogue a vms.csv, or a folder with one \
      for each cloud: machines by the hour, in their regions and as spot.

      Examples:
        breakeven import litellm litellm/ --read 2026-11-21 --dry-run
        breakeven import skypilot catalogs/v8/verda/vms.csv --read 2026-11-21
      """)

  @Argument(
    help: ArgumentHelp(
      "Which list: \(PriceList.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "list"))
  var kind: PriceList.Kind

  @Argument(
    help: "The file with the prices, or a folder: of the unpacked package, or of many files.")
  var path: String

  @Option(
    help: ArgumentHelp("The day on which you got the list.", valueName: "yyyy-mm-dd"))
  var read: String

  @Option(help: ArgumentHelp("Only this provider; may be given again.", valueName: "id"))
  var provider: [String] = []

  @Option(help: ArgumentHelp("Only keys that hold this; may be given again.", valueName: "text"))
  var only: [String] = []

  @Flag(help: "Write nothing, and say what would be written.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Price the calls in a file instead, a line each with tabs between: provider, key, what is "
        + "chosen (tier=batch or -), when (mon 03:00 or -), and counts (input_tokens=10,requests=1).",
      valueName: "file"))
  var calls: String?

  @OptionGroup var site: SiteFolder
  @OptionGroup var reporting: Reporting

  func run() throws {
    guard let day = CalendarDate(read) else {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--read"), "'\(read)' is no day",
          hint: "write it like 2026-11-21")
      ])
    }
    let list = try ListFolder(kind: kind, path: path).list(read: day)
      .selecting(providers: provider, words: only)
    let present = try SiteFiles.content(of: site.source)
    let content = try SiteFolder.content(of: present, reporting: reporting)
    let made = try ListFolder.files(of: list, into: present, saying: content)
    let kept = present.filter { old in !made.files.contains { $0.path == old.path } }
    // What is written must be right; nothing is written before that is known.
    let changed = try SiteFolder.content(of: kept + made.files, reporting: reporting)
    if let calls {
      return try Console.write(try ListedCalls(ids: made.ids, content: changed).priced(calls))
    }
    if !dryRun {
      try ContentWriter.write(made.files, replacing: present.map(\.path), in: site.source)
    }
    guard !reporting.quiet else { return }
    let report = ImportReport(
      list: made.list, leftAlone: made.leftAlone,
      files: made.files.map { SiteFolder.joined(site.source, $0.path) },
      isDry: dryRun)
    try Console.write(reporting.format == .json ? report.json.text + "\n" : report.text)
  }
}

extension PriceList.Kind: ExpressibleByArgument {}
