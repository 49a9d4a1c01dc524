import Messages

/// Fields and records of CSV as RFC 4180 has it, with line feeds.
enum CSV {
  /// A field, and whether a spreadsheet may count with it: then it is ours and no formula.
  typealias Field = (text: String, isNumber: Bool)

  /// Appends a line; a lone empty field is quoted, because to many readers an empty line is no
  /// record.
  static func append(record fields: [Field], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(field, to: &output)
    }
    if fields.count == 1, fields[0].text.isEmpty { output.append(contentsOf: "\"\"".utf8) }
    output.append(UInt8(ascii: "\n"))
  }

  private static func append(_ field: Field, to output: inout [UInt8]) {
    let bytes = field.text.utf8
    let needsQuotes = bytes.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
    if !field.isNumber, isFormula(field.text) { output.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if needsQuotes, byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
  }

  private static func isDecimal(_ digits: Substring.UTF8View) -> Bool {
    !digits.isEmpty
      && digits.allSatisfy {
        $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
  }

  /// Whether a spreadsheet would run the text: some take the wide forms of East Asian keyboards too.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if first < 128 {
      guard "=+-@".utf8.contains(first) else { return false }
      return first != UInt8(ascii: "-") || !isDecimal(text.utf8.dropFirst())
    }
    // The wide forms begin with one byte, which hardly any other text begins with.
    guard first == 0xEF, let scalar = text.unicodeScalars.first else { return false }
    return "＝＋－＠".unicodeScalars.contains(scalar)
  }
}

extension TableFormat {
  /// The rows as readers see them: the head, then a line for each.
  ///
  /// What is said about cells stands in a last column, if there is anything to say.
  package static let displayCSV = TableFormat(
    title: "CSV as shown", suffix: "-display", ending: "csv"
  ) { table, output in
    let hasNotes = table.hasCellNotes
    let head = table.columns.map(\.title) + (hasNotes ? [localized("Notes")] : [])
    CSV.append(record: head.map { ($0, isNumber: false) }, to: &output)
    for row in table.rows.indices {
      var fields: [CSV.Field] = table.rows[row].map { cell in
        switch cell.exact {
        // The amounts are ours, and a spreadsheet may well count with them.
        case .amount, .single: (cell.text, isNumber: true)
        case nil, .number, .value, .state: (cell.text, isNumber: false)
        }
      }
      if hasNotes { fields.append((table.notes(ofRow: row).joined(separator: " "), false)) }
      CSV.append(record: fields, to: &output)
    }
  }
}
