/// Things by where they are in an area, so that neighbours are found without asking all.
///
/// An item may be found for a box that it only comes near to, never missed for one that it meets.
struct Grid {
  private let origin: Point
  private let columns: Int
  private let rows: Int

  /// For each cell its newest entry; -1 for none.
  private var newest: [Int32]

  /// The items, each with the entry before it in the same cell.
  private var entries: [(item: Int32, before: Int32)] = []

  /// The side of a cell in pixels: the room that a short label takes.
  private static let side = 40.0

  /// Creates an empty grid; what lies outside counts as at its edge.
  init(over area: Box) {
    origin = Point(x: area.left, y: area.top)
    columns = max(1, Int((area.width / Self.side).rounded(.up)))
    rows = max(1, Int((area.height / Self.side).rounded(.up)))
    newest = Array(repeating: -1, count: columns * rows)
  }

  /// Adds an item that covers a box.
  mutating func add(_ item: Int, _ box: Box) {
    for row in rows(box.top, box.bottom) {
      for column in columns(box.left, box.right) { add(item, column, row) }
    }
  }

  /// Adds an item that is a straight line.
  mutating func add(_ item: Int, _ line: Segment) {
    let (left, right) = line.start.x <= line.end.x ? (line.start, line.end) : (line.end, line.start)
    let slope = right.x > left.x ? (right.y - left.y) / (right.x - left.x) : 0
    let all = columns(left.x, right.x)
    for column in all {
      // The heights at which the line enters and leaves the column.
      let edge = origin.x + Double(column) * Self.side
      let enter = column == all.lowerBound ? left.y : left.y + (edge - left.x) * slope
      let leave =
        column == all.upperBound ? right.y : left.y + (edge + Self.side - left.x) * slope
      for row in rows(min(enter, leave), max(enter, leave)) { add(item, column, row) }
    }
  }

  /// Whether any item near a box is as asked; some items are asked about more than once.
  func contains(near box: Box, where isWanted: (Int) -> Bool) -> Bool {
    for row in rows(box.top, box.bottom) {
      for column in columns(box.left, box.right) {
        var entry = newest[row * columns + column]
        while entry >= 0 {
          let (item, before) = entries[Int(entry)]
          if isWanted(Int(item)) { return true }
          entry = before
        }
      }
    }
    return false
  }

  private mutating func add(_ item: Int, _ column: Int, _ row: Int) {
    let cell = row * columns + column
    entries.append((Int32(item), newest[cell]))
    newest[cell] = Int32(entries.count - 1)
  }

  private func columns(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    Self.cells(low - origin.x, high - origin.x, of: columns)
  }

  private func rows(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    Self.cells(low - origin.y, high - origin.y, of: rows)
  }

  /// The cells from one distance to another; a hair more, because heights are rounded.
  private static func cells(_ low: Double, _ high: Double, of count: Int) -> ClosedRange<Int> {
    let last = Double(count - 1)
    let first = min(max((low - 0.01) / side, 0), last)
    return Int(first)...Int(min(max((high + 0.01) / side, first), last))
  }
}
