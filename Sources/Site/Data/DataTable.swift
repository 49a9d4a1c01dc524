import Pricing

/// A table as it is published: one value from which every format takes the same rows.
struct DataTable: Hashable, Sendable {
  /// The name of its files.
  var id: String

  /// What it shows, in a line.
  var caption: String

  /// What a reader has to know, a paragraph each.
  var notes: [String]

  /// The columns from left to right; each key once.
  var columns: [Column]

  /// The rows from top to bottom; each has a cell for every column.
  var rows: [[Cell]]

  /// What the cells below each other have in common.
  struct Column: Hashable, Sendable {
    /// A short stable name for programs.
    var key: String

    /// The head, for readers.
    var title: String
  }

  /// One cell: what is shown, and what it means exactly.
  struct Cell: Hashable, Sendable {
    /// What is shown: one line, without blanks at its ends.
    let text: String

    /// What it means to programs; `nil` where the text says it all.
    let exact: Exact?

    /// What a reader has to know about this cell, a sentence each.
    let notes: [String]

    /// The meaning of a cell that is not just text.
    enum Exact: Hashable, Sendable {
      /// An amount of money; the high end is `nil` where it is not stated.
      case amount(low: Money, high: Money?)

      /// Why there is no amount: `not stated`, `does not apply`.
      case state(String)
    }

    /// Creates a cell; blanks and line feeds in the text become single spaces.
    init(_ text: String, _ exact: Exact? = nil, notes: [String] = []) {
      self.text = text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
      self.exact = exact
      self.notes = notes
    }
  }

  /// Creates a table.
  ///
  /// - Precondition: No two columns have one key, and every row has a cell for every column.
  init(
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

  /// What is said about the cells of a row, after the heads of their columns; empty for none.
  func notes(ofRow row: Int) -> [String] {
    var notes: [(text: String, heads: [String])] = []
    for (column, cell) in zip(columns, rows[row]) {
      for text in cell.notes {
        if let index = notes.firstIndex(where: { $0.text == text }) {
          notes[index].heads.append(column.title)
        } else {
          notes.append((text, [column.title]))
        }
      }
    }
    return notes.map { "\($0.heads.joined(separator: ", ")): \($0.text)" }
  }

  /// Whether anything is said about any cell.
  var hasCellNotes: Bool { rows.contains { $0.contains { !$0.notes.isEmpty } } }
}
