import Diagnostics
import Pricing

/// The keys under which a rate card states prices: the unit is in the key, so that a price per
/// token cannot pass for one per million tokens.
enum RateKeys {
  /// Every key, by which units are told apart.
  private static let units = Dictionary(
    uniqueKeysWithValues: RateUnit.allCases.map { ($0.key, $0) })

  /// The keys, those that most rate cards need first.
  static let fields: [Field] =
    (RateUnit.allCases.filter(isCommon)
    + RateUnit.allCases.filter { !isCommon($0) }).map {
      Field($0.key, .decimalRange, .optional, $0.documentation, example: $0.example)
    }

  private static func isCommon(_ unit: RateUnit) -> Bool {
    unit.part != nil || unit == .request
      || [.millionTokens, .millionInputTokens, .millionOutputTokens].contains(unit)
  }

  /// The units for which an entry states a price, in their order.
  static func units(of entry: Mapping) -> [RateUnit] {
    // Entries have few keys, and there are many units.
    entry.writtenKeys.compactMap { units[$0] }.sorted()
  }

  /// The prices that an entry states, each where it stands.
  static func rates(
    _ entry: Mapping, day: EvidenceDay, citation: Citation, _ condition: Condition = .always,
    into findings: inout Findings
  ) -> [Located<Rate>] {
    units(of: entry).compactMap { unit in
      guard let stated = entry.decimalRange(unit.key) else { return nil }
      guard
        let price = findings.exact(
          stated.location,
          { () throws(PricingError) in
            try stated.value.bounds { (decimal) throws(PricingError) in
              try Money(dollars: decimal.description)
            }
          })
      else { return nil }
      if let price, price.high > unit.largest {
        let limit = unit.largest.dollarText
        findings.error(
          stated.location,
          "'\(price.high.dollarText)' is more than \(limit), the most that \(unit.key) may be",
          hint: "check the unit, which is in the key")
        return nil
      }
      return Located(
        Rate(unit: unit, price: price, day: day, citation: citation, condition: condition),
        at: stated.location)
    }
  }
}
