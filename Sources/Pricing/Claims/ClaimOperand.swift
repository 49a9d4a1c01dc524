/// Where a term of a claim's formula takes its value from.
public indirect enum ClaimOperand: Hashable, Sendable {
  /// A number that a source states, or that holds by definition where nobody is cited.
  case stated(Bounds<Ratio>, unit: ClaimUnit, citation: Citation?)

  /// A number that nobody states.
  case notStated(unit: ClaimUnit)

  /// The latest price of an offer in one of its units.
  case rate(offer: String, unit: RateUnit)

  /// The total of an offer's invoice for a workload of a scenario, in dollars.
  case invoice(scenario: String, offer: String, workload: String)

  /// Where the curves of two offers meet, from the first place to the last, or the part of that on
  /// which it decides which offer is the cheapest of all.
  case crossings(scenario: String, between: Pair, decidingOnly: Bool, unit: ClaimUnit)

  /// The hours of a scenario's month.
  case monthHours(scenario: String, Ratio)

  /// What another claim publishes, whatever its verdict.
  case claim(String, unit: ClaimUnit)

  /// A quantity with a formula of its own and the unit of its result.
  case quantity(ClaimFormula, unit: ClaimUnit)

  /// Several values made into one; all of the same unit, and at least one of them. Of a set some may
  /// have none on the day: only what is known takes part.
  case gathered(Gathering, [ClaimFormula.Term], isKnownOnly: Bool = false)

  /// Two offers of a scenario, by id.
  public struct Pair: Hashable, Sendable {
    /// The one named first.
    public let first: String

    /// The one named second.
    public let second: String

    /// Creates a pair.
    public init(_ first: String, _ second: String) {
      self.first = first
      self.second = second
    }
  }

  /// What becomes of several values.
  public enum Gathering: String, CaseIterable, Hashable, Sendable {
    /// The range from the lowest low end to the highest high end.
    case span

    /// The lowest of all, at each end.
    case lowest

    /// The highest of all, at each end.
    case highest

    /// All of them together.
    case sum
  }

  /// The unit of the value.
  public var unit: ClaimUnit {
    switch self {
    case .stated(_, let unit, _), .notStated(let unit), .crossings(_, _, _, let unit),
      .claim(_, let unit), .quantity(_, let unit):
      unit
    case .rate(_, let unit): unit.claimUnit
    case .invoice: ClaimUnit(.usd)
    case .monthHours: ClaimUnit(.hours)
    case .gathered(_, let terms, _): terms.first?.operand.unit ?? .none
    }
  }

  /// Ids of the claims inside, in order.
  var claims: [String] {
    switch self {
    case .claim(let id, _): [id]
    case .quantity(let formula, _): formula.claims
    case .gathered(_, let terms, _): terms.flatMap(\.operand.claims)
    case .stated, .notStated, .rate, .invoice, .crossings, .monthHours: []
    }
  }
}

extension Driver {
  /// The unit in which claims count the driver; a busy share is a bare fraction.
  public var claimUnit: ClaimUnit {
    switch self {
    case .tokens: ClaimUnit(.tokens)
    case .hours: ClaimUnit(.hours)
    case .busyShare: .none
    }
  }
}
