import Diagnostics

extension YAMLNode {
  /// Reads a YAML text.
  ///
  /// - Parameters:
  ///   - source: The text; an empty line counts, so that a part of a file can keep its lines.
  ///   - noun: What the file is, for the message that it is empty.
  ///   - passesAliases: Whether anchors and aliases are passed, and not refused.
  ///   - findings: Receives every mistake.
  /// - Returns: `nil` if the text is not one readable document.
  /// - Complexity: O(*n*) in the length of the text.
  static func read(
    _ source: SourceText, noun: String, passesAliases: Bool = false,
    into findings: inout [Diagnostic]
  ) -> YAMLNode? {
    if let place = source.longBlank {
      findings.append(
        Diagnostic(
          .error, at: place, "more than \(SourceText.longestBlank) blanks and line ends in a row",
          hint: "remove what is not needed"))
      return nil
    }
    var reader = YAMLReader(source, passesAliases: passesAliases)
    let root = reader.root()
    findings += reader.findings
    guard reader.findings.isEmpty else { return nil }
    guard let root else {
      findings.append(
        Diagnostic(
          .error, at: SourceLocation(file: source.file), "empty \(noun)",
          hint: "write its keys, or remove the file"))
      return nil
    }
    return root
  }
}

extension SourceText {
  /// The longest run of blanks and line ends within a YAML text.
  ///
  /// For each word libyaml clears its memory of the longest run that it has seen in a text, so
  /// that a long run and many words would cost their product.
  fileprivate static let longestBlank = 1024

  /// Where a run of blanks and line ends is too long; those before the first text do not count.
  fileprivate var longBlank: SourceLocation? {
    let bytes = text.utf8.span
    guard bytes.count > Self.longestBlank else { return nil }
    var first = 0
    while first < bytes.count, bytes[first].isBlank { first += 1 }
    // A run that is too long covers the end of a stretch of that length, wherever that begins.
    var end = first + Self.longestBlank
    while end < bytes.count {
      var start = end
      while bytes[start].isBlank { start -= 1 }
      if end - start > Self.longestBlank { return location(at: start + 1) }
      end = start + Self.longestBlank + 1
    }
    return nil
  }

  private func location(at offset: Int) -> SourceLocation {
    let before = text.utf8.prefix(offset)
    let lines = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = lines.last.map { String(Substring($0)).unicodeScalars.count } ?? 0
    return SourceLocation(file: file, line: max(lines.count, 1), column: column + 1)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 }
}
