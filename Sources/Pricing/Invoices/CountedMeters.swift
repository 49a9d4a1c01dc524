/// Charges of the meters that count: tokens, requests and everything else that is no time.
struct CountedMeters {
  private let prices: [CountedPrice]
  private let workload: Workload
  private let end: End

  /// What a workload has of units with a price, at one end of an invoice.
  init(_ prices: [CountedPrice], _ workload: Workload, at end: End) {
    self.prices = prices
    self.workload = workload
    self.end = end
  }

  /// How many there are of what a price is for, parts with prices of their own taken away.
  ///
  /// - Throws: ``PricingError``.
  func count(of place: Int) throws(PricingError) -> Ratio { try count(ofPrice: place).count }

  /// Enters the charges at one end.
  ///
  /// - Throws: ``PricingError``.
  func enter(into ledger: inout some Ledger) throws(PricingError) {
    for index in prices.indices {
      let rate = prices[index]
      let (count, reckoning) = try self.count(ofPrice: index)
      // What nobody asked for is no line; most price lists have many such units.
      if rate.source == .list, count == .zero { continue }
      guard !rate.isGraduated else {
        try rate.enterSteps(count, reckoning, at: end, into: &ledger)
        continue
      }
      guard !rate.isRoundedUp else {
        try rate.enterPackages(count, reckoning, at: end, into: &ledger)
        continue
      }
      try ledger.enter(
        Charge(
          .counted(rate.quantity), rate.unit, rate.size == .one ? count : count / rate.size,
          price: rate.price?[end], reckoning), less: rate.deductions)
    }
  }

  /// What a price is charged for: its quantity without the parts that have prices of their own.
  private func count(ofPrice index: Int) throws(PricingError) -> (count: Ratio, Reckoning) {
    let rate = prices[index]
    let (count, reckoning) = try counted(rate)
    guard !rate.parts.isEmpty else { return (count, reckoning) }
    var apart = Ratio.zero
    for part in rate.parts { apart = try apart + self.count(ofPrice: part).count }
    guard apart != .zero else { return (count, reckoning) }
    guard apart <= count else { throw .partsExceed(rate.quantity) }
    return (try count - apart, reckoning.then(.minus, apart, .pricedApart))
  }

  /// How many of a quantity the workload has, parts with prices of their own included.
  private func counted(_ rate: CountedPrice) throws(PricingError) -> (count: Ratio, Reckoning) {
    func whole(
      _ count: Int128, _ name: Reckoning.Quantity
    ) -> (count: Ratio, Reckoning) {
      (Ratio(count), Reckoning(Ratio(count), name, .workload, in: .count))
    }
    switch rate.source {
    case .allTokens: return whole(workload.tokens?.total ?? 0, .tokens)
    case .inputTokens, .outputTokens:
      switch workload.tokens {
      case nil: return whole(0, .tokens)
      case .split(let input, let output):
        return whole(Int128(rate.source == .inputTokens ? input : output), .tokens)
      case .total(let total, let shares): return try share(rate.source, of: total, shares)
      }
    case .requests: return whole(Int128(workload.requests ?? 0), .requests)
    case .list: return listed(rate.quantity)
    }
  }

  /// The tokens of one kind where only their sum and a share are known.
  private func share(
    _ source: CountedPrice.Source, of total: Int, _ shares: Bounds<Ratio>
  ) throws(PricingError) -> (count: Ratio, Reckoning) {
    let input = shares[try inputEnd()]
    let share = source == .inputTokens ? input : try .one - input
    let reckoning = Reckoning(Ratio(Int128(total)), .tokens, .workload, in: .count)
      .then(.times, share, .inputShare, shares.isExact ? .workload : .assumed)
    return (try Ratio(Int128(total)) * share, reckoning)
  }

  /// What the workload lists, or the sum of the parts that it lists.
  private func listed(_ quantity: Quantity) -> (count: Ratio, Reckoning) {
    let parts = workload.counts.filter { $0.quantity.isPart(of: quantity) }
    var count = workload.counts.first { $0.quantity == quantity }.map { $0.amount[ends($0)] }
    if count == nil {
      let widest = parts.filter { part in !parts.contains { part.quantity.isPart(of: $0.quantity) }
      }
      count = widest.reduce(Ratio?.none) { sum, part in
        (try? (sum ?? .zero) + part.amount[ends(part)]) ?? sum
      }
    }
    let stated = count ?? (quantity == .months ? .one : .zero)
    return (stated, Reckoning(stated, .counted(quantity), .workload, in: .count))
  }

  /// The end of a range that suits: more of what is cheaper than its whole makes a smaller invoice.
  private func ends(_ count: Workload.Count) -> End {
    guard !count.amount.isExact else { return end }
    let own = prices.first { $0.quantity == count.quantity }
    let whole = prices.filter { count.quantity.isPart(of: $0.quantity) }
      .max { $1.quantity.isPart(of: $0.quantity) }
    guard let own, let whole, let price = own.paid(end), let other = whole.paid(end),
      price < other
    else { return end }
    return end.opposite
  }

  /// Where only the sum is known, the smallest invoice has as much as possible of the cheap kind.
  private func inputEnd() throws(PricingError) -> End {
    let (input, output) = (price(.inputTokens), price(.outputTokens))
    // A price that is not stated may be anything: nothing at the low end, the dearer at the high.
    let inputIsDearer =
      end == .low
      ? input ?? .zero > output ?? .zero
      : output != nil && (input == nil || input ?? .zero > output ?? .zero)
    return inputIsDearer ? end : end.opposite
  }

  private func price(_ source: CountedPrice.Source) -> Money? {
    guard let rate = prices.first(where: { $0.source == source }) else { return .zero }
    return rate.paid(end)
  }
}
