import Diagnostics
import Pricing

/// The keys of a condition that say at which hours of the week it is met.
enum WindowFormat {
  static func window(_ entry: Mapping, into findings: inout Findings) -> Window? {
    let days = entry.texts("days").compactMap { day in
      Weekday.allCases.first { $0.word == day.value }
    }
    guard entry.has("hours") || entry.has("days") else {
      if entry.has("time_zone") {
        findings.error(
          entry.location(of: "time_zone"), "a time zone without hours or days",
          hint: "remove it, or add 'hours: 16:30-00:30'")
      }
      return nil
    }
    guard entry.has("time_zone") else {
      findings.error(
        entry.location(of: entry.has("hours") ? "hours" : "days"),
        "hours or days without a time zone", hint: "add 'time_zone: UTC', or like UTC+8")
      return nil
    }
    var span = (start: 0, end: 1440)
    if let hours = entry.text("hours") {
      guard let written = self.span(hours.value) else {
        findings.error(
          hours.location, "'\(hours.value)' are no hours of a day",
          hint: "write them like 16:30-00:30")
        return nil
      }
      span = written
    }
    guard let zone = entry.text("time_zone") else { return nil }
    guard let offset = offset(zone.value) else {
      findings.error(
        zone.location, "'\(zone.value)' is no time zone with a fixed distance to UTC",
        hint: "write UTC, or like UTC+8 or UTC-3:30")
      return nil
    }
    return Window(
      days: days.isEmpty ? Set(Weekday.allCases) : Set(days), from: span.start, to: span.end,
      offset: offset)
  }

  /// Two times of a day with a hyphen between them, which are not the same.
  static func span(_ text: String) -> (start: Int, end: Int)? {
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
    guard times.count == 2, let start = times[0], let end = times[1], start < 1440, start != end
    else { return nil }
    return (start, end)
  }

  /// A time such as `16:30` as minutes of the day, up to `24:00`.
  static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute),
      hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  /// Minutes ahead of universal time.
  static func offset(_ text: String) -> Int? {
    guard text.hasPrefix("UTC") else { return nil }
    let rest = text.dropFirst(3)
    guard let sign = rest.first else { return 0 }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard "+-".contains(sign), (1...2).contains(parts.count), let hours = Int(parts[0]),
      (0...14).contains(hours), let minutes = parts.count == 2 ? Int(parts[1]) : 0,
      (0...59).contains(minutes)
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
