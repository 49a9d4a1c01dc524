/// What is known about the day of a price or a rule.
///
/// That it began then, or only that somebody said so then: the one is never shown as the other.
public enum EvidenceDay: Hashable, Sendable {
  /// The first day on which it holds, as a source states it.
  case began(CalendarDate)

  /// The day on which the source that states it was published; when it began is not stated.
  case published(CalendarDate)

  /// The day from which the copy of the source is; the source itself bears none.
  case copied(CalendarDate)

  /// The day on which the source was read; neither the source nor its copy bears one.
  case read(CalendarDate)

  /// The day itself, for putting days in order.
  public var date: CalendarDate {
    switch self {
    case .began(let date), .published(let date), .copied(let date), .read(let date): date
    }
  }

  /// The first day on which it holds; `nil` where no source tells.
  public var began: CalendarDate? {
    if case .began(let date) = self { date } else { nil }
  }

  /// Whether it says no more than when somebody read of it, which may be long after.
  public var isOfReading: Bool { if case .read = self { true } else { false } }

  /// Whether it is known to hold on a day.
  ///
  /// - Parameters:
  ///   - date: The day; `nil` for the latest.
  ///   - isOldest: Whether nothing older is known: then it may have held at any time before.
  /// - Returns: Whether it does, as far as anybody knows.
  func holds(on date: CalendarDate?, isOldest: Bool) -> Bool {
    guard let date else { return true }
    return self.date <= date || isOldest && began == nil
  }
}
