/// A rate for the time of a machine or of one of its parts, without its evidence.
struct TimedPrice: Sendable {
  let unit: RateUnit
  let price: Bounds<Money>?
  /// How many of what the price is for one replica has.
  let perReplica: Ratio
  /// What is taken off the price.
  let deductions: Deductions

  /// The prices for time of an offer, in the order of the rates.
  static func all(_ rates: [Rate], of offer: Offer) -> [TimedPrice] {
    rates.compactMap { rate in
      rate.unit.part.map {
        TimedPrice(
          unit: rate.unit, price: rate.price, perReplica: offer.replica[$0],
          deductions: Deductions(offer.discounts, of: rate))
      }
    }
  }

  /// So many seconds of a replica in units of the rate.
  func units(of seconds: Ratio) throws(PricingError) -> Ratio {
    let units = perReplica == .one ? seconds : try seconds * perReplica
    return unit.size == 1 ? units : try units / Ratio(unit.size)
  }
}

extension Tariff {
  /// Picodollars for a charged second of one replica, all its parts together; 0 without a meter of time,
  /// and for parts of which nobody states the price.
  func perSecond(_ end: End) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for part in timed {
      guard let price = part.price?[end] else { continue }
      sum = try sum + part.deductions.applied(to: part.units(of: Ratio(price.picodollars)))
    }
    return sum
  }
}
