import Diagnostics
import Pricing

/// The keys of a profile that say how many requests come in an hour, and how long each is under way.
enum RequestsFormat {
  /// The time of a request as a workload states it.
  enum Time {
    case stated(Bounds<Ratio>)
    /// It is wrong, which is reported already.
    case refused
    case missing
  }

  /// Reports the time of requests that a workload does not have.
  static func check(_ entry: Mapping, into findings: inout Findings) {
    let isAsked = entry.mappings("profile").contains { $0.has("requests_per_hour") }
    guard entry.has("request_time"), !isAsked else { return }
    findings.error(
      entry.location(of: "request_time"), "'request_time' of a workload without requests an hour",
      hint: "write 'requests_per_hour' in a block of 'profile', or remove it")
  }

  /// How long a request keeps its place on a replica.
  static func time(of entry: Mapping, into findings: inout Findings) -> Time {
    guard entry.has("request_time") else { return .missing }
    guard let stated = entry.durationRange("request_time") else { return .refused }
    guard case .range(let range) = stated.value else {
      findings.error(
        stated.location, "'request_time' of a workload that is not stated",
        hint: "write a range that is wide enough")
      return .refused
    }
    guard range.lowerBound > .zero else {
      findings.error(
        stated.location, "requests that take no time", hint: "write it like 8 s or 500 ms")
      return .refused
    }
    return .stated(Bounds(seconds(range.lowerBound), seconds(range.upperBound)))
  }

  /// A block with as many sessions as requests are under way at the same time.
  static func block(
    _ block: Mapping, _ window: Window?, _ time: Time, into findings: inout Findings
  ) -> SessionProfile.Block? {
    let key = "requests_per_hour"
    if block.has("sessions_at_once") {
      findings.error(
        block.location(of: key), "'\(key)' beside 'sessions_at_once'",
        hint: "keep one of them; a request that is under way is a session")
      return nil
    }
    if case .missing = time {
      findings.error(
        block.location(of: key), "'\(key)' without how long a request takes",
        hint: "add 'request_time: 8 s' to the workload")
      return nil
    }
    guard case .stated(let seconds) = time, let stated = block.countRange(key),
      let perHour = ProfileFormat.range(stated, key, &findings)
    else { return nil }
    let read = findings.exact(stated.location) { () throws(PricingError) in
      try SessionProfile.Block(
        window, arrivals: SessionProfile.Arrivals(perHour: perHour, seconds: seconds))
    }
    guard let read,
      ProfileFormat.isPriced(
        read.sessions, read.sessions.high.ceiling.description, stated.location, &findings)
    else { return nil }
    return read
  }
}
