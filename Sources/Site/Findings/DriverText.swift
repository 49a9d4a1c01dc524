import Pricing

/// Values of a driver in the reader's words.
enum DriverText {
  /// A value with three digits: `20.6M`, `360 h`, `25 %`.
  static func short(_ x: Int, _ driver: Driver) -> String {
    switch driver {
    case .tokens: NumberText.short(x)
    case .hours: "\(NumberText.whole(x))\u{A0}h"
    case .busyShare: NumberText.percent(share(x))
    }
  }

  /// A value with all its digits: `20,604,580`.
  static func exact(_ x: Int, _ driver: Driver) -> String {
    switch driver {
    case .tokens: NumberText.whole(x)
    case .hours: NumberText.whole(x)
    case .busyShare: NumberText.percent(share(x), decimals: 4)
    }
  }

  /// What the driver is, as the head of a column.
  static func title(_ driver: Driver) -> String {
    switch driver {
    case .tokens: "Tokens a month"
    case .hours: "Hours of work a month"
    case .busyShare: "Share of the month busy"
    }
  }

  /// The unit that follows a value in a sentence.
  static func unit(_ driver: Driver) -> String {
    switch driver {
    case .tokens: "tokens a month"
    case .hours: "of work a month"
    case .busyShare: "of the month"
    }
  }

  /// A busy share as a fraction.
  static func share(_ x: Int) -> Ratio { (try? Ratio(Int128(x), over: 1_000_000)) ?? .zero }
}

/// What a curve is called.
struct CurveName {
  /// The offer.
  let name: String

  /// What tells this curve from the offer's other one; empty where there is only one.
  let detail: String

  init(_ curve: CostCurve, of offer: Offer, on date: CalendarDate?) {
    name = offer.name
    let rates = offer.rates(on: date)
    guard let rate = rates.first, rates.count == 1, let price = rate.price else {
      detail = curve.end.map { $0 == .low ? "at the low end" : "at the high end" } ?? ""
      return
    }
    let shown = curve.end.map { price[$0] } ?? price.low
    let isRange = !price.isExact
    detail =
      curve.end != nil && !isRange
      ? (curve.end == .low ? "at the low end" : "at the high end")
      : "\(AmountText.alone(shown)) \(UnitText.per(rate.unit))"
  }

  /// The name in a sentence: `Managed API at $15 per 1M tokens`.
  var full: String {
    detail.isEmpty ? name : detail.hasPrefix("at ") ? "\(name) \(detail)" : "\(name) at \(detail)"
  }
}
