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
    /// Published − computed, in the unit of the claim.
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
  /// - Throws: ``PricingError/tooLarge``.
  func verdict(_ computed: Bounds<Ratio>) throws(PricingError) -> Verdict {
    guard try !agrees(with: computed) else { return .reproduced }
    let figures = published.figures
    let deviation = Verdict.Deviation(
      difference: Ends(
        low: try figures.low - computed.low, high: try figures.high - computed.high),
      ratio: Ends(
        low: try Self.ratio(figures.low, computed.low),
        high: try Self.ratio(figures.high, computed.high)))
    let others = formula.claims
    return others.isEmpty ? .offBy(deviation) : .notConsistent(with: others, deviation)
  }

  private func agrees(with computed: Bounds<Ratio>) throws(PricingError) -> Bool {
    let (figures, tolerance) = (published.figures, published.tolerance)
    let lowest = Bounds(try computed.low - tolerance, try computed.low + tolerance)
    let highest = Bounds(try computed.high - tolerance, try computed.high + tolerance)
    return switch relation {
    case .equals:
      lowest.low <= figures.low && figures.low <= lowest.high
        && highest.low <= figures.high && figures.high <= highest.high
    case .within: lowest.low <= figures.low && figures.high <= highest.high
    case .covers: figures.low <= lowest.high && highest.low <= figures.high
    case .atMost: figures.high <= lowest.high
    case .atLeast: figures.low >= highest.low
    }
  }

  private static func ratio(
    _ published: Ratio, _ computed: Ratio
  ) throws(PricingError) -> Ratio? {
    computed == .zero ? nil : try published / computed
  }
}
