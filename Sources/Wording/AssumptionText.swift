import Messages
package import Pricing

/// The inputs of a comparison and their ranges as readers see them.
package struct AssumptionText {
  /// The input, such as `Rate of Modal H100`.
  package let label: String

  /// The range it is taken through, such as `$4–8 per GPU-hour`.
  package let range: String

  /// Names an input; offers by `name`.
  package init(_ assumption: Pricing.Assumption, name: (String) -> String) {
    label = Self.label(assumption.kind, name: name)
    range = Self.range(assumption)
  }

  private static func label(_ kind: Assumption.Kind, name: (String) -> String) -> String {
    switch kind {
    case .monthHours: localized("Length of the month")
    case .workHours: localized("Hours of work")
    case .gpuHours: localized("GPU-hours of work")
    case .busyShare: localized("Share of time busy")
    case .burstSeconds: localized("Work in each burst")
    case .sessionSeconds: localized("Length of the session")
    case .inputShare: localized("Share of input tokens")
    case .tokensPerSecond(nil): localized("Speed")
    case .tokensPerSecond(let offer?): localized("Speed of \(name(offer))")
    case .utilisation(nil): localized("Use of a replica")
    case .utilisation(let offer?): localized("Use of a replica of \(name(offer))")
    case .rate(let offer, _): localized("Rate of \(name(offer))")
    case .startSeconds(let offer): localized("Cold start of \(name(offer))")
    case .idleTimeout(let offer): localized("Idle timeout of \(name(offer))")
    }
  }

  private static func range(_ assumption: Assumption) -> String {
    func ends(_ text: (Ratio) -> String) -> String {
      localized("\(text(assumption.low)) to \(text(assumption.high))")
    }
    func number(_ number: Ratio) -> String { NumberText.trimmed(number, decimals: 1) }
    switch assumption.kind {
    case .monthHours, .workHours: return ends { "\(number($0))\u{A0}h" }
    case .gpuHours: return ends { "\(number($0))\u{A0}GPU-h" }
    case .busyShare, .inputShare, .utilisation:
      return ends { NumberText.percent($0, decimals: 1) }
    case .burstSeconds, .sessionSeconds, .startSeconds, .idleTimeout:
      return ends(TimeText.length)
    case .tokensPerSecond: return localized("\(ends(number)) tokens a second")
    case .rate(_, let unit):
      let (low, high) = (money(assumption.low), money(assumption.high))
      return "\(AmountText.range(low, high)) \(UnitText.per(unit))"
    }
  }

  private static func money(_ dollars: Ratio) -> Money {
    (try? Money(rounding: dollars * Ratio(Money.picodollarsPerDollar))) ?? .zero
  }
}
