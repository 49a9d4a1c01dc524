/// How far a bar and its parts reach; all that is known before its row has a height.
struct CostBarExtent {
  /// Where the bar begins, in pixels.
  let left: Double

  /// Where it ends, uncertain part included; where it begins if the cost is unknown.
  let right: Double

  /// Where the certain part ends.
  let low: Double

  /// The parts of the bar, from zero: at least a sliver if there is any cost at all.
  private(set) var parts: [(part: CostBarsChart.Segment, left: Double, right: Double)] = []

  /// Where the bar is torn off, in pixels; `nil` of one that is true to scale.
  let tear: Double?

  /// What a torn bar has behind its tear, and the tear, in pixels.
  static let tornEnd = 30.0

  init(_ row: CostBarsChart.Row, _ columns: CostBarColumns) {
    let total = row.low
    let extent = columns.measure == .shares ? total : row.extent
    let length = row.isStated ? columns.length(of: extent, in: row) : 0
    let torn = columns.isTorn(row) ? columns.torn : nil
    left = columns.barLeft
    right = columns.barLeft + (torn ?? length)
    tear = torn.map { columns.barLeft + $0 - Self.tornEnd + 6 }
    low = min(right, columns.barLeft + columns.length(of: total, in: row))
    guard row.isStated, total > 0 else { return }
    var sum = 0.0
    for segment in row.segments where segment.amount > 0 {
      let start = left + (low - left) * sum / total
      sum += segment.amount
      parts.append((segment, start, left + (low - left) * sum / total))
    }
  }
}
