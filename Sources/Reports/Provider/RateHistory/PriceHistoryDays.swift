import Charts
import Messages
import Pricing
import Wording

/// The days that a history of prices is drawn over.
struct PriceHistoryDays {
  /// The axis, with names for some of its days.
  let axis: Axis

  /// The day of the site, where prices are drawn that begin after it.
  let limit: Axis.Name?

  /// Whether any price is drawn from the left edge, because nobody read it before it changed.
  let showsBefore: Bool

  private let today: Int

  /// At least so many days are drawn of a price whose first day is not known, and of one that is
  /// announced.
  private static let least = 30

  /// Takes the days from the first that a source has for any price to that of the site, and beyond it
  /// where something is announced.
  ///
  /// - Parameters:
  ///   - histories: What is drawn; one at least.
  ///   - day: The day of the site.
  init(_ histories: [PriceHistory], on day: CalendarDate) {
    let today = DayNumber(day).value
    let numbers = histories.map { $0.prices.map { DayNumber($0.first.day.date).value } }
    let changes = numbers.flatMap { $0.dropFirst() }
    let (firstChange, lastChange) = (changes.min() ?? today, changes.max() ?? today)
    var low = min(numbers.compactMap(\.first).min() ?? today, firstChange)
    showsBefore = histories.contains { Self.isReadLate($0, today) }
    if showsBefore {
      let end = min(firstChange, today)
      low = min(low, end - max(Self.least, (max(today, lastChange) - end) / 6))
    }
    let isAnnounced = lastChange > today
    let high = isAnnounced ? lastChange + max(Self.least, (lastChange - low) / 10) : today
    var axis = Axis(
      title: localized("Day"), kind: .linear, low: Double(low), high: Double(max(high, low + 1)),
      format: .count)
    axis.names = DayNumber.names(from: DayNumber(low), to: DayNumber(high))
    // Months say nothing of a few weeks: then the days of the changes do.
    if axis.names.count < 2 {
      let dates = histories.flatMap { $0.prices.dropFirst().map(\.first.day.date) }
      axis.names = Set(dates).sorted().map { Axis.Name(DayNumber($0).value, TimeText.date($0)) }
    }
    self.axis = axis
    limit = isAnnounced ? Axis.Name(today, TimeText.date(day)) : nil
    self.today = today
  }

  /// Whether no source tells since when the first price held, and who stated it read it no earlier
  /// than it was replaced, or on the day of the site.
  private static func isReadLate(_ history: PriceHistory, _ today: Int) -> Bool {
    let days = history.prices.prefix(2).map(\.first.day)
    guard days[0].began == nil else { return false }
    return DayNumber(days[0].date).value >= min(DayNumber(days[1].date).value, today)
  }

  /// Where the prices of a history begin, in order.
  func places(of history: PriceHistory) -> [Double] {
    let days = history.prices.map { Double(DayNumber($0.first.day.date).value) }
    var places = [Self.isReadLate(history, today) ? axis.low : days[0]]
    for day in days.dropFirst() { places.append(max(places[places.count - 1], day)) }
    return places
  }
}
