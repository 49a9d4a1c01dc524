/// What an input of the arithmetic rests on.
public enum Basis: Hashable, Sendable {
  /// A source states it.
  case stated(Citation)

  /// Nobody states it: the scenario, or whoever asks, takes it for granted.
  case assumed

  /// Whoever publishes the site says so of themselves: a discount of their own.
  case ours

  /// It follows from other inputs, or is true by definition: seconds in an hour, replicas needed.
  case computed

  /// Stated by a source where there is one, else assumed.
  public init(_ citation: Citation?) { self = citation.map(Basis.stated) ?? .assumed }
}

/// A rule of billing that decided over a line of an invoice, and who says so.
public struct Ruling: Hashable, Sendable {
  /// What a provider can decide about the time that it charges.
  public enum Rule: Hashable, Sendable {
    /// Whether a phase is on the bill.
    case billing(Phase, Billing)

    /// Billed time is rounded up to a multiple of so many seconds.
    case increment(Ratio)

    /// The shortest billed run, in seconds.
    case minimumCharge(Ratio)
  }

  /// The rule.
  public let rule: Rule

  /// Who says so.
  public let basis: Basis

  /// Creates a ruling.
  public init(_ rule: Rule, _ basis: Basis) {
    self.rule = rule
    self.basis = basis
  }
}
