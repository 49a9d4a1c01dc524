import Diagnostics
import Publishing
import Site

/// What a build or a check came to, as its last line or as JSON.
struct SummaryText {
  private let summary: BuildSummary
  private let milliseconds: Int

  init(_ summary: BuildSummary, milliseconds: Int) {
    self.summary = summary
    self.milliseconds = milliseconds
  }

  /// The summary in one line, after the page to open if there is one.
  func lines(verb: String, output: Bool) -> String {
    let parts = [
      Counted.text(summary.pages, "page"), Counted.text(summary.charts, "chart"),
      Counted.text(summary.dataFiles, "data file"),
    ]
    let page = output ? "\(summary.output)\n" : ""
    if summary.isUnchanged {
      return page + "Nothing has changed since the last build: \(parts.joined(separator: ", ")), "
        + "looked at in \(milliseconds) ms\n"
    }
    let documents = Counted.text(summary.documentsValid, "document")
    return page + "\(verb) \(parts.joined(separator: ", ")) in \(milliseconds) ms "
      + "(\(documents) valid, \(summary.documentsValidated) of them by libxml2 itself)\(changes)\n"
  }

  /// What became of the files of the last site, if there was one.
  private var changes: String {
    let files = summary.files
    guard files.replacesASite else { return "" }
    let parts = [
      (files.new.count, "new"), (files.changed.count, "changed"), (files.gone.count, "gone"),
      (files.kept, "as they were"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? "" : "; files: \(words.joined(separator: ", "))"
  }

  /// The summary as one JSON object.
  func json(output: Bool) -> String {
    var members: [(String, JSONValue)] = [
      ("pages", .number(summary.pages)), ("charts", .number(summary.charts)),
      ("data_files", .number(summary.dataFiles)),
      ("documents_valid", .number(summary.documentsValid)),
      ("documents_validated", .number(summary.documentsValidated)),
      ("milliseconds", .number(milliseconds)),
    ]
    if output {
      let files = summary.files
      members += [
        ("output", .string(summary.output)), ("files_new", .number(files.new.count)),
        ("files_changed", .number(files.changed.count)),
        ("files_gone", .number(files.gone.count)), ("files_kept", .number(files.kept)),
      ]
    }
    return JSONValue.object(members).text + "\n"
  }
}

/// Measures how long a command takes, for its summary only; nothing published knows the time.
struct Stopwatch {
  private let start = ContinuousClock.now

  /// Whole milliseconds since the start.
  var milliseconds: Int {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Int(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
  }
}
