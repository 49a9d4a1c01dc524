public import Pricing

/// The day of the site, and when each of its sources says what it says.
struct SourceDays: Hashable, Sendable {
  /// The day on which the content was last gone through; `nil` if it cannot be read.
  let updated: CalendarDate?

  /// The day as of which the site is priced; `nil` if it cannot be read.
  let day: CalendarDate?

  private struct Source: Hashable {
    let says: EvidenceDay
    let read: CalendarDate
  }

  /// What other currencies are worth.
  let exchange: ExchangeRates

  private let sources: [String: Source]

  init(
    _ sources: [SourceDocument], settings: SiteSettings?, exchange: ExchangeRates = ExchangeRates()
  ) {
    self.exchange = exchange
    updated = settings?.updated
    day = settings?.day
    self.sources = Dictionary(
      sources.map { ($0.id, Source(says: $0.day, read: $0.read)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is known about the day of a price or a rule.
  ///
  /// - Parameters:
  ///   - from: The day on which it began, if an author states it.
  ///   - source: Who states it. What is no source is reported elsewhere.
  /// - Returns: The day; `nil` where even that of the site cannot be read.
  func day(from: CalendarDate?, source: String) -> EvidenceDay? {
    from.map(EvidenceDay.began) ?? sources[source]?.says ?? updated.map(EvidenceDay.read)
  }

  /// The day on which a source was read.
  func read(_ source: String) -> CalendarDate? { sources[source]?.read ?? updated }

  /// How a dated price or rule stands on the day of the site.
  enum Standing {
    /// It holds, or held before.
    case present

    /// It was known to begin later: it prices nothing.
    case announced

    /// Nobody had written it down yet.
    case unknown
  }

  /// How an entry stands on the day of the site.
  ///
  /// - Parameters:
  ///   - day: The day of the entry; `nil` for one that holds from the beginning.
  ///   - recorded: The day on which it was written down.
  ///   - isOldest: Whether nothing older is known.
  /// - Returns: What can be said of it on that day.
  func standing(of day: EvidenceDay?, recorded: CalendarDate?, isOldest: Bool) -> Standing {
    guard let day, let asOf = self.day, day.date > asOf else { return .present }
    if isOldest, day.began == nil { return .present }
    guard day.began != nil, let recorded, recorded <= asOf else { return .unknown }
    return .announced
  }

  /// Whether the site is priced as of its own day or a later one, so that each offer needs a price.
  var isCurrent: Bool {
    guard let day, let updated else { return true }
    return day >= updated
  }

  /// Whether a day is so far ahead that it may be a slip.
  func isFarAhead(_ date: CalendarDate) -> Bool {
    guard let updated else { return false }
    return (date.year, date.month, date.day ?? 0)
      > (updated.year + 1, updated.month, updated.day ?? 0)
  }
}

/// A price or a set of rules with the day on which somebody wrote it down.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The price or the rules, with the day on which they begin.
  public let value: Value

  /// The day on which they were recorded: that on which their source was read, unless an author
  /// says otherwise; `nil` where neither is known.
  public let recorded: CalendarDate?

  /// Whether an author says so: the day on which a source was read is another one when it is read
  /// again.
  public let isRecordStated: Bool

  /// Joins a value and the day on which it was recorded.
  init(_ value: Value, _ span: DatedSpan) {
    self.value = value
    (recorded, isRecordStated) = (span.recorded, span.isRecordStated)
  }
}
