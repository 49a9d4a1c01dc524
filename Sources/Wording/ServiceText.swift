import Pricing

/// How many replicas serve sessions, in the reader's words.
enum ServiceText {
  /// A sentence such as `5 replicas serve the peak of 40 sessions at once, 8 on each`.
  static func sentence(_ service: SessionService) -> String {
    let sessions = range(service.sessions)
    let peak = replicas(service.peak)
    let each = "\(range(service.concurrency)) on each"
    let isOne = service.peak == Bounds(1)
    let noun = noun(service)
    guard service.peak != service.trough else {
      return
        "\(peak) \(isOne ? "serves" : "serve") \(sessions) \(noun), \(each), at every hour."
    }
    let head =
      "\(peak) \(isOne ? "serves" : "serve") the peak of \(sessions) \(noun), \(each)"
    if service.staysAtPeak {
      let (stays, it) = isOne ? ("stays", "it does") : ("stay", "they do")
      return "\(head), and \(stays) at every hour, because \(it) not scale."
    }
    let trough = service.trough == Bounds(0) ? "none" : count(service.trough)
    return
      "\(head); \(trough) \(service.trough == Bounds(1) ? "is" : "are") needed at the quietest hour."
  }

  /// `sessions at once`, or `requests at once (30,000 an hour of 8 s each)`.
  private static func noun(_ service: SessionService) -> String {
    let isOne = service.sessions == Bounds(.one)
    guard let arrivals = service.arrivals else {
      return "\(isOne ? "session" : "sessions") at once"
    }
    let each = "\(range(arrivals.perHour)) an hour of \(TimeText.range(arrivals.seconds)) each"
    return "\(isOne ? "request" : "requests") at once (\(each))"
  }

  private static func replicas(_ bounds: Bounds<Int128>) -> String {
    "\(count(bounds)) \(bounds == Bounds(1) ? "replica" : "replicas")"
  }

  private static func count(_ bounds: Bounds<Int128>) -> String {
    let (low, high) = (NumberText.whole(bounds.low), NumberText.whole(bounds.high))
    return low == high ? high : "\(low) to \(high)"
  }

  private static func range(_ bounds: Bounds<Ratio>) -> String {
    let (low, high) = (
      NumberText.trimmed(bounds.low, decimals: 1), NumberText.trimmed(bounds.high, decimals: 1)
    )
    return low == high ? high : "\(low) to \(high)"
  }
}
