/// What one end of an invoice charges for one thing: a line, before both ends are joined.
struct Charge: Hashable, Sendable {
  let kind: LineItem.Kind
  let unit: RateUnit
  /// In units of the rate.
  let quantity: Ratio
  /// `nil` where the provider does not state it.
  let price: Money?
  /// Quantity × price, rounded once; `nil` where the price is not stated.
  let amount: Money?
  let reckoning: Reckoning
  /// How many of the count come before what is charged.
  let beyond: Int
  /// The number of the discount that it takes off, from 1 on; 0 for what is charged.
  let discount: Int

  /// What charges are sorted by: the kind, of one kind the unit, and of one unit the list price first.
  var place: Int { (kind.place << 16 | unit.place) << 16 | discount }

  init(
    _ kind: LineItem.Kind, _ unit: RateUnit, _ quantity: Ratio, price: Money?,
    _ reckoning: Reckoning, beyond: Int = 0, discount: Int = 0
  ) throws(PricingError) {
    (self.beyond, self.discount) = (beyond, discount)
    self.kind = kind
    self.unit = unit
    self.quantity = quantity
    self.price = price
    self.reckoning = reckoning
    if quantity == .zero {
      amount = .zero
    } else if let price {
      amount = try Money(rounding: quantity * Ratio(price.picodollars))
    } else {
      amount = nil
    }
  }
}

extension Charge {
  /// What a discount takes off this charge: a part of its quantity, at the same price, less.
  func deducting(_ part: Ratio, byDiscount number: Int) throws(PricingError) -> Charge {
    try Charge(
      kind, unit, Ratio.zero - quantity * part, price: price, reckoning, beyond: beyond,
      discount: number)
  }
}

/// Takes the charges of one end of an invoice, in the order in which they come up.
protocol Ledger {
  /// The sum, where a price that is not stated counts as nothing.
  var stated: Money { get }
  /// Whether all prices are stated.
  var isClosed: Bool { get }

  mutating func enter(_ charge: Charge) throws(PricingError)

  /// Adds what plain prices come to, where no line of it is kept.
  ///
  /// - Returns: Whether that was possible; else nothing was added.
  mutating func addUp(
    _ prices: PlainPrices, _ workload: Workload, at end: End
  ) throws(PricingError) -> Bool
}

/// Adds charges up.
struct TotalLedger: Ledger {
  /// The sum, where a price that is not stated counts as nothing.
  private(set) var stated = Money.zero
  /// Whether all prices are stated.
  private(set) var isClosed = true

  mutating func enter(_ charge: Charge) throws(PricingError) {
    if let amount = charge.amount {
      stated = try stated + amount
    } else {
      isClosed = false
    }
  }
}

extension TotalLedger {
  mutating func addUp(
    _ prices: PlainPrices, _ workload: Workload, at end: End
  ) throws(PricingError) -> Bool {
    guard let sum = try prices.total(for: workload, at: end) else { return false }
    stated = try stated + sum
    return true
  }
}

/// Keeps charges, in the order of an invoice, and adds them up.
struct ChargeLedger: Ledger {
  private(set) var charges: [Charge] = []
  private(set) var total = TotalLedger()
  var stated: Money { total.stated }
  var isClosed: Bool { total.isClosed }
  /// A bit for each phase that is charged.
  private var phases = 0

  /// Whether time in a phase is charged.
  func has(_ phase: Phase) -> Bool { phases >> phase.place & 1 == 1 }

  /// Whether nobody states what a unit costs.
  func isOpen(_ unit: RateUnit) -> Bool {
    charges.contains { $0.unit == unit && $0.amount == nil }
  }

  mutating func addUp(_ prices: PlainPrices, _ workload: Workload, at end: End) -> Bool { false }

  mutating func enter(_ charge: Charge) throws(PricingError) {
    try total.enter(charge)
    if case .phase(let phase) = charge.kind { phases |= 1 << phase.place }
    let place = charges.lastIndex { $0.place <= charge.place }.map { $0 + 1 } ?? 0
    if place == charges.count { charges.append(charge) } else { charges.insert(charge, at: place) }
  }
}
