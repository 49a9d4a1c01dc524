import Messages
import Pricing

/// How many replicas serve sessions, in the reader's words.
enum ServiceText {
  /// A sentence such as `5 replicas serve the peak of 40 sessions at once, 8 on each`.
  static func sentence(_ service: SessionService) -> String {
    let replicas = replicas(service.peak)
    let load = load(service)
    let (each, isOne) = (range(service.concurrency), service.peak == Bounds(1))
    guard service.peak != service.trough else {
      return localized(
        isOne
          ? "\(replicas) serves \(load), \(each) on each, at every hour."
          : "\(replicas) serve \(load), \(each) on each, at every hour.")
    }
    if service.staysAtPeak {
      return localized(
        isOne
          ? "\(replicas) serves the peak of \(load), \(each) on each, and stays at every hour, because it does not scale."
          : "\(replicas) serve the peak of \(load), \(each) on each, and stay at every hour, because they do not scale."
      )
    }
    let head = localized(
      isOne
        ? "\(replicas) serves the peak of \(load), \(each) on each"
        : "\(replicas) serve the peak of \(load), \(each) on each")
    return "\(head); \(quietest(service.trough))"
  }

  /// How many replicas remain at the quietest hour.
  private static func quietest(_ trough: Bounds<Int128>) -> String {
    guard trough != Bounds(0) else { return localized("none are needed at the quietest hour.") }
    return localized(
      trough == Bounds(1)
        ? "\(count(trough)) is needed at the quietest hour."
        : "\(count(trough)) are needed at the quietest hour.")
  }

  /// `40 sessions at once`, or `40 requests at once (30,000 an hour of 8 s each)`.
  private static func load(_ service: SessionService) -> String {
    let isOne = service.sessions == Bounds(.one)
    let number = range(service.sessions)
    guard let arrivals = service.arrivals else {
      return localized(isOne ? "\(number) session at once" : "\(number) sessions at once")
    }
    let (hourly, length) = (range(arrivals.perHour), TimeText.range(arrivals.seconds))
    return localized(
      isOne
        ? "\(number) request at once (\(hourly) an hour of \(length) each)"
        : "\(number) requests at once (\(hourly) an hour of \(length) each)")
  }

  private static func replicas(_ bounds: Bounds<Int128>) -> String {
    localized(
      bounds == Bounds(1) ? "\(count(bounds)) replica" : "\(count(bounds)) replicas")
  }

  private static func count(_ bounds: Bounds<Int128>) -> String {
    let (low, high) = (NumberText.whole(bounds.low), NumberText.whole(bounds.high))
    return low == high ? high : localized("\(low) to \(high)")
  }

  private static func range(_ bounds: Bounds<Ratio>) -> String {
    let (low, high) = (
      NumberText.trimmed(bounds.low, decimals: 1), NumberText.trimmed(bounds.high, decimals: 1)
    )
    return low == high ? high : localized("\(low) to \(high)")
  }
}
