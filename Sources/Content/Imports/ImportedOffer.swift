import Pricing

/// A price of a public list, in the words of a rate card.
struct ImportedPrice: Hashable {
  /// What it is for.
  let unit: RateUnit

  /// Dollars.
  let price: Money

  /// When it holds.
  let condition: Condition

  /// The first day on which it holds, where the list says.
  var from: CalendarDate?

  /// What the list has in its place, where that is noise of floating point.
  let noise: String?
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

  /// Its prices, in the order of the list.
  var prices: [ImportedPrice] = []

  /// Multipliers of token prices, each under a choice.
  var factors: [Factor] = []

  /// A multiplier of all token prices.
  struct Factor: Hashable {
    let choice: Choice
    let factor: Ratio
  }

  /// The keys of the list that a rate card cannot say.
  var unexpressed: [String] = []

  /// Whether the list states any price.
  var isPriced: Bool { !prices.isEmpty || !factors.isEmpty || !unexpressed.isEmpty }

  /// Adds a price for so many of a quantity, in the smallest unit in which it is exact.
  mutating func add(
    _ number: String, of quantity: Quantity, per count: Int128 = 1, _ condition: Condition,
    from: CalendarDate? = nil, key: String
  ) {
    guard let listed = ListedNumber(number) else { return refuse(key) }
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

  /// Adds a price; one that says what another says already is none, and one that says otherwise is
  /// refused.
  mutating func add(_ price: ImportedPrice, _ key: String) {
    let twin = prices.first {
      $0.unit.quantity == price.unit.quantity && $0.unit.part == price.unit.part
        && $0.condition == price.condition && $0.from == price.from
    }
    guard let twin else { return prices.append(price) }
    if twin.unit != price.unit || twin.price != price.price { refuse(key) }
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
      guard let widest, widest != price.unit,
        let exact = try? Ratio(price.price.picodollars) * Ratio(widest.size)
          / Ratio(price.unit.size)
      else { return price }
      return ImportedPrice(
        unit: widest, price: Money(rounding: exact), condition: price.condition, from: price.from,
        noise: price.noise)
    }
    return offer
  }
}
