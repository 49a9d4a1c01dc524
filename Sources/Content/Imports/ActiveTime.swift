import Pricing

/// Since when, or at which hours, a set of prices of genai-prices is active.
struct ActiveTime {
  private(set) var from: CalendarDate?
  private(set) var window: Window?

  /// Reads a constraint; none is all the time.
  ///
  /// - Returns: `nil` for one that no card has a word for.
  init?(_ constraint: LiteralValue?) {
    guard let constraint else { return }
    switch constraint.name {
    case "StartDateConstraint":
      let parts = constraint["start_date"]?.items.compactMap { $0.number.flatMap { Int($0) } }
      guard let parts, parts.count == 3 else { return nil }
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      from = CalendarDate("\(parts[0])-\(two(parts[1]))-\(two(parts[2]))")
      if from == nil { return nil }
    case "TimeOfDateConstraint":
      guard let start = Self.minute(constraint["start_time"]),
        let end = Self.minute(constraint["end_time"]), start != end
      else { return nil }
      window = Window(from: start, to: end == 0 ? 1440 : end)
    default: return nil
    }
  }

  /// `datetime.time(16, 30)`, which is universal time.
  private static func minute(_ time: LiteralValue?) -> Int? {
    guard let time, time.name == "datetime.time" else { return nil }
    let numbers = time.items.compactMap { $0.number.flatMap { Int($0) } }
    guard (1...2).contains(numbers.count), numbers.count == time.items.count else { return nil }
    let (hour, minute) = (numbers[0], numbers.count == 2 ? numbers[1] : 0)
    guard 0..<24 ~= hour, 0..<60 ~= minute else { return nil }
    return hour * 60 + minute
  }

  /// The time of a price that is read already.
  init(of price: ImportedPrice) { (from, window) = (price.from, price.condition.window) }

  /// Whether it is active whenever another is.
  func covers(_ other: ActiveTime) -> Bool {
    if let window { return other.window == window }
    guard let from else { return true }
    return other.window == nil && other.from.map { from <= $0 } ?? false
  }

  /// Whether it puts an end to hours that were active every day.
  func cuts(_ other: ActiveTime) -> Bool { window == nil && from != nil && other.window != nil }
}
