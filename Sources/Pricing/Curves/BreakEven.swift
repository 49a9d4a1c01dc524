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
    var found: [Crossing] = []
    var ties: [Tie] = []
    for (index, left) in curves.enumerated() {
      for right in curves.dropFirst(index + 1) where right.offer != left.offer {
        let meetings = try CrossingFinder(left: left, right: right).meetings()
        found += meetings.crossings
        ties += meetings.ties.map { Tie(range: $0, curves: [left.id, right.id]) }
      }
    }
    cheapestAtLow = try Envelope(
      of: curves.filter { $0.end != .high }, crossings: found, ties: ties)
    cheapestAtHigh = try Envelope(
      of: curves.filter { $0.end != .low }, crossings: found, ties: ties)
    crossings =
      found
      .map { [cheapestAtLow] in $0.deciding(in: $0.changesWinner(of: cheapestAtLow)) }
      .sorted { ($0.x, $0.before, $0.after) < ($1.x, $1.before, $1.after) }
  }

  /// The curve with an id.
  public func curve(_ id: String) -> CostCurve? { curves.first { $0.id == id } }
}

extension Crossing {
  /// Whether the envelope passes from one of the two curves to the other here.
  fileprivate func changesWinner(of envelope: Envelope) -> Bool {
    zip(envelope.spans, envelope.spans.dropFirst()).contains { left, right in
      (left.curve, right.curve) == (before, after)
        && (x...(meetsUntil + 1)).contains(right.range.lowerBound)
    }
  }

  fileprivate func deciding(in decides: Bool) -> Crossing {
    var crossing = self
    crossing.decides = decides
    return crossing
  }
}
