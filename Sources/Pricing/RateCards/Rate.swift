/// What a provider charges for one unit, with the evidence for it.
public struct Rate: Hashable, Sendable {
  /// What the price is for.
  public let unit: RateUnit

  /// Dollars per unit; `nil` where the provider does not state a price.
  public let price: Bounds<Money>?

  /// The first day on which the rate holds, as far as the source tells.
  public let from: CalendarDate

  /// Who says so.
  public let citation: Citation

  /// Creates a rate.
  public init(unit: RateUnit, price: Bounds<Money>?, from: CalendarDate, citation: Citation) {
    self.unit = unit
    self.price = price
    self.from = from
    self.citation = citation
  }
}
