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
}
