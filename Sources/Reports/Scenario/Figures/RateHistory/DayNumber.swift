import Charts
import Pricing

/// A day as a whole number, so that days have distances.
struct DayNumber: Comparable {
  /// Days since the first of March of the year 0.
  let value: Int

  /// The day; of a month alone the first.
  init(_ date: CalendarDate) { self.init(year: date.year, month: date.month, day: date.day ?? 1) }

  /// Years begin in March here, so that a leap day is the last day of a year.
  private init(year: Int, month: Int, day: Int) {
    let shifted = (month + 9) % 12
    let year = month > 2 ? year : year - 1
    value = 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day - 1
  }

  static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// First days of months between two days, at most five of them.
  static func names(from first: Self, to last: Self) -> [Axis.Name] {
    let words = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // A month is 30 days at most in thought: only the order of the candidates depends on it.
    let from = first.value / 366 * 12
    let to = (last.value / 365 + 1) * 12
    for step in [1, 3, 6, 12, 24, 60] {
      let names = stride(from: from, through: to, by: step).compactMap { count -> Axis.Name? in
        let (year, month) = (count / 12, count % 12 + 1)
        let day = Self(year: year, month: month, day: 1)
        guard first <= day, day <= last else { return nil }
        return Axis.Name(day.value, "\(words[month - 1]) \(year)")
      }
      if names.count <= 5 { return names }
    }
    return []
  }
}
