import Diagnostics

/// Refuses Markdown whose parsing would cost far more than its length, before it is parsed.
///
/// The installed cmark-gfm is quadratic in the length of a paragraph for some openings that
/// never close, fills short table rows up to the widest, and copies a reference's address
/// wherever it is used. Limits far above any page that people read keep each linear.
enum MarkdownGuard {
  /// The longest page: 256 KiB.
  static let maximumByteCount = 262_144

  /// The longest run of lines without a blank one between them: 32 KiB.
  static let maximumRunByteCount = 32_768

  /// The most cells a table may come to.
  static let maximumCellCount = 50_000

  /// The most bytes that references may come to: 8 MiB.
  static let maximumReferenceByteCount = 8_388_608

  /// What is refused in a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func findings(in source: SourceText) -> [Diagnostic] {
    guard source.text.utf8.count <= maximumByteCount else {
      return [
        finding(in: source, line: nil, "page of over 256 KiB", hint: "split it into several pages")
      ]
    }
    var run = Run()
    var longestDefinition = 0
    var line = 1
    var closings = 0
    for text in source.text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      if text.allSatisfy({ $0 == 32 || $0 == 9 }) {
        run = Run()
      } else {
        run.add(text, line: line)
        closings += text.count { $0 == 0x5D }
        if run.mayDefine { longestDefinition = max(longestDefinition, run.byteCount) }
        if run.byteCount > maximumRunByteCount {
          return [
            finding(
              in: source, line: run.firstLine, "paragraph, list or table of over 32 KiB",
              hint: "separate its parts by blank lines")
          ]
        }
        if run.lineCount * run.widestRow > maximumCellCount {
          return [
            finding(
              in: source, line: run.firstLine, "table of over \(maximumCellCount) cells",
              hint: "publish it as data, and show a part of it")
          ]
        }
      }
      line += 1
    }
    guard longestDefinition * closings <= maximumReferenceByteCount else {
      return [
        finding(
          in: source, line: nil, "page whose link references grow past 8 MiB",
          hint: "write fewer references, or shorter addresses")
      ]
    }
    return []
  }

  private static func finding(
    in source: SourceText, line: Int?, _ message: String, hint: String
  ) -> Diagnostic {
    Diagnostic(.error, at: SourceLocation(file: source.file, line: line), message, hint: hint)
  }

  /// Lines without a blank one between them; a paragraph is never longer.
  private struct Run {
    var firstLine = 1
    var byteCount = 0
    var lineCount = 0
    var widestRow = 0
    var mayDefine = false

    mutating func add(_ text: Substring.UTF8View, line: Int) {
      if lineCount == 0 { firstLine = line }
      lineCount += 1
      byteCount += text.count + 1
      widestRow = max(widestRow, text.count { $0 == 0x7C })
      mayDefine = mayDefine || zip(text, text.dropFirst()).contains { $0 == 0x5D && $1 == 0x3A }
    }
  }
}
