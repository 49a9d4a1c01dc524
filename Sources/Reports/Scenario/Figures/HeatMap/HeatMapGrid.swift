import Charts
import Content
import Pricing

/// The values of a heat map's columns and rows, and the exact outline of where a machine pays.
struct HeatMapGrid {
  /// Round volumes, one column each.
  let volumes: [Int]

  /// Where columns begin and end: one more than there are columns.
  let edges: [Int]

  /// The shares of the rows, from the bottom up.
  static let shares: [Ratio] = [10, 25, 50, 75, 100].compactMap { try? Ratio($0, over: 100) }

  /// As many columns as leave room for the numbers.
  private static let most = 7

  init(_ range: ClosedRange<Int>) {
    let decades = (0...12).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
    func ladder(_ digits: [Int]) -> [Int] {
      decades.flatMap { decade in digits.map { $0 * decade } }.filter(range.contains)
    }
    let fine = ladder([1, 2, 5])
    let found = fine.count <= Self.most ? fine : ladder([1])
    volumes = found.count > 1 ? Array(found.prefix(12)) : [range.lowerBound, range.upperBound]
    let inner = zip(volumes, volumes.dropFirst()).map {
      // A column is at least one token wide.
      max($0 + 1, Int((Double($0) * Double($1)).squareRoot()))
    }
    let first = Double(volumes[0]) * Double(volumes[0]) / Double(inner[0])
    let last = Double(volumes[volumes.count - 1])
    edges = [max(1, Int(first))] + inner + [Int(last * last / Double(inner[inner.count - 1]))]
  }

  /// What is priced: the volumes between the two outer edges, so that changes near these are found.
  var priced: [Int] { [edges[0]] + volumes + [edges[edges.count - 1]] }

  /// Where a row begins and ends on an axis that counts rows.
  static func extent(_ row: Int) -> (from: Double, to: Double) {
    (Double(row), Double(row + 1))
  }

  /// The lines between where an offer is the cheapest and where it is not.
  ///
  /// - Parameters:
  ///   - rows: From the bottom up.
  ///   - offer: The id of the offer.
  /// - Returns: Lines in tokens and rows, upright within a row and level between two.
  func outline(_ rows: [HeatMap.Row], of offer: String) -> [[Point]] {
    let (start, end) = (edges[0], edges[edges.count - 1])
    let stretches = rows.map { Self.stretches($0, of: offer, in: start...end) }
    var lines: [[Point]] = []
    for (index, row) in stretches.enumerated() {
      let (low, high) = Self.extent(index)
      for x in row.flatMap({ [$0.lowerBound, $0.upperBound] }) where x > start && x < end {
        lines.append([Point(x: Double(x), y: low), Point(x: Double(x), y: high)])
      }
    }
    for (index, (below, above)) in zip(stretches, stretches.dropFirst()).enumerated() {
      let ends = Set((below + above).flatMap { [$0.lowerBound, $0.upperBound] } + [start, end])
      let y = Self.extent(index).to
      for (left, right) in zip(ends.sorted(), ends.sorted().dropFirst()) {
        let isBelow = below.contains { $0.contains(left) && $0.contains(right) }
        let isAbove = above.contains { $0.contains(left) && $0.contains(right) }
        if isBelow != isAbove {
          lines.append([Point(x: Double(left), y: y), Point(x: Double(right), y: y)])
        }
      }
    }
    return lines
  }

  /// The volumes for which an offer is the cheapest at a busy share; each reaches to the next
  /// change.
  static func stretches(
    _ row: HeatMap.Row, of offer: String, in range: ClosedRange<Int>
  ) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var since = row.cells.first?.cheapest.contains(offer) == true ? range.lowerBound : nil
    for change in row.changes {
      let pays = change.to.contains(offer)
      if pays, since == nil { since = change.tokens }
      if !pays, let start = since {
        found.append(start...change.tokens)
        since = nil
      }
    }
    if let since { found.append(since...range.upperBound) }
    return found
  }
}
