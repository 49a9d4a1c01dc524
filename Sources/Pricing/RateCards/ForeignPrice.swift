/// What one unit of a currency was worth on a day, and who says so.
public struct ExchangeRate: Hashable, Sendable {
  /// The currency.
  public let currency: Currency

  /// The day from which on it holds, until the next that is known.
  public let day: CalendarDate

  /// US dollars for one unit of the currency, above 0.
  public let dollars: Ratio

  /// Who says so.
  public let citation: Citation

  /// Creates an exchange rate.
  public init(currency: Currency, day: CalendarDate, dollars: Ratio, citation: Citation) {
    (self.currency, self.day, self.dollars, self.citation) = (currency, day, dollars, citation)
  }
}

/// A price as its provider quotes it in another currency, and how it became dollars.
///
/// An object, because a rate is copied often and few have one.
public final class ForeignPrice: Hashable, Sendable {
  /// Units of the currency for a unit of the rate.
  public let price: Bounds<Ratio>

  /// What it was converted by.
  public let exchange: ExchangeRate

  /// Creates a price in a currency.
  public init(_ price: Bounds<Ratio>, by exchange: ExchangeRate) {
    (self.price, self.exchange) = (price, exchange)
  }

  /// The currency in which it is quoted.
  public var currency: Currency { exchange.currency }

  /// US dollars for a unit of the rate, each end rounded once to the picodollar.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  public func converted() throws(PricingError) -> Bounds<Money> {
    try Bounds(Money(rounding: picodollars(.low)), Money(rounding: picodollars(.high)))
  }

  /// Whether an end has more digits than a picodollar, so that it was rounded.
  public func isRounded(_ end: End) -> Bool { (try? picodollars(end))?.isWhole == false }

  private func picodollars(_ end: End) throws(PricingError) -> Ratio {
    try price[end] * exchange.dollars * Ratio(Money.picodollarsPerDollar)
  }

  /// Whether the same is quoted, whatever it is worth in dollars.
  public func isSameQuotation(_ other: ForeignPrice?) -> Bool {
    price == other?.price && currency == other?.currency
  }

  /// Whether both quote the same and convert it alike.
  public static func == (left: ForeignPrice, right: ForeignPrice) -> Bool {
    left === right || left.price == right.price && left.exchange == right.exchange
  }

  /// Hashes what is quoted.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(price)
    hasher.combine(exchange)
  }
}
