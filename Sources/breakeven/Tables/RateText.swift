import Diagnostics
import Pricing
import Reports
import Site
import Wording

/// Rates as a terminal shows them: every digit, and the unit by the name that files use.
enum RateText {
  /// A price and what it is for: `$3.95 per gpu-hour`.
  static func price(_ rate: Rate) -> String {
    "\(amount(rate.price)) per \(rate.unit.rawValue)"
  }

  /// A rate for programs: exact decimal text, and null where no price is stated.
  static func json(_ rate: Rate) -> JSONValue {
    .object([
      ("unit", .string(rate.unit.rawValue)),
      ("low_usd", rate.price.map { .string($0.low.dollarText) } ?? .null),
      ("high_usd", rate.price.map { .string($0.high.dollarText) } ?? .null),
      rate.day.member, ("source", .string(rate.citation.source)),
    ])
  }

  private static func amount(_ price: Bounds<Money>?) -> String {
    guard let price else { return "not stated" }
    let (low, high) = (AmountText.exact(price.low), AmountText.exact(price.high))
    return low == high ? low : "\(low) to \(high)"
  }
}
