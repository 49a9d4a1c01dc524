/// What claims are computed from: offers, priced scenarios, and what the claims publish.
public struct ClaimEvidence: Sendable {
  private let offers: [String: Offer]
  private let scenarios: [String: PricedScenario]
  private let claims: [String: Claim]
  private let days: [String: CalendarDate]

  /// The day whose prices hold; `nil` for the latest.
  private var day: CalendarDate?

  /// Gathers what there is; of two things with one id the first counts.
  ///
  /// - Parameters:
  ///   - offers: The offers of all rate cards.
  ///   - scenarios: The scenarios that claims refer to, with their prices.
  ///   - claims: All claims.
  ///   - days: The day of each source that bears one, by id: its claims are priced on it.
  public init(
    offers: [Offer], scenarios: [PricedScenario], claims: [Claim],
    days: [String: CalendarDate] = [:]
  ) {
    self.offers = Dictionary(offers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.scenarios = Dictionary(
      scenarios.map { ($0.scenario.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.claims = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.days = days
  }

  /// The same with the prices of the day on which a claim was published.
  func dated(as claim: Claim) -> ClaimEvidence {
    var evidence = self
    evidence.day = days[claim.citation.source]
    return evidence
  }

  /// A value that was looked up, or what is missing from it.
  struct Found {
    let value: Bounds<Ratio>?
    let origin: WorkedTerm.Origin
    var open = OpenSides()
    var gaps: [Verdict.Gap] = []
  }

  // MARK: What there is

  /// The claim with an id.
  func claim(_ id: String) -> Claim? { claims[id] }

  /// The scenario with an id.
  func scenario(_ id: String) -> PricedScenario? { scenarios[id] }

  /// The rates of an offer on the day of the claim.
  func rates(of offer: Offer) -> [Rate] { offer.rates(on: day(for: offer)) }

  /// The day of the claim; the latest for an offer whose prices are all known from later days only.
  private func day(for offer: Offer) -> CalendarDate? {
    offer.rates(on: day).count == offer.rates(on: nil).count ? day : nil
  }

  /// The price of an offer in one of its units.
  func rate(_ offer: String, _ unit: RateUnit) -> Rate? {
    offers[offer].flatMap { rates(of: $0).first { $0.unit == unit } }
  }

  /// The invoice of an offer for a workload of a scenario, with the list prices of the day.
  func quote(_ scenario: String, _ offer: String, _ workload: String) -> Quote? {
    guard let priced = scenarios[scenario],
      let row = priced.scenario.offers.firstIndex(where: { $0.id == offer }),
      let column = priced.scenario.workloads.firstIndex(where: { $0.id == workload })
    else { return nil }
    let known = priced.quotes[row][column]
    let asked = priced.scenario.offers[row].atListPrices
    guard !hasPricesOfTheDay(priced.scenario.offers[row], in: priced.scenario) else { return known }
    return try? asked.quote(for: priced.scenario.workloads[column], on: day(for: asked))
  }

  /// Whether an offer has the same prices and rules on the day as in its scenario; nobody publishes
  /// figures with discounts of somebody else.
  private func hasPricesOfTheDay(_ offer: Offer, in scenario: Scenario) -> Bool {
    let day = day(for: offer)
    return offer.discounts.isEmpty
      && (day == scenario.date
        || rates(of: offer) == offer.rates(on: scenario.date)
          && offer.scaling(on: day) == offer.scaling(on: scenario.date))
  }

  // MARK: Values

  /// The price of an offer; a gap where none is known for the day.
  func price(offer: String, _ unit: RateUnit) -> Found {
    guard let rate = rate(offer, unit) else {
      return Found(value: nil, origin: .notStated, gaps: [.price(offer: offer, unit)])
    }
    let origin = WorkedTerm.Origin.rate(offer: offer, rate)
    guard let price = rate.price else {
      return Found(value: nil, origin: origin, gaps: [.price(offer: offer, unit)])
    }
    return Found(value: Bounds(price.low.dollars, price.high.dollars), origin: origin)
  }

  /// The total of an invoice.
  ///
  /// - Precondition: The scenario has the offer and the workload.
  func invoice(scenario id: String, offer: String, workload: String) -> Found {
    guard let quote = quote(id, offer, workload) else {
      preconditionFailure("claims refer to invoices that are there")
    }
    let origin = WorkedTerm.Origin.invoice(
      scenario: id, offer: offer, workload: workload, quote.invoice)
    switch quote {
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

  /// Where the curves of two offers meet, or where that decides which offer is the cheapest of all:
  /// the first such place to the last.
  ///
  /// - Throws: ``PricingError``.
  func crossings(
    scenario id: String, between pair: ClaimOperand.Pair, decidingOnly: Bool
  ) throws(PricingError) -> Found {
    let origin = WorkedTerm.Origin.crossings(scenario: id)
    let curves = try curves(of: id)
    let crossings = curves.flatMap(\.crossings).filter { crossing in
      let met = [crossing.first.before.offer, crossing.first.after.offer]
      return Set(met) == [pair.first, pair.second] && (crossing.decides || !decidingOnly)
    }
    // Of those that decide, the part on which they do: elsewhere a third offer certainly costs less.
    let parts = crossings.flatMap { crossing in
      decidingOnly && !crossing.isExact
        ? crossing.deciding.map { $0.clamped(to: crossing.first.x...crossing.last.x) }
        : [crossing.first.x...crossing.last.x]
    }
    guard let first = parts.map(\.lowerBound).min(), let last = parts.map(\.upperBound).max()
    else { return Found(value: nil, origin: origin, gaps: [.noCrossing(scenario: id, pair)]) }
    // Beyond the range nothing is worked out: what reaches its end may go on.
    let open = OpenSides(
      below: crossings.contains { $0.first.x == first && !$0.first.isMeeting },
      above: crossings.contains { $0.last.x == last && !$0.last.isMeeting })
    // Shares are counted in millionths.
    let scale: Int128 = curves.first?.sweep.driver == .busyShare ? 1_000_000 : 1
    let ends = Bounds(
      try Ratio(Int128(first), over: scale), try Ratio(Int128(last), over: scale))
    return Found(value: ends, origin: origin, open: open)
  }

  /// The curves of a scenario with the prices of the day, group by group.
  private func curves(of id: String) throws(PricingError) -> [BreakEven] {
    guard let priced = scenarios[id] else { return [] }
    var scenario = priced.scenario
    guard !scenario.offers.allSatisfy({ hasPricesOfTheDay($0, in: scenario) }) else {
      return priced.groups.compactMap(\.breakEven)
    }
    scenario.date = nil
    scenario.offers = scenario.offers.map { offer in
      var offer = offer.atListPrices.withRules(on: day(for: offer))
      offer.rates = rates(of: offer)
      return offer
    }
    do { return try scenario.priced().groups.compactMap(\.breakEven) } catch {
      throw error.reason
    }
  }

  /// What a claim publishes.
  ///
  /// - Precondition: There is such a claim.
  func published(_ id: String) -> Found {
    guard let published = claims[id]?.published else {
      preconditionFailure("claims refer to claims that are there")
    }
    return Found(value: published.figures, origin: .claim(id), open: published.openSides)
  }
}
