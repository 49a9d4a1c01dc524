import Content
import Diagnostics
import Encoders
import Pricing

/// Which offers and columns of a comparison its author shows, and in which order.
struct ComparisonShape {
  /// What the author asks for, in the words of formats.
  let selection: TableSelection

  /// Where that is among all rows and columns.
  let arrangement: TableArrangement

  /// The columns behind the offers, from left to right.
  let columns: [Column]

  /// The rows that stand together, by their places among all of them, under what they share.
  let groups: [(name: String?, rows: [Int])]

  /// The keys of the columns of words that are shown, and of those that the rows are grouped by.
  let keys: Set<String>

  /// The places of the site's own fields that are shown, from left to right.
  var fields: [Int] {
    columns.compactMap { if case .field(let place) = $0 { place } else { nil } }
  }

  /// The places of the workloads that are shown, from left to right.
  var workloads: [Int] {
    columns.compactMap { if case .amounts(let place) = $0 { place } else { nil } }
  }

  /// A column of the page.
  enum Column {
    /// One of the columns of words, by its place among these.
    case words(Int)

    /// The amounts of a workload, by its place.
    case amounts(Int)

    /// One of the site's own fields, by its place.
    case field(Int)
  }

  /// Finds what is asked for.
  ///
  /// - Parameters:
  ///   - request: What the author asks for.
  ///   - table: All rows and columns; of amounts it needs no words.
  ///   - words: How many columns of words are in front of those of amounts.
  ///   - workloads: How many columns of amounts there are; behind them are the site's own fields.
  /// - Throws: ``EmbedMistake`` for what the table does not have, or cannot do without.
  init(
    _ request: EmbedRequest, of table: Table, words: Int, workloads: Int
  ) throws(EmbedMistake) {
    var selection = request.selection()
    if table.columns.first?.key == ComparisonContents.groupKey {
      Self.keepGroups(&selection)
    }
    arrangement = try table.arrangement(selection, for: request)
    self.selection = selection
    let shown = arrangement.columns.dropFirst(arrangement.groups).filter {
      table.columns[$0].key != ComparisonContents.groupKey
    }
    keys = Set(arrangement.columns.map { table.columns[$0].key })
    let place = request[.columns] ?? request[.groups] ?? request.id
    guard let first = shown.first, table.columns[first].key == ComparisonContents.offerKey else {
      throw .mistake(
        place, "a comparison whose rows do not begin with their offers",
        "write '\(ComparisonContents.offerKey)' as the first of the columns")
    }
    columns = shown.dropFirst().map { place in
      if place < words { return .words(place) }
      let place = place - words
      return place < workloads ? .amounts(place) : .field(place - workloads)
    }
    let hasAmounts = columns.contains { if case .amounts = $0 { true } else { false } }
    guard hasAmounts else {
      let known = table.columns[words..<(words + workloads)].map { "'\($0.key)'" }
      throw .mistake(
        place, "a comparison without an amount",
        "add a workload: \(known.joined(separator: ", "))")
    }
    groups = Self.groups(arrangement, of: table)
  }

  /// What cannot take each other's place is never mixed, whatever its author asks for.
  private static func keepGroups(_ selection: inout TableSelection) {
    let key = ComparisonContents.groupKey
    if let columns = selection.columns { selection.columns = [key] + columns }
    if !hasOwnOrder(selection) || !selection.groups.isEmpty {
      selection.groups.insert(key, at: 0)
    }
  }

  /// Whether the rows are in the order that they have where nobody asks for another.
  var hasOwnOrder: Bool { Self.hasOwnOrder(selection) }

  private static func hasOwnOrder(_ selection: TableSelection) -> Bool {
    let isNamed = if case .named = selection.rows { true } else { false }
    return selection.sort == nil && !isNamed
  }

  /// What is shown of all rows.
  func groups(of contents: ComparisonContents) -> [ComparisonGroup] {
    groups.map { name, rows in
      ComparisonGroup(
        name: name,
        rows: rows.map { place in
          var row = contents.rows[place]
          row.cells = columns.map { column in
            switch column {
            case .words(let place): ComparisonCell(words: row.words[place].text)
            case .amounts(let place): row.cells[place]
            case .field(let place): ComparisonCell(words: row.fields[place].text)
            }
          }
          return row
        })
    }
  }

  /// The rows that have the same words in the columns of groups, or in that of the comparison's own.
  private static func groups(
    _ arrangement: TableArrangement, of table: Table
  ) -> [(name: String?, rows: [Int])] {
    let isGrouped = table.columns.first?.key == ComparisonContents.groupKey
    let columns =
      arrangement.groups > 0
      ? Array(arrangement.columns.prefix(arrangement.groups)) : isGrouped ? [0] : []
    var groups: [(name: String?, rows: [Int])] = []
    for row in arrangement.rows {
      let words = columns.map { table.rows[row][$0].text }.joined(separator: ", ")
      let name = columns.isEmpty ? nil : words
      if let last = groups.indices.last, groups[last].name == name {
        groups[last].rows.append(row)
      } else {
        groups.append((name, [row]))
      }
    }
    return groups
  }
}
