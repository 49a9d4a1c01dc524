import Pricing

/// The pieces of a curve as far as a drawing has a shape for them.
///
/// Steps are drawn one by one while there is room for them. A power law with a straight line on
/// top of it is neither on any axis, so it is cut into short stretches, at every crossing too: the
/// rings lie on the line.
struct DrawnPieces {
  let pieces: [Piece]

  /// More steps than this are narrower than a line is wide.
  private static let mostSteps = 400

  init(_ curve: CostCurve, _ crossings: [Crossing.Place]) throws(PricingError) {
    let nodes = crossings.filter { [$0.before.id, $0.after.id].contains(curve.id) }.map(\.x)
    var pieces: [Piece] = []
    for piece in curve.pieces {
      for tread in try piece.treads(limit: Self.mostSteps) {
        pieces += tread.isBent ? Self.stretches(of: tread, nodes) : [tread]
      }
    }
    self.pieces = pieces
  }

  /// Stretches that are a quarter longer each, so that the line between their ends is less than
  /// two thousandths away from the curve.
  private static func stretches(of piece: Piece, _ nodes: [Int]) -> [Piece] {
    var cuts = Set(nodes.filter { piece.range.contains($0) })
    var x = piece.range.lowerBound
    while x <= piece.range.upperBound {
      cuts.insert(x)
      x += max(1, x / 4)
    }
    let starts = cuts.sorted()
    return zip(starts, starts.dropFirst() + [piece.range.upperBound + 1]).map { start, next in
      Piece(
        start...(next - 1), base: piece.base, slope: piece.slope, power: piece.power,
        roundings: piece.roundings, isExtrapolated: piece.isExtrapolated)
    }
  }
}

extension Piece {
  /// Whether a power law is only a part of the value, so that no axis makes it straight.
  var isBent: Bool {
    let isSum = base != .zero || slope != .zero || !roundings.isEmpty
    return power != nil && isSum || roundings.contains { $0.power != nil }
  }
}
