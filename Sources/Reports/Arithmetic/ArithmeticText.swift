import Messages
import Pricing
import Wording

/// The parts of an invoice with every digit.
enum ArithmeticText {
  /// The total of an invoice, or its range.
  static func total(_ invoice: Invoice) -> String {
    guard let high = invoice.high else {
      return invoice.low == .zero
        ? localized("not stated") : localized("\(AmountText.exact(invoice.low)) or more")
    }
    return AmountText.exactRange(invoice.low, high)
  }

  /// A quantity, or from the low end of the invoice to its high one.
  static func quantity(_ quantity: Ends<Ratio>) -> String {
    let low = NumberText.trimmed(quantity.low, decimals: 6)
    guard !quantity.isExact else { return low }
    let high = NumberText.trimmed(quantity.high, decimals: 6)
    return low == high ? low : "\(low)–\(high)"
  }

  /// Whether two amounts, or ranges of them, differ in no more than zeros at the end: `$96.00`
  /// rounds nothing.
  static func isSame(_ one: String, _ other: String) -> Bool {
    plain(one) == plain(other)
  }

  /// The numbers of a text, without zeros at their ends and signs of money.
  private static func plain(_ text: String) -> [Substring] {
    let point = Character((Language.current?.numbers ?? .commaAndPoint).signs.decimal)
    return text.split { !$0.isNumber && $0 != "." && $0 != "," }.map { number in
      guard number.contains(point) else { return number }
      var number = number
      while number.last == "0" { number.removeLast() }
      return number.last == point ? number.dropLast() : number
    }
  }
}
