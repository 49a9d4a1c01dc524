/// Pieces that follow each other without a gap.
struct PieceList: Hashable, Sendable {
  private(set) var pieces: [Piece]

  init(_ pieces: [Piece]) {
    precondition(!pieces.isEmpty, "a curve has at least one piece")
    for (left, right) in zip(pieces, pieces.dropFirst()) {
      precondition(left.range.upperBound + 1 == right.range.lowerBound, "pieces have no gaps")
    }
    self.pieces = pieces
  }

  var range: ClosedRange<Int> {
    guard let first = pieces.first, let last = pieces.last else {
      preconditionFailure("a curve has at least one piece")
    }
    return first.range.lowerBound...last.range.upperBound
  }

  /// The piece at x, by binary search.
  func piece(at x: Int) -> Piece? {
    let index = index(at: x)
    guard index < pieces.count, pieces[index].range.contains(x) else { return nil }
    return pieces[index]
  }

  /// The number of the first piece that ends at x or beyond.
  private func index(at x: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.upperBound < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func value(at x: Int) throws(PricingError) -> Ratio? {
    guard let piece = piece(at: x) else { return nil }
    return try piece.value(at: x)
  }

  /// The first x of the range at which a curve that never falls is above a bound.
  func first(above bound: Ratio, from start: Int) throws(PricingError) -> Int? {
    var (low, high) = (index(at: start), pieces.count - 1)
    guard low <= high, try pieces[high].value(at: range.upperBound) > bound else { return nil }
    // First the piece, so that a straight one is asked only where it ends.
    while low < high {
      let middle = (low + high) / 2
      if try pieces[middle].value(at: pieces[middle].range.upperBound) > bound {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return try pieces[low].first(above: bound, from: start)
  }

  func mapped(
    _ transform: (Piece) throws(PricingError) -> Piece
  ) throws(PricingError) -> PieceList {
    var result: [Piece] = []
    for piece in pieces { result.append(try transform(piece)) }
    return PieceList(result)
  }

  /// The part of the list inside a range; `nil` if there is none.
  func restricted(to range: ClosedRange<Int>) -> PieceList? {
    let inside = pieces.compactMap { piece -> Piece? in
      guard piece.range.overlaps(range) else { return nil }
      return piece.restricted(to: piece.range.clamped(to: range))
    }
    return inside.isEmpty ? nil : PieceList(inside)
  }

  /// The sum of two curves over the range that both have.
  ///
  /// - Precondition: The ranges overlap, and power laws do not.
  func adding(_ other: PieceList) throws(PricingError) -> PieceList {
    var sums: [Piece] = []
    var (index, otherIndex) = (0, 0)
    while index < pieces.count, otherIndex < other.pieces.count {
      let (piece, second) = (pieces[index], other.pieces[otherIndex])
      if piece.range.overlaps(second.range) {
        sums.append(try piece.adding(second, on: piece.range.clamped(to: second.range)))
      }
      if piece.range.upperBound <= second.range.upperBound { index += 1 }
      if second.range.upperBound <= piece.range.upperBound { otherIndex += 1 }
    }
    return PieceList(sums).merged()
  }

  /// The same curve with as few pieces as it takes.
  func merged() -> PieceList {
    var result: [Piece] = []
    for piece in pieces {
      if let last = result.last, last.continues(piece) {
        result[result.count - 1] = last.restricted(
          to: last.range.lowerBound...piece.range.upperBound)
      } else {
        result.append(piece)
      }
    }
    return PieceList(result)
  }
}
