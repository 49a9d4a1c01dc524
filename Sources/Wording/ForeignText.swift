import Messages
package import Pricing

/// Prices in other currencies, and what these are worth, in the reader's words.
package enum ForeignText {
  /// A price as it is quoted: `€3`, `CHF 2.50–3`.
  package static func price(_ price: ForeignPrice) -> String {
    let (low, high) = (number(price.price.low), number(price.price.high))
    let (amount, sign) = (low == high ? low : "\(low)–\(high)", price.currency.sign)
    guard sign.last == "\u{A0}" else { return localized("\(sign)\(amount)", context: "currency") }
    return localized("\(price.currency.code)\u{A0}\(amount)", context: "currency")
  }

  /// What the price is multiplied by: `$1.0823 per EUR`.
  package static func factor(_ exchange: ExchangeRate) -> String {
    localized("$\(number(exchange.dollars)) per \(exchange.currency.code)")
  }

  /// The exchange rate with its day: `1 EUR = $1.0823, of 20 November 2026`.
  package static func sentence(_ exchange: ExchangeRate) -> String {
    localized(
      "1\u{A0}\(exchange.currency.code) = $\(number(exchange.dollars)), "
        + "of \(TimeText.date(exchange.day))")
  }

  /// Every digit; cents are written with both of theirs.
  private static func number(_ value: Ratio) -> String {
    let text = NumberText.trimmed(value, decimals: 12)
    let point = Character(Language.current?.numbers.signs.decimal ?? ".")
    return text.split(separator: point).last?.count == 1 && !value.isWhole ? text + "0" : text
  }
}
