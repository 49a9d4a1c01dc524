public import Diagnostics
import Pricing

/// What a list said of the prices of a dated entry, as an import leaves it in a comment of the entry: a
/// hand that changes a price leaves the comment, so that the next import can tell whose the price is.
enum ListedPrices {
  private static let mark = "listed: "

  /// What every key of a price that an import writes begins with, and the comment leaves out.
  private static let start = "usd_per_"

  /// A price as a card has it.
  static func text(_ price: Money?) -> String { price?.dollarText ?? "not stated" }

  /// A price as a card has it, which may be a range by hand.
  static func text(_ price: Bounds<Money>?) -> String {
    guard let price, price.low != price.high else { return text(price?.low) }
    return "\(price.low.dollarText) to \(price.high.dollarText)"
  }

  /// The comment, without its sign: `listed: million_input_tokens 3, million_output_tokens 15`.
  static func note(_ prices: [(unit: RateUnit, price: Money?)]) -> String {
    mark
      + prices.map { "\($0.unit.key.dropFirst(start.utf8.count)) \(text($0.price))" }
      .joined(separator: ", ")
  }

  /// The prices that the comment in some lines has, by their keys; `nil` where there is no comment.
  static func read(_ lines: [String]) -> [String: Bounds<Money>?]? {
    for line in lines {
      guard let sign = line.ranges(of: "# \(mark)").last else { continue }
      var prices: [String: Bounds<Money>?] = [:]
      for part in line[sign.upperBound...].split(separator: ",") {
        let words = part.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { continue }
        if words[1] == text(Money?.none) {
          prices[start + words[0]] = .some(nil)
        } else if let price = try? Money(dollars: words[1]) {
          prices[start + words[0]] = Bounds(price)
        }
      }
      return prices
    }
    return nil
  }
}

/// A price of a card that an import left as its author has it, although the list says otherwise.
public struct PriceLeftAlone: Hashable, Sendable {
  /// Where it stands, or stood.
  public let location: SourceLocation

  /// What the card says, in dollars; `nil` for a price that was taken out.
  public let price: String?

  /// What the list says instead.
  public let listed: String
}
