/// What of a table is wanted, and in which order.
package struct TableSelection: Hashable, Sendable {
  /// The keys of the columns from left to right; `nil` for all of them.
  package var columns: [String]?

  /// Which rows are wanted.
  package var rows = Rows.all

  /// By what the rows are sorted; `nil` for their own order.
  package var sort: Sort?

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
}

extension Table {
  /// The table with nothing but what is wanted of it.
  ///
  /// - Throws: ``TableSelectionError`` for the first word that it does not have.
  package func selecting(_ selection: TableSelection) throws(TableSelectionError) -> Table {
    var table = self
    if let caption = selection.caption { table.caption = caption }
    var places = Array(rows.indices)
    if case .named(let names) = selection.rows { places = try self.places(of: names) }
    if let sort = selection.sort {
      guard let column = columns.firstIndex(where: { $0.key == sort.column }) else {
        throw .sort(sort.column, known: columns.map(\.key))
      }
      places = sorted(places, by: column, isDescending: sort.isDescending)
      let first = sort.isDescending ? "largest" : "smallest"
      table.order = "Sorted by “\(columns[column].title)”, \(first) first."
    }
    if case .first(let count) = selection.rows { places = Array(places.prefix(count)) }
    if places.count < rows.count {
      let shown = "\(places.count) of \(rows.count) rows."
      table.order = table.order.map { "\($0) \(shown)" } ?? shown
    }
    var wanted = Array(columns.indices)
    if let keys = selection.columns {
      wanted = []
      for key in keys {
        guard let column = columns.firstIndex(where: { $0.key == key }) else {
          throw .column(key, known: columns.map(\.key))
        }
        if !wanted.contains(column) { wanted.append(column) }
      }
    }
    table.columns = wanted.map { columns[$0] }
    table.rows = places.map { row in wanted.map { rows[row][$0] } }
    table.rowIDs = rowIDs.isEmpty ? [] : places.map { rowIDs[$0] }
    return table
  }

  /// The rows of some names, in the order of the names.
  private func places(of names: [String]) throws(TableSelectionError) -> [Int] {
    var places: [Int] = []
    for name in names {
      let found = rows.indices.filter { row in
        !rowIDs.isEmpty && rowIDs[row] == name || rows[row].first?.text == name
      }
      guard !found.isEmpty else {
        throw .row(name, known: rowIDs.isEmpty ? rows.compactMap { $0.first?.text } : rowIDs)
      }
      places += found.filter { !places.contains($0) }
    }
    return places
  }

  private func sorted(_ places: [Int], by column: Int, isDescending: Bool) -> [Int] {
    let ranks = Dictionary(uniqueKeysWithValues: places.map { ($0, SortRank(rows[$0][column])) })
    return places.enumerated().sorted { left, right in
      guard let first = ranks[left.element], let second = ranks[right.element] else { return false }
      if first.hasValue != second.hasValue { return first.hasValue }
      if first == second { return left.offset < right.offset }
      return isDescending ? second < first : first < second
    }.map(\.element)
  }
}
