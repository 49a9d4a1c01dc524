public import Diagnostics

/// A table or a chart that somebody wants in a document, and how.
///
/// The same words ask for it everywhere: as options of a command, as attributes of a block in
/// somebody's document, and as keys of a block in a page of the site.
public struct EmbedRequest: Hashable, Sendable {
  /// What is wanted.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// A table.
    case table

    /// A chart.
    case chart
  }

  /// Whether it is a table or a chart.
  public let subject: Subject

  /// Where it is asked for.
  public let location: SourceLocation

  /// Which one: `monthly-tiers`, or `monthly-tiers/crossings`.
  public let id: Located<String>

  private let words: [EmbedOption: Located<String>]

  /// What an option says; `nil` where it is left out.
  public subscript(option: EmbedOption) -> Located<String>? { words[option] }

  /// The scenario whose table or chart it is, as far as the id names one.
  public var scenario: String { String(id.value.prefix { $0 != "/" }) }

  /// Reads what is asked for; `nil` if there was any mistake.
  ///
  /// - Parameters:
  ///   - subject: Whether it is a table or a chart.
  ///   - words: The options by their names, each with its place; no name comes twice.
  ///   - location: Where it is asked for.
  ///   - findings: Receives every mistake: names that do not exist, values that are none.
  public init?(
    _ subject: Subject, _ words: [(name: String, value: Located<String>)],
    at location: SourceLocation, into findings: inout [Diagnostic]
  ) {
    let known = findings.count
    let names = EmbedOption.allCases.filter { $0.subjects.contains(subject) }.map(\.rawValue)
    var options: [EmbedOption: Located<String>] = [:]
    for (name, value) in words {
      guard let option = EmbedOption(rawValue: name), names.contains(name) else {
        findings.append(
          Diagnostic(
            .error, at: value.location, "'\(name)' is not an option of a \(subject.rawValue)",
            hint: Suggestion.hint(for: name, in: names, noun: "options")))
        continue
      }
      do throws(Mistake) {
        try option.check(value.value)
        options[option] = value
      } catch { findings.append(error.diagnostic(at: value.location)) }
    }
    guard let id = options[.id] else {
      if !words.contains(where: { $0.name == EmbedOption.id.rawValue }) {
        findings.append(
          Diagnostic(
            .error, at: location, "a \(subject.rawValue) without an id",
            hint: "add the id of a scenario, such as id=monthly-tiers"))
      }
      return nil
    }
    guard findings.count == known else { return nil }
    (self.subject, self.location, self.id, self.words) = (subject, location, id, options)
  }
}

/// An option of a table or a chart in a document.
public enum EmbedOption: String, Hashable, Sendable, CaseIterable {
  /// Which table, or the scenario whose chart it is.
  case id

  /// Which chart of the scenario.
  case chart

  /// What it is written in.
  case format

  /// The keys of the columns, with commas between.
  case columns

  /// How many rows from the top, or their names with commas between.
  case rows

  /// The key of a column to sort by, with a minus in front for the largest first.
  case sort

  /// The keys of columns of words, with commas between: rows that have the same there stand together.
  case groups

  /// What stands above it in place of its own title.
  case caption

  /// The language whose readers write numbers so.
  case locale

  /// Whether a chart is light, dark, or as its reader's screen.
  case theme

  /// Where the files of charts are, for the readers of the document.
  case at

  /// What it may be said of.
  public var subjects: Set<EmbedRequest.Subject> {
    switch self {
    case .id, .format, .caption: [.table, .chart]
    case .columns, .rows, .sort, .groups, .locale: [.table]
    case .chart, .theme, .at: [.chart]
    }
  }

  /// Refuses what no site could have; whether this one has it shows when it is looked for.
  fileprivate func check(_ value: String) throws(Mistake) {
    let isList = self == .columns || self == .rows
    guard !value.allSatisfy({ $0.isWhitespace || isList && $0 == "," }) else {
      throw Mistake("'\(rawValue)' has no value", hint: "write it, or remove the word")
    }
    switch self {
    case .format: try Self.check(value, EmbedFormat.allCases.map(\.rawValue), "format")
    case .theme: try Self.check(value, EmbedTheme.allCases.map(\.rawValue), "theme")
    case .rows where value.allSatisfy { "0"..."9" ~= $0 }:
      guard let count = Int(value), count > 0 else {
        throw Mistake("'\(value)' rows are no table", hint: "write how many rows it shows")
      }
    default: break
    }
  }

  private static func check(
    _ value: String, _ known: [String], _ noun: String
  ) throws(Mistake) {
    guard !known.contains(value) else { return }
    throw Mistake(
      "'\(value)' is not a \(noun)",
      hint: Suggestion.hint(for: value, in: known, noun: "\(noun)s"))
  }
}

/// What a table or a chart in a document is written in.
public enum EmbedFormat: String, Hashable, Sendable, CaseIterable {
  case html
  case markdown
  case csv
  case json
  case svg
  case png
  case asciidoc
  case rst
  case latex
  case iframe
  case picture
}

/// Which colours a chart has.
public enum EmbedTheme: String, Hashable, Sendable, CaseIterable {
  /// Light, and dark on dark screens.
  case adaptive
  case light
  case dark
}
