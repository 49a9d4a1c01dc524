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

    /// The meaning of a cell that is not just text.
    enum Exact: Hashable, Sendable {
      /// An amount of money; the high end is `nil` where it is not stated.
      case amount(low: Money, high: Money?)

      /// Why there is no amount: `not stated`, `does not apply`.
      case state(String)
    }

    /// Creates a cell; blanks and line feeds in the text become single spaces.
    init(_ text: String, _ exact: Exact? = nil) {
      self.text = text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
      self.exact = exact
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
}
