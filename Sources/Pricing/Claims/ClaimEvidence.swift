/// What claims are computed from: offers, priced scenarios, and what the claims publish.
public struct ClaimEvidence: Sendable {
  private let offers: [String: Offer]
  private let scenarios: [String: PricedScenario]
  private let published: [String: PublishedValue]

  /// Gathers what there is; of two things with one id the first counts.
  public init(offers: [Offer], scenarios: [PricedScenario], claims: [Claim]) {
    self.offers = Dictionary(offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.scenarios = Dictionary(
      scenarios.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    published = Dictionary(
      claims.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
  }

  /// A value that was looked up, or what is missing from it.
  struct Found {
    let value: Bounds<Ratio>?
    let origin: WorkedTerm.Origin
    var gaps: [Verdict.Gap] = []
  }

  /// The price of an offer.
  ///
  /// - Precondition: The offer has such a price.
  func rate(offer id: String, _ unit: RateUnit) -> Found {
    guard let rate = offers[id]?.rates(on: nil).first(where: { $0.unit == unit }) else {
      preconditionFailure("claims refer to rates that are there")
    }
    let origin = WorkedTerm.Origin.rate(offer: id, rate)
    guard let price = rate.price else {
      return Found(value: nil, origin: origin, gaps: [.price(offer: id, unit)])
    }
    return Found(value: Bounds(price.low.dollars, price.high.dollars), origin: origin)
  }

  /// The total of an invoice.
  ///
  /// - Precondition: The scenario has the offer and the workload.
  func invoice(scenario id: String, offer: String, workload: String) -> Found {
    guard let priced = scenarios[id],
      let row = priced.scenario.offers.firstIndex(where: { $0.id == offer }),
      let column = priced.scenario.workloads.firstIndex(where: { $0.id == workload })
    else { preconditionFailure("claims refer to invoices that are there") }
    let origin = WorkedTerm.Origin.invoice(scenario: id, offer: offer, workload: workload)
    switch priced.quotes[row][column] {
    case .notApplicable(let reason):
      return Found(
        value: nil, origin: origin,
        gaps: [.noInvoice(offer: offer, workload: workload, reason)])
    case .invoice(let invoice):
      guard let high = invoice.high else {
        return Found(
          value: nil, origin: origin, gaps: [.openInvoice(offer: offer, workload: workload)])
      }
      return Found(value: Bounds(invoice.low.dollars, high.dollars), origin: origin)
    }
  }

  /// Where the curves of two offers meet: the first such place to the last.
  ///
  /// - Throws: ``PricingError``.
  func crossings(
    scenario id: String, between pair: ClaimOperand.Pair, decidingOnly: Bool
  ) throws(PricingError) -> Found {
    let origin = WorkedTerm.Origin.crossings(scenario: id)
    let breakEven = scenarios[id]?.breakEven
    let places = (breakEven?.crossings ?? [])
      .filter { crossing in
        let met = [crossing.first.before.offer, crossing.first.after.offer]
        return Set(met) == [pair.first, pair.second] && (crossing.decides || !decidingOnly)
      }
      .flatMap { [$0.first.x, $0.last.x] }
    guard let first = places.min(), let last = places.max() else {
      return Found(value: nil, origin: origin, gaps: [.noCrossing(scenario: id, pair)])
    }
    // Shares are counted in millionths.
    let scale: Int128 = breakEven?.sweep.driver == .busyShare ? 1_000_000 : 1
    let ends = Bounds(
      try Ratio(Int128(first), over: scale), try Ratio(Int128(last), over: scale))
    return Found(value: ends, origin: origin)
  }

  /// What a claim publishes.
  ///
  /// - Precondition: There is such a claim.
  func published(_ id: String) -> Found {
    guard let figures = published[id]?.figures else {
      preconditionFailure("claims refer to claims that are there")
    }
    return Found(value: figures, origin: .claim(id))
  }
}
