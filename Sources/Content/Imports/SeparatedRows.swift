/// The rows of a table in CSV, by the names in its first row.
struct SeparatedRows {
  private let columns: [String: Int]
  private let rows: [[String]]

  /// Reads a table; cells may stand between quotes, and hold line ends then.
  ///
  /// - Throws: At a quote that is not closed, and at a row that has not as many cells as the first.
  init(_ bytes: [UInt8]) throws(LiteralReader.Fault) {
    var (rows, row, cell): ([[String]], [String], [UInt8]) = ([], [], [])
    // Where the row begins, and where a quote closed a cell or a part of one.
    var (isQuoted, start, closed) = (false, 0, -2)
    func isEnd(_ place: Int) -> Bool { place == bytes.count || bytes[place] == UInt8(ascii: "\n") }
    for place in 0...bytes.count {
      if isQuoted {
        guard place < bytes.count else { throw LiteralReader.Fault(offset: start) }
        if bytes[place] == UInt8(ascii: "\"") {
          (isQuoted, closed) = (false, place)
        } else {
          cell.append(bytes[place])
        }
      } else if isEnd(place) || bytes[place] == UInt8(ascii: ",") {
        if isEnd(place), cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
        guard isEnd(place) else { continue }
        if row != [""] {
          guard row.count == (rows.first ?? row).count else {
            throw LiteralReader.Fault(offset: start)
          }
          rows.append(row)
        }
        (row, start) = ([], place + 1)
      } else if bytes[place] == UInt8(ascii: "\"") {
        // A quote after a quote is one of the characters.
        if closed == place - 1 { cell.append(bytes[place]) }
        isQuoted = true
      } else {
        cell.append(bytes[place])
      }
    }
    let names = rows.first ?? []
    columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    self.rows = Array(rows.dropFirst())
  }

  /// How many rows there are below the first.
  var count: Int { rows.count }

  /// Whether there is a column of some name.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// A cell; `nil` where there is no such column, or the cell is blank.
  subscript(row: Int, column: String) -> String? {
    guard let place = columns[column], !rows[row][place].isEmpty else { return nil }
    return rows[row][place]
  }
}
