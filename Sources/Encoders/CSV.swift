extension TableFormat {
  /// RFC 4180 with line feeds: the head, then a line for each row, as readers see them.
  ///
  /// A text that a spreadsheet would run as a formula has an apostrophe in front. What is said
  /// about cells stands in a last column, if there is anything to say.
  package static let csv = TableFormat(title: "CSV", ending: "csv") { table, output in
    let hasNotes = table.hasCellNotes
    let head = table.columns.map(\.title) + (hasNotes ? ["Notes"] : [])
    CSV.append(record: head.map { ($0, isAmount: false) }, to: &output)
    for row in table.rows.indices {
      var fields = table.rows[row].map { cell in
        // The amounts are ours, and a spreadsheet may well count with them.
        if case .amount = cell.exact { return (cell.text, isAmount: true) }
        return (cell.text, isAmount: false)
      }
      if hasNotes { fields.append((table.notes(ofRow: row).joined(separator: " "), false)) }
      CSV.append(record: fields, to: &output)
    }
  }
}

/// Fields and records of CSV.
private enum CSV {
  /// Appends a line; a lone empty field is quoted, because to many readers an empty line is no
  /// record.
  static func append(record fields: [(text: String, isAmount: Bool)], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(field.text, isHarmless: field.isAmount, to: &output)
    }
    if fields.count == 1, fields[0].text.isEmpty { output.append(contentsOf: "\"\"".utf8) }
    output.append(UInt8(ascii: "\n"))
  }

  /// Whether a spreadsheet may run a text: some do with signs of full width too.
  private static func mayBeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }

  private static func append(_ text: String, isHarmless: Bool, to output: inout [UInt8]) {
    let bytes = text.utf8
    let needsQuotes = bytes.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
    if !isHarmless, mayBeFormula(text) { output.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if needsQuotes, byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
  }
}
