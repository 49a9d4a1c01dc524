import Messages
package import Pricing

/// Values of a driver in the reader's words.
package enum DriverText {
  /// A value with three digits: `20.6M`, `360 h`, `25 %`.
  package static func short(_ x: Int, _ driver: Driver) -> String {
    switch driver {
    case .tokens: NumberText.short(x)
    case .hours: "\(NumberText.whole(x))\u{A0}h"
    case .busyShare: NumberText.percent(share(x), decimals: x < 100_000 ? 2 : 1)
    }
  }

  /// A value with all its digits: `20,604,580`.
  package static func exact(_ x: Int, _ driver: Driver) -> String {
    switch driver {
    case .tokens: NumberText.whole(x)
    case .hours: NumberText.whole(x)
    case .busyShare: NumberText.percent(share(x), decimals: 4)
    }
  }

  /// A value with its unit: `365 h of work a month`; of a share three digits, with a word that says
  /// so where it has more.
  package static func inSentence(_ x: Int, _ driver: Driver) -> String {
    switch driver {
    case .tokens: return "\(exact(x, driver))\u{A0}\(unit(driver))"
    case .hours: return "\(short(x, driver))\u{A0}\(unit(driver))"
    case .busyShare:
      let (short, exact) = (short(x, driver), exact(x, driver))
      let value = "\(short)\u{A0}\(unit(driver))"
      return short == exact ? value : localized("about \(value)")
    }
  }

  /// What the driver is, as the head of a column.
  package static func title(_ driver: Driver) -> String {
    switch driver {
    case .tokens: localized("Tokens a month")
    case .hours: localized("Hours of work a month")
    case .busyShare: localized("Share of the month busy")
    }
  }

  /// The unit that follows a value in a sentence.
  package static func unit(_ driver: Driver) -> String {
    switch driver {
    case .tokens: localized("tokens a month")
    case .hours: localized("of work a month")
    case .busyShare: localized("of the month")
    }
  }

  /// A busy share as a fraction.
  package static func share(_ x: Int) -> Ratio { (try? Ratio(Int128(x), over: 1_000_000)) ?? .zero }
}

/// What a curve is called.
package struct CurveName {
  /// The offer.
  package let name: String

  private let distinction: Distinction

  /// What tells this curve from the offer's other one.
  private enum Distinction {
    /// There is only one.
    case none

    /// The end of its ranges.
    case end(End)

    /// The price and its unit.
    case price(String, unit: String)

    /// The end of its ranges, of which the price is one, and what the others are.
    case priceAmongOthers(End, String, others: String)
  }

  /// Names a curve of an offer with the rates of a day.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - offer: Whose it is.
  ///   - date: The day.
  ///   - others: The inputs that are at an end with the price, such as the speed; `nil` for none.
  package init(
    _ curve: CostCurve, of offer: Offer, on date: CalendarDate?, others: String? = nil
  ) {
    name = offer.name
    let rates = offer.rates(on: date)
    if let rate = rates.first, rates.count == 1, let price = rate.price,
      curve.end == nil || !price.isExact
    {
      let shown = AmountText.alone(curve.end.map { price[$0] } ?? price.low)
      let unit = UnitText.per(rate.unit)
      if let end = curve.end, let others {
        distinction = .priceAmongOthers(end, "\(shown) \(unit)", others: others)
      } else {
        distinction = .price(shown, unit: unit)
      }
    } else {
      distinction = curve.end.map(Distinction.end) ?? .none
    }
  }

  /// What stands below the name at the curve: `$15 per 1M tokens`; empty where there is only one.
  package var detail: String {
    switch distinction {
    case .none: ""
    case .end(.low): localized("at its lowest cost")
    case .end(.high): localized("at its highest cost")
    case .price(let price, let unit): "\(price) \(unit)"
    case .priceAmongOthers(_, let price, let others): localized("\(price) and \(others)")
    }
  }

  /// The name in a sentence: `Managed API at $15 per 1M tokens`.
  package var full: String {
    switch distinction {
    case .none: name
    case .end: "\(name) \(detail)"
    case .price: localized("\(name) at \(detail)", context: "price")
    case .priceAmongOthers(let end, _, _):
      localized(end == .low ? "\(name) at its lowest cost" : "\(name) at its highest cost")
    }
  }
}
