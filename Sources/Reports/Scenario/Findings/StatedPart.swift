import Messages
import Pricing
import Wording

/// The part of an axis on which every curve rests on work that is stated: beyond it some of them are
/// continued, and who is cheapest there is no finding.
struct StatedPart {
  /// The whole units of the driver from the last outermost value of the curves that are continued to
  /// the first; `nil` where no part of the axis is stated for all of them.
  let range: ClosedRange<Int>?

  private let driver: Driver

  /// Looks for it; `nil` where no curve is continued.
  init?(_ breakEven: BreakEven) {
    var (low, high) = (breakEven.sweep.range.lowerBound, breakEven.sweep.range.upperBound)
    var isContinued = false
    for pieces in breakEven.curves.map(\.pieces) where pieces.contains(where: \.isExtrapolated) {
      isContinued = true
      let stated = pieces.filter { !$0.isExtrapolated }
      guard let first = stated.first, let last = stated.last else {
        (low, high) = (1, 0)
        break
      }
      if pieces[0].isExtrapolated { low = max(low, first.range.lowerBound) }
      if pieces[pieces.count - 1].isExtrapolated { high = min(high, last.range.upperBound) }
    }
    guard isContinued else { return nil }
    range = low < high ? low...high : nil
    driver = breakEven.sweep.driver
  }

  /// The part of a stretch that is stated; `nil` for none.
  func part(of stretch: ClosedRange<Int>) -> ClosedRange<Int>? {
    range.flatMap { $0.overlaps(stretch) ? stretch.clamped(to: $0) : nil }
  }

  /// What of a stretch is only continued: `extrapolated beyond 1B`; `nil` for nothing.
  func words(_ stretch: ClosedRange<Int>) -> String? {
    guard let part = part(of: stretch), let range else { return localized("extrapolated") }
    let (low, high) = (short(range.lowerBound), short(range.upperBound))
    return switch (part.lowerBound > stretch.lowerBound, part.upperBound < stretch.upperBound) {
    case (true, true): localized("extrapolated below \(low) and beyond \(high)")
    case (true, false): localized("extrapolated below \(low)")
    case (false, true): localized("extrapolated beyond \(high)")
    case (false, false): nil
    }
  }

  private func short(_ x: Int) -> String { DriverText.short(x, driver) }
}
