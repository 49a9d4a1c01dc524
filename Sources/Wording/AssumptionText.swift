package import Pricing

/// The inputs of a comparison and their ranges as readers see them.
package struct AssumptionText {
  /// The input, such as `Rate of Modal H100`.
  package let label: String

  /// The range it is taken through, such as `$4–8 per GPU-hour`.
  package let range: String

  /// Names an input; offers by `name`.
  package init(_ assumption: Pricing.Assumption, name: (String) -> String) {
    func ends(_ text: (Ratio) -> String) -> String {
      "\(text(assumption.low)) to \(text(assumption.high))"
    }
    func length(_ seconds: Ratio) -> String { TimeText.length(seconds) }
    func hours(_ hours: Ratio) -> String { "\(NumberText.trimmed(hours, decimals: 1))\u{A0}h" }
    func share(_ share: Ratio) -> String { NumberText.percent(share, decimals: 1) }
    func speed(_ speed: Ratio) -> String { NumberText.trimmed(speed, decimals: 1) }
    func of(_ offer: String?) -> String { offer.map { " of \(name($0))" } ?? "" }
    switch assumption.kind {
    case .monthHours: (label, range) = ("Length of the month", ends(hours))
    case .workHours: (label, range) = ("Hours of work", ends(hours))
    case .gpuHours:
      (label, range) = (
        "GPU-hours of work", ends { "\(NumberText.trimmed($0, decimals: 1))\u{A0}GPU-h" }
      )
    case .busyShare: (label, range) = ("Share of time busy", ends(share))
    case .burstSeconds: (label, range) = ("Work in each burst", ends(length))
    case .sessionSeconds: (label, range) = ("Length of the session", ends(length))
    case .inputShare: (label, range) = ("Share of input tokens", ends(share))
    case .tokensPerSecond(let offer):
      (label, range) = ("Speed\(of(offer))", "\(ends(speed)) tokens a second")
    case .utilisation(let offer): (label, range) = ("Use of a replica\(of(offer))", ends(share))
    case .rate(let offer, let unit):
      let (low, high) = (Self.money(assumption.low), Self.money(assumption.high))
      (label, range) = (
        "Rate\(of(offer))", "\(AmountText.range(low, high)) \(UnitText.per(unit))"
      )
    case .startSeconds(let offer): (label, range) = ("Cold start\(of(offer))", ends(length))
    case .idleTimeout(let offer): (label, range) = ("Idle timeout\(of(offer))", ends(length))
    }
  }

  private static func money(_ dollars: Ratio) -> Money {
    (try? Money(rounding: dollars * Ratio(Money.picodollarsPerDollar))) ?? .zero
  }
}
