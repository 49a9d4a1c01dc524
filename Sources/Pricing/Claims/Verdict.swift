/// What became of a claim when it was computed again; always derived, never written.
public enum Verdict: Hashable, Sendable {
  /// The figure stands to the computed value as it should, within what its digits promise.
  case reproduced

  /// Rates and workloads come to something else.
  case offBy(Deviation)

  /// Other claims of the sources, by id, come to something else.
  case notConsistent(with: [String], Deviation)

  /// An input is not stated, so there is nothing to compare with.
  case cannotBeComputed([Gap])

  /// How far a figure is from the computed value, end by end.
  public struct Deviation: Hashable, Sendable {
    /// Published − computed, in the unit of the claim; 0 at an end that stands as it should.
    public let difference: Ends<Ratio>

    /// Published ÷ computed; `nil` where the computed value is 0.
    public let ratio: Ends<Ratio?>
  }

  /// An input that is missing.
  public enum Gap: Hashable, Sendable {
    /// A value that no source states, by its name in the formula.
    case value(String)

    /// A price that the provider does not state.
    case price(offer: String, RateUnit)

    /// An invoice whose total stays open.
    case openInvoice(offer: String, workload: String)

    /// An invoice that cannot be made out.
    case noInvoice(offer: String, workload: String, NotApplicable)

    /// Two curves that do not meet.
    case noCrossing(scenario: String, ClaimOperand.Pair)
  }
}

extension Claim {
  /// The verdict on the figure.
  ///
  /// - Parameter computed: What the formula comes to, in the unit of the figure.
  /// - Returns: Any verdict but ``Verdict/cannotBeComputed(_:)``.
  /// - Throws: ``PricingError/tooLarge``.
  func verdict(_ computed: Bounds<Ratio>) throws(PricingError) -> Verdict {
    let difference = try difference(from: computed)
    if try Self.isWithin(published.tolerance.low, difference.low),
      try Self.isWithin(published.tolerance.high, difference.high)
    {
      return .reproduced
    }
    let deviation = Verdict.Deviation(
      difference: difference,
      ratio: Ends(
        low: try Self.ratio(published.figures.low, computed.low),
        high: try Self.ratio(published.figures.high, computed.high)))
    let others = formula.claims
    return others.isEmpty ? .offBy(deviation) : .notConsistent(with: others, deviation)
  }

  /// How far the figure sticks out where it should not.
  private func difference(from computed: Bounds<Ratio>) throws(PricingError) -> Ends<Ratio> {
    let figures = published.figures
    let low = try figures.low - computed.low
    let high = try figures.high - computed.high
    return switch relation {
    case .equals: Ends(low: low, high: high)
    case .within: Ends(low: min(low, .zero), high: max(high, .zero))
    case .covers: Ends(low: max(low, .zero), high: min(high, .zero))
    case .atMost: Ends(low: max(try figures.high - computed.low, .zero), high: max(high, .zero))
    case .atLeast: Ends(low: min(low, .zero), high: min(try figures.low - computed.high, .zero))
    }
  }

  private static func isWithin(
    _ tolerance: Ratio, _ difference: Ratio
  ) throws(PricingError) -> Bool {
    try .zero - tolerance <= difference && difference <= tolerance
  }

  private static func ratio(
    _ published: Ratio, _ computed: Ratio
  ) throws(PricingError) -> Ratio? {
    computed == .zero ? nil : try published / computed
  }
}
