/// A price that is not stated for what a buyer chose, where others of the same unit are: a vendor has a price for
/// a batch, and one for long input, and none for both.
struct PriceGap: Hashable, Sendable {
  /// What the price is for.
  let unit: RateUnit

  /// When it holds, beside what is chosen.
  let condition: Condition

  /// What it takes no account of.
  let choices: [Choice]

  /// Those of an offer.
  ///
  /// - Parameters:
  ///   - decided: The prices that hold for a buyer, each with what is left of its condition.
  ///   - factors: What all prices of the buyer are multiplied by.
  /// - Returns: The gaps, unit by unit.
  static func all(
    in decided: [(key: Rate.Series, value: Rate)], _ factors: [Adjustment]
  ) -> [PriceGap] {
    let gaps = decided.compactMap { series, rate -> PriceGap? in
      let priced = Set(
        decided.filter { $0.key.unit == series.unit }.flatMap(\.value.condition.choices))
      let known = factors.filter { $0.concerns(series.unit.quantity) }
        .flatMap(\.condition.choices)
      let missing = priced.subtracting(rate.condition.choices).subtracting(known)
      return missing.isEmpty
        ? nil : PriceGap(unit: series.unit, condition: series.condition, choices: missing.sorted())
    }
    return gaps.sorted { left, right in
      left.unit == right.unit
        ? left.condition.weight.lexicographicallyPrecedes(right.condition.weight)
        : left.unit < right.unit
    }
  }

  /// What a reader has to know where a price is charged.
  var note: Note { .priceWithoutChoice(choices, condition) }
}
