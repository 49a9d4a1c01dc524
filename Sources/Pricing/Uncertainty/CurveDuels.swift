/// Finds the crossings of all pairs of offers of which at least one has a range.
struct CurveDuels {
  let coupler: CurveCoupler?
  private(set) var crossings: [Crossing] = []
  private(set) var coupled: [Coupled] = []

  /// Two offers that share inputs, by their places.
  struct Coupled {
    let first: Int
    let second: Int
    let zones: PairZones
  }

  init(coupler: CurveCoupler?) { self.coupler = coupler }

  /// Looks at all pairs; those that are exact are left in the finder.
  ///
  /// - Throws: ``PricingError``.
  mutating func meet(_ bands: [CostBand], _ finder: inout CrossingFinder) throws(PricingError) {
    for (place, one) in bands.enumerated() {
      for (offset, other) in bands[(place + 1)...].enumerated() {
        guard !one.isExact || !other.isExact else {
          try finder.meet(one.low, other.low)
          continue
        }
        let coupling =
          one.isExact || other.isExact ? nil : try coupler?.coupling(one.offer, other.offer)
        let corners =
          coupling?.corners ?? [
            CurveCorner(
              first: Ends(low: one.low.curve, high: one.high.curve),
              second: Ends(low: other.low.curve, high: other.high.curve))
          ]
        guard let zones = try PairZones(corners, workRatio: coupling?.workRatio, &finder) else {
          continue
        }
        if coupling != nil {
          coupled.append(Coupled(first: place, second: place + 1 + offset, zones: zones))
        }
        try add(zones, corners, Self.ends(corners))
      }
    }
  }

  /// Whether some bands that are all the lowest cost the same on a range, whatever turns out: exact
  /// ones do, and those that what they share makes one.
  ///
  /// - Throws: ``PricingError``.
  func costOne(
    _ places: [Int], of bands: [CostBand], in range: ClosedRange<Int>,
    _ finder: inout CrossingFinder
  ) throws(PricingError) -> Bool {
    guard let first = places.first else { return true }
    let isExact = try bands[first].isExact(in: range, &finder)
    for place in places.dropFirst() {
      let isOne =
        isExact
        ? try bands[place].isExact(in: range, &finder) : areTied(first, place, in: range)
      guard isOne else { return false }
    }
    return true
  }

  /// Whether two bands, the first by its place before the second, always cost the same on a range.
  private func areTied(_ first: Int, _ second: Int, in range: ClosedRange<Int>) -> Bool {
    coupled.contains { pair in
      (pair.first, pair.second) == (first, second)
        && pair.zones.stretches.contains {
          $0.state == .tie && $0.range.contains(range.lowerBound)
            && $0.range.contains(range.upperBound)
        }
    }
  }

  /// Where curves of all ends meet.
  private static func ends(
    _ corners: [CurveCorner]
  ) throws(PricingError) -> [Crossing.Place] {
    var places: [Crossing.Place] = []
    for corner in corners {
      for one in Set([corner.first.low, corner.first.high]).sorted(by: { $0.id < $1.id }) {
        for other in Set([corner.second.low, corner.second.high]).sorted(by: { $0.id < $1.id }) {
          var alone = CrossingFinder()
          try alone.meet(Outline(one), Outline(other, number: 1, offer: 1))
          for meeting in alone.meetings {
            let curves = [one, other].map(Shared.init)
            places.append(
              Crossing.Place(
                x: meeting.x, cost: meeting.cost, before: curves[meeting.before],
                after: curves[meeting.after], isMeeting: true))
          }
        }
      }
    }
    return places.sorted {
      ($0.x, $0.before.id, $0.after.id) < ($1.x, $1.before.id, $1.after.id)
    }
  }

  private mutating func add(
    _ zones: PairZones, _ corners: [CurveCorner], _ ends: [Crossing.Place]
  ) throws(PricingError) {
    let stretches = zones.withoutTies
    for (index, (range, state)) in stretches.enumerated() {
      let before = index > 0 ? stretches[index - 1].state : .open
      if state.isCertain {
        guard before.isCertain else { continue }
        // From one certain order to the other, without a stretch between.
        let place = try self.place(range.lowerBound, corners, becoming: state, isCertain: true)
        add(place, place, before, state, ends)
        continue
      }
      let after = index + 1 < stretches.count ? stretches[index + 1].state : .open
      // Where nothing is ever certain there is no crossing to speak of.
      guard before.isCertain || after.isCertain else { continue }
      let winner = after.isCertain ? after : before.opposite
      let first =
        before.isCertain
        ? try place(range.lowerBound, corners, becoming: before.opposite, isCertain: false)
        : try edge(range.lowerBound, corners, becoming: winner, isLast: false)
      let last =
        after.isCertain
        ? try place(
          try closing(range.upperBound, corners, winner), corners, becoming: winner,
          isCertain: true)
        : try edge(range.upperBound, corners, becoming: winner, isLast: true)
      add(
        first, last, before.isCertain ? before : winner.opposite, winner,
        isAtEdge: !before.isCertain || !after.isCertain,
        ends.filter { (first.x...last.x).contains($0.x) })
    }
  }

  private mutating func add(
    _ first: Crossing.Place, _ last: Crossing.Place, _ before: PairZones.State,
    _ after: PairZones.State, isAtEdge: Bool = false, _ ends: [Crossing.Place]
  ) {
    crossings.append(
      Crossing(
        first: first, last: last, ends: ends, isPassing: before == after, isAtEdge: isAtEdge))
  }

  /// The first place from which on the winner is certainly no dearer.
  private func closing(
    _ end: Int, _ corners: [CurveCorner], _ winner: PairZones.State
  ) throws(PricingError) -> Int {
    for corner in corners {
      let (one, other) =
        winner == .first
        ? (corner.first.high, corner.second.low) : (corner.second.high, corner.first.low)
      guard let cost = try one.cost(at: end), let least = try other.cost(at: end), cost <= least
      else { return end + 1 }
    }
    return end
  }

  /// A place, with the curves of the corner where the winner is just no dearer, or is last.
  private func place(
    _ x: Int, _ corners: [CurveCorner], becoming winner: PairZones.State, isCertain: Bool
  ) throws(PricingError) -> Crossing.Place {
    var best: (gap: Ratio, before: CostCurve, after: CostCurve, cost: Ratio)?
    for corner in corners {
      let end: End = isCertain ? .high : .low
      let (after, before) =
        winner == .first
        ? (corner.first[end], corner.second[end.opposite])
        : (corner.second[end], corner.first[end.opposite])
      guard let cost = try after.cost(at: x), let other = try before.cost(at: x) else { continue }
      let gap = try other - cost
      if best.map({ isCertain ? gap < $0.gap : gap > $0.gap }) ?? true {
        best = (gap, before, after, cost)
      }
    }
    guard let best else { preconditionFailure("zones lie where all curves are") }
    return Crossing.Place(
      x: x, cost: Money(rounding: best.cost), before: Shared(best.before),
      after: Shared(best.after), isMeeting: true)
  }

  /// The end of a stretch that ends only because the range does, with what both may cost there: at its
  /// first place the least, of the curves of the low ends, at its last the most, of those of the high.
  private func edge(
    _ x: Int, _ corners: [CurveCorner], becoming winner: PairZones.State, isLast: Bool
  ) throws(PricingError) -> Crossing.Place {
    let end: End = isLast ? .high : .low
    var best: (before: CostCurve, after: CostCurve, cost: Ratio)?
    for corner in corners {
      let (before, after) =
        winner == .first
        ? (corner.second[end], corner.first[end]) : (corner.first[end], corner.second[end])
      guard let one = try before.cost(at: x), let other = try after.cost(at: x) else { continue }
      let cost = isLast ? min(one, other) : max(one, other)
      if best.map({ isLast ? cost > $0.cost : cost < $0.cost }) ?? true {
        best = (before, after, cost)
      }
    }
    guard let best else { preconditionFailure("zones lie where all curves are") }
    return Crossing.Place(
      x: x, cost: Money(rounding: best.cost), before: Shared(best.before),
      after: Shared(best.after), isMeeting: false)
  }
}
