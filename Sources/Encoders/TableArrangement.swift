import Messages

/// Which rows and columns of a table are shown, by their places in it, and what is said of that.
///
/// It fits every table with the same rows and columns, whatever its cells say.
package struct TableArrangement: Hashable, Sendable {
  /// The places of the rows, from top to bottom.
  package let rows: [Int]

  /// The places of the columns, from left to right, those of groups first.
  package let columns: [Int]

  /// How many of the columns are those of groups.
  package let groups: Int

  /// What it shows, in a line.
  package let caption: String

  /// How the rows are sorted, and how many are left out, in a sentence or several.
  package let order: String?
}

extension Table {
  /// The table with nothing but what is wanted of it.
  ///
  /// - Throws: ``TableSelectionError`` for the first word that it does not have.
  package func selecting(_ selection: TableSelection) throws(TableSelectionError) -> Table {
    arranged(try arrangement(selection))
  }

  /// The table with nothing but some of its rows and columns; `nil` for all rows, and all columns but
  /// those that are shown only where they are asked for.
  package func arranged(_ arrangement: TableArrangement?) -> Table {
    guard let arrangement else {
      return columns.contains(where: \.isOnDemand) ? arranged(usualArrangement) : self
    }
    var table = self
    (table.caption, table.order) = (arrangement.caption, arrangement.order)
    table.columns = arrangement.columns.map { columns[$0] }
    table.rows = arrangement.rows.map { row in arrangement.columns.map { rows[row][$0] } }
    // Whoever asks for no other column gets rows that nothing else names.
    table.groups = arrangement.columns.count > arrangement.groups ? arrangement.groups : 0
    table.rowIDs = rowIDs.isEmpty ? [] : arrangement.rows.map { rowIDs[$0] }
    return table
  }

  private var usualArrangement: TableArrangement {
    TableArrangement(
      rows: Array(rows.indices), columns: usualColumns, groups: 0, caption: caption, order: order)
  }

  private var usualColumns: [Int] { columns.indices.filter { !columns[$0].isOnDemand } }

  /// Where the rows and columns are that are wanted.
  ///
  /// - Throws: ``TableSelectionError`` for the first word that the table does not have.
  package func arrangement(
    _ selection: TableSelection
  ) throws(TableSelectionError) -> TableArrangement {
    var places = Array(rows.indices)
    var order: [String] = []
    if case .named(let names) = selection.rows { places = try self.places(of: names) }
    if let sort = selection.sort {
      guard let column = columns.firstIndex(where: { $0.key == sort.column }) else {
        throw .sort(sort.column, known: columns.map(\.key))
      }
      places = sorted(places, by: column, isDescending: sort.isDescending)
      let title = columns[column].title
      order = [
        localized(
          sort.isDescending
            ? "Sorted by “\(title)”, largest first." : "Sorted by “\(title)”, smallest first.")
      ]
    } else if case .named = selection.rows {
      // They stand in the order of their names.
    } else if let own = self.order {
      order = [own]
    }
    let groups = try groupColumns(selection.groups)
    if !groups.isEmpty {
      places = grouped(places, by: groups)
      let titles = groups.map { localized("“\(columns[$0].title)”") }.joined(separator: ", ")
      order.insert(localized("Grouped by \(titles)."), at: 0)
    }
    if case .first(let count) = selection.rows { places = Array(places.prefix(count)) }
    if places.count < rows.count {
      order.append(localized("\(places.count) of \(rows.count) rows."))
    }
    return TableArrangement(
      rows: places, columns: try wantedColumns(selection.columns, behind: groups),
      groups: groups.count, caption: selection.caption ?? caption,
      order: order.isEmpty ? nil : order.joined(separator: " "))
  }

  /// The columns of some keys, each once, behind those of the groups.
  private func wantedColumns(
    _ keys: [String]?, behind groups: [Int]
  ) throws(TableSelectionError) -> [Int] {
    var wanted = groups
    for key in keys ?? usualColumns.map({ columns[$0].key }) {
      guard let column = columns.firstIndex(where: { $0.key == key }) else {
        throw .column(key, known: columns.map(\.key))
      }
      if !wanted.contains(column) { wanted.append(column) }
    }
    return wanted
  }

  /// The columns that rows are grouped by, each once.
  private func groupColumns(_ keys: [String]) throws(TableSelectionError) -> [Int] {
    var found: [Int] = []
    for key in keys {
      let column = columns.firstIndex { $0.key == key }
      guard let column, !isAmounts(column: column) else {
        let known = columns.indices.filter { !isAmounts(column: $0) }.map { columns[$0].key }
        throw .group(key, known: known)
      }
      if !found.contains(column) { found.append(column) }
    }
    return found
  }

  /// Rows with the same words together, in the order of the first of each.
  private func grouped(_ places: [Int], by columns: [Int]) -> [Int] {
    var groups: [(words: [String], places: [Int])] = []
    var numbers: [[String]: Int] = [:]
    for place in places {
      let words = columns.map { rows[place][$0].text }
      if let number = numbers[words] {
        groups[number].places.append(place)
      } else {
        numbers[words] = groups.count
        groups.append((words, [place]))
      }
    }
    return groups.flatMap(\.places)
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
