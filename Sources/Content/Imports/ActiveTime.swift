import Pricing

/// Since when, or at which hours, a set of prices of genai-prices is active.
struct ActiveTime {
  private(set) var from: CalendarDate?
  private(set) var window: Window?

  /// What the package calls its constraints; its other files give them no name.
  private static let names: Set = ["StartDateConstraint", "TimeOfDateConstraint"]

  /// Reads a constraint, which its members tell apart; none is all the time.
  ///
  /// - Returns: `nil` for one that no card has a word for.
  init?(_ constraint: LiteralValue?) {
    guard let constraint else { return }
    if let name = constraint.name, !Self.names.contains(name) { return nil }
    switch Set(constraint.members.map(\.key)).subtracting(["type"]) {
    case ["start_date"]:
      from = constraint["start_date"].flatMap(Self.day)
      if from == nil { return nil }
    case ["start_time", "end_time"]:
      guard let start = constraint["start_time"].flatMap(Self.minute),
        let end = constraint["end_time"].flatMap(Self.minute), start != end
      else { return nil }
      window = Window(from: start, to: end == 0 ? 1440 : end)
    default: return nil
    }
  }

  /// `datetime.date(2026, 3, 1)` in the package, and `2026-03-01` elsewhere.
  private static func day(_ value: LiteralValue) -> CalendarDate? {
    if let text = value.text { return CalendarDate(text) }
    let parts = value.items.compactMap { $0.number.flatMap { Int($0) } }
    guard value.name == "datetime.date", parts.count == 3, parts.count == value.items.count else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return CalendarDate("\(parts[0])-\(two(parts[1]))-\(two(parts[2]))")
  }

  /// `datetime.time(16, 30)` in the package, which is universal time, and `16:30:00Z` elsewhere.
  private static func minute(_ value: LiteralValue) -> Int? {
    if let text = value.text {
      // No card has seconds.
      guard text.hasSuffix(":00Z"), let minute = WindowFormat.minute(text.dropLast(4)) else {
        return nil
      }
      return minute < 1440 ? minute : nil
    }
    let numbers = value.items.compactMap { $0.number.flatMap { Int($0) } }
    guard value.name == "datetime.time", (1...2).contains(numbers.count),
      numbers.count == value.items.count
    else { return nil }
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
