import Charts
import Messages
import Pricing

/// A day as a whole number, so that days have distances.
struct DayNumber: Comparable {
  /// Days since the first of March of the year 0.
  let value: Int

  /// The day; of a month alone the first.
  init(_ date: CalendarDate) { value = date.dayNumber }

  /// The day with a number.
  init(_ value: Int) { self.value = value }

  static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// First days of months between two days, at most five of them.
  static func names(from first: Self, to last: Self) -> [Axis.Name] {
    let words = months
    // A month is 30 days at most in thought: only the order of the candidates depends on it.
    let from = first.value / 366 * 12
    let to = (last.value / 365 + 1) * 12
    for step in [1, 3, 6, 12, 24, 60] {
      let names = stride(from: from, through: to, by: step).compactMap { count -> Axis.Name? in
        let (year, month) = (count / 12, count % 12 + 1)
        let day = Self(CalendarDate.dayNumber(year: year, month: month, day: 1))
        guard first <= day, day <= last else { return nil }
        return Axis.Name(day.value, "\(words[month - 1]) \(year)")
      }
      if names.count <= 5 { return names }
    }
    return []
  }

  /// Months as an axis has room for them.
  private static var months: [String] {
    [
      localized("Jan", context: "short month"), localized("Feb", context: "short month"),
      localized("Mar", context: "short month"), localized("Apr", context: "short month"),
      localized("May", context: "short month"), localized("Jun", context: "short month"),
      localized("Jul", context: "short month"), localized("Aug", context: "short month"),
      localized("Sep", context: "short month"), localized("Oct", context: "short month"),
      localized("Nov", context: "short month"), localized("Dec", context: "short month"),
    ]
  }
}
