import Diagnostics
import Pricing

/// The keys of a workload that say how many sessions there are at once, and on how many replicas.
enum ProfileFormat {
  private static let block = Shape(
    "block of a profile", "Hours of a week with the same number of sessions at once.",
    [
      Field(
        "days", .list(of: .choice(Weekday.allCases.map(\.word))), .optional,
        "The days on which it begins; every day if left out.", example: "mon"),
      Field(
        "hours", .line, .optional,
        "From when to when; over midnight too. All day if left out, and without days all hours that no "
          + "other block has.", example: "09:00-18:00"),
      Field(
        "sessions_at_once", .countRange, .optional, "How many there are at the same time.",
        example: "30 to 40"),
      Field(
        "requests_per_hour", .countRange, .optional,
        "How many requests come in an hour, instead; 'request_time' says how long each is under way.",
        example: "30k"),
    ])

  static let fields: [Field] = [
    Field(
      "sessions_at_once", .countRange, .optional,
      "How many sessions there are at the same time, at every hour of the month.", example: "40"),
    Field(
      "profile", .list(of: .shape(block)), .optional,
      "How many there are by the hours of a week; none in hours that no block has."),
    Field(
      "request_time", .durationRange, .optional,
      "How long a request keeps its place on a replica, for 'requests_per_hour' of 'profile': as many are at "
        + "once as come in that time.", example: "8 s"),
    Field(
      "concurrency", .countRange, .optional,
      "How many sessions a replica serves at once, where the offer does not say; anything from one to all if "
        + "left out.", example: "8"),
  ]

  /// The sessions of a workload that says how many there are.
  static func sessions(
    _ entry: Mapping, _ period: Workload.Period, into findings: inout Findings
  ) -> Workload.Traffic {
    let key = entry.has("profile") ? "profile" : "sessions_at_once"
    if period == .once {
      findings.error(
        entry.location(of: key), "'\(key)' without a month of weeks",
        hint: "remove 'period: once', or write 'session' or 'hours'")
    }
    if let stated = entry.countRange("sessions_at_once") {
      return count(stated, "sessions_at_once", &findings)
        .map { .sessions(SessionProfile(always: $0)) } ?? .notStated
    }
    var blocks: [SessionProfile.Block] = []
    let time = RequestsFormat.time(of: entry, into: &findings)
    for block in entry.mappings("profile") {
      let known = findings.diagnostics.count
      let window = window(of: block, &findings)
      guard let read = counted(block, window, time, &findings),
        findings.diagnostics.count == known
      else { continue }
      check(window, beside: blocks, at: block, &findings)
      blocks.append(read)
    }
    return blocks.isEmpty ? .notStated : .sessions(SessionProfile(blocks))
  }

  /// A block of sessions, or of requests that are as many as come while each is under way.
  private static func counted(
    _ block: Mapping, _ window: Window?, _ time: RequestsFormat.Time, _ findings: inout Findings
  ) -> SessionProfile.Block? {
    if block.has("requests_per_hour") {
      return RequestsFormat.block(block, window, time, into: &findings)
    }
    guard let stated = block.countRange("sessions_at_once") else {
      if !block.has("sessions_at_once") {
        findings.error(
          block.location, "'sessions_at_once' is missing from this block of a profile",
          hint: "add 'sessions_at_once: 30 to 40', or 'requests_per_hour: 30k'")
      }
      return nil
    }
    return count(stated, "sessions_at_once", &findings)
      .map { SessionProfile.Block(window, sessions: $0) }
  }

  /// The hours of a block; `nil` for all that no other has.
  private static func window(of block: Mapping, _ findings: inout Findings) -> Window? {
    let days = block.texts("days").compactMap { day in
      Weekday.allCases.first { $0.word == day.value }
    }
    var span = (start: 0, end: 1440)
    if let hours = block.text("hours") {
      guard let written = WindowFormat.span(hours.value) else {
        findings.error(
          hours.location, "'\(hours.value)' are no hours of a day",
          hint: "write them like 09:00-18:00")
        return nil
      }
      span = written
    }
    guard block.has("days") || block.has("hours") else { return nil }
    return Window(
      days: days.isEmpty ? Set(Weekday.allCases) : Set(days), from: span.start, to: span.end)
  }

  /// An hour has one number of sessions.
  private static func check(
    _ window: Window?, beside blocks: [SessionProfile.Block], at place: Mapping,
    _ findings: inout Findings
  ) {
    let twin = blocks.first { block in
      guard let window, let other = block.window else { return window == block.window }
      return window.overlaps(other)
    }
    guard let twin else { return }
    let other = twin.window.map(\.words)
    findings.error(
      place.location,
      other.map { "a block with hours that '\($0)' has too" } ?? "two blocks for all other hours",
      hint: other == nil
        ? "keep one of them, or write 'days' or 'hours' for the other"
        : "make each hour of the week belong to one block")
  }

  // MARK: Concurrency

  /// How many sessions a replica serves at once, as the workload says.
  static func concurrency(
    of entry: Mapping, _ traffic: Workload.Traffic, into findings: inout Findings
  ) -> Bounds<Ratio>? {
    guard let stated = entry.countRange("concurrency") else { return nil }
    guard entry.has("profile") || entry.has("sessions_at_once") else {
      findings.error(
        entry.location(of: "concurrency"), "'concurrency' of a workload without sessions at once",
        hint: "add 'sessions_at_once' or 'profile', or remove it")
      return nil
    }
    return concurrency(stated, &findings)
  }

  static func concurrency(
    _ stated: Located<Stated<Int>>, _ findings: inout Findings
  ) -> Bounds<Ratio>? {
    guard case .range(let range) = stated.value else { return nil }
    guard range.lowerBound > 0 else {
      findings.error(
        stated.location, "a replica that serves no sessions", hint: "write at least 1")
      return nil
    }
    return Bounds(Ratio(Int128(range.lowerBound)), Ratio(Int128(range.upperBound)))
  }

  private static func count(
    _ stated: Located<Stated<Int>>, _ key: String, _ findings: inout Findings
  ) -> Bounds<Ratio>? {
    guard let range = range(stated, key, &findings) else { return nil }
    return isPriced(range, range.high.decimalText, stated.location, &findings) ? range : nil
  }

  /// A number of a workload, which has to be one.
  static func range(
    _ stated: Located<Stated<Int>>, _ key: String, _ findings: inout Findings
  ) -> Bounds<Ratio>? {
    guard case .range(let range) = stated.value else {
      findings.error(
        stated.location, "'\(key)' of a workload that are not stated",
        hint: "write a range that is wide enough, or leave the key out")
      return nil
    }
    return Bounds(Ratio(Int128(range.lowerBound)), Ratio(Int128(range.upperBound)))
  }

  /// Whether there are no more sessions than are priced.
  static func isPriced(
    _ sessions: Bounds<Ratio>, _ number: String, _ place: SourceLocation,
    _ findings: inout Findings
  ) -> Bool {
    guard sessions.high > 1_000_000 else { return true }
    findings.error(
      place, "'\(number)' sessions are more than 1M, the most that are priced",
      hint: "check the number")
    return false
  }
}
