extension Offer {
  /// Every choice that a price of the offer depends on.
  public var offeredChoices: Set<Choice> {
    Set(rates.flatMap(\.condition.choices) + adjustments.flatMap(\.condition.choices))
  }

  /// The offer as it is for a buyer who made some choices.
  ///
  /// A price for what is chosen replaces the base of its unit, and the more of the choices it is
  /// for, the sooner. Where no price is stated for what is chosen, the base price stays, or what is in
  /// proportion to it; a factor for one choice multiplies prices that are stated for another.
  ///
  /// - Parameter choices: What is chosen, one value of an axis.
  /// - Returns: The offer without any choice left in its conditions.
  /// - Throws: ``PricingError/undecided(_:_:_:)`` of prices for as many of the choices, none of which
  ///   goes before the other, and ``PricingError/tooLarge``.
  public func choosing(_ choices: [Choice]) throws(PricingError) -> Offer {
    guard !choices.isEmpty else { return self }
    var offer = self
    offer.unpricedChoices = ignored(of: choices)
    let open = rates.compactMap { rate in
      rate.condition.choosing(choices).map { (rate, rate.condition.choices.count, left: $0) }
    }
    let factors = adjustments.filter { adjustment in
      !adjustment.condition.choices.isEmpty
        && adjustment.condition.choosing(choices) == .always
    }
    offer.rates = []
    var decided: [Rate.Series: Rate] = [:]
    for (rate, weight, condition) in open {
      let isBest = open.allSatisfy {
        $0.0.unit != rate.unit || $0.left != condition || $0.1 <= weight
      }
      guard isBest else { continue }
      // Of the same choices a later price replaces one before it.
      let series = Rate.Series(unit: rate.unit, condition: condition)
      let other = decided.updateValue(rate, forKey: series)
      if let other, other.condition != rate.condition, other.price != rate.price {
        throw .undecided(rate.unit, other.condition.choices, rate.condition.choices)
      }
      offer.rates += try rate.under(condition).adjusted(
        by: factors.filter { !$0.condition.sharesAxis(with: rate.condition) })
    }
    offer.priceGaps = PriceGap.all(in: Array(decided), factors)
    offer.adjustments = adjustments.compactMap { adjustment in
      guard !factors.contains(adjustment) else { return nil }
      return adjustment.condition.choosing(choices).map(adjustment.under)
    }
    return offer
  }

  /// The offer as it is for a buyer who chose the same for all workloads but some.
  ///
  /// - Parameters:
  ///   - choices: What is chosen for the others.
  ///   - workloads: What some workloads choose for themselves, and all that is chosen for them.
  /// - Returns: The offer; an invoice has the prices of the choices of its workload.
  /// - Throws: As ``choosing(_:)``.
  public func choosing(
    _ choices: [Choice], for workloads: [(own: [Choice], all: [Choice])]
  ) throws(PricingError) -> Offer {
    var offer = try choosing(choices)
    for (own, all) in workloads { offer.askedPrices[own] = try choosing(all) }
    return offer
  }

  /// The offer at the prices of another that is made of the same rate card.
  func priced(as other: Offer) -> Offer {
    var offer = self
    (offer.rates, offer.adjustments) = (other.rates, other.adjustments)
    (offer.unpricedChoices, offer.priceGaps) = (other.unpricedChoices, other.priceGaps)
    offer.askedPrices = [:]
    return offer
  }

  /// What of the choices no price of the offer depends on.
  public func ignored(of choices: [Choice]) -> [Choice] {
    choices.filter { !offeredChoices.contains($0) }
  }
}

extension Condition {
  /// Whether both are about the same choice, so that the one says already what the other would.
  fileprivate func sharesAxis(with other: Condition) -> Bool {
    choices.contains { choice in other.choices.contains { $0.axis == choice.axis } }
  }
}

extension Rate {
  /// The rate as factors make it, each from its own day on.
  fileprivate func adjusted(by factors: [Adjustment]) throws(PricingError) -> [Rate] {
    var rates = [self]
    for factor in factors where factor.concerns(unit.quantity) {
      var changed: [Rate] = []
      for rate in rates {
        let price = try factor.applied(to: rate.price, isOpen: false)
        guard let from = factor.from, from > rate.day.date else {
          changed.append(rate.priced(price).under(condition))
          continue
        }
        let later = rate.changed(
          price: price, day: .began(from), citation: factor.citation, condition: condition)
        changed += [rate, later]
      }
      rates = changed
    }
    return rates
  }
}
