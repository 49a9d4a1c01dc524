import Diagnostics

extension TableFormat {
  /// A list table of reStructuredText, then what is said about it.
  package static let restructuredText = TableFormat(title: "reStructuredText", ending: "rst") {
    table, output in
    func write(_ text: String) { output.append(utf8: text) }
    func writeRow(_ texts: some Sequence<String>) {
      for (column, text) in texts.enumerated() {
        let text = RestructuredText.inline(text)
        write("\(column == 0 ? "   * -" : "     -")\(text.isEmpty ? "" : " \(text)")\n")
      }
    }
    let widths = table.columns.indices.map { table.isAmounts(column: $0) ? "1" : "2" }
    write(".. list-table:: \(RestructuredText.inline(table.caption))\n")
    write("   :header-rows: 1\n   :widths: \(widths.joined(separator: " "))\n\n")
    writeRow(table.columns.map(\.title))
    for row in table.rows { writeRow(row.lazy.map(\.shown)) }
    for text in table.paragraphs { write("\n\(RestructuredText.inline(text))\n") }
    guard let origin = table.origin else { return }
    let title = RestructuredText.inline(origin.title)
    // Two underscores: the title is no name that other links could mean.
    let page = origin.address.map { "`\(title) <\($0)>`__" } ?? title
    write("\n\(page). \(RestructuredText.inline(origin.licence))\n")
  }
}

/// Plain text on its way into reStructuredText.
package enum RestructuredText {
  /// The text in one line, with a backslash before everything that would be read as markup.
  package static func inline(_ text: String) -> String { escaped.text(text) }

  private static let escaped = EscapedText { place in
    if place.scalar == " ", place.isFirst { return "" }
    // A line of nothing but backslashes would be one below or above a heading; the blank is none.
    if place.scalar == "\\", place.isFirst { return "\\ \\\\" }
    return isMarkup(place) ? "\\\(place.scalar)" : nil
  }

  private static func isMarkup(_ place: EscapedText.Place) -> Bool {
    switch place.scalar {
    case "*", "`", "|", "\\", "<", ">", "@": return true
    // Behind a word it makes a link of that, in front of one it may be half of one.
    case "_":
      let isInside = [place.before, place.after].allSatisfy {
        $0?.properties.isAlphabetic == true || $0?.properties.numericType != nil
      }
      return !isInside
    // ':role:', 'https://', and two of them at the end of a line.
    case ":": return place.isFirst || place.after != " "
    case ".", ")": return place.isFirst || place.endsANumber
    // A line that begins with one of these is an item of a list, a heading or a block.
    case "$" where place.isFirst: return place.after == "$" || place.after == nil
    case "•", "‣", "⁃": return place.isFirst
    case _ where place.isFirst: return place.scalar.isASCII && !isWord(place.scalar)
    default: return false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
