import Messages
package import Pricing

/// The rules of scaling and billing in the reader's words.
package enum RuleText {
  /// What stands where nobody says.
  package static var notStated: String { localized("not stated") }

  /// Whether a phase is billed: `billed`, `does not apply`.
  package static func words(_ billing: Billing) -> String { localized(name: billing.rawValue) }

  /// Whether a phase is billed, as far as anybody says or the rules imply.
  package static func state(of phase: Phase, in policy: ScalingPolicy) -> Billing {
    if let stated = policy.billing[phase] { return stated }
    return switch phase {
    case .active: .billed
    case .idleTail: policy.idleTimeout == .never ? .doesNotApply : .notStated
    case .keptWarm, .waiting, .pulling, .loading, .draining: .notStated
    }
  }

  /// The class of a state: `billed`, `free`, `not-stated` or `does-not-apply`.
  package static func kind(_ state: Billing) -> String { kinds[state] ?? "" }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: Billing.allCases.map { ($0, $0.rawValue.replacing(" ", with: "-")) })

  /// When an idle replica is given back, in a few words.
  package static func idleTimeout(_ timeout: ScalingPolicy.IdleTimeout) -> String {
    switch timeout {
    case .never: localized("never")
    case .notStated: notStated
    case .after(let seconds):
      seconds.high > .zero ? TimeText.range(seconds) : localized("none", context: "length")
    }
  }

  /// What a timeout without a length comes to, as the end of a sentence; else nothing.
  package static func meaning(_ timeout: ScalingPolicy.IdleTimeout) -> String {
    switch timeout {
    case .never: localized(": a replica stays until it is deleted")
    case .after(let seconds) where seconds.high == .zero:
      localized(": a machine is given back as soon as its work is done")
    case .after, .notStated: ""
    }
  }

  /// How many sessions a replica serves at once: `8`, or `8 to 16`.
  package static func concurrency(_ sessions: Bounds<Ratio>) -> String {
    let (low, high) = (number(sessions.low), number(sessions.high))
    return low == high ? high : localized("\(low) to \(high)")
  }

  private static func number(_ number: Ratio) -> String {
    Language.current?.numbers.text(number.decimalText, from: .commaAndPoint) ?? number.decimalText
  }

  /// To what billed time is rounded up.
  package static func increment(_ increment: Ratio) -> String {
    increment == .zero ? notStated : TimeText.length(increment)
  }

  /// How a statement of another source relates to a rate: `agrees`, or `differs` and by what.
  package static func agreement(_ agreement: Agreement, with rate: Rate) -> String {
    let unit = UnitText.per(rate.unit)
    return switch agreement {
    case .agrees: localized("agrees")
    case .insideBand: localized("agrees: the rate lies inside this range")
    case .overlaps: localized("differs: the ranges share only a part")
    case .rateIsDearer(let gap):
      localized("differs: the rate is \(AmountText.exact(gap)) \(unit) above this")
    case .rateIsCheaper(let gap):
      localized("differs: the rate is \(AmountText.exact(gap)) \(unit) below this")
    case .notComparable: localized("cannot be compared: another unit, or no price stated")
    }
  }
}

extension Statement {
  /// How the statement relates to the offer's rate in force, compared with the rate of its unit
  /// or, if there is none, of its meter.
  package func verdict(on offer: Offer) -> (agreement: Agreement, text: String)? {
    let rates = offer.rates(on: nil)
    let rate =
      rates.first { $0.unit == self.rate.unit }
      ?? rates.first { $0.unit.meter == self.rate.unit.meter }
    guard let rate, let agreement = try? agreement(with: rate) else { return nil }
    return (agreement, RuleText.agreement(agreement, with: rate))
  }
}
