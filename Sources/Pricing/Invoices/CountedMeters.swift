/// Charges of the meters that count: tokens and requests.
struct CountedMeters {
  private let prices: [Tariff.Price]
  private let tokens: TokenVolume?
  private let requests: Int?
  private let end: End

  /// What a workload has of units with a price, at one end of an invoice.
  init(_ prices: [Tariff.Price], _ workload: Workload, at end: End) {
    self.prices = prices
    (tokens, requests) = (workload.tokens, workload.requests)
    self.end = end
  }

  /// Enters the charges at one end.
  ///
  /// - Throws: ``PricingError``.
  func enter(into ledger: inout some Ledger) throws(PricingError) {
    for rate in prices {
      switch rate.unit {
      case .millionTokens, .millionInputTokens, .millionOutputTokens:
        let (count, reckoning) = try tokens(rate.unit)
        try ledger.enter(charge(rate, try count / Ratio(rate.unit.size), reckoning))
      case .request:
        let count = Ratio(Int128(requests ?? 0))
        try ledger.enter(charge(rate, count, Reckoning(count, .requests, .workload, in: .count)))
      case .gpuHour, .replicaHour, .gpuSecond, .second, .gigabyteSecond: continue
      }
    }
  }

  private func charge(
    _ rate: Tariff.Price, _ quantity: Ratio, _ reckoning: Reckoning
  ) throws(PricingError) -> Charge {
    try Charge(rate.unit.countedKind, rate.unit, quantity, price: rate.price?[end], reckoning)
  }

  /// The tokens that a price is for.
  private func tokens(_ unit: RateUnit) throws(PricingError) -> (count: Ratio, Reckoning) {
    func counted(_ count: Int128) -> (Ratio, Reckoning) {
      (Ratio(count), Reckoning(Ratio(count), .tokens, .workload, in: .count))
    }
    switch (tokens, unit) {
    case (nil, _): return counted(0)
    case (let tokens?, .millionTokens): return counted(tokens.total)
    case (.split(let input, _), .millionInputTokens): return counted(Int128(input))
    case (.split(_, let output), _): return counted(Int128(output))
    case (.total(let total, let shares), _):
      let input = shares[try inputEnd()]
      let share = unit == .millionInputTokens ? input : try .one - input
      let reckoning = Reckoning(Ratio(Int128(total)), .tokens, .workload, in: .count)
        .then(.times, share, .inputShare, shares.isExact ? .workload : .assumed)
      return (try Ratio(Int128(total)) * share, reckoning)
    }
  }

  /// Where only the sum is known, the smallest invoice has as much as possible of the cheap kind.
  private func inputEnd() throws(PricingError) -> End {
    let input = price(.millionInputTokens)
    let output = price(.millionOutputTokens)
    // A price that is not stated may be anything: nothing at the low end, the dearer at the high.
    let inputIsDearer =
      end == .low
      ? input ?? .zero > output ?? .zero
      : output != nil && (input == nil || input ?? .zero > output ?? .zero)
    return inputIsDearer ? end : end.opposite
  }

  private func price(_ unit: RateUnit) -> Money? {
    guard let rate = prices.first(where: { $0.unit == unit }) else { return .zero }
    return rate.price?[end]
  }
}

extension RateUnit {
  /// The line of an invoice that counts this unit.
  ///
  /// - Precondition: The unit is no time.
  fileprivate var countedKind: LineItem.Kind {
    switch self {
    case .millionTokens: .tokens
    case .millionInputTokens: .inputTokens
    case .millionOutputTokens: .outputTokens
    case .request: .requests
    case .gpuHour, .replicaHour, .gpuSecond, .second, .gigabyteSecond:
      preconditionFailure("time is not counted")
    }
  }
}
