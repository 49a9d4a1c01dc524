import Messages
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
      parts.append(parts.isEmpty ? outcome.ofPrices(count) : outcome.ofMore(count))
    }
    return UnitText.list(parts)
  }

  /// What became of so many prices, as the first of several clauses.
  private func ofPrices(_ count: Int) -> String {
    let number = NumberText.whole(count)
    return switch self {
    case .fell: localized(count, one: "\(number) price fell", other: "\(number) prices fell")
    case .rose: localized(count, one: "\(number) price rose", other: "\(number) prices rose")
    case .same:
      localized(
        count, one: "\(number) price is what it was", other: "\(number) prices are what they were")
    case .gone:
      localized(
        count, one: "\(number) price is no longer stated",
        other: "\(number) prices are no longer stated")
    case .stated:
      localized(
        count, one: "\(number) price is stated now", other: "\(number) prices are stated now")
    case .announced:
      localized(
        count, one: "\(number) price is to change", other: "\(number) prices are to change")
    }
  }

  /// What became of so many more, where it is said already that these are prices.
  private func ofMore(_ count: Int) -> String {
    let number = NumberText.whole(count)
    return switch self {
    case .fell: localized(count, one: "\(number) fell", other: "\(number) fell")
    case .rose: localized(count, one: "\(number) rose", other: "\(number) rose")
    case .same:
      localized(count, one: "\(number) is what it was", other: "\(number) are what they were")
    case .gone:
      localized(
        count, one: "\(number) is no longer stated", other: "\(number) are no longer stated")
    case .stated:
      localized(count, one: "\(number) is stated now", other: "\(number) are stated now")
    case .announced:
      localized(count, one: "\(number) is to change", other: "\(number) are to change")
    }
  }
}
