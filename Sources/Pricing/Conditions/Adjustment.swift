/// A price in proportion to the base: half of it in a batch, a tenth for what is cached.
public struct Adjustment: Hashable, Sendable {
  /// When it holds.
  public let condition: Condition

  /// What it multiplies, with the parts of these; nothing stands for every price.
  public let quantities: [Quantity]

  /// The factor: 0.5 is half the base; `nil` where nobody states it.
  public let factor: Bounds<Ratio>?

  /// The first day on which it holds, if anybody says.
  public let from: CalendarDate?

  /// The condition in a vendor's words, where these say more.
  public let detail: String?

  /// What it multiplies in a vendor's words, where these say more.
  public let subject: String?

  /// Who says so.
  public let citation: Citation

  /// Creates an adjustment.
  public init(
    condition: Condition, quantities: [Quantity] = [], factor: Bounds<Ratio>?,
    from: CalendarDate? = nil, detail: String? = nil, subject: String? = nil, citation: Citation
  ) {
    (self.condition, self.quantities, self.factor) = (condition, quantities, factor)
    (self.from, self.citation) = (from, citation)
    (self.detail, self.subject) = (detail, subject)
  }

  /// The same adjustment under another condition.
  func under(_ condition: Condition) -> Adjustment {
    Adjustment(
      condition: condition, quantities: quantities, factor: factor, from: from, detail: detail,
      subject: subject, citation: citation)
  }

  /// A base price as it is under the condition; a range where it is not known to be met.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func applied(
    to base: Bounds<Money>?, isOpen: Bool
  ) throws(PricingError) -> Bounds<Money>? {
    guard let base, let factor else { return nil }
    let low = try Money(rounding: Ratio(base.low.picodollars) * factor.low)
    let high = try Money(rounding: Ratio(base.high.picodollars) * factor.high)
    return isOpen ? Bounds(min(low, base.low), max(high, base.high)) : Bounds(low, high)
  }

  /// Whether it is about a quantity.
  func concerns(_ quantity: Quantity?) -> Bool {
    guard !quantities.isEmpty else { return true }
    guard let quantity else { return false }
    return quantities.contains { $0 == quantity || quantity.isPart(of: $0) }
  }
}
