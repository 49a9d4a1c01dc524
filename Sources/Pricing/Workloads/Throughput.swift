/// How fast one replica works.
public struct Throughput: Hashable, Sendable {
  /// Tokens per second while working, of a replica or of each of its GPUs; above 0.
  public let tokensPerSecond: Bounds<Ratio>

  /// The share of its time a replica really works, above 0 and at most 1.
  public let utilisation: Bounds<Ratio>

  /// Whether the speed is that of one GPU, and a replica as many times as fast as it has GPUs.
  public let isPerGPU: Bool

  /// Who states the speed.
  public let basis: Basis

  /// Who states the utilisation.
  public let utilisationBasis: Basis

  /// Creates a throughput.
  ///
  /// - Throws: ``PricingError/divisionByZero`` if a bound is 0.
  public init(
    tokensPerSecond: Bounds<Ratio>, utilisation: Bounds<Ratio> = Bounds(.one),
    isPerGPU: Bool = false, basis: Basis = .assumed, utilisationBasis: Basis = .assumed
  ) throws(PricingError) {
    guard tokensPerSecond.low > 0, utilisation.low > 0 else { throw .divisionByZero }
    self.tokensPerSecond = tokensPerSecond
    self.utilisation = utilisation
    self.isPerGPU = isPerGPU
    self.basis = basis
    self.utilisationBasis = utilisationBasis
  }

  /// Another speed or share of time, stated by whoever states this one.
  ///
  /// - Throws: ``PricingError/divisionByZero`` if a bound is 0.
  func changed(
    tokensPerSecond: Bounds<Ratio>? = nil, utilisation: Bounds<Ratio>? = nil
  ) throws(PricingError) -> Throughput {
    try Throughput(
      tokensPerSecond: tokensPerSecond ?? self.tokensPerSecond,
      utilisation: utilisation ?? self.utilisation, isPerGPU: isPerGPU, basis: basis)
  }

  /// Seconds of one replica, or of one GPU, for one token, 1 ÷ (tokens per second × utilisation), at one end of
  /// the *cost*: a fast replica makes the low one.
  func secondsPerToken(_ end: End) throws(PricingError) -> Ratio {
    try .one / (tokensPerSecond[end.opposite] * utilisation[end.opposite])
  }
}
