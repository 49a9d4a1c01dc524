import Diagnostics
import Pricing

extension ForeignPrice {
  /// What data files say of it: the currency, the price in it, and by what that was converted.
  var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("currency", .string(currency.code)), ("quoted", .string(price.low.exactText())),
    ]
    if !price.isExact { members.append(("quoted_high", .string(price.high.exactText()))) }
    return members + [
      ("exchange_rate", .string(exchange.dollars.exactText())),
      ("exchange_day", .string("\(exchange.day)")),
    ]
  }
}
