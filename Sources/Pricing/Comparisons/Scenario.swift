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

  /// Ids of offers that are priced but have no cost curve.
  public var withoutCurve: Set<String>

  /// Creates a scenario.
  public init(
    id: String, workloads: [Workload], offers: [Offer], sweep: Sweep? = nil,
    date: CalendarDate? = nil, withoutCurve: Set<String> = []
  ) {
    self.id = id
    self.workloads = workloads
    self.offers = offers
    self.sweep = sweep
    self.date = date
    self.withoutCurve = withoutCurve
  }

  /// Prices every offer for every workload and draws up the curves.
  ///
  /// - Throws: ``PricingError`` with the offer and workload that cannot be worked out.
  public func priced() throws(ScenarioError) -> PricedScenario {
    var quotes: [[Quote]] = []
    for offer in offers {
      var row: [Quote] = []
      for workload in workloads {
        do { row.append(try offer.quote(for: workload, on: date)) } catch {
          throw ScenarioError(offer: offer.id, workload: workload.id, reason: error)
        }
      }
      quotes.append(row)
    }
    let comparisons = workloads.indices.map { column in
      Comparison(
        workload: workloads[column].id, invoices: quotes.compactMap { $0[column].invoice })
    }
    return PricedScenario(
      scenario: self, quotes: quotes, comparisons: comparisons, breakEven: try breakEven())
  }

  private func breakEven() throws(ScenarioError) -> BreakEven? {
    guard let sweep else { return nil }
    var (curves, gaps): ([CostCurve], [CurveGap]) = ([], [])
    for offer in offers where !withoutCurve.contains(offer.id) {
      do {
        switch try CostCurve.curves(of: offer, workloads: workloads, sweep: sweep, on: date) {
        case .success(let found): curves += found
        case .failure(let reason): gaps.append(CurveGap(offer: offer.id, reason: reason))
        }
      } catch { throw ScenarioError(offer: offer.id, workload: nil, reason: error) }
    }
    do { return try BreakEven(curves: curves, gaps: gaps, sweep: sweep) } catch {
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

  /// Curves, crossings and envelopes; `nil` for a scenario without a sweep.
  public let breakEven: BreakEven?
}
