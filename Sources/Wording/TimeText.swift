package import Pricing

/// Lengths of time and dates as readers see them.
package enum TimeText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date written out: `28 May 2026`.
  package static func date(_ date: CalendarDate) -> String {
    "\(date.day)\u{A0}\(months[date.month - 1]) \(date.year)"
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
    bounds.isExact ? length(bounds.low) : "\(length(bounds.low)) to \(length(bounds.high))"
  }
}
