public import ArgumentParser
public import Content
import Diagnostics

/// What of a table or a chart is wanted, in the words that blocks in documents have as well.
struct EmbedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What it is written in.", valueName: "format"))
  var format = EmbedFormat.markdown

  @Option(
    help: ArgumentHelp(
      "A chart of the scenario by its name, such as heat-map.", valueName: "name"))
  var chart: String?

  @Option(
    help: ArgumentHelp("The keys of the columns, with commas between.", valueName: "keys"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "How many rows from the top, or their names with commas between.", valueName: "rows"))
  var rows: String?

  @Option(
    help: ArgumentHelp(
      "The column to sort by; -key, written --sort=-key, for the largest first.",
      valueName: "key"))
  var sort: String?

  @Option(
    help: ArgumentHelp(
      "Columns of words, by their keys: rows that have the same there stand together.",
      valueName: "keys"))
  var groups: String?

  @Option(help: ArgumentHelp("What stands above it in place of its title.", valueName: "text"))
  var caption: String?

  @Option(
    help: ArgumentHelp(
      "The language whose readers write numbers so, such as de; words stay.", valueName: "tag"))
  var locale: String?

  @Option(
    help: ArgumentHelp("The colours of a chart: adaptive, light or dark.", valueName: "theme"))
  var theme: EmbedTheme?

  @Option(
    help: ArgumentHelp(
      "Where readers of the document find the files of charts; the published site if left out.",
      valueName: "address"))
  var at: String?

  /// What is asked for, with every option at the place of its flag.
  ///
  /// - Throws: ``Failure`` for what no site could have.
  func request(_ id: String) throws -> EmbedRequest {
    let given: [(EmbedOption, String?)] = [
      (.chart, chart), (.columns, columns), (.rows, rows), (.sort, sort), (.groups, groups),
      (.caption, caption), (.locale, locale), (.theme, theme?.rawValue), (.at, at),
    ]
    let options = given.compactMap { option, value in
      value.map {
        (option.rawValue, Located($0, at: SourceLocation(file: "--\(option.rawValue)")))
      }
    }
    let place = SourceLocation(file: "breakeven")
    var findings: [Diagnostic] = []
    let request = EmbedRequest(
      subject, [(EmbedOption.id.rawValue, Located(id, at: place))] + options, at: place,
      into: &findings)
    guard let request else { throw Failure(findings) }
    return request
  }

  /// A chart where anything says so: a format of pictures, or an option that only charts have.
  private var subject: EmbedRequest.Subject {
    let isPicture = [.svg, .png, .picture].contains(format)
    return isPicture || chart != nil || theme != nil || at != nil ? .chart : .table
  }
}

extension EmbedFormat: ExpressibleByArgument {}
extension EmbedTheme: ExpressibleByArgument {}
