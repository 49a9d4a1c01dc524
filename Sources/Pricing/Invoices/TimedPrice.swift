/// A rate for the time of a machine or of one of its parts, without its evidence.
struct TimedPrice: Sendable {
  let unit: RateUnit
  let price: Bounds<Money>?
  /// How many of what the price is for one replica has.
  let perReplica: Ratio
  /// The seconds of one replica in a unit, where one has one of what the price is for.
  let secondsPerUnit: Ratio
  /// Whether it is paid for as long as the machine is, used or not; power is paid while a machine is up.
  let isHeld: Bool
  /// What is taken off the price.
  let deductions: Deductions

  /// The prices for time of an offer, in the order of the rates.
  ///
  /// - Parameters:
  ///   - rates: All rates.
  ///   - offer: Whose.
  ///   - period: What says how long a month is; a twelfth of a year where nothing does.
  /// - Returns: Those for time, without their evidence.
  static func all(
    _ rates: [Rate], of offer: Offer, for period: Workload.Period?
  ) -> [TimedPrice] {
    rates.compactMap { rate in
      rate.unit.part.map {
        TimedPrice(
          unit: rate.unit, price: rate.price, perReplica: offer.replica.charged($0),
          secondsPerUnit: rate.secondsPerUnit(in: period), isHeld: $0 != .kilowatts,
          deductions: Deductions(offer.discounts, of: rate))
      }
    }
  }

  /// So many seconds of a replica in units of the rate.
  func units(of seconds: Ratio) throws(PricingError) -> Ratio {
    let units = perReplica == .one ? seconds : try seconds * perReplica
    return secondsPerUnit == .one ? units : try units / secondsPerUnit
  }
}

extension Rate {
  /// The seconds for which a price of time is: of a month for one that is paid by the month, and of as many
  /// as the price of a machine is spread over.
  fileprivate func secondsPerUnit(in period: Workload.Period?) -> Ratio {
    guard unit.part?.isMonthly == true else { return Ratio(unit.size) }
    let month = (try? period?.seconds) ?? Ratio(unit.size)
    return (try? month * Ratio(Int128(amortisation ?? 1))) ?? month
  }
}

extension ReplicaSize {
  /// How many of a part one replica is charged for.
  fileprivate func charged(_ part: RateUnit.Part) -> Ratio {
    guard part == .kilowatts, powerShare != .one else { return self[part] }
    return (try? self[part] * powerShare) ?? self[part]
  }
}

extension Tariff {
  /// Picodollars for a charged second of one replica, all its parts together; 0 without a meter of time,
  /// and for parts of which nobody states the price.
  func perSecond(_ end: End) throws(PricingError) -> Ratio {
    try perSecond(timed, end)
  }

  /// The same of some parts.
  func perSecond(_ parts: [TimedPrice], _ end: End) throws(PricingError) -> Ratio {
    var sum = Ratio.zero
    for part in parts {
      guard let price = part.price?[end] else { continue }
      sum = try sum + part.deductions.applied(to: part.units(of: Ratio(price.picodollars)))
    }
    return sum
  }
}
