import Messages
import Pricing
import Wording

/// How one end of a crossing comes about: both curves' formulas there, and the costs around it.
struct CrossingArithmetic {
  /// The steps from the formulas to the first whole unit; nothing for a curve that has no formula there,
  /// which no crossing has.
  private(set) var steps: [ArithmeticStep] = []

  /// Whether a formula says where the two are equal.
  private(set) var hasFormula = false

  private let crossing: Crossing.Place
  private let driver: Driver

  /// A curve with its name in the table.
  private struct Side {
    let name: String
    let curve: CostCurve
    let piece: Piece
  }

  /// Works it out.
  ///
  /// - Parameters:
  ///   - crossing: The end of the crossing; curves meet there.
  ///   - driver: What the curves run over.
  ///   - name: What the table calls a curve.
  init(crossing: Crossing.Place, driver: Driver, name: (CostCurve) -> String) {
    (self.crossing, self.driver) = (crossing, driver)
    func side(_ curve: CostCurve) -> Side? {
      guard let piece = curve.pieces.first(where: { $0.range.contains(crossing.x) }) else {
        return nil
      }
      return Side(name: name(curve), curve: curve, piece: piece)
    }
    guard let before = side(crossing.before), let after = side(crossing.after) else { return }
    let meeting =
      meeting(before.piece, after.piece) ?? powerMeeting(before.piece, after.piece)
      ?? powerMeeting(after.piece, before.piece)
    hasFormula = meeting != nil
    steps = [
      step(before.name, formula(before.piece)), step(after.name, formula(after.piece)),
      meeting.map { step(localized("Equal at"), [$0]) },
      step(
        neighbours,
        [crossing.x - 1, crossing.x].compactMap { costs($0, before, after) }),
    ].compactMap(\.self)
  }

  private func step(_ title: String, _ texts: [String]) -> ArithmeticStep {
    ArithmeticStep(title: title, state: nil, equations: texts.map { Equation(text: $0) })
  }

  /// What the costs are those of: the last unit before the crossing, and its own.
  private var neighbours: String {
    switch driver {
    case .tokens: localized("The token before, and this one")
    case .hours: localized("The hour before, and this one")
    case .busyShare: localized("The millionth before, and this one")
    }
  }

  /// A number of tokens or hours; a share has no unit.
  ///
  /// - Parameters:
  ///   - number: Its digits.
  ///   - count: How many there are, which the word depends on; several where that is no whole number.
  /// - Returns: The number with its unit.
  private func quantity(_ number: String, _ count: Int = 2) -> String {
    switch driver {
    case .tokens: localized(count, one: "\(number)\u{A0}token", other: "\(number)\u{A0}tokens")
    case .hours: localized(count, one: "\(number)\u{A0}hour", other: "\(number)\u{A0}hours")
    case .busyShare: number
    }
  }

  // MARK: One curve

  private func formula(_ piece: Piece) -> [String] {
    let x = crossing.x
    guard let cost = try? piece.value(at: x) else { return [] }
    let total = Self.dollars(cost)
    if piece.isConstant {
      let (start, end) = (at(piece.range.lowerBound), at(piece.range.upperBound))
      return [localized("\(total) from \(start) to \(end)")]
    }
    var parts: [String] = []
    if piece.base != .zero { parts.append(Self.dollars(piece.base)) }
    if piece.slope != .zero { parts.append("\(rate(piece.slope)) × \(at(x))") }
    guard let power = piece.power else { return ["\(parts.joined(separator: " + ")) = \(total)"] }
    let (start, end) = (power.start, power.end)
    parts.append("\(Self.dollars(start.y)) × (\(exact(x)) ÷ \(exact(start.x)))ᵇ")
    return [
      "\(parts.joined(separator: " + ")) = \(total)",
      "b = log(\(Self.dollars(end.y)) ÷ \(Self.dollars(start.y))) ÷ "
        + "log(\(exact(end.x)) ÷ \(exact(start.x)))",
    ]
      + (piece.isExtrapolated
        ? [localized("beyond the stated values, so the law is continued")] : [])
  }

  /// What each unit of the driver costs: `$15 per 1M tokens`.
  private func rate(_ slope: Ratio) -> String {
    func dollars(_ factor: Ratio) -> String { Self.dollars((try? slope * factor) ?? slope) }
    return switch driver {
    case .tokens: localized("\(dollars(1_000_000)) per 1M tokens")
    case .hours: localized("\(dollars(1)) per hour")
    case .busyShare: localized("\(dollars(1_000_000)) for the whole month")
    }
  }

  // MARK: Both curves

  /// Where two straight lines are equal; `nil` where there is no such formula.
  private func meeting(_ before: Piece, _ after: Piece) -> String? {
    guard before.power == nil, after.power == nil,
      let gap = try? after.base - before.base, let closing = try? before.slope - after.slope,
      gap > 0, closing > 0, let point = try? gap / closing,
      point.ceiling == Int128(crossing.x)
    else { return nil }
    let digits =
      driver == .busyShare
      ? NumberText.percent((try? point / 1_000_000) ?? point, decimals: 4)
      : quantity(NumberText.exact(point))
    return "\(Self.dollars(gap)) ÷ \(rate(closing)) = \(digits)"
  }

  /// Where a power law meets a constant or a line through nothing, as a formula whose result is not
  /// rational and is rounded up to the crossing; `nil` for other curves.
  private func powerMeeting(_ law: Piece, _ other: Piece) -> String? {
    // Where a curve jumps to another piece, no formula says so.
    let isExact = (try? law.value(at: crossing.x)) == (try? other.value(at: crossing.x))
    let isSmooth = [law, other].allSatisfy {
      $0.roundings.isEmpty && (isExact || $0.range.contains(crossing.x - 1))
    }
    guard let power = law.power, law.base == .zero, law.slope == .zero, other.power == nil, isSmooth
    else { return nil }
    let (start, height) = (exact(power.start.x), Self.dollars(power.start.y))
    let place = at(crossing.x)
    if other.slope == .zero, other.base > .zero {
      let formula = "\(start) × (\(Self.dollars(other.base)) ÷ \(height))^(1 ÷ b)"
      return localized("\(formula), rounded up: \(place)")
    }
    guard other.base == .zero, other.slope > .zero else { return nil }
    let formula = "\(start) × (\(height) ÷ (\(rate(other.slope)) × \(start)))^(1 ÷ (1 − b))"
    return localized("\(formula), rounded up: \(place)")
  }

  /// What both cost at one whole unit.
  private func costs(_ x: Int, _ before: Side, _ after: Side) -> String? {
    guard let first = (try? before.curve.cost(at: x)) ?? nil,
      let second = (try? after.curve.cost(at: x)) ?? nil
    else { return nil }
    let relation = first < second ? "<" : first == second ? "=" : ">"
    return "\(at(x)): \(Self.dollars(first)) \(relation) \(Self.dollars(second))"
  }

  private func exact(_ x: Int) -> String { DriverText.exact(x, driver) }

  private func at(_ x: Int) -> String { quantity(exact(x), x) }

  /// Picodollars as dollars with every digit, as far as there is an end to them.
  private static func dollars(_ picodollars: Ratio) -> String {
    AmountText.exact(Money(rounding: picodollars))
  }
}
