/// A day of the week.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  /// The days, from Monday.
  case mon, tue, wed, thu, fri, sat, sun

  /// The name in three letters, as authors write it.
  public var word: String { String(describing: self) }
}

/// A minute of the week, in universal time.
public struct Moment: Hashable, Sendable {
  /// Minutes since Monday, 00:00 UTC; 0 to 10,079.
  public let minute: Int

  /// A time of a day in universal time.
  public init(_ day: Weekday, minuteOfDay: Int) { minute = day.rawValue * 1440 + minuteOfDay }
}

/// Hours of some days of the week at which a price holds.
public struct Window: Hashable, Sendable {
  /// The days on which it begins.
  public let days: Set<Weekday>

  /// The first minute of a day that belongs to it, 0 to 1,439.
  public let start: Int

  /// The first minute that no longer does, 1 to 1,440; at most `start` for a window over midnight.
  public let end: Int

  /// How many minutes its clock is ahead of universal time.
  public let offset: Int

  /// Creates a window.
  public init(
    days: Set<Weekday> = Set(Weekday.allCases), from start: Int, to end: Int, offset: Int = 0
  ) {
    (self.days, self.start, self.end, self.offset) = (days, start, end, offset)
  }

  /// Whether there is a minute of the week that belongs to both.
  public func overlaps(_ other: Window) -> Bool {
    // Both begin and end on minutes, and one of them begins inside the other.
    func begins(_ first: Window, in second: Window) -> Bool {
      first.days.contains { day in
        let week = 7 * 1440
        let minute = (day.rawValue * 1440 + first.start - first.offset + week) % week
        return second.contains(
          Moment(Weekday.allCases[minute / 1440], minuteOfDay: minute % 1440))
      }
    }
    return begins(self, in: other) || begins(other, in: self)
  }

  /// Whether it is open at a moment.
  func contains(_ moment: Moment) -> Bool {
    let week = 7 * 1440
    let local = (moment.minute + offset + week) % week
    let length = end > start ? end - start : end + 1440 - start
    return days.contains { day in
      (local - day.rawValue * 1440 - start + 2 * week) % week < length
    }
  }
}
