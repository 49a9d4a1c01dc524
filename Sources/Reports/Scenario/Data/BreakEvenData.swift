import Diagnostics
import Pricing
import Wording

/// What data files say about cost curves, their crossings and the cheapest offer.
struct BreakEvenData {
  private let breakEvens: [BreakEven]
  private let names: [String]
  private let curves: CurveRegister
  private let curveName: ((CostCurve) -> String)?

  /// Takes the curves of a scenario.
  ///
  /// - Parameters:
  ///   - breakEvens: Those of each group; none for a scenario without curves.
  ///   - names: What the offers of each group are called; empty where there is one group.
  ///   - curveName: What a curve is called; `nil` to leave names out.
  init(
    _ breakEvens: [BreakEven], names: [String] = [], curveName: ((CostCurve) -> String)? = nil
  ) {
    self.breakEvens = breakEvens
    self.names = names
    self.curveName = curveName
    curves = CurveRegister(breakEvens)
  }

  /// The members `driver`, `curves`, `crossings`, `cheapest`, and `without_curve` where an
  /// offer is not compared; `crossings` alone where there are no curves.
  var members: [(String, JSONValue)] {
    guard let driver = breakEvens.first?.sweep.driver else { return [("crossings", .array([]))] }
    let scale = DriverScale(driver)
    let gaps = breakEvens.flatMap(\.gaps).map { gap in
      JSONValue.object([
        ("offer", .string(gap.offer)), ("reason", .string(GapText.clause(gap.reason))),
      ])
    }
    let cheapest = breakEvens.enumerated().flatMap { place, breakEven in
      breakEven.cheapest.map { stretch($0, of: names.isEmpty ? nil : names[place], scale) }
    }
    let crossings = breakEvens.flatMap(\.crossings).map { crossing($0, driver, scale) }
    return [
      ("driver", .string(driver.rawValue)), ("driver_unit", .string(scale.unit)),
      ("driver_step", .string(scale.step)),
      ("curves", CurveData(curves, driver, name: curveName).json),
      ("crossings", .array(crossings)), ("cheapest", .array(cheapest)),
    ] + (gaps.isEmpty ? [] : [("without_curve", .array(gaps))])
  }

  private func crossing(_ crossing: Crossing, _ driver: Driver, _ scale: DriverScale) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("driver", .string(driver.rawValue)),
      ("between", .strings([crossing.first.before, crossing.first.after].map(\.offer))),
    ]
    members += place(crossing.first, scale)
    if !crossing.isExact {
      members.append(("certain_at", .string(scale.place(crossing.last.x))))
      members.append(("certain_usd", .string(crossing.last.cost.dollarText)))
      members.append(("certain_curves", names(crossing.last)))
      members.append(("ends", .array(crossing.ends.map { .object(place($0, scale)) })))
    }
    members.append(("decides", .boolean(crossing.decides)))
    if crossing.isAtEdge { members.append(("at_edge", .boolean(true))) }
    return .object(members)
  }

  /// Where two curves meet, the one that is the cheaper one from there on last.
  private func place(_ place: Crossing.Place, _ scale: DriverScale) -> [(String, JSONValue)] {
    [
      ("curves", names(place)), ("at", .string(scale.place(place.x))),
      ("usd", .string(place.cost.dollarText)),
    ]
  }

  private func names(_ place: Crossing.Place) -> JSONValue {
    .strings([place.before, place.after].map { curves.id(of: $0) ?? $0.id })
  }

  private func stretch(
    _ stretch: CheapestStretch, of group: String?, _ scale: DriverScale
  ) -> JSONValue {
    .object(
      (group.map { [("group", JSONValue.string($0))] } ?? []) + [
        ("from", .string(scale.place(stretch.range.lowerBound))),
        ("to", .string(scale.place(stretch.range.upperBound))),
        ("offers", .strings(stretch.offers)), ("certain", .boolean(stretch.isCertain)),
      ])
  }
}
