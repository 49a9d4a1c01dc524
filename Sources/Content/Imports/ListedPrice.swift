public import Diagnostics
import Pricing

/// What a list said of a price, as an import leaves it in a comment behind the price: a hand that
/// changes the price leaves the comment, so that the next import can tell whose the price is.
enum ListedPrice {
  private static let mark = "list: "

  /// A price as a card has it.
  static func text(_ price: Money?) -> String { price?.dollarText ?? "not stated" }

  /// A price as a card has it, which may be a range by hand.
  static func text(_ price: Bounds<Money>?) -> String {
    guard let price, price.low != price.high else { return text(price?.low) }
    return "\(price.low.dollarText) to \(price.high.dollarText)"
  }

  /// The comment, without its sign; what follows a comma is how the list writes it.
  static func note(_ text: String, noise: String?) -> String {
    mark + text + (noise.map { ", as \($0)" } ?? "")
  }

  /// What the comment on a line says.
  ///
  /// - Returns: `nil` where there is none, and `.some(nil)` for a price that was not stated.
  static func read(_ line: String) -> Bounds<Money>?? {
    guard let sign = line.ranges(of: "# \(mark)").last else { return nil }
    let text = line[sign.upperBound...].prefix { $0 != "," }.split(separator: " ")
      .joined(separator: " ")
    if text == Self.text(Money?.none) { return .some(nil) }
    return (try? Money(dollars: text)).map { .some(Bounds($0)) }
  }
}

/// A price of a card that an import left as its author has it, although the list says otherwise.
public struct PriceLeftAlone: Hashable, Sendable {
  /// Where it stands.
  public let location: SourceLocation

  /// What the card says, in dollars, or that it is not stated.
  public let price: String

  /// What the list says instead.
  public let listed: String
}
