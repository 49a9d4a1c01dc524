/// A cost curve as the search for crossings sees it: numbers for names, and straight stretches at
/// hand without the rest of their formulas.
final class Outline {
  let curve: CostCurve
  /// The place of the curve among all.
  let number: Int
  /// The same for curves of the same offer.
  let offer: Int
  let range: ClosedRange<Int>
  let stretches: [Stretch]

  /// A piece of the curve.
  struct Stretch {
    let lower: Int
    let upper: Int
    let base: Ratio
    let slope: Ratio
    /// Whether base + slope · x is the whole formula.
    let isStraight: Bool
    /// The costs at both ends, which every pair of curves asks for; `nil` beyond 128 bits.
    let costs: Ends<Ratio>?

    init(_ piece: Piece) {
      (lower, upper) = (piece.range.lowerBound, piece.range.upperBound)
      (base, slope) = (piece.base, piece.slope)
      isStraight = piece.power == nil && piece.roundings.isEmpty
      if let first = try? piece.value(at: lower), let last = try? piece.value(at: upper) {
        costs = Ends(low: first, high: last)
      } else {
        costs = nil
      }
    }
  }

  init(_ curve: CostCurve, number: Int, offer: Int) {
    self.curve = curve
    self.number = number
    self.offer = offer
    range = curve.range
    stretches = curve.pieces.map(Stretch.init)
  }

  /// An outline that is not one of many.
  convenience init(_ curve: CostCurve) { self.init(curve, number: 0, offer: 0) }

  /// Outlines of curves, numbered in their order.
  static func all(_ curves: [CostCurve]) -> [Outline] {
    var offers: [String: Int] = [:]
    return curves.enumerated().map { number, curve in
      let offer = offers[curve.offer] ?? offers.count
      offers[curve.offer] = offer
      return Outline(curve, number: number, offer: offer)
    }
  }

  /// The place of the stretch at x, or of the first one beyond it, by binary search.
  func place(of x: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upper < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The exact cost in picodollars; `nil` outside ``range``.
  ///
  /// - Throws: ``PricingError``.
  func cost(at x: Int) throws(PricingError) -> Ratio? {
    guard range.contains(x) else { return nil }
    let place = place(of: x)
    let stretch = stretches[place]
    guard stretch.isStraight else { return try curve.list.pieces[place].value(at: x) }
    return try stretch.base + stretch.slope * Ratio(Int128(x))
  }
}

extension Outline.Stretch {
  /// The gaps to another stretch at both ends of a range, where that is the range of both.
  func gaps(_ other: Outline.Stretch, in range: ClosedRange<Int>) -> Ends<Gap>? {
    guard lower...upper == range, other.lower...other.upper == range, let costs,
      let others = other.costs
    else { return nil }
    return Ends(low: Gap(costs.low, others.low), high: Gap(costs.high, others.high))
  }

  /// Where a straight stretch meets another one.
  enum Meeting {
    /// Nowhere, or everywhere: the difference always has this sign.
    case none(sign: Int)
    /// Between the last whole x up to there and the next; from then on the difference has a sign.
    case past(Int, isExact: Bool, signBeyond: Int)
  }

  /// Where this line minus another is 0; `nil` where that is beyond 128 bits.
  func meeting(_ other: Outline.Stretch) -> Meeting? {
    guard let height = try? base - other.base, let rise = try? slope - other.slope else {
      return nil
    }
    guard rise != .zero else { return Meeting.none(sign: Int(height.numerator.signum())) }
    // −height ÷ rise, without bringing it to lowest terms.
    let beyond = rise.numerator.signum()
    let (above, tooHigh) = height.numerator.multipliedReportingOverflow(
      by: -beyond * rise.denominator)
    let (below, tooLow) = height.denominator.multipliedReportingOverflow(
      by: beyond * rise.numerator)
    guard !tooHigh, !tooLow, above != .min, below != .min else { return nil }
    let (quotient, rest) = above.quotientAndRest(over: below)
    return .past(
      Int(clamping: rest < 0 ? quotient - 1 : quotient), isExact: rest == 0,
      signBeyond: Int(beyond))
  }
}
