/// What of a table is wanted, and in which order.
package struct TableSelection: Hashable, Sendable {
  /// The keys of the columns from left to right; `nil` for all but those that are shown only where
  /// they are asked for.
  package var columns: [String]?

  /// Which rows are wanted.
  package var rows = Rows.all

  /// By what the rows are sorted; `nil` for their own order.
  package var sort: Sort?

  /// The keys of columns of words: rows that have the same in all of them stand together, in the
  /// order of their first ones, and these columns come first; empty for no groups.
  package var groups: [String] = []

  /// The caption in place of the table's own.
  package var caption: String?

  /// Which rows of a table are wanted.
  package enum Rows: Hashable, Sendable {
    /// Every one.
    case all

    /// So many from the top, after sorting.
    case first(Int)

    /// Those of these ids, or with these texts in the first column.
    case named([String])
  }

  /// An order of rows.
  package struct Sort: Hashable, Sendable {
    /// The key of the column that decides.
    package var column: String

    /// Whether the largest comes first; what has no amount comes last all the same.
    package var isDescending: Bool

    /// Creates an order.
    package init(column: String, isDescending: Bool) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// Wants the table as it is.
  package init() {}
}

/// Why a table has not what is wanted of it: the word, and those that would have been right.
package enum TableSelectionError: Error, Hashable, Sendable {
  /// No column has this key.
  case column(String, known: [String])

  /// No row has this name.
  case row(String, known: [String])

  /// No column has this key to sort by.
  case sort(String, known: [String])

  /// No column of words has this key.
  case group(String, known: [String])
}
