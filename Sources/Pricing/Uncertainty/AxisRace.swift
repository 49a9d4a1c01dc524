/// What one offer costs along an axis: over the axis itself, or over the work that a shared speed
/// makes of it, in tokens of the fast end.
struct AxisCost {
  /// Straight lines.
  let list: PieceList
  let isPaced: Bool
  /// The machines behind it and the seconds that they work for a token of the fast end.
  var machines: (curve: MachineCurve, secondsPerToken: Ratio)?

  /// - Returns: `nil` where the curve does not reach so far, or is no straight line somewhere.
  init?(_ curve: CostCurve, over range: ClosedRange<Int>, isPaced: Bool) {
    guard let list = curve.list.restricted(to: range), curve.range.contains(range.lowerBound),
      curve.range.contains(range.upperBound),
      list.pieces.allSatisfy({ $0.power == nil && $0.roundings.isEmpty })
    else { return nil }
    (self.list, self.isPaced) = (list, isPaced)
  }

  /// So much for each unit of the axis.
  init(_ range: ClosedRange<Int>, slope: Ratio) {
    (list, isPaced) = (PieceList([Piece(range, slope: slope)]), false)
  }

  /// Where behind a whole number of tokens the formula changes; `nil` where that is not known.
  fileprivate func step(after tokens: Int) throws(PricingError) -> Ratio? {
    guard let (curve, seconds) = machines,
      let step = try curve.step(beyond: Ratio(Int128(tokens)) * seconds)
    else { return nil }
    let place = try step / seconds
    return place <= Ratio(Int128(tokens + 1)) ? place : nil
  }

  /// The least or the most at both ends of a part, whichever of the formulas at some places holds.
  fileprivate func ends(
    _ end: End, of part: ClosedRange<Int>, by places: [Int]
  ) throws(PricingError) -> Ends<Ratio> {
    let formulas = places.compactMap(list.piece)
    func bound(_ x: Int) throws(PricingError) -> Ratio {
      var bound: Ratio?
      for formula in formulas {
        let value = try formula.base + formula.slope * Ratio(Int128(x))
        bound = bound.map { end == .low ? min($0, value) : max($0, value) } ?? value
      }
      return bound ?? .zero
    }
    return Ends(low: try bound(part.lowerBound), high: try bound(part.upperBound))
  }
}

/// One offer against several along an axis.
struct AxisRace {
  let range: ClosedRange<Int>
  /// The work of the slow end of the shared speed for that of the fast one; 1 if none is shared.
  let stretch: Ratio
  var own: AxisCost?
  var rivals: [AxisCost] = []

  init(range: ClosedRange<Int>, stretch: Ratio) {
    (self.range, self.stretch) = (range, stretch)
  }

  /// The work that the axis comes to at some speed.
  var paced: ClosedRange<Int> {
    get throws(PricingError) {
      range
        .lowerBound...Int(
          clamping: try (Ratio(Int128(range.upperBound)) * stretch).ceiling)
    }
  }

  /// Where the own cost is no more than any other at some speed.
  ///
  /// - Parameter limit: The most parts that are looked at.
  /// - Returns: `nil` where there are more.
  /// - Throws: ``PricingError``.
  func ranges(limit: Int) throws(PricingError) -> [ClosedRange<Int>]? {
    guard let own else { return nil }
    let costs = [own] + rivals
    let places = parts(of: range, costs.filter { !$0.isPaced })
    let isAnyPaced = costs.contains(where: \.isPaced)
    let paces = isAnyPaced ? parts(of: try paced, costs.filter(\.isPaced)) : []
    guard places.count * max(1, 2 * paces.count) <= limit else { return nil }
    var found: [ClosedRange<Int>] = []
    for place in places {
      if !isAnyPaced, let range = try open(place, nil, [], own) { found.append(range) }
      for pace in paces {
        if let range = try open(place, pace, [pace.lowerBound], own) { found.append(range) }
      }
      // Work is no whole number of tokens: on the way into a part either formula may hold, unless
      // all change at one place, where the axis has not come to that part.
      for (pace, next) in zip(paces, paces.dropFirst()) where place.lowerBound <= pace.upperBound {
        let before = place.lowerBound...Swift.min(place.upperBound, pace.upperBound)
        let way = pace.upperBound...next.lowerBound
        for formulas in try Self.formulas(costs, on: way) {
          if let range = try open(before, way, formulas, own) { found.append(range) }
        }
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, next in
      if let last = joined.last, last.upperBound + 1 >= next.lowerBound {
        let end = Swift.max(last.upperBound, next.upperBound)
        joined[joined.count - 1] = last.lowerBound...end
      } else {
        joined.append(next)
      }
    }
  }

  /// By which places' formulas costs go together on the way from one to the next.
  private static func formulas(
    _ costs: [AxisCost], on way: ClosedRange<Int>
  ) throws(PricingError) -> [[Int]] {
    let (last, next) = (way.lowerBound, way.upperBound)
    var together: Ratio?
    for cost in costs where cost.isPaced && cost.list.piece(at: last) != cost.list.piece(at: next) {
      guard let place = try cost.step(after: last), together == nil || together == place else {
        return [[last, next]]
      }
      together = place
    }
    return [[last], [next]]
  }

  /// Between the places at which some formula changes.
  private func parts(of whole: ClosedRange<Int>, _ costs: [AxisCost]) -> [ClosedRange<Int>] {
    let starts = costs.flatMap { $0.list.pieces.map(\.range.lowerBound) }.filter(whole.contains)
    let all = Set(starts + [whole.lowerBound]).sorted()
    return all.indices.map { index in
      all[index]...(index + 1 < all.count ? all[index + 1] - 1 : whole.upperBound)
    }
  }

  /// The places of a part of the axis at which the own cost may be the least with work of a part.
  private func open(
    _ place: ClosedRange<Int>, _ pace: ClosedRange<Int>?, _ formulas: [Int], _ own: AxisCost
  ) throws(PricingError) -> ClosedRange<Int>? {
    var conditions: [SquareCondition] = []
    if let pace {
      guard pace.upperBound >= place.lowerBound else { return nil }
      let (x, y) = (Ends(place), Ends(pace))
      let least = try Ends(low: y.low - x.low, high: y.high - x.low)
      let most = try Ends(low: x.low * stretch - y.low, high: x.low * stretch - y.high)
      conditions = [
        try SquareCondition(least.low, y.low - x.high, least.high),
        try SquareCondition(most.low, x.high * stretch - y.low, most.high),
      ]
    }
    let line = try Corners(own, .low, place, pace, formulas)
    for rival in rivals {
      let other = try Corners(rival, .high, place, pace, formulas)
      conditions.append(
        try SquareCondition(
          other.start - line.start, other.right - line.right, other.top - line.top))
    }
    guard let shares = try SquareCondition.firstShares(meeting: conditions) else { return nil }
    let width = Ratio(Int128(place.count - 1))
    let from = place.lowerBound + Int(clamping: try (shares.low * width).ceiling)
    let to = place.lowerBound + Int(clamping: try (shares.high * width).floor)
    return from <= to ? from...to : nil
  }

  /// A cost at three corners of a part of the axis and a part of the work.
  private struct Corners {
    let start: Ratio
    let right: Ratio
    let top: Ratio

    init(
      _ cost: AxisCost, _ end: End, _ place: ClosedRange<Int>, _ pace: ClosedRange<Int>?,
      _ formulas: [Int]
    ) throws(PricingError) {
      let ends =
        cost.isPaced
        ? try cost.ends(end, of: pace ?? place, by: formulas)
        : try cost.ends(end, of: place, by: [place.lowerBound])
      start = ends.low
      right = cost.isPaced ? ends.low : ends.high
      top = cost.isPaced ? ends.high : ends.low
    }
  }
}

extension Ends<Ratio> {
  fileprivate init(_ range: ClosedRange<Int>) {
    self.init(low: Ratio(Int128(range.lowerBound)), high: Ratio(Int128(range.upperBound)))
  }
}
