/// The cost curves of a scenario, where they cross, and which is the cheapest where.
public struct BreakEven: Hashable, Sendable {
  /// What the curves run over.
  public let sweep: Sweep

  /// Every curve, in the order of the offers.
  public let curves: [CostCurve]

  /// The offers that have no curve, in their order; without those that the author left out.
  public let gaps: [CurveGap]

  /// Every crossing of curves of different offers, from left to right.
  public let crossings: [Crossing]

  /// The cheapest curve of all: every range at the end that suits it.
  public let cheapestAtLow: Envelope

  /// The cheapest curve if every range turns out at its high end.
  public let cheapestAtHigh: Envelope

  init(curves: [CostCurve], gaps: [CurveGap] = [], sweep: Sweep) throws(PricingError) {
    self.sweep = sweep
    self.curves = curves
    self.gaps = gaps
    let outlines = Outline.all(curves)
    var finder = CrossingFinder()
    for left in outlines {
      for right in outlines[(left.number + 1)...] where right.offer != left.offer {
        try finder.meet(left, right)
      }
    }
    let events = (finder.meetings.map(\.x) + finder.tieEnds).sorted()
    cheapestAtLow = try Self.envelope(without: .high, outlines, events, &finder)
    cheapestAtHigh =
      curves.allSatisfy { $0.end == nil }
      ? cheapestAtLow : try Self.envelope(without: .low, outlines, events, &finder)
    crossings = Self.crossings(finder.meetings, of: curves, deciding: cheapestAtLow)
  }

  /// The lower envelope of all curves but those of one end.
  private static func envelope(
    without end: End, _ outlines: [Outline], _ crossings: [Int], _ finder: inout CrossingFinder
  ) throws(PricingError) -> Envelope {
    let some = outlines.filter { $0.curve.end != end }
    let own = some.flatMap { $0.stretches.map(\.lower) + [$0.range.upperBound + 1] }
    var events: [Int] = []
    for event in (crossings + own.sorted()).sorted() where event != events.last {
      events.append(event)
    }
    return try Envelope(
      finder.cheapest(of: some[...], among: outlines), events: events, of: outlines)
  }

  /// Crossings from left to right, with the names of their curves.
  private static func crossings(
    _ meetings: [CrossingFinder.Meeting], of curves: [CostCurve], deciding envelope: Envelope
  ) -> [Crossing] {
    let changes = envelope.changes(curves.map(\.id))
    let names = Set(curves.map(\.id)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let order = curves.map { ranks[$0.id] ?? 0 }
    return
      meetings
      .sorted {
        ($0.x, order[$0.before], order[$0.after]) < ($1.x, order[$1.before], order[$1.after])
      }
      .map { meeting in
        let places = changes[[meeting.before, meeting.after]] ?? []
        return Crossing(
          x: meeting.x, cost: meeting.cost, before: curves[meeting.before].id,
          after: curves[meeting.after].id, isAtEdge: meeting.isAtEdge,
          decides: places.contains { (meeting.x...(meeting.until + 1)).contains($0) })
      }
  }

  /// The curve with an id.
  public func curve(_ id: String) -> CostCurve? { curves.first { $0.id == id } }
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
