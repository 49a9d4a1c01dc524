import Diagnostics
import Pricing

/// The keys of a workload that say when machines work.
enum TrafficFormat {
  static let burst = Shape(
    "burst", "Work that comes again and again.",
    [
      Field(
        "work", .duration, .required, "How long one burst keeps a replica busy.", example: "20 s"),
      Field("every", .duration, .required, "From one burst to the next.", example: "300 s"),
      Field(
        "windows", .count, .optional, "How many bursts; as many as fit in the month if left out.",
        example: "1"),
      EvidenceFormat.field(of: "bursts", burstInputs.map(\.key)),
    ])

  /// The keys of bursts whose values can have evidence.
  static let burstInputs: [(key: String, input: Workload.Input)] = [
    ("work", .burstWork), ("every", .burstEvery), ("windows", .bursts),
  ]

  /// The ways to say it, of which a workload has at most one.
  private static let keys = [
    "traffic", "hours", "gpu_hours", "busy_share", "burst", "session", "sessions_at_once",
    "profile",
  ]

  static func traffic(
    _ entry: Mapping, _ period: Workload.Period, into findings: inout Findings
  ) -> Workload.Traffic {
    checkKeys(entry, period, &findings)
    if let word = entry.text("traffic")?.value {
      return word == "idle" ? .none : word == "batch" ? .batch : .steady
    }
    if let length = entry.duration("session") { return session(length, period, &findings) }
    if let burst = entry.mapping("burst") { return bursts(burst, period, &findings) }
    if let stated = entry.durationRange("hours") { return machineHours(stated, &findings) }
    if entry.has("profile") || entry.has("sessions_at_once") {
      return ProfileFormat.sessions(entry, period, into: &findings)
    }
    if let stated = entry.decimalRange("gpu_hours") { return gpuHours(stated, &findings) }
    if let stated = entry.percentRange("busy_share") { return busyShare(stated, &findings) }
    return .notStated
  }

  private static func checkKeys(
    _ entry: Mapping, _ period: Workload.Period, _ findings: inout Findings
  ) {
    let written = keys.filter { entry.has($0) }
    if written.count > 1 {
      findings.error(
        entry.location(of: written[1]), "'\(written[1])' beside '\(written[0])'",
        hint: "keep one of \(keys.joined(separator: ", "))")
    }
    if period == .once, entry.has("busy_share") {
      findings.error(
        entry.location(of: "busy_share"), "'busy_share' without a month to share",
        hint: "remove 'period: once', or write 'hours' or 'session'")
    }
  }

  // MARK: Hours and shares

  private static func machineHours(
    _ stated: Located<Stated<Duration>>, _ findings: inout Findings
  ) -> Workload.Traffic {
    guard case .range(let range) = stated.value else {
      return unstated("hours", stated.location, &findings)
    }
    return .hours(Bounds(hours(range.lowerBound), hours(range.upperBound)))
  }

  private static func gpuHours(
    _ stated: Located<Stated<ExactDecimal>>, _ findings: inout Findings
  ) -> Workload.Traffic {
    let hours = findings.exact(stated.location) { () throws(PricingError) in
      try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
    }
    guard let bounds = hours ?? nil else {
      return unstated("gpu_hours", stated.location, &findings)
    }
    return .gpuHours(bounds)
  }

  private static func busyShare(
    _ stated: Located<Stated<ExactDecimal>>, _ findings: inout Findings
  ) -> Workload.Traffic {
    let share = findings.exact(stated.location) { () throws(PricingError) in
      try stated.value.bounds { decimal throws(PricingError) in try decimal.ratio() }
    }
    guard let bounds = share ?? nil else {
      return unstated("busy_share", stated.location, &findings)
    }
    if bounds.high > .one {
      findings.error(
        stated.location, "more than 100 % of the month",
        hint: "write a share up to 100 %, or 'hours' for several replicas")
    }
    return .busyShare(bounds)
  }

  private static func unstated(
    _ key: String, _ place: SourceLocation, _ findings: inout Findings
  ) -> Workload.Traffic {
    findings.error(
      place, "'\(key)' of a workload that are not stated",
      hint: "write a range that is wide enough, or leave the key out")
    return .notStated
  }

  // MARK: Sessions and bursts

  /// One machine works without a break, so a session fits into its month.
  private static func session(
    _ length: Located<Duration>, _ period: Workload.Period, _ findings: inout Findings
  ) -> Workload.Traffic {
    if length.value == .zero {
      findings.error(
        length.location, "a session of no length",
        hint: "write it like 9 min; for a deployment without work write 'traffic: idle'")
    } else if case .month(let month) = period, hours(length.value) > month {
      findings.error(
        length.location, "a session that is longer than the month of \(month.decimalText) hours",
        hint: "write 'period: once', or 'hours' for several replicas")
    }
    return .session(seconds: seconds(length.value))
  }

  private static func bursts(
    _ burst: Mapping, _ period: Workload.Period, _ findings: inout Findings
  ) -> Workload.Traffic {
    guard let work = burst.duration("work"), let every = burst.duration("every") else {
      return .notStated
    }
    let windows = burst.count("windows")
    for (length, key) in [(work, "work"), (every, "every")] where length.value == .zero {
      findings.error(
        length.location, "bursts with '\(key)' of no length",
        hint: "write it like 20 s; for a deployment without work write 'traffic: idle'")
      return .notStated
    }
    if work.value > every.value {
      findings.error(
        work.location, "bursts that are longer than the time between them",
        hint: "make 'every' at least as long as 'work'")
    }
    if case .month(let month) = period {
      checkRoom(for: windows, every: every, in: month, &findings)
    }
    return .bursts(
      work: seconds(work.value), every: seconds(every.value), windows: windows?.value)
  }

  private static func checkRoom(
    for windows: Located<Int>?, every: Located<Duration>, in month: Ratio,
    _ findings: inout Findings
  ) {
    guard let room = try? (month * 3600 / seconds(every.value)).floor else { return }
    if room == 0 {
      findings.error(
        every.location, "bursts that are further apart than a month is long",
        hint: "make 'every' at most the month, or write 'period: once'")
    } else if let windows, windows.value > room {
      findings.error(
        windows.location,
        "\(windows.value) bursts do not fit into a month, which has room for \(room)",
        hint: "leave 'windows' out for as many as fit")
    }
  }
}
