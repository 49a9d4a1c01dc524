import ArgumentParser
import Changes
import Content
import Diagnostics
import Pricing
import Publishing
import Site

/// `breakeven reprice`: a dated entry in a rate card, and what it will change.
struct RepriceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprice",
    abstract: "Write a new price or rule into a rate card, and say what it changes.",
    discussion: """
      A dated entry follows the newest one, in its layout; comments and all other lines stay as \
      they are. Nothing is written unless the newest entry says what is expected. What the entry \
      changes is told as by 'breakeven diff', as of its first day.

      Examples:
        breakeven reprice modal-h100 --expect 3.95 --to 3.49 --from 2026-12-01 --source modal-news
        breakeven reprice modal-h100 --rule idle_timeout --expect '60 s' --to '30 s' \
      --from 2026-12-01 --source modal-news --dry-run
      """)

  @Argument(help: "The id of an offer; 'breakeven list offers' has them.")
  var offer: String

  @Option(
    help: ArgumentHelp(
      "What the price is for, such as gpu-hour; needed where the offer has several.",
      valueName: "unit"))
  var unit: String?

  @Option(
    help: ArgumentHelp(
      "The rule to change instead of a price, such as idle_timeout or billed.idle_tail.",
      valueName: "key"))
  var rule: String?

  @Option(
    help: ArgumentHelp(
      "The condition of the price, as the card has it below 'when', such as tier=batch; may be given "
        + "again.", valueName: "what=which"))
  var when: [String] = []

  @Option(help: ArgumentHelp("What the newest entry says, as it is written.", valueName: "value"))
  var expect: String

  @Option(help: ArgumentHelp("What holds from the day on.", valueName: "value"))
  var to: String

  @Option(help: ArgumentHelp("The first day on which it holds.", valueName: "yyyy-mm-dd"))
  var from: String

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("The id of the source that states it.", valueName: "id"))
  var cited: String

  @Option(help: ArgumentHelp("The words of the source, which hold the number.", valueName: "words"))
  var quote: String?

  @Option(
    name: [.customShort("s"), .customLong("site")],
    help: ArgumentHelp("The folder with content/ and templates/.", valueName: "folder"))
  var folder = "."

  @Flag(help: "Say what would be written and what it changes, and write nothing.")
  var dryRun = false

  @OptionGroup var options: ChangeOptions

  func run() async throws {
    let change = try repricing()
    let files = try SiteFiles.content(of: folder)
    let before = await StateReading(files, on: nil)
    _ = try before.state(named: folder)
    guard let content = before.content else { return }
    let edit: Repricing.Edit
    do { edit = try change.edit(files, of: content) } catch { throw refused(error, before) }
    let changed = files.map { $0.path == edit.new.path ? edit.new : $0 }
    // What begins later is compared as of its first day.
    let day = max(change.from, content.settings.day)
    async let earlier = StateReading(files, on: day)
    async let later = StateReading(changed, on: day)
    let (old, new) = (try await earlier.state(named: folder), await later)
    guard let state = new.state else { throw unfit(new) }
    if !dryRun {
      let path = SiteFolder.joined(folder, edit.old.path)
      try FileReplacement.replace([
        FileReplacement(path: path, old: edit.old.bytes, new: edit.new.bytes)
      ])
    }
    if options.format == .text {
      let verb = dryRun ? "would say" : "says"
      try Console.write(
        "\(edit.location) \(verb):\n" + edit.lines.map { "+ \($0)\n" }.joined() + "\n")
    }
    try options.write(SiteChange(from: old, to: state))
  }

  private func repricing() throws -> Repricing {
    func given(_ flag: String, _ text: String) -> GivenValue {
      GivenValue(flag, text, at: SourceLocation(file: "--\(flag)"))
    }
    guard let day = try PricingDay.read(from, flag: "--from") else {
      preconditionFailure("the flag is required")
    }
    if let rule, unit != nil {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--unit"), "a unit beside the rule '\(rule)'",
          hint: "keep one of --unit, --rule")
      ])
    }
    if let rule, !when.isEmpty {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--when"), "a condition beside the rule '\(rule)'",
          hint: "keep one of --when, --rule")
      ])
    }
    let known = try unit.map(Self.unit)
    return Repricing(
      offer: offer, subject: rule.map { .rule($0) } ?? .rate(known),
      when: try when.map(Self.condition), expected: given("expect", expect), value: given("to", to),
      from: day,
      source: given("source", cited), quote: quote)
  }

  private static func unit(_ word: String) throws -> RateUnit {
    if let unit = RateUnit(rawValue: word) { return unit }
    let words = RateUnit.allCases.map(\.rawValue)
    throw Failure([
      Diagnostic(
        .error, at: SourceLocation(file: "--unit"), "'\(word)' is not a unit of a price",
        hint: Suggestion.hint(for: word, in: words, noun: "units"))
    ])
  }

  private static func condition(_ text: String) throws -> GivenValue {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Failure([
        Diagnostic(
          .error, at: SourceLocation(file: "--when"), "'\(text)' is not a condition",
          hint: "write what and which, like tier=batch")
      ])
    }
    return GivenValue(parts[0], parts[1], at: SourceLocation(file: "--when"))
  }

  /// What the site says in a refusal is a finding with its lines; what the call says is a failure.
  private func refused(_ refusal: Repricing.Refusal, _ site: StateReading) -> any Error {
    let finding = refusal.finding
    guard finding.location.line != nil else { return Failure([finding]) }
    FindingsWriter(format: .text).write([finding], texts: site.texts)
    return ExitCode.failure
  }

  /// The new entry makes a site with mistakes: they are shown in the lines as they would be.
  private func unfit(_ reading: StateReading) -> any Error {
    FindingsWriter(format: .text).write(
      reading.diagnostics.filter { $0.severity == .error }, texts: reading.texts)
    return ExitCode.failure
  }
}
