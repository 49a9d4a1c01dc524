/// One or several workloads against several offers.
public struct Scenario: Hashable, Sendable {
  /// Unique in a site.
  public var id: String

  /// What is asked for, in the order of the columns.
  public var workloads: [Workload]

  /// The offers as this scenario uses them, each id once, in the order of the rows.
  public var offers: [Offer]

  /// What the cost curves run over; `nil` for none.
  public var sweep: Sweep?

  /// The day whose rates hold; `nil` for the latest.
  public var date: CalendarDate?

  /// Ids of offers that are priced, and take no part in any comparison: no curve, no verdict.
  public var leftOut: Set<String>

  /// Creates a scenario.
  public init(
    id: String, workloads: [Workload], offers: [Offer], sweep: Sweep? = nil,
    date: CalendarDate? = nil, leftOut: Set<String> = []
  ) {
    self.id = id
    self.workloads = workloads
    self.offers = offers
    self.sweep = sweep
    self.date = date
    self.leftOut = leftOut
  }

  /// Prices every offer for every workload and draws up the curves.
  ///
  /// - Throws: ``PricingError`` with the offer and workload that cannot be worked out.
  public func priced() throws(ScenarioError) -> PricedScenario {
    var quotes: [[Quote]] = []
    let asked = workloads.map(Shared.init)
    let tariffs = offers.map { Tariff($0, on: date) }
    for tariff in tariffs {
      var row: [Quote] = []
      row.reserveCapacity(asked.count)
      for workload in asked {
        do { row.append(try tariff.quote(for: workload)) } catch {
          throw ScenarioError(offer: tariff.offer.id, workload: workload.value.id, reason: error)
        }
      }
      quotes.append(row)
    }
    let standings = workloads.indices.map { column in
      Standings(
        zip(tariffs, quotes).compactMap { tariff, row in
          leftOut.contains(tariff.offer.id) ? nil : row[column].invoice
        })
    }
    let comparisons = zip(workloads, standings).map { workload, standings in
      Comparison(workload: workload.id, standings, standings.entries)
    }
    return PricedScenario(
      scenario: self, quotes: quotes, comparisons: comparisons, standings: standings,
      breakEven: try breakEven(tariffs))
  }

  private func breakEven(_ tariffs: [Tariff]) throws(ScenarioError) -> BreakEven? {
    guard let sweep else { return nil }
    var (curves, gaps): ([CostCurve], [CurveGap]) = ([], [])
    for tariff in tariffs where !leftOut.contains(tariff.offer.id) {
      do {
        switch try CostCurve.curves(of: tariff, workloads: workloads, sweep: sweep) {
        case .success(let found): curves += found
        case .failure(let reason): gaps.append(CurveGap(offer: tariff.offer.id, reason: reason))
        }
      } catch { throw ScenarioError(offer: tariff.offer.id, workload: nil, reason: error) }
    }
    do {
      let coupler = CurveCoupler(
        tariffs: Dictionary(
          tariffs.map { ($0.offer.id, $0) }, uniquingKeysWith: { first, _ in first }),
        workloads: workloads, sweep: sweep)
      return try BreakEven(curves: curves, gaps: gaps, sweep: sweep, coupler: coupler)
    } catch {
      throw ScenarioError(offer: nil, workload: nil, reason: error)
    }
  }
}

/// What in a scenario cannot be worked out.
public struct ScenarioError: Error, Hashable, Sendable {
  /// The offer in question, if it is one.
  public let offer: String?

  /// The workload in question, if it is one.
  public let workload: String?

  /// Why.
  public let reason: PricingError
}

/// A scenario with everything the engine knows about it.
public struct PricedScenario: Hashable, Sendable {
  /// The scenario.
  public let scenario: Scenario

  /// For each offer a row of quotes, one for each workload.
  public let quotes: [[Quote]]

  /// Which offers are the cheapest, for each workload.
  public let comparisons: [Comparison]

  /// Who costs less than whom, for each workload.
  let standings: [Standings]

  /// Curves, crossings and envelopes; `nil` for a scenario without a sweep.
  public let breakEven: BreakEven?

  /// Whether an offer takes part in the comparison of a workload: it is priced and does the work,
  /// and nobody left it out.
  ///
  /// - Parameters:
  ///   - row: The place of the offer in the scenario.
  ///   - column: The place of the workload.
  /// - Returns: Whether it does.
  public func competes(_ row: Int, _ column: Int) -> Bool {
    !scenario.leftOut.contains(scenario.offers[row].id)
      && quotes[row][column].invoice?.isComparable == true
  }
}
