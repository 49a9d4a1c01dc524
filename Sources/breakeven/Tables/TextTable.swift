/// A table as lines of text, its columns aligned.
struct TextTable {
  /// To which side the cells of a column lean.
  enum Alignment {
    /// For words.
    case left

    /// For numbers.
    case right
  }

  private let columns: [(head: String, alignment: Alignment)]
  private var rows: [[String]] = []

  init(_ columns: [(head: String, alignment: Alignment)]) { self.columns = columns }

  /// Adds a row with a cell for each column.
  mutating func add(_ cells: [String]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells)
  }

  /// The head and the rows, two blanks between columns and none at the end of a line.
  func text() -> String {
    let lines = [columns.map(\.head)] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      var line = columns.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - cells[column].count)
        return columns[column].alignment == .left
          ? cells[column] + blank : blank + cells[column]
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
