import Pricing

/// The day of the site, and when each of its sources says what it says.
struct SourceDays: Sendable {
  /// The day on which the content was last gone through; `nil` if it cannot be read.
  let updated: CalendarDate?

  private let days: [String: EvidenceDay]

  init(_ sources: [SourceDocument], updated: CalendarDate?) {
    self.updated = updated
    days = Dictionary(sources.map { ($0.id, $0.day) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is known about the day of a price or a rule.
  ///
  /// - Parameters:
  ///   - from: The day on which it began, if an author states it.
  ///   - source: Who states it. What is no source is reported elsewhere.
  /// - Returns: The day; `nil` where even that of the site cannot be read.
  func day(from: CalendarDate?, source: String) -> EvidenceDay? {
    from.map(EvidenceDay.began) ?? days[source] ?? updated.map(EvidenceDay.read)
  }

  /// Whether a price or a rule begins after the day of the site: then it is announced, and prices
  /// nothing.
  func isAnnounced(_ day: EvidenceDay?) -> Bool {
    guard let began = day?.began, let updated else { return false }
    return began > updated
  }

  /// Whether a day is so far ahead that it may be a slip.
  func isFarAhead(_ date: CalendarDate) -> Bool {
    guard let updated else { return false }
    return (date.year, date.month, date.day ?? 0)
      > (updated.year + 1, updated.month, updated.day ?? 0)
  }
}
