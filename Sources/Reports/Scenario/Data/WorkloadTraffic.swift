import Diagnostics
import Pricing

/// When machines work for a workload, for programs.
enum WorkloadTraffic: String, CaseIterable {
  case none = "idle"
  case hours
  case gpuHours = "gpu-hours"
  case busyShare = "busy-share"
  case bursts, session, sessions, batch, steady
  case notStated = "not-stated"

  /// The members `traffic`, and those with its amounts.
  static func members(of workload: Workload) -> [(String, JSONValue)] {
    let (kind, amounts) = members(of: workload.traffic)
    var members = [("traffic", JSONValue.string(kind.rawValue))] + amounts
    if let runs = workload.runs { members.append(("runs", .number(runs.count))) }
    if let deadline = workload.deadline {
      members.append(("within_seconds", .string(deadline.exactText())))
    }
    if let concurrency = workload.concurrency { members += range("concurrency", concurrency) }
    if let throughput = workload.throughput {
      members += range("tokens_per_second", throughput.tokensPerSecond)
      if throughput.isPerGPU { members.append(("speed_per_gpu", .boolean(true))) }
    }
    return members
  }

  private static func members(
    of traffic: Workload.Traffic
  ) -> (WorkloadTraffic, [(String, JSONValue)]) {
    switch traffic {
    case .none: (.none, [])
    case .hours(let hours): (.hours, range("hours", hours))
    case .gpuHours(let hours): (.gpuHours, range("gpu_hours", hours))
    case .busyShare(let share): (.busyShare, range("busy_share", share))
    case .bursts(let work, let every, let windows):
      (
        .bursts,
        [
          ("burst_seconds", .string(work.exactText())),
          ("burst_every_seconds", .string(every.exactText())),
        ] + (windows.map { [("bursts", JSONValue.number($0))] } ?? [])
      )
    case .session(let seconds): (.session, [("session_seconds", .string(seconds.exactText()))])
    case .sessions(let profile): (.sessions, [("sessions_at_once", blocks(of: profile))])
    case .batch: (.batch, [])
    case .steady: (.steady, [])
    case .notStated: (.notStated, [])
    }
  }

  private static func blocks(of profile: SessionProfile) -> JSONValue {
    .array(
      profile.blocks.indices.map { place in
        .object(
          [
            ("block", .string(profile.name(of: place))),
            ("hours_a_week", .string(profile.hours(of: place).exactText())),
          ] + range("sessions", profile.blocks[place].sessions)
            + requests(profile.blocks[place].arrivals))
      })
  }

  private static func requests(_ arrivals: SessionProfile.Arrivals?) -> [(String, JSONValue)] {
    guard let arrivals else { return [] }
    return range("requests_per_hour", arrivals.perHour)
      + range("request_seconds", arrivals.seconds)
  }

  private static func range(_ key: String, _ bounds: Bounds<Ratio>) -> [(String, JSONValue)] {
    [(key, .string(bounds.low.exactText()))]
      + (bounds.isExact ? [] : [("\(key)_high", .string(bounds.high.exactText()))])
  }
}
