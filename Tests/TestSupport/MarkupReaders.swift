/// Reads the tables that we write in AsciiDoc: a line a cell, characters by reference.
///
/// What Asciidoctor would take for markup is not read but refused, so that a text with it cannot
/// come back as it was.
public enum AsciiDocReader {
  /// The rows of the table of a file, cell by cell; `nil` for what is no such table.
  public static func rows(_ text: String) -> [[String]]? {
    // By scalars: an accent in front of a cell would join the bar before it to one character.
    let parts = text.unicodeScalars.split(
      separator: "|===\n".unicodeScalars, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return allOrNone(
      parts[1].split(separator: "\n\n".unicodeScalars).map { row in
        allOrNone(
          row.split(separator: "\n").map { line in
            line.first == "|" ? self.text(String(line.dropFirst())) : nil
          })
      })
  }

  private static let markup = [
    "*", "_", "`", "#", "^", "~", "+", "|", "\\", "{", "}", "<", ">", "[", "]", "'", "@", "--",
    "..",
    "==", "//", "::", "((", "))", "(C", "(R", "(T", "$$", ",,", "!!", ":/",
  ]
  private static let starts = [".", "-", "=", "/", ",", "!", ":", "%", "•", " "]

  /// A text of which no part is markup; `nil` for any other.
  public static func text(_ text: String) -> String? {
    var plain = String.UnicodeScalarView()
    // With a line feed for each reference, which joins no two signs.
    var rest = String.UnicodeScalarView()
    var left = text.unicodeScalars[...]
    while let scalar = left.popFirst() {
      guard scalar == "&" else {
        plain.append(scalar)
        rest.append(scalar)
        continue
      }
      let reference = left.prefix { $0 != ";" }
      guard reference.first == "#", let code = UInt32(String(reference.dropFirst())),
        let meant = Unicode.Scalar(code)
      else { return nil }
      plain.append(meant)
      rest.append("\n")
      left = left[reference.endIndex...].dropFirst()
    }
    let isMarkup =
      markup.contains { rest.firstRange(of: $0.unicodeScalars) != nil }
      || starts.contains { rest.starts(with: $0.unicodeScalars) }
    return isMarkup ? nil : String(plain)
  }
}

/// Reads the list tables that we write in reStructuredText: a backslash makes what follows plain.
public enum RestructuredTextReader {
  /// The rows of the table of a file, cell by cell; `nil` for what is no such table.
  public static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    for line in text.unicodeScalars.split(separator: "\n") {
      let isFirst = line.starts(with: "   * -".unicodeScalars)
      guard isFirst || line.starts(with: "     -".unicodeScalars) else { continue }
      guard let cell = self.text(String(line.dropFirst(7))) else { return nil }
      if isFirst { rows.append([]) }
      rows[rows.count - 1].append(cell)
    }
    return rows
  }

  /// A text of which no part is markup; `nil` for any other.
  public static func text(_ text: String) -> String? {
    var plain = ""
    var scalars = text.unicodeScalars[...]
    // A line of one sign alone is one below or above a heading.
    if let first = scalars.first, isSign(first), scalars.allSatisfy({ $0 == first }) { return nil }
    if let first = scalars.first, first != "\\", first != "$", isSign(first) { return nil }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\\":
        // A blank behind it is none at all.
        guard let next = scalars.popFirst() else { return nil }
        if next != " " { plain.unicodeScalars.append(next) }
      case "*", "`", "|": return nil
      case "_"
      where scalars.first.map(isWord) != true || !(plain.unicodeScalars.last.map(isWord) ?? false):
        return nil
      case ":" where scalars.first != " ": return nil
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && !isWord(scalar) && scalar != " " || "•‣⁃".unicodeScalars.contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// The values, if there is one in each place.
func allOrNone<Value>(_ values: [Value?]) -> [Value]? {
  let known = values.compactMap(\.self)
  return known.count == values.count ? known : nil
}
