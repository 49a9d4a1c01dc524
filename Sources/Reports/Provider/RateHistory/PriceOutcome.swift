import Pricing
import Wording

/// What became of a price since the first that is known of it.
enum PriceOutcome: CaseIterable {
  case fell, rose, same, gone, stated, announced

  /// Compares the first price with the one that holds; a range by both of its ends.
  init(from first: Bounds<Money>?, to last: Bounds<Money>?) {
    if let first, let last {
      let (before, now) = (
        first.low.picodollars + first.high.picodollars, last.low.picodollars + last.high.picodollars
      )
      self = now < before ? .fell : now > before ? .rose : .same
    } else {
      self = last == nil ? .gone : .stated
    }
  }

  /// How often there is each: `3 prices fell, 1 rose and 1 is to change`.
  static func counted(_ outcomes: [PriceOutcome]) -> String {
    var parts: [String] = []
    for outcome in allCases {
      let count = outcomes.count { $0 == outcome }
      guard count > 0 else { continue }
      let noun = parts.isEmpty ? (count == 1 ? " price" : " prices") : ""
      parts.append("\(NumberText.whole(count))\(noun) \(outcome.verb(count))")
    }
    return UnitText.list(parts)
  }

  private func verb(_ count: Int) -> String {
    let be = count == 1 ? "is" : "are"
    return switch self {
    case .fell: "fell"
    case .rose: "rose"
    case .same: count == 1 ? "is what it was" : "are what they were"
    case .gone: "\(be) no longer stated"
    case .stated: "\(be) stated now"
    case .announced: "\(be) to change"
    }
  }
}
