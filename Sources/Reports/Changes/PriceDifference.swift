import Changes
import Pricing

/// How much more a price is than the one before it, in words.
enum PriceDifference {
  /// As an amount and its share of what it was: `−$0.50, −20 %`; `nil` where one of both is not stated.
  static func text(_ old: Rate?, _ new: Rate) -> String? {
    guard let old, let before = old.price, let now = new.price else { return nil }
    let amount = ChangeWords.difference(
      Ends(low: less(now.low, before.low), high: less(now.high, before.high)))
    return share(old, new).map { "\(amount), \($0)" } ?? amount
  }

  /// As a share of what it was: `−20 %`; `nil` where one of both is not stated, or it was nothing.
  static func share(_ old: Rate, _ new: Rate) -> String? {
    shares(old, new).map(ChangeWords.share)
  }

  /// The same exactly, at each end of a range.
  static func shares(_ old: Rate, _ new: Rate) -> Ends<Ratio>? {
    func share(_ now: Money, _ before: Money) -> Ratio? {
      try? Ratio(now.picodollars - before.picodollars, over: before.picodollars)
    }
    guard let before = old.price, let now = new.price, let low = share(now.low, before.low),
      let high = share(now.high, before.high)
    else { return nil }
    return Ends(low: low, high: high)
  }

  private static func less(_ now: Money, _ before: Money) -> Money {
    Money(picodollars: now.picodollars - before.picodollars)
  }
}

extension DatedChange {
  /// How much more a price is, with its share of what it was; `nil` where one of both is not stated,
  /// and for rules.
  var difference: String? {
    guard case .price(let old, let new) = subject else { return nil }
    return PriceDifference.text(old, new)
  }
}
