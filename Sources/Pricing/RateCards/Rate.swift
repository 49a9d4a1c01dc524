/// What a provider charges for one unit, with the evidence for it.
public struct Rate: Hashable, Sendable {
  /// What the price is for.
  public let unit: RateUnit

  /// Dollars per unit; `nil` where the provider does not state a price.
  public let price: Bounds<Money>?

  /// The day on which the rate began to hold, or on which its source states it.
  public let day: EvidenceDay

  /// Who says so.
  public let citation: Citation

  /// Creates a rate.
  public init(unit: RateUnit, price: Bounds<Money>?, day: EvidenceDay, citation: Citation) {
    self.unit = unit
    self.price = price
    self.day = day
    self.citation = citation
  }

  /// Creates a rate whose first day is known.
  public init(unit: RateUnit, price: Bounds<Money>?, from: CalendarDate, citation: Citation) {
    self.init(unit: unit, price: price, day: .began(from), citation: citation)
  }
}
