import Diagnostics
import Pricing
import Wording

/// The part of a scenario's data file about crossings and the cheapest offer.
struct BreakEvenData: Sendable {
  private let breakEvens: [BreakEven]
  private let names: [String]

  /// Takes the curves of a scenario.
  ///
  /// - Parameters:
  ///   - breakEvens: Those of each group; none for a scenario without curves.
  ///   - names: What the offers of each group are called; empty where there is one group.
  init(_ breakEvens: [BreakEven], names: [String] = []) {
    self.breakEvens = breakEvens
    self.names = names
  }

  /// The members `crossings`, `cheapest`, and `without_curve` where an
  /// offer is not compared.
  var members: [(String, JSONValue)] {
    guard let driver = breakEvens.first?.sweep.driver else { return [("crossings", .array([]))] }
    let gaps = breakEvens.flatMap(\.gaps).map { gap in
      JSONValue.object([
        ("offer", .string(gap.offer)), ("reason", .string(GapText.clause(gap.reason))),
      ])
    }
    let cheapest = breakEvens.enumerated().flatMap { place, breakEven in
      breakEven.cheapest.map { stretch($0, of: names.isEmpty ? nil : names[place], driver) }
    }
    return [
      ("crossings", .array(breakEvens.flatMap(\.crossings).map { crossing($0, driver) })),
      ("cheapest", .array(cheapest)),
    ] + (gaps.isEmpty ? [] : [("without_curve", .array(gaps))])
  }

  private func crossing(_ crossing: Crossing, _ driver: Driver) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("driver", .string(driver.rawValue)),
      ("between", .strings([crossing.first.before, crossing.first.after].map(\.offer))),
      ("at", position(crossing.first.x, driver)), ("usd", .string(crossing.first.cost.dollarText)),
    ]
    if !crossing.isExact {
      members.append(("certain_at", position(crossing.last.x, driver)))
      members.append(("certain_usd", .string(crossing.last.cost.dollarText)))
      members.append(("ends", .array(crossing.ends.map { end($0, driver) })))
    }
    members.append(("decides", .boolean(crossing.decides)))
    if crossing.isAtEdge { members.append(("at_edge", .boolean(true))) }
    return .object(members)
  }

  /// Where the curves of two ends meet.
  private func end(_ place: Crossing.Place, _ driver: Driver) -> JSONValue {
    .object([
      ("curves", .strings([place.before.id, place.after.id])), ("at", position(place.x, driver)),
      ("usd", .string(place.cost.dollarText)),
    ])
  }

  private func stretch(
    _ stretch: CheapestStretch, of group: String?, _ driver: Driver
  ) -> JSONValue {
    .object(
      (group.map { [("group", JSONValue.string($0))] } ?? []) + [
        ("from", position(stretch.range.lowerBound, driver)),
        ("to", position(stretch.range.upperBound, driver)),
        ("offers", .strings(stretch.offers)), ("certain", .boolean(stretch.isCertain)),
      ])
  }

  /// Whole tokens or hours; a busy share as the decimal share that it is.
  private func position(_ x: Int, _ driver: Driver) -> JSONValue {
    let decimals = driver == .busyShare ? 6 : 0
    return .string(DecimalText.exact(Int128(x), decimals: decimals))
  }
}
