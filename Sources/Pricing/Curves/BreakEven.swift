/// The cost curves of a scenario, where they cross, and which offer is the cheapest where.
public struct BreakEven: Hashable, Sendable {
  /// What the curves run over.
  public let sweep: Sweep

  /// Every curve, in the order of the offers.
  public let curves: [CostCurve]

  /// The offers that have no curve, in their order; without those that the author left out.
  public let gaps: [CurveGap]

  /// Every crossing of two offers, from left to right.
  public let crossings: [Crossing]

  /// Which offer is the cheapest, or may be, where.
  public let cheapest: [CheapestStretch]

  /// The least that the work may cost, and on which curve: every range at the end that suits it.
  public let leastCost: Envelope

  init(
    curves: [CostCurve], gaps: [CurveGap] = [], sweep: Sweep, coupler: CurveCoupler? = nil
  ) throws(PricingError) {
    self.sweep = sweep
    self.curves = curves
    self.gaps = gaps
    let outlines = Outline.all(curves)
    var finder = CrossingFinder()
    if curves.allSatisfy({ $0.end == nil }) {
      for left in outlines {
        for right in outlines[(left.number + 1)...] { try finder.meet(left, right) }
      }
      leastCost = try Self.envelope(outlines, &finder)
      cheapest = leastCost.spans.map { CheapestStretch(range: $0.range, offers: $0.offers) }
      crossings = finder.meetings(of: curves, deciding: leastCost)
    } else {
      let bands = CostBand.all(outlines)
      var duels = CurveDuels(coupler: coupler)
      try duels.meet(bands, &finder)
      let exact = finder.meetings(of: curves, deciding: nil)
      leastCost = try Self.envelope(
        outlines.filter { $0.curve.end != .high }, among: outlines, &finder)
      cheapest = try CheapestStretch.all(bands, outlines, duels, &finder)
      let found = (exact + duels.crossings).sorted { $0.order < $1.order }
      var crossings: [Crossing] = []
      for crossing in found {
        crossings.append(
          try crossing.deciding(crossing.parts(deciding: cheapest)) { place throws(PricingError) in
            try bands.noneBeats(place)
          })
      }
      self.crossings = crossings
    }
  }

  /// The lower envelope of some curves.
  private static func envelope(
    _ some: [Outline], among outlines: [Outline]? = nil, _ finder: inout CrossingFinder
  ) throws(PricingError) -> Envelope {
    var own = some.flatMap { $0.stretches.map(\.lower) + [$0.range.upperBound + 1] }
    own += finder.meetings.map(\.x) + finder.tieEnds
    if outlines != nil {
      // The finder has met only those that are exact.
      for left in some {
        for right in some where right.number > left.number && right.offer != left.offer {
          own += try finder.places(left, right)
        }
      }
    }
    var events: [Int] = []
    for event in own.sorted() where event != events.last { events.append(event) }
    let all = outlines ?? some
    return try Envelope(finder.cheapest(of: some[...], among: all), events: events, of: all)
  }

  /// The curve with an id.
  public func curve(_ id: String) -> CostCurve? { curves.first { $0.id == id } }
}

extension CrossingFinder {
  /// Crossings of exact curves from left to right.
  ///
  /// - Parameters:
  ///   - curves: The curves by their numbers.
  ///   - envelope: The lower envelope, where a change of curves decides; `nil` to decide later.
  /// - Returns: Each with one place.
  fileprivate func meetings(of curves: [CostCurve], deciding envelope: Envelope?) -> [Crossing] {
    let changes = envelope?.changes(curves.map(\.id)) ?? [:]
    let names = Set(curves.map(\.id)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let order = curves.map { ranks[$0.id] ?? 0 }
    let shared = curves.map(Shared.init)
    return
      meetings
      .sorted {
        ($0.x, order[$0.before], order[$0.after]) < ($1.x, order[$1.before], order[$1.after])
      }
      .map { meeting in
        let places = changes[[meeting.before, meeting.after]] ?? []
        let place = Crossing.Place(
          x: meeting.x, cost: meeting.cost, before: shared[meeting.before],
          after: shared[meeting.after], isMeeting: true)
        return Crossing(
          place, isAtEdge: meeting.isAtEdge,
          decides: places.contains { (meeting.x...(meeting.until + 1)).contains($0) })
      }
  }
}

extension Crossing {
  /// What crossings are sorted by.
  fileprivate var order: (Int, Int, String, String) { (first.x, last.x, before, after) }
}

extension Envelope {
  /// Where one curve follows another as the cheapest, by the numbers of both.
  fileprivate func changes(_ ids: [String]) -> [[Int]: [Int]] {
    let numbers = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    var changes: [[Int]: [Int]] = [:]
    for (left, right) in zip(spans, spans.dropFirst()) {
      let pair = [left.curve, right.curve].compactMap { numbers[$0] }
      changes[pair, default: []].append(right.range.lowerBound)
    }
    return changes
  }
}

extension BreakEven {
  /// Whether it is certain that one of two offers is the cheapest on both sides of some places, so that
  /// where their costs cross there, another is the cheapest.
  ///
  /// - Parameters:
  ///   - places: Driver units.
  ///   - pair: The ids of the two offers.
  /// - Returns: Not where a third may cost less than both, for some values of what is a range.
  public func isCertain(around places: ClosedRange<Int>, of pair: Set<String>) -> Bool {
    let sides = (places.lowerBound - 1)...places.upperBound
    return cheapest.allSatisfy { stretch in
      !stretch.range.overlaps(sides) || stretch.isCertain || pair.isSuperset(of: stretch.offers)
    }
  }
}
