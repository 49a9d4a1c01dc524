extension Invoice {
  /// What is charged, in the order of ``LineItem/Kind/all``.
  ///
  /// The first charge of a kind in a unit at one end is joined with the first at the other, and so on.
  ///
  /// - Complexity: O(*n*) in the lines, which are put together each time.
  public var lines: [LineItem] {
    var lines: [LineItem] = []
    lines.reserveCapacity(max(charges.low.count, charges.high.count))
    // By number: a charge has much to copy.
    var (low, high) = (0, 0)
    while low < charges.low.count || high < charges.high.count {
      let first = low < charges.low.count ? charges.low[low].place : .max
      let second = high < charges.high.count ? charges.high[high].place : .max
      lines.append(
        LineItem(
          low: first <= second ? charges.low[low] : nil,
          high: second <= first ? charges.high[high] : nil, of: self))
      if first <= second { low += 1 }
      if second <= first { high += 1 }
    }
    return lines
  }

  /// What all lines of a kind come to, without putting any together; prices that are not stated
  /// count as nothing.
  ///
  /// - Throws: ``PricingError/overflow``.
  public func stated(for kind: LineItem.Kind) throws(PricingError) -> Ends<Money> {
    func sum(_ charges: [Charge]) throws(PricingError) -> Money {
      var sum = Money.zero
      // By number: a charge has much to copy, and few are of a kind.
      for index in charges.indices where charges[index].kind == kind {
        if let amount = charges[index].amount { sum = try sum + amount }
      }
      return sum
    }
    return Ends(low: try sum(charges.low), high: try sum(charges.high))
  }

  /// Whether each kind of line is the same share of the total for every value of what is a range:
  /// only the one price is.
  public var hasOneComposition: Bool {
    let isOnePrice =
      tariff.rates.count == 1 || tariff.rates.allSatisfy { $0.price?.isExact ?? false }
    return isOnePrice && charges.low.map(\.kind) == charges.high.map(\.kind)
      && charges.low.map(\.quantity) == charges.high.map(\.quantity)
  }
}

/// What a reader asks about a line, worked out when somebody does.
extension LineItem {
  /// Where the quantity comes from.
  public var derivation: Ends<Derivation> {
    Ends(low: derivation(reckoning.value.low), high: derivation(reckoning.value.high))
  }

  /// Whether other lines charge for other parts of the same machine and time.
  public var isOfPart: Bool { unit.part != nil && tariff.timed.count > 1 }

  /// Who states the price.
  public var citation: Citation { rate.citation }

  /// The rules of billing that decided over the line; none for what is only counted.
  public var rulings: [Ruling] {
    switch kind {
    case .phase(let phase): [tariff.policy.ruling(of: phase)]
    case .rounding: tariff.policy.roundingRules
    case .held:
      tariff.policy.roundingRules.isEmpty
        ? [tariff.policy.ruling(of: .keptWarm)] : tariff.policy.roundingRules
    case .counted, .scaledToZero, .minimum: []
    }
  }

  /// The rate by which the line is charged.
  public var rate: Rate {
    guard let rate = tariff.rate(unit, beyond: beyond) else {
      preconditionFailure("a line has a rate")
    }
    return rate
  }

  /// The arithmetic of the quantity, and of what a discount takes off it.
  private func derivation(_ reckoning: Reckoning?) -> Derivation {
    guard let reckoning else { return Derivation(.zero, unit.rawValue, "none at this end") }
    let charged = counted(reckoning)
    guard let discount else { return charged }
    let left = try? Deductions(tariff.offer.discounts, of: rate).left(before: discountNumber)
    let reduced =
      left == .one ? charged : charged.then(.times, left ?? .one, "", "left by discounts before")
    return reduced.then(
      .times, (try? Ratio.zero - discount.share) ?? .zero, "", discount.name, .ours)
  }

  /// The words for a reckoning, carried on to the unit of the rate.
  private func counted(_ reckoning: Reckoning) -> Derivation {
    var derivation = Derivation(term(reckoning.first))
    for step in [reckoning.second, reckoning.third].compactMap(\.self) + reckoning.later {
      derivation = derivation.then(term(step))
    }
    switch reckoning.result {
    case .count:
      guard unit.size != 1, let quantity = unit.quantity else { return derivation }
      let counted = quantity.meter == .tokens ? "tokens" : quantity.many
      return derivation.then(.over, Ratio(unit.size), counted, unit.sizeName)
    case .hours:
      if unit.size == 1 { derivation = derivation.then(.times, 3600, "s/h", "an hour") }
    case .seconds:
      if unit.size != 1 { derivation = derivation.then(.over, 3600, "s/h", "an hour") }
    }
    guard let part = unit.part else { return derivation }
    if part.isMonthly { return monthly(derivation) }
    guard tariff.offer.replica[part] != .one else { return derivation }
    derivation = derivation.then(.times, tariff.offer.replica[part], part.many, "of one replica")
    let share = tariff.offer.replica.powerShare
    guard part == .kilowatts, share != .one else { return derivation }
    return derivation.then(.times, share, "", "of the rated power", .assumed)
  }

  /// Hours as a part of a month, and of the months over which a price is spread.
  private func monthly(_ hours: Derivation) -> Derivation {
    let month = try? workload.value.period.seconds.map { seconds throws(PricingError) in
      try seconds / 3600
    }
    let (length, basis): (Ratio, Basis) = (month ?? nil).map { ($0, .assumed) } ?? (730, .computed)
    let months = hours.then(.over, length, "h", "a month", basis)
    guard let spread = rate.amortisation else { return months }
    return months.then(.over, Ratio(Int128(spread)), "months", "to pay it off", .assumed)
  }

  private func term(_ step: Reckoning.Step) -> Derivation.Term {
    var (unit, name) = step.quantity.words
    if case .blockHours(let block) = step.quantity,
      case .sessions(let profile) = workload.value.traffic
    {
      name = profile.name(of: block)
    }
    return Derivation.Term(
      operation: step.operation, value: step.value, unit: unit, name: name, basis: basis(step),
      isAsked: isAsked(step))
  }

  private func isAsked(_ step: Reckoning.Step) -> Bool {
    switch step.ground {
    case .computed, .rule: false
    case .assumed, .workload:
      if case .counted = step.quantity {
        true
      } else {
        step.quantity.input(in: unit, of: workload.value) != nil
      }
    case .runs: workload.value.runs != nil
    case .throughput: tariff.offer.throughput == nil
    case .machine: false
    }
  }

  private func basis(_ step: Reckoning.Step) -> Basis {
    switch step.ground {
    case .computed: return .computed
    case .assumed, .workload:
      if case .counted(let quantity) = step.quantity {
        return workload.value.counts.first { $0.quantity == quantity }?.basis ?? .computed
      }
      return step.quantity.input(in: unit, of: workload.value)
        .map(workload.value.basis) ?? .assumed
    case .runs: return workload.value.runs?.basis ?? .assumed
    case .throughput:
      let throughput = tariff.capacity(of: workload.value).throughput
      let isShare = step.quantity == .utilisation
      return (isShare ? throughput?.utilisationBasis : throughput?.basis) ?? .assumed
    case .machine: return Basis(tariff.offer.goods?.machine?.citation)
    case .rule(let rule): return tariff.policy.basis(of: rule)
    }
  }
}
