import Messages
package import Pricing

/// Stretches of an axis in words.
///
/// An axis of volumes begins and ends where its author chose, and nothing is worked out beyond: such an
/// end is said, so that no sentence holds for more than what was looked at. A share that ends at 0 or
/// 100 %, and work that begins with nothing, have no beyond.
package struct AxisText {
  private let sweep: Sweep

  package init(_ sweep: Sweep) { self.sweep = sweep }

  /// What is said behind a place that is the end of the axis.
  package static var edge: String { localized("where the chart ends") }

  /// Where the axis begins; `nil` if nothing lies before.
  package var start: String? {
    let first = sweep.range.lowerBound
    return first > 1 ? short(first) : nil
  }

  /// Where the axis ends; `nil` if nothing lies beyond.
  package var end: String? {
    let last = sweep.range.upperBound
    return sweep.driver == .busyShare && last >= 1_000_000 ? nil : short(last)
  }

  /// Whether a stretch ends only because the axis does.
  package func isCutOff(_ range: ClosedRange<Int>) -> Bool {
    range.upperBound == sweep.range.upperBound && end != nil
  }

  /// Where a stretch begins; `nil` at the first value of all.
  package func start(of range: ClosedRange<Int>) -> String? {
    range.lowerBound == sweep.range.lowerBound ? start : short(range.lowerBound)
  }

  /// Where a stretch ends; `nil` at the last value of all.
  package func end(of range: ClosedRange<Int>) -> String? {
    range.upperBound == sweep.range.upperBound ? end : short(range.upperBound + 1)
  }

  /// A stretch: `below 365 h`, `from 1M to 72M`, `from 50.6 % on`, `throughout`.
  ///
  /// - Parameters:
  ///   - range: The stretch.
  ///   - unit: What follows its last place; `nil` where that is said elsewhere.
  /// - Returns: The words.
  package func words(_ range: ClosedRange<Int>, unit: String? = nil) -> String {
    let unit = unit.map { " \($0)" } ?? ""
    return switch (start(of: range), end(of: range)) {
    case (nil, nil): localized("throughout")
    case (nil, let end?): localized("below \(end)\(unit)")
    case (let start?, nil): localized("from \(start)\(unit) on")
    case (let start?, let end?): localized("from \(start) to \(end)\(unit)")
    }
  }

  /// All before a place that is written out: `below 365 h`, `from 1M to 265,459,611`.
  package func before(_ place: String) -> String {
    start.map { localized("from \($0) to \(place)") } ?? localized("below \(place)")
  }

  /// What follows a place from which on something holds: `on`, or `to 5B`.
  package var onward: String {
    end.map { localized("to \($0)", context: "behind from") }
      ?? localized("on", context: "behind from")
  }

  private func short(_ x: Int) -> String { DriverText.short(x, sweep.driver) }
}
