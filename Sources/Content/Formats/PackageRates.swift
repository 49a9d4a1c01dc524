import Diagnostics
import Pricing

/// What must be right about prices of whole packages.
enum PackageRates {
  static let key = "rounded_up"

  /// Reports packages of what comes in no packages, and a unit that is rounded up in one entry alone.
  static func check(_ rates: [Located<Rate>], into findings: inout Findings) {
    for rate in rates where rate.value.isRoundedUp {
      let unit = rate.value.unit
      guard let quantity = unit.quantity, quantity.meter != .tokens, !quantity.isStanding else {
        findings.error(
          rate.location, "a price \(unit.per) that is rounded up",
          hint: unit.part == nil
            ? "leave out '\(key)'; it is for requests, searches, images and the like"
            : "leave out '\(key)', and write 'billing_increment' in the scaling policy")
        continue
      }
      if unit.size == 1, quantity.meter == .requests {
        findings.error(
          rate.location, "a price of one request that is rounded up",
          hint: "leave out '\(key)', or write the price of a package, 'usd_per_thousand_requests'")
      } else if let other = rates.map(\.value).first(where: { other in
        other.unit == unit && (!other.isRoundedUp || other.condition.beyond != nil)
      }) {
        findings.error(
          rate.location,
          other.condition.beyond == nil
            ? "a price \(unit.per) that is rounded up, beside one that is not"
            : "a price \(unit.per) that is rounded up, beside one with 'beyond'",
          hint: other.condition.beyond == nil
            ? "make two offers of it, or write the same in both entries" : "make two offers of it")
      } else if rates.contains(where: { other in
        other.value.unit.quantity.map {
          $0.isPart(of: quantity) || quantity.isPart(of: $0)
        } ?? false
      }) {
        findings.error(
          rate.location, "packages of \(quantity.many), of which a part has a price of its own",
          hint: "make two offers of it")
      }
    }
  }
}
