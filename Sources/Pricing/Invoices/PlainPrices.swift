/// Prices that are each charged for a count as the workload states it: nothing is graduated, rounded
/// up or taken off, so that a total needs one product for each.
///
/// What comes of them is what ``CountedMeters`` comes to, without lines.
struct PlainPrices: Sendable {
  private struct Price: Sendable {
    let source: CountedPrice.Source
    /// Picodollars for one.
    let perOne: Ends<Ratio>
  }

  private let prices: [Price]

  /// Whether there are prices for what a workload may list.
  private let hasListed: Bool

  /// Looks whether prices are as simple as that; `nil` if not.
  init?(_ counted: [CountedPrice]) {
    var prices: [Price] = []
    var hasListed = false
    for one in counted {
      let isApart = one.parts.contains { counted[$0].source != .list }
      guard !one.isGraduated, !one.isRoundedUp, one.deductions.steps.isEmpty, !isApart,
        one.quantity != .months
      else { return nil }
      hasListed = hasListed || one.source == .list
      guard one.source != .list else { continue }
      guard let price = one.price, let low = try? Ratio(price.low.picodollars) / one.size,
        let high = try? Ratio(price.high.picodollars) / one.size
      else { return nil }
      prices.append(Price(source: one.source, perOne: Ends(low: low, high: high)))
    }
    (self.prices, self.hasListed) = (prices, hasListed)
  }

  /// What a workload is charged at one end, each amount rounded once.
  ///
  /// - Returns: `nil` where counts have to be worked out first.
  /// - Throws: ``PricingError/tooLarge``.
  func total(for workload: Workload, at end: End) throws(PricingError) -> Money? {
    guard !hasListed || workload.counts.isEmpty else { return nil }
    var sum = Money.zero
    for price in prices {
      guard let count = Self.count(price.source, in: workload) else { return nil }
      sum = try sum + Money(rounding: Ratio(Int128(count)) * price.perOne[end])
    }
    return sum
  }

  private static func count(_ source: CountedPrice.Source, in workload: Workload) -> Int? {
    switch (source, workload.tokens) {
    case (.requests, _): return workload.requests ?? 0
    case (.list, _), (.inputTokens, .total), (.outputTokens, .total): return nil
    case (_, nil): return 0
    case (.inputTokens, .split(let input, _)): return input
    case (.outputTokens, .split(_, let output)): return output
    case (.allTokens, let tokens?): return Int(exactly: tokens.total)
    }
  }
}
