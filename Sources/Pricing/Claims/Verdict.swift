/// What became of a claim when it was computed again; always derived, never written.
public enum Verdict: Hashable, Sendable {
  /// The figure comes to the same, within what its digits promise, from evidence outside the words
  /// that state it; another figure, a tenth off, would not.
  case reproduced

  /// The figure comes to the same, but from the words that state it.
  case restated(Restatement)

  /// Nothing speaks against the figure, nor would it against another one: it lies in a band, on the
  /// right side of a neighbour or of its own bound, or rests on a condition. With the ids of the
  /// claims that it was held against.
  case consistent(with: [String])

  /// Rates and workloads come to something else.
  case offBy(Deviation)

  /// Other claims of the sources, by id, come to something else.
  case notConsistent(with: [String], Deviation)

  /// An input is not stated, so there is nothing to compare with.
  case cannotBeComputed([Gap])

  /// Why a figure that comes to the same proves nothing.
  public enum Restatement: Hashable, Sendable {
    /// An input, by its name, is worked out from the figure or printed beside it as its result.
    case derived(String)

    /// No input is stated anywhere else, or no price is.
    case alone

    /// The one input that is stated is the figure in another unit, in words of the same source.
    case converted

    /// Nobody states any input, as each holds by definition.
    case byDefinition
  }

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
