public import Pricing

extension CalendarDate {
  /// Reads a date such as `2026-11-20`.
  ///
  /// - Throws: ``Mistake`` for another order or form, and for days no calendar has.
  public init(reading text: String) throws(Mistake) {
    if let date = CalendarDate(text) {
      self = date
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy(\.isDigits) else {
      throw Mistake(
        "\(Mistake.quoted(text)) is not a date", hint: "write year, month and day, like 2026-11-20")
    }
    throw Mistake("\(Mistake.quoted(text)) is not in the calendar", hint: "check month and day")
  }

  /// Reads a date, or a month such as `2025-05` where the day is not known.
  ///
  /// - Throws: ``Mistake``.
  public init(readingDayOrMonth text: String) throws(Mistake) {
    if let month = CalendarDate.month(text) {
      self = month
    } else {
      try self.init(reading: text)
    }
  }
}
