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

  /// A minute since Monday, 00:00 UTC, of this week or one beside it.
  init(minute: Int) {
    let week = 7 * 1440
    self.minute = (minute + 2 * week) % week
  }
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

  /// The minute of some day.
  public init(at moment: Moment) {
    let (day, minute) = moment.minute.quotientAndRemainder(dividingBy: 1440)
    self.init(days: [Weekday.allCases[day]], from: minute, to: minute + 1)
  }

  /// Whether there is a minute of the week that belongs to both.
  public func overlaps(_ other: Window) -> Bool {
    // One of them begins inside the other.
    (begins + other.begins).contains { contains($0) && other.contains($0) }
  }

  /// Whether each minute of another window belongs to this one.
  func covers(_ other: Window) -> Bool {
    // Between two places where one of them begins or ends neither changes.
    (begins + ends + other.begins).allSatisfy { !other.contains($0) || contains($0) }
  }

  /// Where it begins on each of its days.
  private var begins: [Moment] { days.map { moment($0, start) } }

  /// Where it no longer is open, each day.
  private var ends: [Moment] {
    days.map { moment($0, end > start ? end : end + 1440) }
  }

  /// A minute since the beginning of a day by its clock, in universal time.
  private func moment(_ day: Weekday, _ minute: Int) -> Moment {
    Moment(minute: day.rawValue * 1440 + minute - offset)
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
