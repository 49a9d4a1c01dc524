/// The difference of two pieces on a stretch of whole driver units that both cover.
struct Difference {
  let left: Piece
  let right: Piece

  /// Where the sign of left − right changes: pairs of first x and sign, from the left end on.
  ///
  /// Without a power law the difference is affine and monotone. With one it bends, so that its
  /// ends say whether it changes its sign; else the stretch is cut where it turns and each part
  /// searched by halving. Where a side comes in steps, see ``SteppedDifference``.
  ///
  /// - Parameters:
  ///   - range: Whole driver units that both cover.
  ///   - ends: The difference at both ends of the range, where it is known.
  /// - Returns: At least the sign at the left end.
  /// - Throws: ``PricingError``.
  func signs(
    in range: ClosedRange<Int>, ends: Ends<Gap>? = nil
  ) throws(PricingError) -> [(start: Int, sign: Int)] {
    guard left.roundings.isEmpty, right.roundings.isEmpty else {
      return try SteppedDifference(left: left, right: right).signs(in: range)
    }
    if let known = try signsByEnds(range, ends) { return known }
    var signs: [(start: Int, sign: Int)] = []
    for part in try hasOneSignChange ? [range] : monotoneParts(of: range) {
      signs += try Self.runs(of: part, by: sign).map { (start: $0.start, sign: $0.value) }
    }
    return signs
  }

  /// The signs of a difference that the ends of its range decide; `nil` where they do not.
  private func signsByEnds(
    _ range: ClosedRange<Int>, _ ends: Ends<Gap>?
  ) throws(PricingError) -> [(start: Int, sign: Int)]? {
    guard left.power == nil || right.power == nil || hasOneSignChange else { return nil }
    let (first, last) =
      if let ends { (ends.low, ends.high) } else {
        (try gap(range.lowerBound), try gap(range.upperBound))
      }
    guard first.sign != 0, last.sign != 0 else { return nil }
    if first.sign == last.sign {
      return hasOneSignChange || bends(towards: first.sign) ? [(range.lowerBound, first.sign)] : nil
    }
    // What bends one way only, or does not turn, goes through 0 once on its way across.
    var search = SingleChange(range, first, last)
    let x = try search.first(of: gap)
    guard try gap(x).sign == last.sign else { return nil }
    return [(range.lowerBound, first.sign), (x, last.sign)]
  }

  /// Whether one power law keeps the difference on the far side of the line through its ends.
  private func bends(towards sign: Int) -> Bool {
    guard let law = left.power ?? right.power else { return true }
    return (law.bendsDown == (right.power == nil)) == (sign > 0)
  }

  /// The runs of equal values of a function that goes through few values in one direction, so
  /// that halving finds each change.
  ///
  /// - Throws: ``PricingError``.
  static func runs(
    of part: ClosedRange<Int>, by value: (Int) throws(PricingError) -> Int
  ) throws(PricingError) -> [(start: Int, value: Int)] {
    var runs: [(start: Int, value: Int)] = []
    var start = part.lowerBound
    let last = try value(part.upperBound)
    while true {
      let current = try value(start)
      runs.append((start, current))
      if current == last { return runs }
      var (low, high) = (start + 1, part.upperBound)
      while low < high {
        let middle = low + (high - low) / 2
        if try value(middle) == current { low = middle + 1 } else { high = middle }
      }
      start = low
    }
  }

  /// Whether the sign is known to change once at most.
  ///
  /// One power law beside the same slope does not turn; and where two are all that differs, their
  /// ratio is a power law, which passes 1 once.
  private var hasOneSignChange: Bool {
    guard left.roundings.isEmpty, right.roundings.isEmpty, left.slope == right.slope else {
      return false
    }
    return left.power == nil || right.power == nil || left.base == right.base
  }

  private func gap(_ x: Int) throws(PricingError) -> Gap {
    try Gap(left.value(at: x), right.value(at: x))
  }

  private func sign(_ x: Int) throws(PricingError) -> Int { try gap(x).sign }

  /// The change of the difference from x to x + 1.
  private func step(_ x: Int) throws(PricingError) -> Int {
    let now = try left.value(at: x) - right.value(at: x)
    let next = try left.value(at: x + 1) - right.value(at: x + 1)
    if now == next { return 0 }
    return now < next ? 1 : -1
  }

  /// The parts of a range in which the difference only rises or only falls.
  func monotoneParts(of range: ClosedRange<Int>) throws(PricingError) -> [ClosedRange<Int>] {
    guard left.power != nil || right.power != nil else { return [range] }
    // A slope in common bends nothing, and one power law alone does not turn.
    if left.power == nil || right.power == nil, left.slope == right.slope { return [range] }
    var parts: [ClosedRange<Int>] = []
    var start = range.lowerBound
    for slice in slices(of: range) where slice.count > 2 {
      let first = try step(slice.lowerBound)
      guard try step(slice.upperBound - 1) != first else { continue }
      var (low, high) = (slice.lowerBound, slice.upperBound - 1)
      while low < high {
        let middle = low + (high - low) / 2
        if try step(middle) == first { low = middle + 1 } else { high = middle }
      }
      guard low > start else { continue }
      parts.append(start...(low - 1))
      start = low
    }
    parts.append(start...range.upperBound)
    return parts
  }

  /// The parts in which a difference turns once at most.
  ///
  /// One power law beside a line does so anywhere. Two may turn more than once; in slices that no
  /// more than double x they do not, for any exponents that prices and volumes can have.
  private func slices(of range: ClosedRange<Int>) -> [ClosedRange<Int>] {
    guard left.power != nil, right.power != nil else { return [range] }
    var slices: [ClosedRange<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, max(start + 2, start * 2))
      slices.append(start...end)
      start = end
    }
    return slices
  }
}
