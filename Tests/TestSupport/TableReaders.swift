/// Reads CSV the way RFC 4180 describes it, so that what is written can be compared.
public enum CSVReader {
  /// The records of a text, field by field.
  public static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        field.unicodeScalars.append(scalar)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(fields + [field])
        (fields, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}

/// Reads the table of a Markdown file: every backslash makes the next character plain.
public enum MarkdownReader {
  /// The rows of the table of a text, cell by cell.
  public static func rows(_ text: String) -> [[String]] {
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    return lines.enumerated().filter { $0.offset != 1 }.map { cells($0.element) }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var scalars = line.dropFirst().unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\\":
        if let plain = scalars.popFirst() { cell.unicodeScalars.append(plain) }
      case "|":
        // By scalars: an accent in front would go with the blank before it.
        cells.append(String(cell.unicodeScalars.dropFirst().dropLast()))
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cells
  }
}
