import Content
import Diagnostics
import Pricing
import Wording

/// The cost curves of a chart as formulas and not as samples.
///
/// Each piece is base + slope · x, plus a power law through two points, plus what is rounded up to
/// whole steps. Amounts are decimal strings.
struct CurveData {
  let view: ScenarioView
  let breakEven: BreakEven

  /// The members `driver`, `curves` and those of the crossings.
  var members: [(String, JSONValue)] {
    [
      ("driver", .string(breakEven.sweep.driver.rawValue)),
      ("curves", .array(breakEven.curves.map(curve))),
    ] + BreakEvenData([breakEven]).members
  }

  private func curve(_ curve: CostCurve) -> JSONValue {
    let name = view.curveName(curve)
    var members: [(String, JSONValue)] = [
      ("curve", .string(curve.id)), ("offer", .string(curve.offer)),
      ("name", .string(name?.full ?? curve.id)),
    ]
    if let capacity = curve.capacity { members.append(("capacity", .string(String(capacity)))) }
    members.append(("pieces", .array(curve.pieces.map(piece))))
    return .object(members)
  }

  private func piece(_ piece: Piece) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("from", .string(String(piece.range.lowerBound))),
      ("to", .string(String(piece.range.upperBound))),
      ("base_usd", .string(Self.dollars(piece.base))),
      ("usd_per_unit", .string(Self.dollars(piece.slope))),
    ]
    if let power = piece.power { members.append(("power", Self.power(power))) }
    if !piece.roundings.isEmpty {
      members.append(("rounded_up", .array(piece.roundings.map(Self.rounding))))
    }
    members.append(("extrapolated", .boolean(piece.isExtrapolated)))
    return .object(members)
  }

  private static func power(_ power: PowerLaw) -> JSONValue {
    .array(
      [power.start, power.end].map { point in
        .object([("at", .string(String(point.x))), ("usd", .string(dollars(point.y)))])
      })
  }

  private static func rounding(_ rounding: Rounding) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("step_usd", .string(dollars(rounding.size))),
      ("base_usd", .string(dollars(rounding.base))),
      ("usd_per_unit", .string(dollars(rounding.slope))),
    ]
    if let power = rounding.power { members.append(("power", Self.power(power))) }
    return .object(members)
  }

  private static func dollars(_ picodollars: Ratio) -> String {
    ((try? picodollars / Ratio(Money.picodollarsPerDollar)) ?? .zero).decimalText
  }
}
