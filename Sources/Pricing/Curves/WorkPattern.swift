/// When the work of a curve happens, whatever its amount.
///
/// Workloads with one pattern and one period can share a curve, because machines are billed for
/// them by one rule.
enum WorkPattern: Hashable, Sendable {
  /// So much work, however spread, in runs of which the number may be known.
  case spread(runs: Workload.Runs?)

  /// One run.
  case session

  /// Bursts at a fixed distance, so many of them.
  case bursts(every: Ratio, count: Ratio)

  /// All month, one request after the other or without a gap.
  case steady(hasRequests: Bool, runs: Workload.Runs?)

  init(_ workload: Workload) throws(PricingError) {
    switch workload.traffic {
    case .session: self = .session
    case .steady: self = .steady(hasRequests: (workload.requests ?? 0) > 0, runs: workload.runs)
    case .bursts(_, let every, let windows):
      self = .bursts(
        every: every, count: try Work.windows(windows, every: every, of: workload.period))
    case .none, .hours, .gpuHours, .busyShare, .sessions, .batch, .notStated:
      self = .spread(runs: workload.runs)
    }
  }

  /// When so many seconds of work with this pattern happen.
  func timing(seconds: Ratio, period: Workload.Period) throws(PricingError) -> WorkTiming {
    switch self {
    case .spread(let runs):
      return WorkTiming(
        period: period, traffic: .hours(Bounds(try seconds / 3600)), runs: runs)
    case .session: return WorkTiming(period: period, traffic: .session(seconds: seconds))
    case .bursts(let every, let count):
      let windows = Int(clamping: count.floor)
      let work = count > 0 ? try seconds / count : .zero
      return WorkTiming(
        period: period, traffic: .bursts(work: work, every: every, windows: windows))
    case .steady(let hasRequests, let runs):
      return WorkTiming(
        period: period, traffic: .steady, requests: hasRequests ? 1 : nil, runs: runs)
    }
  }
}
