/// A rate for something that is counted, without its evidence.
struct CountedPrice: Sendable {
  let unit: RateUnit
  let quantity: Quantity
  /// How many of the quantity the price is for.
  let size: Ratio
  let price: Bounds<Money>?
  let source: Source
  /// Whether what is begun costs as much as the whole.
  let isRoundedUp: Bool
  /// What is taken off the price.
  let deductions: Deductions
  /// What parts of the count cost that come after others, the first one first; mostly none.
  let steps: [PriceStep]
  /// The places of other prices for parts of the quantity, which are charged for these alone.
  let parts: [Int]

  /// Where a workload says how many there are.
  enum Source {
    case allTokens, inputTokens, outputTokens, requests, list

    fileprivate init(_ quantity: Quantity) {
      switch quantity {
      case .tokens: self = .allTokens
      case .inputTokens: self = .inputTokens
      case .outputTokens: self = .outputTokens
      case .requests: self = .requests
      default: self = .list
      }
    }
  }

  /// The price after all that is taken off it, to hold it against others; `nil` where it is not stated.
  func paid(_ end: End) -> Money? {
    guard let price = price?[end], !deductions.steps.isEmpty else { return price?[end] }
    return (try? deductions.applied(to: Ratio(price.picodollars))).map(Money.init(rounding:))
  }

  /// The prices for what is counted, in the order of the rates.
  static func all(_ rates: [Rate], less discounts: [Discount]) -> [CountedPrice] {
    let counted = rates.compactMap { rate in
      rate.condition.beyond == nil ? rate.unit.quantity.map { (rate, $0) } : nil
    }
    let later = rates.filter { $0.condition.beyond != nil }
    return counted.map { rate, quantity in
      CountedPrice(
        unit: rate.unit, quantity: quantity, size: Ratio(rate.unit.size), price: rate.price,
        source: Source(quantity), isRoundedUp: rate.isRoundedUp,
        deductions: Deductions(discounts, of: rate), steps: steps(of: rate.unit, later),
        parts: counted.indices.filter { counted[$0].1.isPart(of: quantity) })
    }
  }

  private static func steps(of unit: RateUnit, _ later: [Rate]) -> [PriceStep] {
    later.isEmpty
      ? []
      : later.compactMap { rate in
        guard rate.unit == unit, let beyond = rate.condition.beyond else { return nil }
        return PriceStep(beyond: beyond, price: rate.price)
      }.sorted { $0.beyond < $1.beyond }
  }
}
