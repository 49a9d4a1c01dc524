import Content
import Pricing

/// Which offers a chart of curves names: of a few all, of many those that decide something.
enum LeadingOffers {
  /// Of more offers than this the others are grey lines.
  static let most = 8

  /// The offers that are drawn in colour and named.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - headline: The group that its headline speaks of; `nil` of a scenario without offers.
  ///   - charted: The curves that are drawn.
  ///   - asks: What the headline answers.
  /// - Returns: Ids: of many offers those that are the cheapest somewhere on the axis, or may be,
  ///   and those that the headline speaks of.
  static func ids(
    _ scenario: Scenario, _ headline: PricedGroup?, _ charted: BreakEven?, _ asks: AskedQuestion
  ) -> Set<String> {
    guard let charted, Set(charted.curves.map(\.offer)).count > most else {
      return Set(scenario.offers.map(\.id))
    }
    var ids = Set(charted.cheapest.flatMap(\.offers))
    switch asks {
    case .change(let pair): ids.formUnion([pair?.first, pair?.second].compactMap(\.self))
    case .beside(let pair, _): ids.formUnion([pair.first, pair.second])
    case .difference(_, let offer), .cost(let offer, _): ids.insert(offer)
    case .cheapest: ids.formUnion(headline?.comparisons.flatMap(\.cheapest) ?? [])
    }
    return ids
  }
}
