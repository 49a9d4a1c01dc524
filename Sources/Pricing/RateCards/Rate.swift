/// What a provider charges for one unit, with the evidence for it.
public struct Rate: Hashable, Sendable {
  /// What the price is for.
  public var unit: RateUnit { fields.value.unit }

  /// Dollars per unit; `nil` where the provider does not state a price.
  public var price: Bounds<Money>? { fields.value.price }

  /// The day on which the rate began to hold, or on which its source states it.
  public var day: EvidenceDay { fields.value.day }

  /// Who says so.
  public var citation: Citation { fields.value.citation }

  /// When it holds instead of the base.
  public var condition: Condition { fields.value.condition }

  /// The price in the currency in which its provider quotes it; `nil` for dollars.
  public var foreign: ForeignPrice? { fields.value.foreign }

  /// Whether a unit begun costs as much as a whole one: 1,001 requests by the thousand cost two of them.
  public var isRoundedUp: Bool { fields.value.isRoundedUp }

  /// How long a buyer commits to a machine at this price; `nil` for any time.
  public var term: Term? { fields.value.term }

  /// The rates of which one holds, where a workload does not say which: ``price`` reaches from the lowest of
  /// them to the highest.
  public internal(set) var possible: [Rate] {
    get { fields.value.possible }
    set { fields = fields.changed { $0.possible = newValue } }
  }

  /// Over how many months the price of a machine that is bought is spread; `nil` for other prices.
  public var amortisation: Int? { fields.value.amortisation }

  /// What is known of it, in one place that copies share: rates are handed on far more often than changed.
  private var fields: Shared<Fields>

  private struct Fields: Hashable {
    let unit: RateUnit
    let price: Bounds<Money>?
    let day: EvidenceDay
    let citation: Citation
    let condition: Condition
    let foreign: ForeignPrice?
    let isRoundedUp: Bool
    let term: Term?
    var possible: [Rate] = []
    let amortisation: Int?
  }

  /// Creates a rate.
  public init(
    unit: RateUnit, price: Bounds<Money>?, day: EvidenceDay, citation: Citation,
    condition: Condition = .always, foreign: ForeignPrice? = nil, isRoundedUp: Bool = false,
    term: Term? = nil, amortisation: Int? = nil
  ) {
    fields = Shared(
      Fields(
        unit: unit, price: price, day: day, citation: citation, condition: condition,
        foreign: foreign, isRoundedUp: isRoundedUp, term: term, amortisation: amortisation))
  }

  /// Creates a rate whose first day is known.
  public init(
    unit: RateUnit, price: Bounds<Money>?, from: CalendarDate, citation: Citation,
    condition: Condition = .always
  ) {
    self.init(
      unit: unit, price: price, day: .began(from), citation: citation, condition: condition)
  }

  /// What rates have in common that follow each other in time.
  public struct Series: Hashable, Sendable {
    /// What the price is for.
    public let unit: RateUnit

    /// When it holds.
    public let condition: Condition

    /// Rates for a unit under a condition.
    public init(unit: RateUnit, condition: Condition) {
      (self.unit, self.condition) = (unit, condition)
    }
  }

  /// The rates before and after this one.
  public var series: Series { Series(unit: unit, condition: condition) }

  /// The base rate at a price, whatever condition led to it, for the same part of a count.
  func priced(_ price: Bounds<Money>?) -> Rate {
    changed(price: price, condition: Condition(beyond: condition.beyond))
  }

  /// The same quotation by another exchange rate, from the day of that on.
  ///
  /// - Returns: `nil` for a price in dollars.
  /// - Throws: ``PricingError/tooLarge``.
  public func converted(by exchange: ExchangeRate) throws(PricingError) -> Rate? {
    guard let foreign else { return nil }
    let quoted = ForeignPrice(foreign.price, by: exchange)
    return try changed(
      price: quoted.converted(), day: .began(exchange.day), foreign: quoted)
  }

  /// The same rate under another condition.
  func under(_ condition: Condition) -> Rate {
    changed(price: price, condition: condition)
  }

  /// The rate at another price, and what else is another one.
  func changed(
    price: Bounds<Money>?, day: EvidenceDay? = nil, citation: Citation? = nil,
    condition: Condition? = nil, foreign: ForeignPrice? = nil
  ) -> Rate {
    Rate(
      unit: unit, price: price, day: day ?? self.day, citation: citation ?? self.citation,
      condition: condition ?? self.condition, foreign: foreign ?? self.foreign,
      isRoundedUp: isRoundedUp, term: term, amortisation: amortisation)
  }
}
