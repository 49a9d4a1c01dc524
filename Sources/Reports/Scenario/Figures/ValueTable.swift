import Encoders

/// The values that a chart draws, where no other table of the scenario has them.
struct ValueTable {
  /// The anchor of the table.
  var id = ""

  /// What it shows; the chart's title.
  let caption: String

  /// The unit, the days of the prices, and the order of the rows.
  let captionDetail: String

  /// The head of the rows' names.
  let head: String

  /// The heads of the columns of values.
  let columns: [Column]

  /// One row for each thing that the chart compares.
  let rows: [Row]

  /// The head of a column.
  struct Column {
    let text: String

    /// Whether numbers stand below it.
    let isNumber: Bool

    /// The name of the column for programs.
    let key: String
  }

  /// The values of one thing.
  struct Row {
    /// What it is called.
    let name: String

    /// What qualifies the name, such as the ends of an assumption.
    let detail: String?

    /// What programs have to know of its values, a sentence each; the caption tells readers.
    var notes: [String] = []
    let cells: [Cell]

    /// The id of what it is about; `nil` for what has none.
    var id: String?
  }

  /// One value.
  struct Cell {
    let text: String

    /// What else there is to say, such as which offer is the cheaper one.
    var detail: String?

    /// The value for programs; `nil` where the text says it all.
    var exact: Table.Cell.Exact?
  }
}

extension ValueTable {
  /// Columns of numbers.
  static func figures(_ heads: [(key: String, text: String)]) -> [Column] {
    heads.map { Column(text: $0.text, isNumber: true, key: $0.key) }
  }
}

extension ValueTable: PublishedTable {
  var table: Table { table(noting: false) }

  /// The same, where each row says itself what readers are told once below the caption.
  var records: Table? { rows.allSatisfy(\.notes.isEmpty) ? nil : table(noting: true) }

  private func table(noting: Bool) -> Table {
    Table(
      id: id, caption: caption, notes: [captionDetail],
      columns: [Table.Column(key: "name", title: head)]
        + columns.map { Table.Column(key: $0.key, title: $0.text, isNumber: $0.isNumber) },
      rows: rows.map { row in
        let name = [row.name, row.detail].compactMap(\.self).joined(separator: ", ")
        return [Table.Cell(name, row.id.map { .value($0) }, notes: noting ? row.notes : [])]
          + row.cells.map { cell in
            Table.Cell(
              [cell.text, cell.detail].compactMap(\.self).joined(separator: ", "), cell.exact)
          }
      })
  }
}
