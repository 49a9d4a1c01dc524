import Diagnostics
import Pricing

/// Cost curves as formulas and not as samples, exact: what is published of crossings and of the
/// cheapest offers follows from them.
///
/// Each piece is base + slope · x, plus a power law through two points, plus what is rounded up to
/// whole steps.
struct CurveData {
  private let curves: CurveRegister
  private let scale: DriverScale

  /// What a curve is called; `nil` to leave names out.
  private let name: ((CostCurve) -> String)?

  /// - Parameters:
  ///   - curves: The curves and their ids.
  ///   - driver: What they run over.
  ///   - name: What a curve is called; `nil` to leave names out.
  init(_ curves: CurveRegister, _ driver: Driver, name: ((CostCurve) -> String)? = nil) {
    (self.curves, self.name) = (curves, name)
    scale = DriverScale(driver)
  }

  /// One object for each curve.
  var json: JSONValue { .array(curves.entries.map(curve)) }

  private func curve(_ entry: CurveRegister.Entry) -> JSONValue {
    let curve = entry.curve
    var members: [(String, JSONValue)] = [
      ("curve", .string(entry.id)), ("offer", .string(curve.offer)),
    ]
    if let name { members.append(("name", .string(name(curve)))) }
    if let end = curve.end { members.append(("end", .string(end == .low ? "low" : "high"))) }
    if entry.isHeld { members.append(("held", .boolean(true))) }
    if let capacity = curve.capacity {
      members.append(("capacity", .string(scale.place(capacity))))
    }
    members.append(("pieces", .array(curve.pieces.map(piece))))
    members.append(("vectors", .array(Self.places(curve).compactMap { vector($0, curve) })))
    return .object(members)
  }

  private func piece(_ piece: Piece) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("from", .string(scale.place(piece.range.lowerBound))),
      ("to", .string(scale.place(piece.range.upperBound))),
    ]
    members += formula(piece.base, piece.slope, piece.power)
    if !piece.roundings.isEmpty {
      members.append(("rounded_up", .array(piece.roundings.map(rounding))))
    }
    members.append(("extrapolated", .boolean(piece.isExtrapolated)))
    return .object(members)
  }

  private func rounding(_ rounding: Rounding) -> JSONValue {
    .object(
      [("step_usd", .string(Self.dollars(rounding.size)))]
        + formula(rounding.base, rounding.slope, rounding.power))
  }

  private func formula(
    _ base: Ratio, _ slope: Ratio, _ power: PowerLaw?
  ) -> [(String, JSONValue)] {
    [("base_usd", .string(Self.dollars(base))), ("usd_per_unit", .string(scale.slope(slope)))]
      + (power.map { [("power", points($0))] } ?? [])
  }

  private func points(_ power: PowerLaw) -> JSONValue {
    .array(
      [power.start, power.end].map { point in
        .object([("at", .string(scale.place(point.x))), ("usd", .string(Self.dollars(point.y)))])
      })
  }

  private static func dollars(_ picodollars: Ratio) -> String {
    picodollars.exactText(shiftedBy: 12)
  }

  // MARK: Vectors

  /// More places than this try no formula that the others do not.
  private static let mostMiddles = 8

  /// Both ends of the curve, and the middle of its first pieces.
  private static func places(_ curve: CostCurve) -> [Int] {
    let middles = curve.pieces.prefix(mostMiddles).map { piece in
      piece.range.lowerBound + (piece.range.upperBound - piece.range.lowerBound) / 2
    }
    return Set([curve.range.lowerBound, curve.range.upperBound] + middles).sorted()
  }

  /// What the curve comes to at a place, for those who evaluate it to try whether they do it right.
  private func vector(_ x: Int, _ curve: CostCurve) -> JSONValue? {
    guard let cost = (try? curve.cost(at: x)) ?? nil else { return nil }
    return .object([
      ("at", .string(scale.place(x))), ("usd", .string(Money(rounding: cost).dollarText)),
    ])
  }
}
