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
      meeting.map { step("Equal at", [$0]) },
      step(
        "The \(unit) before, and this one",
        [crossing.x - 1, crossing.x].compactMap { costs($0, before, after) }),
    ].compactMap(\.self)
  }

  private func step(_ title: String, _ texts: [String]) -> ArithmeticStep {
    ArithmeticStep(title: title, state: nil, equations: texts.map { Equation(text: $0) })
  }

  private var unit: String {
    switch driver {
    case .tokens: "token"
    case .hours: "hour"
    case .busyShare: "millionth"
    }
  }

  // MARK: One curve

  private func formula(_ piece: Piece) -> [String] {
    let x = crossing.x
    guard let cost = try? piece.value(at: x) else { return [] }
    let total = Self.dollars(cost)
    if piece.isConstant {
      return ["\(total) from \(at(piece.range.lowerBound)) to \(at(piece.range.upperBound))"]
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
    ] + (piece.isExtrapolated ? ["beyond the stated values, so the law is continued"] : [])
  }

  /// What each unit of the driver costs: `$15 per 1M tokens`.
  private func rate(_ slope: Ratio) -> String {
    let (factor, per): (Ratio, String) =
      switch driver {
      case .tokens: (1_000_000, "per 1M tokens")
      case .hours: (1, "per hour")
      case .busyShare: (1_000_000, "for the whole month")
      }
    return "\(Self.dollars((try? slope * factor) ?? slope)) \(per)"
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
      : "\(NumberText.exact(point))\u{A0}\(unit)s"
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
    let place = "rounded up: \(at(crossing.x))"
    if other.slope == .zero, other.base > .zero {
      return "\(start) × (\(Self.dollars(other.base)) ÷ \(height))^(1 ÷ b), \(place)"
    }
    guard other.base == .zero, other.slope > .zero else { return nil }
    return "\(start) × (\(height) ÷ (\(rate(other.slope)) × \(start)))^(1 ÷ (1 − b)), \(place)"
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

  private func at(_ x: Int) -> String {
    driver == .busyShare ? exact(x) : "\(exact(x))\u{A0}\(unit)\(x == 1 ? "" : "s")"
  }

  /// Picodollars as dollars with every digit, as far as there is an end to them.
  private static func dollars(_ picodollars: Ratio) -> String {
    AmountText.exact(Money(rounding: picodollars))
  }
}
