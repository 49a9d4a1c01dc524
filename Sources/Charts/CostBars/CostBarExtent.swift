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

  init(_ row: CostBarsChart.Row, _ columns: CostBarColumns) {
    let total = row.low
    let extent = columns.measure == .shares ? total : row.extent
    let length = row.isStated ? columns.length(of: extent, in: row) : 0
    left = columns.barLeft
    right = columns.barLeft + length
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
