/// A scenario with everything the engine knows about it.
public struct PricedScenario: Hashable, Sendable {
  /// The scenario.
  public let scenario: Scenario

  /// For each offer a row of quotes, one for each workload.
  public let quotes: [[Quote]]

  /// What is known of the offers that can take each other's place, group by group.
  public let groups: [PricedGroup]

  /// The place of each row's group.
  private let places: [Int]

  init(scenario: Scenario, quotes: [[Quote]], groups: [PricedGroup]) {
    self.scenario = scenario
    self.quotes = quotes
    self.groups = groups
    var places = Array(repeating: 0, count: quotes.count)
    for (place, group) in groups.enumerated() {
      for row in group.group.rows { places[row] = place }
    }
    self.places = places
  }

  /// The group of an offer, by its place in the scenario.
  public func group(ofRow row: Int) -> PricedGroup { groups[places[row]] }

  /// The place of an offer's group, by the offer's place in the scenario.
  public func groupPlace(ofRow row: Int) -> Int { places[row] }

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

/// Offers that can take each other's place, held against each other.
public struct PricedGroup: Hashable, Sendable {
  /// Which offers they are.
  public let group: OfferGroup

  /// Which of them are the cheapest, for each workload.
  public let comparisons: [Comparison]

  /// Who costs less than whom, for each workload.
  var standings: [Standings]

  /// Their curves, crossings and envelopes; `nil` for a scenario without a sweep.
  public let breakEven: BreakEven?

  /// Whether all that are compared are one offer, used in several ways: there is nothing to choose
  /// between then, and ``comparisons`` name nobody.
  public let isOneOffer: Bool

  /// Which of the other offers come next in cost after the cheapest, or may.
  ///
  /// - Parameters:
  ///   - winners: The ids of offers that are passed over.
  ///   - column: The place of the workload.
  /// - Returns: The cheapest of the others, or those of which one is; nobody where there are none.
  public func next(after winners: [String], _ column: Int) -> [String] {
    let standings = standings[column]
    let others = standings.entries.filter { !winners.contains($0.id) }
    guard others.count > 1 else { return others.map(\.id) }
    let comparison = Comparison(workload: comparisons[column].workload, standings, others)
    return comparison.cheapest + comparison.candidates
  }

  /// Finds who would be the cheapest if one more offer were compared.
  ///
  /// What it works out of those that are compared is kept, for the next one that is asked about.
  ///
  /// - Parameters:
  ///   - invoice: What it would cost for the workload.
  ///   - column: The place of the workload.
  /// - Returns: The comparison of those that are compared and of it; `nil` where one of them always costs
  ///   less than it.
  public mutating func comparison(adding invoice: Invoice, _ column: Int) -> Comparison? {
    guard let standings = standings[column].adding(invoice) else { return nil }
    return Comparison(workload: comparisons[column].workload, standings, standings.entries)
  }

  /// How many times as much one offer costs as another, from the least to the most for any value of
  /// their inputs.
  ///
  /// - Parameters:
  ///   - dearer: The id of the one.
  ///   - cheaper: The id of the other.
  ///   - column: The place of the workload.
  /// - Returns: `nil` where nothing can be said: an offer is not compared, or may cost nothing.
  public func factor(of dearer: String, over cheaper: String, _ column: Int) -> Bounds<Ratio>? {
    standings[column].factor(of: dearer, over: cheaper)
  }
}
