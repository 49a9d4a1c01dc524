import Messages
import Pricing
import Wording

/// How a price in another currency became dollars.
struct ForeignArithmetic {
  private let rate: Rate
  private let foreign: ForeignPrice

  /// - Parameter rate: A price; one in dollars has no such arithmetic.
  init?(_ rate: Rate) {
    guard let foreign = rate.foreign else { return nil }
    (self.rate, self.foreign) = (rate, foreign)
  }

  /// `€3 per GPU-hour × $1.0823 per € = $3.2469 per GPU-hour`; nothing where a proportion changed the
  /// price afterwards.
  var equations: [Equation] {
    guard let price = rate.price, let converted = try? foreign.converted(), price == converted
    else { return [] }
    let isRounded = foreign.isRounded(.low) || foreign.isRounded(.high)
    let per = UnitText.per(rate.unit)
    return [
      Equation(
        text: "\(ForeignText.price(foreign)) \(per) × \(ForeignText.factor(foreign.exchange))"
          + " = \(AmountText.exactRange(price.low, price.high)) \(per)"
          + (isRounded ? localized(", rounded") : ""))
    ]
  }

  /// The exchange rate, with its day and its source.
  var inputs: [LineArithmetic.Input] {
    [
      LineArithmetic.Input(
        text: ForeignText.sentence(foreign.exchange), basis: .stated(foreign.exchange.citation))
    ]
  }
}
