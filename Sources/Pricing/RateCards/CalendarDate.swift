/// A day of the Gregorian calendar, or a month of which the day is not known; without a time zone
/// or a clock.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int

  /// The month, 1 to 12.
  public let month: Int

  /// The day of the month, 1 to 31; `nil` where only the month is known.
  public let day: Int?

  /// Reads a date in the form `YYYY-MM-DD`.
  ///
  /// - Returns: `nil` if the text has another form or the calendar has no such day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 1, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a month in the form `YYYY-MM`: some day in it.
  ///
  /// - Returns: `nil` if the text has another form or the calendar has no such month.
  public static func month(_ text: String) -> CalendarDate? {
    CalendarDate("\(text)-01").map { CalendarDate(year: $0.year, month: $0.month) }
  }

  private init(year: Int, month: Int, day: Int? = nil) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day before; of a month alone the last day of the month before.
  ///
  /// - Returns: `nil` before the year 1.
  public var dayBefore: CalendarDate? {
    if let day, day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
    let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
    return year < 1
      ? nil : CalendarDate(year: year, month: month, day: Self.days(in: month, of: year))
  }

  /// The day as a number, so that days have distances; of a month alone that of its first day.
  public var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day ?? 1) }

  /// Days since the first of March of the year 0.
  ///
  /// Years begin in March here, so that a leap day is the last day of a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month, 1 to 12.
  ///   - day: The day of the month.
  /// - Returns: A number that is one more for each day.
  public static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let shifted = (month + 9) % 12
    let year = month > 2 ? year : year - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day - 1
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
      return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// `YYYY-MM-DD`, or `YYYY-MM` where only the month is known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let month = "\(padded(year, 4))-\(padded(month, 2))"
    return day.map { "\(month)-\(padded($0, 2))" } ?? month
  }

  /// Earlier first; a month alone comes before each of its days.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day ?? 0) < (right.year, right.month, right.day ?? 0)
  }
}
