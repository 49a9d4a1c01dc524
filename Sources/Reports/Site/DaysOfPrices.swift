import Messages
import Pricing
import Wording

extension SiteContext {
  /// The days of the prices of a scenario, dated ones and those of copies that bear no day apart:
  /// `rates dated May 2025 to 28 May 2026, undated ones read 21 November 2026`.
  func daysOfPrices(_ scenario: Scenario) -> String? {
    Self.days(of: scenario.offers.flatMap { $0.rates(on: scenario.date) })
  }

  /// The days of some rates, dated ones and those of copies that bear no day apart.
  static func days(of rates: [Rate]) -> String? {
    let days = rates.map(\.day)
    var (dated, copied, read): ([CalendarDate], [CalendarDate], [CalendarDate]) = ([], [], [])
    for day in days {
      switch day {
      case .began(let date), .published(let date): dated.append(date)
      case .copied(let date): copied.append(date)
      case .read(let date): read.append(date)
      }
    }
    let parts = [
      span(of: dated).map { localized("dated \($0)") },
      span(of: copied).map { localized("from copies of \($0)") },
      span(of: read).map { localized("undated and read \($0)") },
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : localized("rates \(parts.joined(separator: localized(", others ")))")
  }

  /// From the first to the last of some days: `May 2025 to 28 May 2026`; `nil` of none.
  private static func span(of days: [CalendarDate]) -> String? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return first == last
      ? TimeText.date(last)
      : localized("\(TimeText.date(first)) to \(TimeText.date(last))")
  }
}
