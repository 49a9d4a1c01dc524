import Pricing

/// A price of a public list, in the words of a rate card.
struct ImportedPrice: Hashable {
  /// What it is for.
  let unit: RateUnit

  /// Dollars; `nil` where the list has a price no longer.
  let price: Money?

  /// When it holds.
  let condition: Condition

  /// The first day on which it holds, where the list says.
  var from: CalendarDate?

  /// What the list has in its place, where that is noise of floating point.
  var noise: String?

  /// The price as a rate has it.
  var bounds: Bounds<Money>? { price.map { Bounds($0) } }
}

/// An entry of a public price list.
struct ImportedOffer {
  /// The key in the list.
  let key: String

  /// The provider's id in the list.
  let provider: String

  /// The name that readers see.
  let name: String

  /// Where the list has it from.
  let origin: String?

  /// What is rented, of an offer by time.
  var machine: Machine?

  /// Its prices, in the order of the list.
  var prices: [ImportedPrice] = []

  /// Multipliers of token prices, each under a choice.
  var factors: [Factor] = []

  /// A machine that is rented.
  struct Machine: Hashable {
    /// Its GPU, or its size where it has none.
    let name: String

    /// Its GPUs, at least 1.
    let count: Int

    /// What it is called in full.
    let detail: String
  }

  /// A multiplier of all token prices.
  struct Factor: Hashable {
    let choice: Choice
    let factor: Ratio
  }

  /// More prices than any entry has; what comes after them is refused, for each is held against all.
  private static let mostPrices = 500

  /// The keys of the list that a rate card cannot say.
  var unexpressed: [String] = []

  /// Whether the list states any price.
  var isPriced: Bool { !prices.isEmpty || !factors.isEmpty || !unexpressed.isEmpty }

  /// The day before which it has no price; `nil` if one of them has no first day.
  var begins: CalendarDate? {
    let days = prices.compactMap(\.from)
    return days.count == prices.count ? days.min() : nil
  }

  /// Adds a price for so many of a quantity, in the smallest unit in which it is exact.
  mutating func add(
    _ number: String, of quantity: Quantity, per count: Int128 = 1, _ condition: Condition,
    from: CalendarDate? = nil, key: String
  ) {
    guard let listed = ListedNumber(number) else { return refuse(key) }
    add(listed, of: quantity, per: count, condition, from: from, key: key)
  }

  /// Adds a price for so many of a quantity, in the smallest unit in which it is exact.
  mutating func add(
    _ listed: ListedNumber, of quantity: Quantity, per count: Int128 = 1, _ condition: Condition,
    from: CalendarDate? = nil, key: String
  ) {
    let units = RateUnit.allCases.filter { $0.quantity == quantity }.sorted { $0.size < $1.size }
    for unit in units {
      guard let ratio = try? listed.value * Ratio(unit.size) / Ratio(count),
        let exact = try? ratio * Ratio(Money.picodollarsPerDollar), exact.isWhole
      else { continue }
      let price = Money(picodollars: exact.numerator)
      guard price <= unit.largest else { return refuse(key) }
      return add(
        ImportedPrice(
          unit: unit, price: price, condition: condition, from: from, noise: listed.noise), key)
    }
    refuse(key)
  }

  /// Adds a price for the time of a machine.
  mutating func add(_ number: String, perTime unit: RateUnit, _ condition: Condition, key: String) {
    guard let listed = ListedNumber(number),
      let exact = try? listed.value * Ratio(Money.picodollarsPerDollar), exact.isWhole,
      Money(picodollars: exact.numerator) <= unit.largest
    else { return refuse(key) }
    add(
      ImportedPrice(
        unit: unit, price: Money(picodollars: exact.numerator), condition: condition,
        noise: listed.noise), key)
  }

  /// Says that the list states a price no longer.
  mutating func end(_ quantity: Quantity, _ condition: Condition, from: CalendarDate, key: String) {
    let units = RateUnit.allCases.filter { $0.quantity == quantity }
    guard let unit = units.min(by: { $0.size < $1.size }) else { return refuse(key) }
    add(ImportedPrice(unit: unit, price: nil, condition: condition, from: from), key)
  }

  /// Adds a price; one that says what another says already is none, and one that says otherwise is
  /// refused.
  mutating func add(_ price: ImportedPrice, _ key: String) {
    // Names and numbers of theirs that no card can have.
    guard price.condition.choices.allSatisfy({ (try? Words.identifier($0.value)) != nil }),
      (price.condition.input?.tokens ?? 0) >= 0,
      price.condition.input == nil || price.unit.isMovedByRequests,
      price.condition.input != .init(over: 0, isInclusive: true)
    else { return refuse(key) }
    let twin = prices.first {
      $0.unit.quantity == price.unit.quantity && $0.unit.part == price.unit.part
        && $0.condition == price.condition && $0.from == price.from
    }
    guard let twin else {
      let isRefused = prices.count == Self.mostPrices || hasOtherHours(than: price)
      return isRefused ? refuse(key) : prices.append(price)
    }
    if twin.unit != price.unit || twin.price != price.price { refuse(key) }
  }

  /// Whether another price holds at some of the hours of a price, so that nobody could say which.
  private func hasOtherHours(than price: ImportedPrice) -> Bool {
    guard let window = price.condition.window else { return false }
    return prices.contains { other in
      other.unit.quantity == price.unit.quantity && other.unit.part == price.unit.part
        && other.condition.choices == price.condition.choices
        && other.condition.input == price.condition.input
        && other.condition.window.map { $0 != window && $0.overlaps(window) } ?? false
    }
  }

  /// Notes a key that cannot be expressed.
  mutating func refuse(_ key: String) { unexpressed.append(key) }

  /// The same with one unit for each quantity: the largest that any of its prices needs.
  func aligned() -> ImportedOffer {
    var offer = self
    offer.prices = prices.map { price in
      let widest = prices.filter {
        $0.unit.quantity != nil && $0.unit.quantity == price.unit.quantity
      }
      .map(\.unit).max { $0.size < $1.size }
      guard let widest, widest != price.unit else { return price }
      let exact = price.price.flatMap {
        try? Ratio($0.picodollars) * Ratio(widest.size) / Ratio(price.unit.size)
      }
      if price.price != nil, exact == nil { return price }
      return ImportedPrice(
        unit: widest, price: exact.map { Money(rounding: $0) }, condition: price.condition,
        from: price.from, noise: price.noise)
    }
    return offer
  }
}
