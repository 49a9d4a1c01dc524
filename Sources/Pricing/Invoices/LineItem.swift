/// A value for each end of an invoice.
///
/// Unlike ``Bounds`` the first may be the larger: an invoice is smallest where *all* tokens are
/// input, so its input line is largest there.
public struct Ends<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value in the smallest invoice.
  public let low: Value

  /// The value in the largest invoice.
  public let high: Value

  /// Creates the pair.
  public init(low: Value, high: Value) {
    self.low = low
    self.high = high
  }

  /// Whether both invoices have the same value.
  public var isExact: Bool { low == high }

  /// The value at one end.
  public subscript(end: End) -> Value { end == .low ? low : high }
}

/// One line of an invoice: so much of something, at a price.
public struct LineItem: Hashable, Sendable {
  /// What is charged.
  public enum Kind: Hashable, Sendable {
    /// Tokens of both kinds at one price.
    case tokens

    /// Tokens read by the model.
    case inputTokens

    /// Tokens written by the model.
    case outputTokens

    /// Requests.
    case requests

    /// Machine time in a phase.
    case phase(Phase)

    /// Time charged beyond what was used: increments and minimum charges.
    case rounding

    /// Time in which nothing runs; never charged, listed so that a month adds up.
    case scaledToZero
  }

  /// What is charged.
  public let kind: Kind

  /// The unit of quantity and price.
  public let unit: RateUnit

  /// How much, in units, exact.
  public let quantity: Ends<Ratio>

  /// Dollars per unit; `nil` where the provider does not state it, 0 where it is free.
  public let price: Ends<Money?>

  /// Quantity × price, rounded once to the picodollar; `nil` where the price is not stated.
  public let amount: Ends<Money?>

  /// Where the quantity comes from.
  public let derivation: Ends<Derivation>

  /// Who states the price.
  public let citation: Citation

  /// The first day on which the price holds.
  public let from: CalendarDate

  /// The rules of billing that decided over the line; none for what is only counted.
  public let rulings: [Ruling]

  /// Quantity × price in picodollars before it is rounded; `nil` where the price is not stated.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  public func exactAmount(_ end: End) throws(PricingError) -> Ratio? {
    if quantity[end] == .zero { return .zero }
    guard let price = price[end] else { return nil }
    return try quantity[end] * Ratio(price.picodollars)
  }
}

extension LineItem.Kind {
  /// A short stable name for data files: `kept-warm`, `output-tokens`.
  public var id: String {
    switch self {
    case .tokens: "tokens"
    case .inputTokens: "input-tokens"
    case .outputTokens: "output-tokens"
    case .requests: "requests"
    case .phase(let phase): phase.rawValue
    case .rounding: "rounding"
    case .scaledToZero: "scaled-to-zero"
    }
  }

  /// Every kind, in the order in which an invoice lists them.
  public static let all: [LineItem.Kind] =
    [.tokens, .inputTokens, .outputTokens, .requests]
    + Phase.allCases.map(LineItem.Kind.phase) + [.rounding, .scaledToZero]
}
