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
    /// So many of something: tokens, requests, images.
    case counted(Quantity)

    /// Machine time in a phase.
    case phase(Phase)

    /// Time charged beyond what was used: increments and minimum charges.
    case rounding

    /// Time in which nothing runs; never charged, listed so that a month adds up.
    case scaledToZero

    /// Time of machines that are paid for a term, used or not, beyond what was used.
    case held

    /// What is missing to the least that a month costs.
    case minimum
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

  /// How the quantity was reckoned; `nil` at an end that has none.
  ///
  /// Two of them are longer than all the rest, and lines are copied more often than read.
  let reckoning: Shared<Ends<Reckoning?>>

  /// How many of the count come before what is charged.
  public let beyond: Int

  /// The number of the discount among those of the offer; 0 for what is charged.
  let discountNumber: Int

  /// What is taken off by this line, whose amount is negative then; `nil` for what is charged.
  public var discount: Discount? {
    discountNumber == 0 ? nil : tariff.offer.discounts[discountNumber - 1]
  }

  /// Whose line it is.
  let tariff: Tariff

  /// What was asked for.
  let workload: Shared<Workload>

  /// Joins the charges of one kind at both ends; an end without one has none of it.
  init(low: Charge?, high: Charge?, of invoice: Invoice) {
    guard let any = low ?? high, let rate = invoice.tariff.rate(any.unit, beyond: any.beyond)
    else {
      preconditionFailure("a line needs a charge, and a charge a rate")
    }
    (kind, beyond, discountNumber) = (any.kind, any.beyond, any.discount)
    unit = any.unit
    quantity = Ends(low: low?.quantity ?? .zero, high: high?.quantity ?? .zero)
    price = Ends(
      low: low.map(\.price) ?? rate.price?.low, high: high.map(\.price) ?? rate.price?.high)
    amount = Ends(low: low.map(\.amount) ?? .zero, high: high.map(\.amount) ?? .zero)
    reckoning = Shared(Ends(low: low?.reckoning, high: high?.reckoning))
    tariff = invoice.tariff
    workload = invoice.asked
  }

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
  /// How many kinds come before the phases of a machine.
  private static let counts = Quantity.allCases.count

  /// The place of the kind in ``all``.
  var place: Int {
    switch self {
    case .phase(let phase): Self.counts + phase.place
    case .counted(let quantity): quantity.place
    case .rounding: Self.counts + 7
    case .scaledToZero: Self.counts + 8
    case .held: Self.counts + 9
    case .minimum: Self.counts + 10
    }
  }

  /// A short stable name for data files: `kept-warm`, `output-tokens`.
  public var id: String {
    switch self {
    case .counted(let quantity): quantity.id
    case .phase(let phase): phase.rawValue
    case .rounding: "rounding"
    case .scaledToZero: "scaled-to-zero"
    case .held: "held"
    case .minimum: "minimum"
    }
  }

  /// Every kind, in the order in which an invoice lists them.
  public static let all: [LineItem.Kind] =
    Quantity.allCases.map(LineItem.Kind.counted)
    + Phase.allCases.map(LineItem.Kind.phase) + [.rounding, .scaledToZero, .held, .minimum]
}
