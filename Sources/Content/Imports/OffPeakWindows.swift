import Pricing

/// Hours of the week in litellm's form: hours in universal time, and days of some other clock.
struct OffPeakWindows {
  /// The hours, each inside one day of the clock that tells the days.
  private(set) var windows: [Window] = []

  /// How far the clocks that tell days are ahead of universal time; all of them without summer time.
  private static let offsets = ["UTC": 0, "Asia/Shanghai": 480, "Asia/Singapore": 480]

  /// Reads `hours_utc`, `windows` and `weekday_timezone`.
  ///
  /// - Returns: `nil` where a clock or an hour cannot be read.
  init?(_ block: LiteralValue) {
    guard let offset = Self.offsets[block["weekday_timezone"]?.text ?? "UTC"] else { return nil }
    if let hours = block["hours_utc"] {
      guard add(hours, Set(Weekday.allCases), offset) else { return nil }
    }
    for rule in block["windows"]?.items ?? [] {
      guard let hours = rule["hours_utc"] else { return nil }
      var days = Set(Weekday.allCases)
      if let listed = rule["weekdays"] {
        days = Set(
          listed.items.compactMap { day in
            day.number.flatMap { Int($0) }.flatMap { Weekday(rawValue: $0 &- 1) }
          })
        guard !days.isEmpty, days.count == listed.items.count else { return nil }
      }
      guard add(hours, days, offset) else { return nil }
    }
    if windows.isEmpty { return nil }
  }

  private mutating func add(_ hours: LiteralValue, _ days: Set<Weekday>, _ offset: Int) -> Bool {
    let texts = hours.text.map { [$0] } ?? hours.items.compactMap(\.text)
    for text in texts {
      let times = text.split(separator: "-").map { WindowFormat.minute($0) }
      guard times.count == 2, let start = times[0], let end = times[1] else { return false }
      let local = ((start + offset) % 1440, (end + offset) % 1440)
      // A day is that of the moment, so hours over midnight are hours of two days.
      if start % 1440 == end % 1440 {
        windows.append(Window(days: days, from: 0, to: 1440, offset: offset))
      } else if local.0 < local.1 || local.1 == 0 {
        windows.append(
          Window(days: days, from: local.0, to: local.1 == 0 ? 1440 : local.1, offset: offset))
      } else {
        windows.append(Window(days: days, from: local.0, to: 1440, offset: offset))
        windows.append(Window(days: days, from: 0, to: local.1, offset: offset))
      }
    }
    return !texts.isEmpty
  }
}
