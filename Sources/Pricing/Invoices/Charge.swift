/// A line of an invoice at one of its ends, before both ends are joined.
struct Charge {
  let kind: LineItem.Kind
  let rate: Rate
  /// In units of the rate.
  let quantity: Ratio
  /// `nil` where the provider does not state it.
  let price: Money?
  let derivation: Derivation
  var rulings: [Ruling] = []

  /// Quantity × price, rounded once.
  func amount() throws(PricingError) -> Money? {
    if quantity == .zero { return .zero }
    guard let price else { return nil }
    return try Money(rounding: quantity * Ratio(price.picodollars))
  }
}

extension LineItem {
  /// Joins the charges of one kind at both ends; an end without one has none of it.
  init(low: Charge?, high: Charge?, rate: Rate) throws(PricingError) {
    func value<Value>(
      _ charge: Charge?, _ none: Value, _ read: (Charge) throws(PricingError) -> Value
    ) throws(PricingError) -> Value {
      if let charge { try read(charge) } else { none }
    }
    guard let kind = (low ?? high)?.kind else { preconditionFailure("a line needs a charge") }
    self.kind = kind
    unit = rate.unit
    citation = rate.citation
    from = rate.from
    rulings = (low ?? high)?.rulings ?? []
    let nothing = Derivation(.zero, rate.unit.rawValue, "none at this end")
    quantity = try Ends(
      low: value(low, .zero) { $0.quantity }, high: value(high, .zero) { $0.quantity })
    price = Ends(
      low: low.map(\.price) ?? rate.price?.low, high: high.map(\.price) ?? rate.price?.high)
    amount = try Ends(
      low: value(low, Money.zero) { charge throws(PricingError) in try charge.amount() },
      high: value(high, Money.zero) { charge throws(PricingError) in try charge.amount() })
    derivation = Ends(
      low: low?.derivation ?? nothing, high: high?.derivation ?? nothing)
  }
}
