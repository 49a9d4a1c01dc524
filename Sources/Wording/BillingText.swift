import Messages
package import Pricing

/// How offers bill, in the reader's words.
package enum BillingText {
  /// How an offer bills on a day: `per token`, `per minute, scales to zero`.
  ///
  /// Machines that come and go are billed in steps, and those are named. A price by the hour or the
  /// second says nothing about them.
  package static func words(_ offer: Offer, on date: CalendarDate?) -> String {
    let model = offer.billingModel
    if model == .alwaysOn, let held = held(offer, on: date) { return held }
    guard model == .scaleToZero, let step = step(offer, on: date) else {
      return localized(name: model.rawValue)
    }
    return localized("per \(step), scales to zero")
  }

  /// How the offers of a card bill, each way once, in a fixed order.
  package static func words(_ offers: [Offer]) -> [String] {
    var words: [String] = []
    for model in BillingModel.allCases {
      for offer in offers where offer.billingModel == model {
        let text = Self.words(offer, on: nil)
        if !words.contains(text) { words.append(text) }
      }
    }
    return words
  }

  /// That machines are bought, or committed to; `nil` where they are neither.
  private static func held(_ offer: Offer, on date: CalendarDate?) -> String? {
    let rates = offer.rates(on: date)
    if rates.contains(where: { $0.amortisation != nil }) { return localized("bought, always on") }
    if let term = rates.lazy.compactMap(\.term).first {
      return localized("committed for \(TermText.length(term.months))")
    }
    return rates.contains { $0.unit.part == .months }
      ? localized("per machine-month, always on") : nil
  }

  /// To what time is rounded up; `nil` where nobody says.
  ///
  /// What is rounded to a part of a second is billed by the second all the same.
  private static func step(_ offer: Offer, on date: CalendarDate?) -> String? {
    let increment = offer.scaling(on: date).billingIncrement
    guard increment > .zero else {
      let rates = offer.rates(on: date)
      return rates.contains { $0.unit.rawValue.hasSuffix("second") } ? localized("second") : nil
    }
    if increment <= .one { return localized("second") }
    if increment == 60 { return localized("minute") }
    return increment == 3600 ? localized("hour") : TimeText.length(increment)
  }
}
