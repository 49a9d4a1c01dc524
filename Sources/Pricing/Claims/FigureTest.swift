/// A published figure held against what it comes to.
struct FigureTest {
  let published: PublishedValue
  let relation: Claim.Relation
  let computed: Bounds<Ratio>
  /// The sides on which the computed value may lie beyond its ends.
  let open: OpenSides

  /// How far the figure sticks out where it should not; `nil` if it stands as it should.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func deviation() throws(PricingError) -> Verdict.Deviation? {
    let figures = published.figures
    let difference = try difference(of: Ends(low: figures.low, high: figures.high))
    guard try !isWithinTolerance(difference) else { return nil }
    return Verdict.Deviation(
      difference: difference,
      ratio: Ends(
        low: try Self.ratio(figures.low, computed.low),
        high: try Self.ratio(figures.high, computed.high)))
  }

  /// Whether no figure a tenth larger or smaller, its tolerance on top, would stand as well; of a range
  /// each end is changed by itself.
  ///
  /// If one would, that this one stands says next to nothing.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func standsAlone() throws(PricingError) -> Bool {
    for sign in [Ratio(-1), 1] where try others(sign).contains(true) { return false }
    return true
  }

  /// The directions in which a figure a tenth off would stand as well, whichever end of a range is
  /// changed; a tenth of nothing is nothing.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func alsoStand() throws(PricingError) -> AuditedClaim.OtherFigures {
    var found: AuditedClaim.OtherFigures = []
    guard published.figures != Bounds(.zero) else { return found }
    if try others(1).allSatisfy(\.self) { found.insert(.larger) }
    if try others(-1).allSatisfy(\.self) { found.insert(.smaller) }
    return found
  }

  /// Whether figures a tenth off in a direction stand, one for each end of a range.
  private func others(_ sign: Ratio) throws(PricingError) -> [Bool] {
    let (low, high) = (published.figures.low, published.figures.high)
    let tolerance = published.tolerance
    let tenth = try Ratio(1, over: 10)
    let otherLow = try low + sign * (low * tenth + tolerance.low)
    let otherHigh = try high + sign * (high * tenth + tolerance.high)
    let others =
      published.figures.isExact
      ? [Ends(low: otherLow, high: otherHigh)]
      : [Ends(low: otherLow, high: high), Ends(low: low, high: otherHigh)]
    var stand: [Bool] = []
    for other in others { stand.append(try isWithinTolerance(try difference(of: other))) }
    return stand
  }

  /// How far a figure sticks out, without regard to its tolerance.
  private func difference(of figures: Ends<Ratio>) throws(PricingError) -> Ends<Ratio> {
    let low = try figures.low - computed.low
    let high = try figures.high - computed.high
    let difference =
      switch relation {
      case .equals: Ends(low: low, high: high)
      case .within: Ends(low: min(low, .zero), high: max(high, .zero))
      case .covers: Ends(low: max(low, .zero), high: min(high, .zero))
      case .atMost: Ends(low: max(try figures.high - computed.low, .zero), high: max(high, .zero))
      case .atLeast: Ends(low: min(low, .zero), high: min(try figures.low - computed.high, .zero))
      }
    return Ends(low: allowed(difference.low), high: allowed(difference.high))
  }

  /// What is left of a difference when an open side has taken its part: 1,000 h are `800+`.
  private func allowed(_ difference: Ratio) -> Ratio {
    let bound = relation == .equals ? published.openSides : OpenSides()
    if difference > .zero { return open.above || bound.below ? .zero : difference }
    return open.below || bound.above ? .zero : difference
  }

  private func isWithinTolerance(_ difference: Ends<Ratio>) throws(PricingError) -> Bool {
    func isWithin(_ tolerance: Ratio, _ difference: Ratio) throws(PricingError) -> Bool {
      try .zero - tolerance <= difference && difference <= tolerance
    }
    guard try isWithin(published.tolerance.low, difference.low) else { return false }
    return try isWithin(published.tolerance.high, difference.high)
  }

  private static func ratio(
    _ published: Ratio, _ computed: Ratio
  ) throws(PricingError) -> Ratio? {
    computed == .zero ? nil : try published / computed
  }
}
