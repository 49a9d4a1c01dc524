/// The curves of two offers with the inputs that they share at one end of each.
struct CurveCorner {
  let first: Ends<CostCurve>
  let second: Ends<CostCurve>
}

/// What two offers share along a driver, and how it moves their curves together.
struct CurveCoupling {
  /// One for each choice of ends; the cheap end of the speed first.
  let corners: [CurveCorner]

  /// The fast speed's share of work of the slow one's: both curves run over work alone, so that a
  /// place moves along the axis by as much; `nil` where no speed is shared.
  let workRatio: Ratio?
}

/// Finds what two offers share along a driver.
struct CurveCoupler {
  let tariffs: [String: Tariff]
  let workloads: [Workload]
  let sweep: Sweep

  /// - Returns: `nil` where they share nothing, so that each curve moves on its own.
  /// - Throws: ``PricingError``.
  func coupling(_ first: String, _ second: String) throws(PricingError) -> CurveCoupling? {
    guard let left = tariffs[first], let right = tariffs[second], left.isLinear, right.isLinear
    else { return nil }
    let input = try sharedPace(left, right)
    let hasMix = sharesMix(left, right)
    let isOneCard = haveOneCard(left, right)
    let answers = UnclearPhases.answers(left, right)
    let sharesStarts = workloads.allSatisfy { workload in
      answers.allSatisfy {
        left.holding($0).sharesStarts(with: right.holding($0), for: workload)
      }
    }
    guard input != nil || hasMix || isOneCard || answers.count > 1 || sharesStarts else {
      return nil
    }
    var corners: [CurveCorner] = []
    for pace in input == nil ? [End.low] : End.allCases {
      for mix in hasMix ? End.allCases : [.low] {
        for price in isOneCard ? End.allCases : [.low] {
          let fixed = Fixed(
            pace: input.map { ($0, pace) }, mix: hasMix ? mix : nil, price: isOneCard ? price : nil)
          for answer in answers where sharesStarts {
            for time in End.allCases {
              guard
                let one = try curves(left.holding(answer), fixed, time, along: sweep),
                let other = try curves(right.holding(answer), fixed, time, along: sweep)
              else { return nil }
              corners.append(CurveCorner(first: one, second: other))
            }
          }
          for answer in answers where !sharesStarts {
            guard let one = try curves(left.holding(answer), fixed, along: sweep),
              let other = try curves(right.holding(answer), fixed, along: sweep)
            else { return nil }
            corners.append(CurveCorner(first: one, second: other))
          }
        }
      }
    }
    return CurveCoupling(corners: corners, workRatio: try input?.workRatio())
  }

  /// Inputs held at an end, the one that makes costs low or high.
  struct Fixed {
    let pace: (input: PaceInput, end: End)?
    let mix: End?
    let price: End?
  }

  /// A speed that both have.
  private func sharedPace(_ left: Tariff, _ right: Tariff) throws(PricingError) -> PaceInput? {
    let others = try paces(of: right)
    return try paces(of: left).first { others.contains($0) }
  }

  /// The speeds that an offer's curve hangs on, where nothing but work makes its cost.
  ///
  /// - Throws: ``PricingError``.
  func paces(of tariff: Tariff) throws(PricingError) -> [PaceInput] {
    guard sweep.driver == .tokens, tariff.counted.isEmpty, tariff.isLinear,
      let workload = workloads.first,
      workload.traffic == .batch || workload.traffic == .steady
    else { return [] }
    return try Pace.all(workload, tariff.capacity(of: workload)).map(\.input)
  }

  /// Whether two offers are rows of one card whose prices are open.
  func haveOneCard(_ left: Tariff, _ right: Tariff) -> Bool {
    left.isLinear && left.offer.card == right.offer.card && left.rates == right.rates
      && left.rates.contains { $0.price?.isExact == false }
  }

  private func sharesMix(_ left: Tariff, _ right: Tariff) -> Bool {
    movesWithMix(left) && movesWithMix(right)
  }

  /// Whether the mix of tokens is open, and moves what an offer charges.
  func movesWithMix(_ tariff: Tariff) -> Bool {
    let isOpen = workloads.allSatisfy {
      if case .total(_, let share) = $0.tokens { !share.isExact } else { false }
    }
    return isOpen && tariff.isLinear
      && tariff.counted.contains { $0.quantity == .inputTokens || $0.quantity == .outputTokens }
  }

  /// Both curves of an offer with inputs held, and the seconds that it is charged for at an end.
  private func curves(
    _ tariff: Tariff, _ fixed: Fixed, _ time: End, along sweep: Sweep
  ) throws(PricingError) -> Ends<CostCurve>? {
    func curve(_ price: End) throws(PricingError) -> CostCurve? {
      let held = Fixed(pace: fixed.pace, mix: fixed.mix, price: fixed.price ?? price)
      return try curves(tariff, held, along: sweep)?[time]
    }
    guard let low = try curve(.low), let high = try curve(.high) else { return nil }
    return Ends(low: low, high: high)
  }

  /// Both curves of an offer with inputs held.
  ///
  /// - Returns: `nil` where it has none.
  /// - Throws: ``PricingError``.
  func curves(
    _ tariff: Tariff, _ fixed: Fixed, along sweep: Sweep
  ) throws(PricingError) -> Ends<CostCurve>? {
    var offer = tariff.offer
    offer.rates = tariff.rates.map { rate in
      guard let end = fixed.price, let price = rate.price else { return rate }
      return rate.changed(price: Bounds(price[end]), condition: .always)
    }
    var asked = workloads
    for index in asked.indices {
      if let mix = fixed.mix, case .total(let tokens, let share) = asked[index].tokens {
        asked[index].tokens = .total(tokens, inputShare: Bounds(share[mix]))
      }
      if let (input, end) = fixed.pace {
        asked[index].throughput = try input.held(asked[index].throughput, at: end)
      }
    }
    if let (input, end) = fixed.pace {
      offer.throughput = try input.held(offer.throughput, at: end)
    }
    guard
      case .success(let found) = try CostCurve.curves(
        of: Tariff(offer), workloads: asked, sweep: sweep), let low = found.first,
      let high = found.last
    else { return nil }
    return Ends(low: low, high: high)
  }
}

extension PaceInput {
  /// A throughput with this input at the end that makes costs low or high.
  func held(_ stated: Throughput?, at end: End) throws(PricingError) -> Throughput? {
    guard let stated else { return nil }
    var (speed, use) = (stated.tokensPerSecond, stated.utilisation)
    switch self {
    case .work: break
    case .speed(let range, stated.isPerGPU) where range == speed:
      speed = Bounds(range[end.opposite])
    case .utilisation(let range) where range == use: use = Bounds(range[end.opposite])
    case .both(let range, stated.isPerGPU, let share) where range == speed && share == use:
      (speed, use) = (Bounds(range[end.opposite]), Bounds(share[end.opposite]))
    case .speed, .utilisation, .both: break
    }
    return try stated.changed(tokensPerSecond: speed, utilisation: use)
  }

  /// The seconds of the fast end for one of the slow end.
  func workRatio() throws(PricingError) -> Ratio {
    switch self {
    case .work: .one
    case .speed(let range, _), .utilisation(let range): try range.low / range.high
    case .both(let speed, _, let use): try speed.low * use.low / (speed.high * use.high)
    }
  }
}
