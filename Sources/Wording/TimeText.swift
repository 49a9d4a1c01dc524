import Messages
package import Pricing

/// Lengths of time and dates as readers see them.
package enum TimeText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date written out: `28 May 2026`, or `May 2025` where only the month is known.
  package static func date(_ date: CalendarDate) -> String {
    let name = localized(name: months[date.month - 1])
    return date.day.map { localized("\($0)\u{A0}\(name) \(date.year)") }
      ?? localized("\(name) \(date.year)")
  }

  /// What is known about a day: `since 23 April 2026`, `published 28 May 2026`, `read …`.
  package static func day(_ day: EvidenceDay) -> String {
    let date = date(day.date)
    return switch day {
    case .began: localized("since \(date)")
    case .published: localized("published \(date)")
    case .copied: localized("copy of \(date)")
    case .read: localized("read \(date)")
    }
  }

  /// Several days in one line; `nil` of none.
  package static func days(_ days: [EvidenceDay]) -> String? {
    days.isEmpty ? nil : days.map(day).joined(separator: ", ")
  }

  /// Seconds in the unit that suits them: `500 ms`, `20 s`, `9 min`, `720 h`.
  package static func length(_ seconds: Ratio) -> String {
    for (size, unit) in [(Ratio(3600), "h"), (60, "min")] where seconds >= size {
      if let amount = try? seconds / size, amount.isWhole {
        return "\(NumberText.whole(amount.numerator))\u{A0}\(unit)"
      }
    }
    if seconds > 0, seconds < 1, let milliseconds = try? seconds * 1000 {
      return "\(NumberText.trimmed(milliseconds, decimals: 3))\u{A0}ms"
    }
    return "\(NumberText.trimmed(seconds, decimals: 3))\u{A0}s"
  }

  /// A range of lengths: `3 s to 30 s`.
  package static func range(_ bounds: Bounds<Ratio>) -> String {
    bounds.isExact
      ? length(bounds.low)
      : localized("\(length(bounds.low)) to \(length(bounds.high))")
  }
}
