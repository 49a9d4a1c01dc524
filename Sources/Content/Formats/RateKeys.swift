import Diagnostics
import Pricing

/// The keys under which a rate card states prices: unit and currency are in the key, so that a price per
/// token cannot pass for one per million tokens.
enum RateKeys {
  /// Every key of a price in dollars, by which units are told apart.
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

  /// What a key is the price of.
  struct Price {
    let unit: RateUnit
    /// `nil` for dollars.
    let currency: Currency?
    var key: String { unit.key(in: currency) }
  }

  /// The units for which an entry states a price, in their order, each once.
  static func prices(of entry: Mapping, into findings: inout Findings) -> [Price] {
    // Entries have few keys, and there are many units.
    let written = entry.writtenKeys.compactMap { key -> Price? in
      if let unit = units[key] { return Price(unit: unit, currency: nil) }
      guard let price = Currency.price(of: key), let unit = units[price.dollarKey] else {
        return nil
      }
      return Price(unit: unit, currency: price.currency)
    }.sorted { ($0.unit, $0.currency?.code ?? "") < ($1.unit, $1.currency?.code ?? "") }
    var prices: [Price] = []
    for price in written {
      guard let known = prices.last, known.unit == price.unit else {
        prices.append(price)
        continue
      }
      findings.error(
        entry.location(of: price.key),
        "a price \(price.unit.per) in two currencies, '\(known.key)' and '\(price.key)'",
        hint: "keep the one that the source states")
    }
    return prices
  }

  /// The prices that an entry states, each where it stands.
  static func rates(
    _ entry: Mapping, day: EvidenceDay, citation: Citation, _ condition: Condition,
    _ exchange: ExchangeRates, isRoundedUp: Bool = false,
    _ commitment: CommitmentRates = CommitmentRates(), into findings: inout Findings
  ) -> [Located<Rate>] {
    // What is stated twice is reported where the keys are counted.
    var reported = Findings()
    return prices(of: entry, into: &reported).compactMap { price in
      let unit = price.unit
      guard let stated = entry.decimalRange(price.key) else { return nil }
      var foreign: ForeignPrice?
      var dollars: Bounds<Money>?
      if let currency = price.currency {
        let quoted = quoted(stated, currency, on: day.date, exchange, &findings)
        guard let quoted else { return nil }
        (dollars, foreign) = quoted
      } else {
        let exact = findings.exact(stated.location) { () throws(PricingError) in
          try stated.value.bounds { (decimal) throws(PricingError) in
            try Money(dollars: decimal.description)
          }
        }
        guard let exact else { return nil }
        dollars = exact
      }
      if let dollars, dollars.high > unit.largest {
        let limit = unit.largest.dollarText
        findings.error(
          stated.location,
          "'\(dollars.high.dollarText)' is more than \(limit), the most that \(unit.key) may be",
          hint: "check the unit, which is in the key")
        return nil
      }
      return Located(
        Rate(
          unit: unit, price: dollars, day: day, citation: citation, condition: condition,
          foreign: foreign, isRoundedUp: isRoundedUp, term: commitment.term,
          amortisation: unit.part == .bought ? commitment.amortisation : nil),
        at: stated.location)
    }
  }

  /// A price in another currency, in dollars by the rate that holds on a day; both are `nil` where it is
  /// not stated.
  private static func quoted(
    _ stated: Located<Stated<ExactDecimal>>, _ currency: Currency, on day: CalendarDate,
    _ exchange: ExchangeRates, _ findings: inout Findings
  ) -> (Bounds<Money>?, ForeignPrice?)? {
    let price = findings.exact(stated.location) { () throws(PricingError) in
      try stated.value.bounds { (decimal) throws(PricingError) in try decimal.ratio() }
    }
    guard let price else { return nil }
    guard let price else { return (nil, nil) }
    guard let rate = exchange.rate(of: currency, on: day) else {
      if exchange.isComplete {
        findings.error(
          stated.location, "no exchange rate of \(currency.code) is known for \(day)",
          hint: "add one of that day or an earlier one to content/exchange-rates.yaml")
      }
      return nil
    }
    let foreign = ForeignPrice(price, by: rate)
    let dollars = findings.exact(stated.location) { () throws(PricingError) in
      try foreign.converted()
    }
    return dollars.map { ($0, foreign) }
  }
}
