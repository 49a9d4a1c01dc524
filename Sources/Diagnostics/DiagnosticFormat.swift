/// How diagnostics are written for their reader.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
  /// For people: location, message, the line with a caret, a hint.
  case text

  /// For programs: one JSON object a line.
  case json

  /// For GitHub Actions: workflow commands that annotate the pull request.
  case github

  /// Writes one diagnostic.
  ///
  /// - Parameters:
  ///   - diagnostic: What to write.
  ///   - source: The text of the file it points into, for the excerpt; `nil` leaves it out.
  /// - Returns: One or more lines, each ending in a line feed.
  public func text(of diagnostic: Diagnostic, source: String?) -> String {
    switch self {
    case .text: Self.plain(diagnostic, source: source)
    case .json: Self.json(diagnostic)
    case .github: Self.github(diagnostic)
    }
  }

  private static func plain(_ diagnostic: Diagnostic, source: String?) -> String {
    var text = "\(diagnostic.location): \(diagnostic.severity.rawValue): \(diagnostic.message)\n"
    if let source, let line = diagnostic.location.line {
      text += excerpt(of: source, line: line, column: diagnostic.location.column)
    }
    if let hint = diagnostic.hint { text += "  hint: \(hint)\n" }
    return text
  }

  /// The line and a caret under the column; a long line is cut around the caret.
  private static func excerpt(of source: String, line: Int, column: Int?) -> String {
    let lines = source.split(
      separator: "\n", maxSplits: line, omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else { return "" }
    // A tab or a control character would put the caret in the wrong place.
    let scalars = lines[line - 1].unicodeScalars.map { $0.value < 32 ? " " : $0 }
    let width = 96
    let start = max(0, min((column ?? 1) - 1 - width / 2, scalars.count - width))
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars.dropFirst(start).prefix(width))
    let margin = "  \(line) | "
    var text = "\(margin)\(String(shown))\n"
    if let column {
      let blank = String(repeating: " ", count: max(0, column - 1 - start))
      text += "\(String(repeating: " ", count: margin.count - 2))| \(blank)^\n"
    }
    return text
  }

  private static func json(_ diagnostic: Diagnostic) -> String {
    var members: [(String, JSONValue)] = [("file", .string(diagnostic.location.file))]
    if let line = diagnostic.location.line { members.append(("line", .number(line))) }
    if let column = diagnostic.location.column { members.append(("column", .number(column))) }
    members.append(("severity", .string(diagnostic.severity.rawValue)))
    members.append(("message", .string(diagnostic.message)))
    if let hint = diagnostic.hint { members.append(("hint", .string(hint))) }
    return String(decoding: JSONValue.object(members).file, as: UTF8.self)
  }

  private static func github(_ diagnostic: Diagnostic) -> String {
    var place = "file=\(escaped(diagnostic.location.file, property: true))"
    if let line = diagnostic.location.line { place += ",line=\(line)" }
    if let column = diagnostic.location.column { place += ",col=\(column)" }
    let hint = diagnostic.hint.map { "\nhint: \($0)" } ?? ""
    let message = escaped(diagnostic.message + hint, property: false)
    return "::\(diagnostic.severity.rawValue) \(place)::\(message)\n"
  }

  /// Workflow commands end at a line feed, and their properties at a comma or colon.
  private static func escaped(_ text: String, property: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
