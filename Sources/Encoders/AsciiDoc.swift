import Diagnostics

extension TableFormat {
  /// A table of AsciiDoc between its caption and what is said about it.
  ///
  /// Every cell has a line of its own, so that none is taken for how the next one should look.
  package static let asciidoc = TableFormat(title: "AsciiDoc", ending: "adoc") { table, output in
    func write(_ text: String) { output.append(utf8: text) }
    let widths = table.columns.indices.map { table.isAmounts(column: $0) ? ">1" : "<2" }
    write(".\(AsciiDocText.inline(table.caption))\n")
    // A number in front of the caption would count on from those of the document around it.
    write("[caption=\"\",cols=\"\(widths.joined(separator: ","))\",options=\"header\"]\n|===\n")
    for column in table.columns { write("|\(AsciiDocText.inline(column.title))\n") }
    for row in table.rows {
      write("\n")
      for cell in row { write("|\(AsciiDocText.inline(cell.shown))\n") }
    }
    write("|===\n")
    for text in table.paragraphs { write("\n\(AsciiDocText.inline(text))\n") }
    guard let origin = table.origin else { return }
    let title = AsciiDocText.inline(origin.title)
    let page = origin.address.map { "link:++\($0)++[\(title)]" } ?? title
    write("\n\(page). \(AsciiDocText.inline(origin.licence))\n")
  }
}

/// Plain text on its way into AsciiDoc.
package enum AsciiDocText {
  /// The text in one line, whatever stands in it.
  ///
  /// What AsciiDoc would read as markup is written as a character reference: a backslash counts
  /// there only in front of what would have been markup.
  package static func inline(_ text: String) -> String { escaped.text(text) }

  private static let escaped = EscapedText { place in
    isMarkup(place) ? "&#\(place.scalar.value);" : nil
  }

  private static func isMarkup(_ place: EscapedText.Place) -> Bool {
    let (before, after) = (place.before, place.after)
    switch place.scalar {
    case "*", "_", "`", "#", "^", "~", "+", "|", "\\", "{", "}", "<", ">", "[", "]", "&", "'", "@":
      return true
    // Several of them are a dash, an ellipsis, a heading or the edge of a block.
    case ".", "-", "=", "/", ",", "!":
      return place.isFirst || place.endsANumber || before == place.scalar || after == place.scalar
    // What stands between two of these each is not read at all.
    case "$": return before == "$" || after == "$"
    // 'term:: what it is', 'https://', 'NOTE: '; the second also of what a reference ends with.
    case ":": return place.isFirst || after != " " || before.map { "A"..."Z" ~= $0 } ?? false
    case ";": return !(before?.properties.isAlphabetic ?? false) || after == ";"
    case ")": return place.endsANumber || before == ")" || after == ")"
    // '(C)' is a sign, and '((a))' a word of the index.
    case "(": return before == "(" || after.map { "CRT(".unicodeScalars.contains($0) } ?? false
    case " ", "%", "•": return place.isFirst
    default: return false
    }
  }
}
