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

  /// Which offers can take each other's place.
  public var grouping: Grouping

  /// Creates a scenario.
  public init(
    id: String, workloads: [Workload], offers: [Offer], sweep: Sweep? = nil,
    date: CalendarDate? = nil, leftOut: Set<String> = [], grouping: Grouping = Grouping()
  ) {
    self.id = id
    self.workloads = workloads
    self.offers = offers
    self.sweep = sweep
    self.date = date
    self.leftOut = leftOut
    self.grouping = grouping
  }

  /// The offers that can take each other's place, in the order in which the first of each stand.
  public var groups: [OfferGroup] { grouping.groups(of: offers) }

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
    var priced: [PricedGroup] = []
    for group in groups {
      let rows = group.rows.filter { !leftOut.contains(offers[$0].id) }
      let standings = workloads.indices.map { column in
        Standings(rows.compactMap { quotes[$0][column].invoice })
      }
      let isOneOffer = Self.areOneOffer(rows.map { tariffs[$0] })
      priced.append(
        PricedGroup(
          group: group,
          comparisons: zip(workloads, standings).map { workload, standings in
            Comparison(workload: workload.id, standings, isOneOffer ? [] : standings.entries)
          }, standings: standings, breakEven: try breakEven(rows.map { tariffs[$0] }),
          isOneOffer: isOneOffer))
    }
    return PricedScenario(scenario: self, quotes: quotes, groups: priced)
  }

  /// Whether several rows are one thing that is sold, and differ only in how it is used.
  private static func areOneOffer(_ tariffs: [Tariff]) -> Bool {
    guard tariffs.count > 1, let first = tariffs.first else { return false }
    return tariffs.dropFirst().allSatisfy {
      $0.offer.card == first.offer.card && $0.rates == first.rates && $0.policy == first.policy
        && $0.offer.replica == first.offer.replica
        && $0.offer.throughput != first.offer.throughput
    }
  }

  /// The curves of offers that can take each other's place.
  private func breakEven(_ tariffs: [Tariff]) throws(ScenarioError) -> BreakEven? {
    guard let sweep else { return nil }
    var (curves, gaps): ([CostCurve], [CurveGap]) = ([], [])
    for tariff in tariffs {
      do {
        switch try CostCurve.curves(of: tariff, workloads: workloads, sweep: sweep) {
        case .success(let found): curves += found
        case .failure(let reason): gaps.append(CurveGap(offer: tariff.offer.id, reason: reason))
        }
      } catch { throw ScenarioError(offer: tariff.offer.id, workload: nil, reason: error) }
    }
    do {
      let coupler = CurveCoupler(
        tariffs: try settled(tariffs),
        workloads: workloads, sweep: sweep)
      return try BreakEven(curves: curves, gaps: gaps, sweep: sweep, coupler: coupler)
    } catch {
      throw ScenarioError(offer: nil, workload: nil, reason: error)
    }
  }

  /// The tariffs by the ids of their offers, as they are for all workloads.
  private func settled(_ tariffs: [Tariff]) throws(PricingError) -> [String: Tariff] {
    var settled: [String: Tariff] = [:]
    for tariff in tariffs where settled[tariff.offer.id] == nil {
      settled[tariff.offer.id] = try tariff.settled(for: workloads)
    }
    return settled
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
