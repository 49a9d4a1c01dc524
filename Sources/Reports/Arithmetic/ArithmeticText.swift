import Pricing
import Wording

/// The parts of an invoice with every digit.
enum ArithmeticText {
  private static let notStated = "not stated"

  /// The total of an invoice, or its range.
  static func total(_ invoice: Invoice) -> String {
    guard let high = invoice.high else {
      return invoice.low == .zero ? notStated : "\(AmountText.exact(invoice.low)) or more"
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

  /// The price of a line, for one of its unit.
  static func rate(_ line: LineItem) -> String {
    if line.price.low == .zero, line.price.high == .zero { return "free" }
    return range(line.price)
  }

  /// Both ends as one text: `$15–50`, `$0 or more`, `not stated`.
  static func range(_ amount: Ends<Money?>, decimals: Int = 0) -> String {
    guard let low = amount.low else { return notStated }
    guard let high = amount.high else {
      return "\(AmountText.exact(low, decimals: decimals)) or more"
    }
    return AmountText.exactRange(low, high, decimals: decimals)
  }
}
