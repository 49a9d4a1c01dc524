import Content
import Pricing

/// Which offers a chart of curves names: of a few all, of many those that decide something.
enum LeadingOffers {
  /// Of more offers than this the others are grey lines.
  static let most = 8

  /// The offers that are drawn in colour and named.
  ///
  /// - Parameters:
  ///   - priced: The scenario with its curves.
  ///   - asks: What its headline answers.
  /// - Returns: Ids: of many offers those that are the cheapest somewhere on the axis, or may be,
  ///   and those that the headline speaks of.
  static func ids(_ priced: PricedScenario, _ asks: AskedQuestion) -> Set<String> {
    guard let breakEven = priced.breakEven,
      Set(breakEven.curves.map(\.offer)).count > most
    else { return Set(priced.scenario.offers.map(\.id)) }
    var ids = Set(breakEven.cheapest.flatMap(\.offers))
    switch asks {
    case .change(let pair): ids.formUnion([pair?.first, pair?.second].compactMap(\.self))
    case .beside(let pair, _): ids.formUnion([pair.first, pair.second])
    case .difference(_, let offer): ids.insert(offer)
    case .cheapest: ids.formUnion(priced.comparisons.flatMap(\.cheapest))
    }
    return ids
  }
}
