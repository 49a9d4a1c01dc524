import Messages
package import Pricing

/// Conditions of prices in the reader's words.
package enum ConditionText {
  /// What was chosen: `batch`, `region eu`.
  package static func words(_ choice: Choice) -> String {
    let value = choice.value.replacing("-", with: " ")
    return switch choice.axis {
    case .tier, .kind, .time, .mode: value
    case .region: localized("region \(value)")
    case .size: localized("size \(value)")
    case .quality: localized("quality \(value)")
    case .commitment: localized("commitment \(value)")
    }
  }

  /// When a price holds: `batch, more than 200,000 tokens of input`; empty for the base.
  package static func words(_ condition: Condition) -> String {
    var parts = condition.choices.map(words)
    if let input = condition.input {
      let tokens = NumberText.whole(Int128(input.tokens))
      parts.append(
        localized(
          input.isInclusive
            ? "at least \(tokens) tokens of input" : "more than \(tokens) tokens of input"))
    }
    if let beyond = condition.beyond {
      parts.append(localized("beyond \(NumberText.whole(Int128(beyond)))"))
    }
    if let window = condition.window { parts.append(words(window)) }
    return parts.joined(separator: ", ")
  }

  /// When an adjustment holds, in its vendor's words where there are some.
  package static func words(_ adjustment: Adjustment) -> String {
    adjustment.detail ?? words(adjustment.condition)
  }

  /// The factor of an adjustment: `× 0.5`, `× 1.75 to 2`, or that it is not stated.
  package static func factor(_ adjustment: Adjustment) -> String {
    guard let factor = adjustment.factor else { return localized("factor not stated") }
    let low = NumberText.trimmed(factor.low, decimals: 6)
    guard !factor.isExact else { return "×\u{A0}\(low)" }
    return localized("×\u{A0}\(low) to \(NumberText.trimmed(factor.high, decimals: 6))")
  }

  /// What an adjustment multiplies.
  package static func subject(_ adjustment: Adjustment) -> String {
    adjustment.subject
      ?? (adjustment.quantities.isEmpty
        ? localized("all prices") : UnitText.list(adjustment.quantities.map(UnitText.many)))
  }

  private static func words(_ window: Window) -> String {
    let days = Weekday.allCases.filter(window.days.contains)
    let words = UnitText.list(days.map { localized(name: $0.word.capitalisedSentence) })
    let names = days.count == 7 ? "" : "\(words), "
    let hours = "\(clock(window.start))\u{2013}\(clock(window.end))"
    let (ahead, minutes) = (abs(window.offset) / 60, abs(window.offset) % 60)
    let shift = minutes == 0 ? "\(ahead)" : "\(ahead):\(minutes)"
    let zone = window.offset == 0 ? "UTC" : "UTC\(window.offset < 0 ? "\u{2212}" : "+")\(shift)"
    return "\(names)\(hours) \(zone)"
  }

  private static func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }
}
