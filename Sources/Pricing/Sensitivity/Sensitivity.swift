/// What a comparison of offers hangs on: each input varied on its own.
///
/// At the base every range is at its middle. Each input is then taken to both of its ends, and
/// an exact one a fifth down and up. All totals are invoices, nothing is approximated.
public struct Sensitivity: Hashable, Sendable {
  /// The id of the workload.
  public let workload: String

  /// The ids of the offers compared, in the order asked for.
  public let offers: [String]

  /// What they cost with every input at its base.
  public let base: Outcome

  /// The id of the cheapest offer at the base; the first one on a tie.
  public let winner: String

  /// The id of the next one.
  public let runnerUp: String

  /// The inputs that change any total, those that move the difference between winner and
  /// runner-up most first.
  public let assumptions: [Assumption]

  /// The share of its value by which an exact input is taken down and up: a fifth.
  public static let assumedSpread: Ratio = (try? Ratio(1, over: 5)) ?? .zero

  /// Works out what a comparison hangs on; `nil` if the scenario has no such workload, or if fewer
  /// than two of the offers have a known total for it.
  ///
  /// - Parameters:
  ///   - scenario: The offers, the workload and the day of the rates.
  ///   - workload: The id of the workload.
  ///   - offers: The ids of offers that can take each other's place; `nil` for those of the first
  ///     group that the scenario compares.
  /// - Throws: ``PricingError``.
  /// - Complexity: O(*inputs* × *offers*) invoices.
  public init?(
    of scenario: Scenario, workload: String, offers: [String]? = nil
  ) throws(PricingError) {
    guard let asked = scenario.workloads.first(where: { $0.id == workload }) else { return nil }
    let first = scenario.groups.first?.rows.map { scenario.offers[$0].id } ?? []
    let compared = offers ?? first.filter { !scenario.leftOut.contains($0) }
    let chosen = scenario.offers.filter { compared.contains($0.id) }
      .map { $0.current(on: scenario.date) }
    var start = Question(workload: asked, offers: chosen)
    let inputs = try SensitivityInputs(start).all
    for input in inputs { try input.set(input.base, &start) }
    let ids = chosen.map(\.id)
    let base = Outcome(try start.totals(), of: ids)
    let ranked = zip(ids, base.totals).enumerated().compactMap { index, entry in
      entry.1.map { (id: entry.0, total: $0, index: index) }
    }.sorted { ($0.total, $0.index) < ($1.total, $1.index) }
    guard ranked.count > 1 else { return nil }

    self.workload = workload
    self.offers = ids
    self.base = base
    (winner, runnerUp) = (ranked[0].id, ranked[1].id)
    var found: [Assumption] = []
    for input in inputs {
      let low = Outcome(try start.setting(input, to: input.low).totals(), of: ids)
      let high = Outcome(try start.setting(input, to: input.high).totals(), of: ids)
      guard low.totals != base.totals || high.totals != base.totals else { continue }
      let swing = Self.swing([low, base, high], winner: ranked[0].index, next: ranked[1].index)
      found.append(
        Assumption(
          kind: input.kind, low: input.low, base: input.base, high: input.high,
          isAssumedSpread: input.isAssumedSpread, atLow: low, atHigh: high,
          swing: swing,
          flipsWinner: [low, high].contains { !$0.winners.contains(ranked[0].id) }))
    }
    // Inputs that move it equally stay in the order of the inputs.
    assumptions = found.enumerated()
      .sorted { ($1.element.swing, $0.offset) < ($0.element.swing, $1.offset) }
      .map(\.element)
  }

  /// How far the lead of the winner moves, where both offers have a total.
  private static func swing(_ outcomes: [Outcome], winner: Int, next: Int) -> Money {
    let leads = outcomes.compactMap { outcome -> Int128? in
      guard let first = outcome.totals[winner], let second = outcome.totals[next] else {
        return nil
      }
      return second.picodollars - first.picodollars
    }
    return Money(picodollars: (leads.max() ?? 0) - (leads.min() ?? 0))
  }
}

/// A workload and offers for it, in which inputs are replaced.
struct Question {
  var workload: Workload
  var offers: [Offer]

  func setting(
    _ input: SensitivityInputs.Input, to value: Ratio
  ) throws(PricingError) -> Question {
    var question = self
    try input.set(value, &question)
    return question
  }

  /// The total of each offer; `nil` where it is open or the offer cannot do the work.
  func totals() throws(PricingError) -> [Money?] {
    var totals: [Money?] = []
    for offer in offers {
      guard let total = try Tariff(offer).total(for: workload), total.fits, let high = total.high
      else {
        totals.append(nil)
        continue
      }
      let sum = try total.low + high
      totals.append(Money(rounding: try Ratio(sum.picodollars, over: 2)))
    }
    return totals
  }
}

extension Offer {
  /// The offer with the rates and rules of one day only.
  func current(on date: CalendarDate?) -> Offer {
    var offer = withRules(on: date)
    offer.rates = rates(on: date)
    return offer
  }
}
