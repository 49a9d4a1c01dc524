import Diagnostics
import Pricing

/// From when to when a dated entry holds, as its author writes it, and when that was written.
struct DatedSpan: Sendable {
  /// The keys beside `from`.
  static let fields = [
    Field(
      "to", .date, .optional,
      "The first day on which they no longer hold; left out where they hold until the next entry. "
        + "After the last entry with it nothing is stated.", example: "2026-12-01"),
    Field(
      "recorded", .date, .optional,
      "The day on which the entry was written down; that on which its source was read if left out. "
        + "A site priced as of an earlier day does not announce it.", example: "2026-11-21"),
  ]

  let from: Located<CalendarDate>?
  let to: Located<CalendarDate>?
  let recorded: CalendarDate?
  let isRecordStated: Bool
  private let place: SourceLocation

  /// Reads the days of an entry, and reports those that cannot be.
  init(_ entry: Mapping, _ days: SourceDays, into findings: inout Findings) {
    from = entry.date("from")
    to = entry.date("to")
    place = entry.location
    let written = entry.date("recorded")
    isRecordStated = written != nil
    recorded = written?.value ?? entry.text("source").flatMap { days.read($0.value) }
    for day in [from, to].compactMap(\.self) where days.isFarAhead(day.value) {
      findings.warning(
        day.location, "'\(day.value)' is more than a year after the day of the site",
        hint: "check the year")
    }
    if let from, let to, to.value <= from.value {
      findings.error(
        to.location, "'\(to.value)' is not after '\(from.value)'",
        hint: "write the first day on which they no longer hold, or leave it out")
    }
    if let written, let updated = days.updated, written.value > updated {
      findings.error(
        written.location, "recorded on \(written.value), after \(updated), the day of the site",
        hint: "check the day, or write a later 'updated' in content/site.yaml")
    }
  }

  /// Reports a hole between two entries, or days on which both would hold.
  ///
  /// - Parameters:
  ///   - earlier: The entry before.
  ///   - what: What they state, such as `price per gpu-hour`.
  ///   - findings: Receives what is wrong.
  func check(after earlier: DatedSpan, of what: String, into findings: inout Findings) {
    guard let end = earlier.to?.value else { return }
    guard let from else {
      findings.error(
        place, "a \(what) without a first day, after one that ends on \(end)",
        hint: "add 'from: \(end)'")
      return
    }
    if from.value < end {
      findings.error(
        from.location, "a \(what) from \(from.value) on, before the one above ends on \(end)",
        hint: "write the same day in both, or leave out 'to'")
    } else if from.value > end {
      findings.error(
        from.location, "no \(what) between \(end) and \(from.value)",
        hint: "write the same day in both, or 'not stated' for the days between")
    }
  }
}
