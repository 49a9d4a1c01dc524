/// Which price of each unit holds under some circumstances.
struct SettledRates {
  /// Dated rates that are in force on the day, at most one of each unit and condition.
  let rates: [Rate]
  let adjustments: [Adjustment]
  let circumstances: Circumstances
  let gaps: [PriceGap]

  /// One rate of each unit, in the order of units, with no condition left, and what there is to say about them.
  ///
  /// Of the conditions that are met the one that asks for most replaces the base, unit by unit. One
  /// of which nobody knows whether it is met makes a range with what holds otherwise.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func all() throws(PricingError) -> (rates: [Rate], notes: [Note]) {
    var settled: [Rate] = []
    var notes: [Note] = []
    for part in Set(rates.map(Part.init)).sorted(by: Part.isBefore) {
      let taken = self.taken(for: part)
      guard let last = taken.last else { continue }
      let price = Self.range(of: taken.map(\.price))
      var rate = last.priced(price)
      if taken.count > 1, price != last.price { rate.possible = taken }
      notes += self.notes(on: taken, isOpen: price != last.price)
      guard last.condition.isBase else {
        settled.append(rate)
        continue
      }
      let adjusted = try adjusted(rate)
      settled.append(adjusted)
      if adjusted.price != rate.price { notes += openFactors(of: rate.unit) }
    }
    return (try withParts(settled), notes.eachOnce)
  }

  /// The rates of which one holds, the one that asks for most first.
  private func taken(for part: Part) -> [Rate] {
    let candidates = rates.filter { Part($0) == part }
      .map { (rate: $0, match: $0.condition.match(circumstances)) }
      .filter { $0.match != .missed }
      .sorted { $1.rate.condition.weight.lexicographicallyPrecedes($0.rate.condition.weight) }
    let met = candidates.indices.filter { candidates[$0].match == .met }
    // A step without a price for what is chosen costs what it costs without, or what the choice costs.
    let sure = met.first { gap(candidates[$0].rate) == nil } ?? met.first
    return candidates.prefix((sure ?? candidates.endIndex) + 1).map(\.rate)
  }

  /// What of the buyer's choices a rate takes no account of.
  private func gap(_ rate: Rate) -> PriceGap? {
    gaps.first { $0.unit == rate.unit && $0.condition == rate.condition }
  }

  private func notes(on taken: [Rate], isOpen: Bool) -> [Note] {
    let missing = taken.compactMap { gap($0)?.note }
    let open = taken.map(\.condition).filter { $0.match(circumstances) == .open }
    return missing + (isOpen ? open.map { .mayMeet($0.ofRequests) } : [])
  }

  /// What the price of a unit may be multiplied by.
  private func openFactors(of unit: RateUnit) -> [Note] {
    adjustments.filter { adjustment in
      adjustment.concerns(unit.quantity) && adjustment.condition.match(circumstances) == .open
    }.map { .mayMeet($0.condition.ofRequests) }
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
