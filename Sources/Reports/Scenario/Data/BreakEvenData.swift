import Diagnostics
import Pricing
import Wording

/// The part of a scenario's data file about crossings and the cheapest offer.
struct BreakEvenData: Hashable, Sendable {
  private let breakEven: BreakEven

  /// Takes the curves of a scenario.
  init(_ breakEven: BreakEven) { self.breakEven = breakEven }

  /// The members `crossings`, `cheapest`, and `without_curve` where an
  /// offer is not compared.
  var members: [(String, JSONValue)] {
    let gaps = breakEven.gaps.map { gap in
      JSONValue.object([
        ("offer", .string(gap.offer)), ("reason", .string(GapText.clause(gap.reason))),
      ])
    }
    return [
      ("crossings", .array(breakEven.crossings.map(crossing))),
      ("cheapest", .array(breakEven.cheapest.map(stretch))),
    ] + (gaps.isEmpty ? [] : [("without_curve", .array(gaps))])
  }

  private func crossing(_ crossing: Crossing) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("driver", .string(breakEven.sweep.driver.rawValue)),
      ("between", .strings([crossing.first.before, crossing.first.after].map(\.offer))),
      ("at", position(crossing.first.x)), ("usd", .string(crossing.first.cost.dollarText)),
    ]
    if !crossing.isExact {
      members.append(("certain_at", position(crossing.last.x)))
      members.append(("certain_usd", .string(crossing.last.cost.dollarText)))
      members.append(("ends", .array(crossing.ends.map(end))))
    }
    members.append(("decides", .boolean(crossing.decides)))
    if crossing.isAtEdge { members.append(("at_edge", .boolean(true))) }
    return .object(members)
  }

  /// Where the curves of two ends meet.
  private func end(_ place: Crossing.Place) -> JSONValue {
    .object([
      ("curves", .strings([place.before.id, place.after.id])), ("at", position(place.x)),
      ("usd", .string(place.cost.dollarText)),
    ])
  }

  private func stretch(_ stretch: CheapestStretch) -> JSONValue {
    .object([
      ("from", position(stretch.range.lowerBound)), ("to", position(stretch.range.upperBound)),
      ("offers", .strings(stretch.offers)), ("certain", .boolean(stretch.isCertain)),
    ])
  }

  /// Whole tokens or hours; a busy share as the decimal share that it is.
  private func position(_ x: Int) -> JSONValue {
    let decimals = breakEven.sweep.driver == .busyShare ? 6 : 0
    return .string(DecimalText.exact(Int128(x), decimals: decimals))
  }
}
