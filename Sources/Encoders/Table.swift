package import Pricing

/// A table as it is published: one value from which every format takes the same rows.
package struct Table: Hashable, Sendable {
  /// The name of its files.
  package var id: String

  /// What it shows, in a line.
  package var caption: String

  /// What a reader has to know, a paragraph each.
  package var notes: [String]

  /// The columns from left to right; each key once.
  package var columns: [Column]

  /// The rows from top to bottom; each has a cell for every column.
  package var rows: [[Cell]]

  /// How the rows are sorted, in a sentence; `nil` where it says itself or means nothing.
  package var order: String?

  /// The names of the rows for programs, such as the ids of offers; empty where they have none.
  package var rowIDs: [String] = []

  /// How many of the first columns say only which rows stand together; the one behind names a row.
  package var groups = 0

  /// Where the table is from; `nil` on the page that it is from.
  package var origin: TableOrigin?

  /// What the cells below each other have in common.
  package struct Column: Hashable, Sendable {
    /// A short stable name for programs.
    package var key: String

    /// The head, for readers.
    package var title: String

    /// Whether its cells are numbers, also where these are no amounts.
    package var isNumber: Bool

    /// Whether readers see it only where it is asked for; programs always do.
    package var isOnDemand: Bool

    /// Creates a column.
    package init(key: String, title: String, isNumber: Bool = false, isOnDemand: Bool = false) {
      self.key = key
      self.title = title
      self.isNumber = isNumber
      self.isOnDemand = isOnDemand
    }
  }

  /// One cell: what is shown, and what it means exactly.
  package struct Cell: Hashable, Sendable {
    /// What is shown: one line, without blanks at its ends.
    package let text: String

    /// What it means to programs; `nil` where the text says it all.
    package let exact: Exact?

    /// What a reader has to know about this cell, a sentence each.
    package let notes: [String]

    /// How the amount compares to others, such as `lowest`; `nil` where there is nothing to say.
    package let badge: String?

    /// The meaning of a cell that is not just text.
    package enum Exact: Hashable, Sendable {
      /// An amount of money; the high end is `nil` where it is not stated.
      case amount(low: Money, high: Money?)

      /// An amount of money that is never a range, such as a difference of two totals.
      case single(Money)

      /// A number as plain digits, twice the same or the ends of a range.
      case number(low: String, high: String)

      /// What programs read in place of the text: an id, a date as `YYYY-MM-DD`.
      case value(String)

      /// Why there is no amount: `not stated`, `does not apply`.
      case state(String)
    }

    /// Creates a cell; blanks and line feeds in the text become single spaces.
    package init(
      _ text: String, _ exact: Exact? = nil, notes: [String] = [], badge: String? = nil
    ) {
      self.text = Self.isOneLine(text) ? text : Self.oneLine(text)
      self.exact = exact
      self.notes = notes
      self.badge = badge
    }

    /// Nearly every text is one line already, and thousands of them make a table.
    private static func isOneLine(_ text: String) -> Bool {
      var last = UInt8(ascii: " ")
      let bytes = text.utf8.span
      for index in bytes.indices {
        let byte = bytes[index]
        // Above ASCII there are line ends too.
        if byte < 32 || byte == 0xC2 || byte == 0xE2 { return false }
        if byte == UInt8(ascii: " "), last == byte { return false }
        last = byte
      }
      return last != UInt8(ascii: " ") || text.isEmpty
    }

    private static func oneLine(_ text: String) -> String {
      text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
    }
  }

  /// Creates a table.
  ///
  /// - Precondition: No two columns have one key, and every row has a cell for every column.
  package init(
    id: String, caption: String, notes: [String] = [], columns: [Column], rows: [[Cell]]
  ) {
    precondition(Set(columns.map(\.key)).count == columns.count, "two columns have one key")
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "a row has other cells than the columns")
    self.id = id
    self.caption = caption
    self.notes = notes
    self.columns = columns
    self.rows = rows
  }

  /// The notes with the order of the rows, which belongs to the first of them.
  package var statements: [String] {
    guard let order else { return notes }
    return notes.isEmpty ? [order] : ["\(notes[0]) \(order)"] + notes.dropFirst()
  }

  /// What is said about the cells of a row, after the heads of their columns unless it is said of
  /// all with an amount; empty for none.
  package func notes(ofRow row: Int) -> [String] {
    said(ofRow: row).map { heads, text in heads.map { "\($0): \(text)" } ?? text }
  }

  /// The same, each after the name of the row too.
  var namedNotes: [String] {
    rows.indices.flatMap { row in
      said(ofRow: row).map { heads, text in
        let subject = [rows[row].dropFirst(groups).first?.shown, heads].compactMap(\.self)
        return "\(subject.joined(separator: ", ")): \(text)"
      }
    }
  }

  /// What is said about the cells of a row, with the heads of their columns; `nil` for all amounts.
  private func said(ofRow row: Int) -> [(heads: String?, text: String)] {
    var notes: [(text: String, heads: [String])] = []
    var amounts = 0
    for (column, cell) in zip(columns, rows[row]) {
      if case .amount = cell.exact { amounts += 1 }
      for text in cell.notes {
        if let index = notes.firstIndex(where: { $0.text == text }) {
          notes[index].heads.append(column.title)
        } else {
          notes.append((text, [column.title]))
        }
      }
    }
    return notes.map { note in
      let isOfAll = note.heads.count > 1 && note.heads.count == amounts
      return (isOfAll ? nil : note.heads.joined(separator: ", "), note.text)
    }
  }

  /// Whether anything is said about any cell.
  package var hasCellNotes: Bool { rows.contains { $0.contains { !$0.notes.isEmpty } } }
}
