/// A walk along the treads of a piece: parts on which none of its roundings takes another step.
struct TreadWalk {
  private let piece: Piece
  private var roundings: [RoundingWalk]

  /// - Parameters:
  ///   - piece: The piece, which rises or falls all along.
  ///   - limit: The last x that is asked for.
  init(_ piece: Piece, limit: Int) {
    self.piece = piece
    roundings = piece.roundings.map { RoundingWalk($0, limit: limit) }
  }

  /// The piece without its roundings, from an x to the end of the first step.
  ///
  /// - Parameters:
  ///   - start: Where it begins: after all that was asked for before.
  ///   - limit: Where it ends at the latest.
  /// - Returns: A piece without roundings.
  /// - Throws: ``PricingError``.
  mutating func tread(from start: Int, to limit: Int) throws(PricingError) -> Piece {
    var (end, raised) = (limit, piece.base)
    for place in roundings.indices {
      try roundings[place].move(to: start)
      end = min(end, roundings[place].end)
      raised = try raised + roundings[place].value
    }
    return Piece(
      start...end, base: raised, slope: piece.slope, power: piece.power,
      isExtrapolated: piece.isExtrapolated)
  }
}

/// The tread of one rounding that a walk has come to.
private struct RoundingWalk {
  private let rounding: Rounding
  private let limit: Int

  /// What the rounding comes to on the tread.
  private(set) var value = Ratio.zero

  /// The last x of the tread.
  private(set) var end = Int.min

  /// How long the tread is, and how much longer than the one before it.
  private var (length, growth) = (1, 0)

  init(_ rounding: Rounding, limit: Int) {
    self.rounding = rounding
    self.limit = limit
  }

  /// Goes on to the tread that an x is on.
  mutating func move(to x: Int) throws(PricingError) {
    guard x > end else { return }
    value = try rounding.value(at: x)
    // Of a smooth curve each tread is longer than the last by nearly as much as that one was; what
    // grows with a power is worked out some five times for a tread, and not forty.
    end = try lastPlace(from: x, near: x + length + growth - 1)
    (growth, length) = (end - x + 1 - length, end - x + 1)
  }

  /// The last x that has the value, given one that has it.
  private func lastPlace(from start: Int, near guess: Int) throws(PricingError) -> Int {
    var (low, high, reach) = (start, limit, 1)
    let guess = min(max(guess, start), limit)
    if guess > start, try rounding.value(at: guess) != value {
      high = guess - 1
      while low < high {
        let next = max(low + 1, high - reach + 1)
        guard try rounding.value(at: next) != value else {
          low = next
          break
        }
        (high, reach) = (next - 1, reach * 2)
      }
    } else {
      low = guess
      while low < high {
        let next = min(high, low + reach)
        guard try rounding.value(at: next) == value else {
          high = next - 1
          break
        }
        (low, reach) = (next, reach * 2)
      }
    }
    while low < high {
      let middle = low + (high - low + 1) / 2
      if try rounding.value(at: middle) == value { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
