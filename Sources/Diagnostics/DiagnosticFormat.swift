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
  ///   - source: The lines of the file it points into, for the excerpt; `nil` leaves it out.
  /// - Returns: One or more lines, each ending in a line feed.
  public func text(of diagnostic: Diagnostic, source: SourceLines?) -> String {
    switch self {
    case .text: Self.plain(diagnostic, source: source)
    case .json: Self.json(diagnostic)
    case .github: Self.github(diagnostic)
    }
  }

  private static func plain(_ diagnostic: Diagnostic, source: SourceLines?) -> String {
    let headline = "\(diagnostic.location): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    var text = "\(headline.withoutControls)\n"
    if let source, let line = diagnostic.location.line {
      text += excerpt(of: source, line: line, column: diagnostic.location.column)
    }
    if let hint = diagnostic.hint { text += "  hint: \(hint.withoutControls)\n" }
    return text
  }

  /// The line and a caret under the column; a long line is cut around the caret.
  private static func excerpt(of source: SourceLines, line: Int, column: Int?) -> String {
    guard let whole = source[line] else { return "" }
    // A tab or a control character would put the caret in the wrong place.
    let scalars = whole.unicodeScalars.map { $0.isControl ? " " : $0 }
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
    var place = "file=\(escaped(diagnostic.location.file.withoutControls, property: true))"
    if let line = diagnostic.location.line { place += ",line=\(line)" }
    if let column = diagnostic.location.column { place += ",col=\(column)" }
    let hint = diagnostic.hint.map { "\nhint: \($0.withoutControls)" } ?? ""
    let message = escaped(diagnostic.message.withoutControls + hint, property: false)
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

extension String {
  /// The text with its control characters spelt out: what stands in a file's name or in a text may
  /// neither move the cursor of a terminal nor look like another finding.
  public var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isControl {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would obey the character, or turn the text around it about.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
