/// The curves of one offer: the same one twice if its cost is exact.
struct CostBand {
  let low: Outline
  let high: Outline

  var offer: String { low.curve.offer }
  var isExact: Bool { low.number == high.number }

  /// The bands of offers, in their order.
  static func all(_ outlines: [Outline]) -> [CostBand] {
    outlines.filter { $0.curve.end != .high }.map { low in
      CostBand(
        low: low, high: outlines.first { $0.offer == low.offer && $0.curve.end == .high } ?? low)
    }
  }
}

extension CostBand {
  /// Whether both ends are one on a range.
  func isExact(
    in range: ClosedRange<Int>, _ finder: inout CrossingFinder
  ) throws(PricingError) -> Bool {
    guard !isExact else { return true }
    guard low.range.contains(range.lowerBound), low.range.contains(range.upperBound),
      high.range.contains(range.lowerBound), high.range.contains(range.upperBound)
    else { return false }
    try finder.compare(low, high, in: range)
    return finder.stretches.allSatisfy { $0.sign == 0 }
  }

  /// Where this offer, whose least is what the others cost at most, costs as much as they do
  /// whatever turns out; elsewhere one of them is no dearer for any value, and cheaper for some.
  ///
  /// - Parameters:
  ///   - rivals: The offers with the smallest high end.
  ///   - tie: Where the low end of this one lies on it.
  ///   - finder: Compares curves.
  /// - Returns: The parts of the tie.
  /// - Throws: ``PricingError``.
  func ranges(
    tying rivals: [CostBand], in tie: ClosedRange<Int>, _ finder: inout CrossingFinder
  ) throws(PricingError) -> [ClosedRange<Int>] {
    // Curves that touch are on their way past each other.
    guard tie.count > 1 else { return [tie] }
    var ties = [tie]
    for band in rivals.filter({ $0.offer != offer }) + [self] where !band.isExact {
      var rest: [ClosedRange<Int>] = []
      for range in ties {
        try finder.compare(band.low, band.high, in: range)
        rest += finder.ranges(in: range) { $0 == 0 }
      }
      ties = rest
    }
    return ties
  }
}

extension [CostBand] {
  /// Whether no offer certainly costs less than the two that meet at a place.
  ///
  /// - Throws: ``PricingError``.
  func noneBeats(_ place: Crossing.Place) throws(PricingError) -> Bool {
    for band in self {
      guard let most = try band.high.cost(at: place.x) else { continue }
      if Money(rounding: most) < place.cost { return false }
    }
    return true
  }
}
