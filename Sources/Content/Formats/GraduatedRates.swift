import Diagnostics
import Pricing

/// What must be right about prices for parts of a count.
enum GraduatedRates {
  /// Reports parts of what is not used up, parts under conditions of single requests, and parts that
  /// have nothing before them.
  static func check(_ rates: [Located<Rate>], into findings: inout Findings) {
    for rate in rates {
      guard let beyond = rate.value.condition.beyond else { continue }
      let (unit, condition) = (rate.value.unit, rate.value.condition)
      guard let quantity = unit.quantity, !quantity.isStanding else {
        findings.error(
          rate.location, "'beyond' at a price \(unit.per), of which nothing is used up",
          hint: "write it at prices of what is counted: requests, tokens, images")
        continue
      }
      let others = rates.map(\.value).filter { $0.unit == unit && $0.condition.beyond == nil }
      if beyond == 0 {
        findings.error(
          rate.location, "a price beyond nothing", hint: "leave 'beyond' out of the first price")
      } else if !condition.isBase || others.contains(where: { $0.condition.isOfRequests }) {
        findings.error(
          rate.location, "'beyond' beside a condition of single requests or hours",
          hint: "keep one of them for the price \(unit.per)")
      } else if others.isEmpty {
        findings.error(
          rate.location, "a price \(unit.per) beyond \(beyond) without one for those before",
          hint: "add the price of the first \(beyond); 0 if they are free")
      } else if let part = part(beside: quantity, in: rates) {
        findings.error(
          rate.location,
          "prices for parts of the \(quantity.many) beside a price for \(part.many)",
          hint: "one of them is a part of the other; make two offers of it")
      }
    }
  }

  /// Another quantity with a price, of which this is a part or which is a part of this.
  private static func part(beside quantity: Quantity, in rates: [Located<Rate>]) -> Quantity? {
    rates.lazy.compactMap(\.value.unit.quantity)
      .first { $0.isPart(of: quantity) || quantity.isPart(of: $0) }
  }

  /// Reports a price that is in proportion to that of a whole which has several.
  static func check(
    _ adjustments: [Adjustment], beside rates: [Rate], at place: SourceLocation,
    into findings: inout Findings
  ) {
    let isOfPart = adjustments.contains { $0.condition.isAlways && !$0.quantities.isEmpty }
    guard isOfPart, rates.contains(where: { $0.condition.beyond != nil }) else { return }
    findings.error(
      place, "a part in proportion to its whole, beside a price with 'beyond'",
      hint: "write the price of the part, or make two offers of it")
  }
}

extension Condition {
  /// Whether it is about single requests, or the hour at which they come.
  fileprivate var isOfRequests: Bool { input != nil || window != nil }
}
