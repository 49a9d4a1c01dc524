import Diagnostics

/// Writes findings to standard error, all at once and in reading order.
struct FindingsWriter {
  /// How each of them is written.
  var format: DiagnosticFormat

  /// Whether people get to see all of them, however many there are.
  var showsAll = false

  /// How many are shown to people otherwise.
  static let most = 100

  /// Writes findings, each once.
  ///
  /// - Parameters:
  ///   - findings: What was found, in any order.
  ///   - texts: The files that they point into, by path, for the excerpts.
  func write(_ findings: [Diagnostic], texts: [String: String] = [:]) {
    let isColoured = format == .text && Console.hasColour
    // Programs are told of all.
    let most = showsAll || format == .json ? Int.max : Self.most
    let text = Self.texts(of: findings.inReadingOrder(), in: texts, format, most) {
      finding, plain in
      isColoured ? coloured(plain, finding) : plain
    }
    Console.notify(text)
  }

  /// The first findings, and how many more there are.
  private static func texts(
    of findings: [Diagnostic], in texts: [String: String], _ format: DiagnosticFormat, _ most: Int,
    _ dressed: (Diagnostic, String) -> String = { $1 }
  ) -> String {
    var lines: (file: String, lines: SourceLines)?
    var output = ""
    for finding in findings.prefix(most) {
      let file = finding.location.file
      // They come file by file.
      if lines?.file != file { lines = texts[file].map { (file, SourceLines($0)) } }
      output += dressed(finding, format.text(of: finding, source: lines?.lines))
    }
    let rest = findings.count - most
    return rest > 0 ? "\(output)and \(rest) more; --all shows them\n" : output
  }

  /// Writes how many there are of each severity, or nothing if there are none.
  func writeCount(of findings: [Diagnostic]) { Console.notify(Self.count(of: findings)) }

  /// What a terminal without colours shows of findings, with their number.
  static func plainText(of findings: [Diagnostic], texts: [String: String] = [:]) -> String {
    Self.texts(of: findings.inReadingOrder(), in: texts, .text, most) + count(of: findings)
  }

  /// How many there are of each severity, as a line; empty if there are none.
  private static func count(of findings: [Diagnostic]) -> String {
    let findings = findings.inReadingOrder()
    let counts = [Diagnostic.Severity.error, .warning].compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : Counted.text(count, severity.rawValue)
    }
    return counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
  }

  /// Colours the severity: what the eye looks for among many lines.
  private func coloured(_ text: String, _ finding: Diagnostic) -> String {
    let start = "\(finding.location): "
    let word = finding.severity.rawValue
    guard text.hasPrefix(start + word) else { return text }
    let colour = finding.severity == .error ? "31" : "33"
    let rest = text.dropFirst(start.count + word.count)
    return "\(start)\u{1B}[1;\(colour)m\(word)\u{1B}[0m\(rest)"
  }
}
