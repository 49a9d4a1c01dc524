/// How fast one replica works.
public struct Throughput: Hashable, Sendable {
  /// Tokens per second while working; above 0.
  public let tokensPerSecond: Bounds<Ratio>

  /// The share of its time a replica really works, above 0 and at most 1.
  public let utilisation: Bounds<Ratio>

  /// Who states the speed.
  public let basis: Basis

  /// Who states the utilisation.
  public let utilisationBasis: Basis

  /// Creates a throughput.
  ///
  /// - Throws: ``PricingError/divisionByZero`` if a bound is 0.
  public init(
    tokensPerSecond: Bounds<Ratio>, utilisation: Bounds<Ratio> = Bounds(.one),
    basis: Basis = .assumed, utilisationBasis: Basis = .assumed
  ) throws(PricingError) {
    guard tokensPerSecond.low > 0, utilisation.low > 0 else { throw .divisionByZero }
    self.tokensPerSecond = tokensPerSecond
    self.utilisation = utilisation
    self.basis = basis
    self.utilisationBasis = utilisationBasis
  }

  /// Seconds of one replica for one token, 1 ÷ (tokens per second × utilisation), at one end of
  /// the *cost*: a fast replica makes the low one.
  func secondsPerToken(_ end: End) throws(PricingError) -> Ratio {
    try .one / (tokensPerSecond[end.opposite] * utilisation[end.opposite])
  }
}
