/// Which price of each unit holds under some circumstances.
struct SettledRates {
  /// Dated rates that are in force on the day, at most one of each unit and condition.
  let rates: [Rate]
  let adjustments: [Adjustment]
  let circumstances: Circumstances

  /// One rate of each unit, in the order of units, with no condition left.
  ///
  /// Of the conditions that are met the one that asks for most replaces the base, unit by unit. One
  /// of which nobody knows whether it is met makes a range with what holds otherwise.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func all() throws(PricingError) -> [Rate] {
    var settled: [Rate] = []
    for part in Set(rates.map(Part.init)).sorted(by: Part.isBefore) {
      let candidates = rates.filter { Part($0) == part }
        .map { (rate: $0, match: $0.condition.match(circumstances)) }
        .filter { $0.match != .missed }
        .sorted { $1.rate.condition.weight.lexicographicallyPrecedes($0.rate.condition.weight) }
      var taken: [Rate] = []
      for candidate in candidates {
        taken.append(candidate.rate)
        if candidate.match == .met { break }
      }
      guard let last = taken.last else { continue }
      let rate = last.priced(Self.range(of: taken.map(\.price)))
      settled.append(last.condition.isBase ? try adjusted(rate) : rate)
    }
    return try withParts(settled)
  }

  /// What one rate of those that are settled is for.
  private struct Part: Hashable {
    let unit: RateUnit
    let beyond: Int

    init(_ rate: Rate) { (unit, beyond) = (rate.unit, rate.condition.beyond ?? 0) }

    static func isBefore(_ left: Part, _ right: Part) -> Bool {
      (left.unit, left.beyond) < (right.unit, right.beyond)
    }
  }

  /// From the lowest to the highest; nothing where one of them is not stated.
  private static func range(of prices: [Bounds<Money>?]) -> Bounds<Money>? {
    let stated = prices.compactMap(\.self)
    guard stated.count == prices.count, let low = stated.map(\.low).min(),
      let high = stated.map(\.high).max()
    else { return nil }
    return Bounds(low, high)
  }

  /// A base price as all that is in proportion to it makes it.
  private func adjusted(_ base: Rate) throws(PricingError) -> Rate {
    var rate = base
    for adjustment in adjustments where adjustment.concerns(rate.unit.quantity) {
      let match = adjustment.condition.match(circumstances)
      guard match != .missed else { continue }
      rate = rate.priced(try adjustment.applied(to: rate.price, isOpen: match == .open))
    }
    return rate
  }

  /// Parts with a proportion to the price of their whole, and no price of their own.
  private func withParts(_ settled: [Rate]) throws(PricingError) -> [Rate] {
    var parts: [Rate] = []
    for adjustment in adjustments where adjustment.condition.match(circumstances) == .met {
      for quantity in adjustment.quantities where quantity.meter == .tokens {
        let isPriced = settled.contains { adjustment.concerns($0.unit.quantity) }
        let unit = RateUnit.allCases.first { $0.quantity == quantity }
        guard !isPriced, let unit, let whole = settled.narrowest(holding: quantity) else {
          continue
        }
        parts.append(
          Rate(
            unit: unit, price: try adjustment.applied(to: whole.price, isOpen: false),
            day: whole.day, citation: adjustment.citation))
      }
    }
    return parts.isEmpty ? settled : (settled + parts).sorted { $0.unit < $1.unit }
  }
}

extension [Rate] {
  /// The rate for the narrowest quantity of which another is a part.
  fileprivate func narrowest(holding part: Quantity) -> Rate? {
    filter { $0.unit.quantity.map(part.isPart) ?? false }.max { left, right in
      guard let left = left.unit.quantity, let right = right.unit.quantity else { return false }
      return right.isPart(of: left)
    }
  }
}
