/// A stretch of the driver on which the same offers are the cheapest, or may be.
public struct CheapestStretch: Hashable, Sendable {
  /// The whole driver units of the stretch.
  public let range: ClosedRange<Int>

  /// The ids of the offers; the cheapest one, several that cost the same, or all of which one is.
  public let offers: [String]

  /// Whether ``offers`` are the cheapest for every value of the inputs.
  public let isCertain: Bool

  /// Creates a stretch; of several offers that are certain all cost the same.
  public init(range: ClosedRange<Int>, offers: [String], isCertain: Bool = true) {
    self.range = range
    self.offers = offers
    self.isCertain = isCertain
  }
}

extension CheapestStretch {
  /// Which offers are the cheapest, or may be, where.
  ///
  /// An offer is the cheapest where it costs no more than any other for every value of the inputs.
  /// Where none does, each may be that costs no more than all others for some value: its least cost
  /// is no more than the smallest of what they cost at most, and neither does one with inputs in
  /// common cost less for all of them, nor one or another for each.
  ///
  /// - Throws: ``PricingError``.
  static func all(
    _ bands: [CostBand], _ outlines: [Outline], _ duels: CurveDuels,
    _ finder: inout CrossingFinder
  ) throws(PricingError) -> [CheapestStretch] {
    let ceiling = try finder.cheapest(of: bands.map(\.high)[...], among: outlines)
    var members: [[ClosedRange<Int>]] = []
    var ties: [[ClosedRange<Int>]] = []
    for band in bands {
      var inside: [ClosedRange<Int>] = []
      var tied: [ClosedRange<Int>] = []
      var covered: [ClosedRange<Int>] = []
      for stretch in ceiling where stretch.range.overlaps(band.low.range) {
        let range = stretch.range.clamped(to: band.low.range)
        covered.append(range)
        try finder.compare(band.low, outlines[stretch.curves[0]], in: range)
        inside += finder.ranges(in: range) { $0 < 0 }
        for tie in finder.ranges(in: range, where: { $0 == 0 }) {
          let rivals = bands.filter { stretch.curves.contains($0.high.number) }
          let always = try band.ranges(tying: rivals, in: tie, &finder)
          inside += always
          tied += tie.without(always)
        }
      }
      inside += band.low.range.without(covered)
      members.append(inside)
      ties.append(tied)
    }
    for pair in duels.coupled {
      for (range, state) in pair.zones.stretches where state.isCertain {
        let loser = state == .first ? pair.second : pair.first
        for tie in pair.zones.ties where tie.overlaps(range) {
          ties[loser] += members[loser].within([tie])
        }
        members[loser] = members[loser].flatMap { $0.without([range]) }
      }
    }
    if ties.contains(where: { !$0.isEmpty }) {
      members = try open(members, ties, bands, duels, &finder)
    }
    if let coupler = duels.coupler, !duels.coupled.isEmpty {
      members = try asked(members, bands, coupler)
    }
    return try joined(members, bands, duels, &finder)
  }

  /// Where nobody is the cheapest for every value, those too that somebody who is named is never
  /// dearer than, but for some values no cheaper.
  private static func open(
    _ members: [[ClosedRange<Int>]], _ ties: [[ClosedRange<Int>]], _ bands: [CostBand],
    _ duels: CurveDuels, _ finder: inout CrossingFinder
  ) throws(PricingError) -> [[ClosedRange<Int>]] {
    var (result, ties) = (members, ties)
    for pair in duels.coupled {
      for (range, state) in pair.zones.stretches where state.isCertain {
        let loser = state == .first ? pair.second : pair.first
        let dearer = range.without(pair.zones.ties)
        ties[loser] = ties[loser].flatMap { $0.without(dearer) }
      }
    }
    var open: [ClosedRange<Int>] = []
    for (range, places) in named(members) where places.count > 1 {
      if try !duels.costOne(places, of: bands, in: range, &finder) { open.append(range) }
    }
    for place in result.indices { result[place] += ties[place].within(open) }
    return result
  }

  /// Where bands are named that may be the cheapest of all at once: of two that neither beats the
  /// other each is somewhere, of more not always.
  private static func asked(
    _ members: [[ClosedRange<Int>]], _ bands: [CostBand], _ coupler: CurveCoupler
  ) throws(PricingError) -> [[ClosedRange<Int>]] {
    var result = members
    for (range, places) in named(members) where places.count > 2 {
      // What cannot be worked out stays possible.
      guard
        let candidacy = (try? AxisCandidacy(places.map { bands[$0].offer }, in: range, coupler))
          ?? nil
      else { continue }
      let found = places.indices.map { ((try? candidacy.ranges(of: $0)) ?? nil) ?? [range] }
      let nobody = range.without(found.flatMap(\.self))
      for (place, ranges) in zip(places, found) {
        result[place] = result[place].flatMap { $0.without([range]) } + ranges + nobody
      }
    }
    return result
  }

  /// The stretches on which the same bands are named, with their places.
  private static func named(
    _ members: [[ClosedRange<Int>]]
  ) -> [(range: ClosedRange<Int>, places: [Int])] {
    let starts = Set(members.joined().flatMap { [$0.lowerBound, $0.upperBound + 1] }).sorted()
    return zip(starts, starts.dropFirst()).compactMap { start, next in
      let places = members.indices.filter { members[$0].contains { $0.contains(start) } }
      return places.isEmpty ? nil : (start...(next - 1), places)
    }
  }

  private static func joined(
    _ members: [[ClosedRange<Int>]], _ bands: [CostBand], _ duels: CurveDuels,
    _ finder: inout CrossingFinder
  ) throws(PricingError) -> [CheapestStretch] {
    var stretches: [CheapestStretch] = []
    for (range, places) in named(members) {
      let isCertain =
        places.count == 1 ? true : try duels.costOne(places, of: bands, in: range, &finder)
      let offers = places.map { bands[$0].offer }
      if let last = stretches.last, last.offers == offers, last.isCertain == isCertain,
        last.range.upperBound + 1 == range.lowerBound
      {
        stretches[stretches.count - 1] = CheapestStretch(
          range: last.range.lowerBound...range.upperBound, offers: offers, isCertain: isCertain)
      } else {
        stretches.append(CheapestStretch(range: range, offers: offers, isCertain: isCertain))
      }
    }
    return withoutTouches(stretches)
  }

  /// Without single places at which curves only touch on the way from one to the next.
  private static func withoutTouches(_ stretches: [CheapestStretch]) -> [CheapestStretch] {
    var result: [CheapestStretch] = []
    for (index, stretch) in stretches.enumerated() {
      guard stretch.range.count == 1, stretch.isCertain, stretch.offers.count > 1, index > 0,
        index + 1 < stretches.count,
        Set(stretches[index - 1].offers + stretches[index + 1].offers) == Set(stretch.offers)
      else {
        let start = result.last.map { $0.range.upperBound + 1 } ?? stretch.range.lowerBound
        let lower = start == stretch.range.lowerBound - 1 ? start : stretch.range.lowerBound
        result.append(
          CheapestStretch(
            range: lower...stretch.range.upperBound, offers: stretch.offers,
            isCertain: stretch.isCertain))
        continue
      }
    }
    return result
  }
}

extension [ClosedRange<Int>] {
  /// The parts of these that lie in others.
  fileprivate func within(_ others: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    flatMap { range in
      others.filter(range.overlaps).map { range.clamped(to: $0) }
    }
  }
}

extension ClosedRange<Int> {
  /// What is left of a range without others.
  fileprivate func without(_ others: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var rest = [self]
    for other in others {
      rest = rest.flatMap { range -> [ClosedRange<Int>] in
        guard range.overlaps(other) else { return [range] }
        var parts: [ClosedRange<Int>] = []
        if range.lowerBound < other.lowerBound {
          parts.append(range.lowerBound...(other.lowerBound - 1))
        }
        if range.upperBound > other.upperBound {
          parts.append((other.upperBound + 1)...range.upperBound)
        }
        return parts
      }
    }
    return rest
  }
}

extension CrossingFinder {
  /// The parts of a range in which the difference looked at last has some sign.
  func ranges(
    in range: ClosedRange<Int>, where isWanted: (Int) -> Bool
  ) -> [ClosedRange<Int>] {
    stretches.enumerated().compactMap { index, stretch in
      guard isWanted(stretch.sign) else { return nil }
      let end = index + 1 < stretches.count ? stretches[index + 1].start - 1 : range.upperBound
      return stretch.start...end
    }
  }
}

extension Crossing {
  /// The stretches on which both offers may be the cheapest, of those on which some offers may be.
  func parts(deciding stretches: [CheapestStretch]) -> [ClosedRange<Int>] {
    let whole = first.x...last.x
    // At a single place the one may be the cheapest just before, and the other from there on.
    let near = stretches.filter { $0.range.overlaps(max(0, first.x - 1)...last.x) }
    let ids = Set([first.before.offer, first.after.offer])
    if isExact {
      let isOpen = ids.allSatisfy { id in near.contains { $0.offers.contains(id) } }
      return isOpen ? [whole] : []
    }
    var parts: [ClosedRange<Int>] = []
    for stretch in near where ids.isSubset(of: stretch.offers) {
      let part =
        max(
          stretch.range.lowerBound, whole.lowerBound)...max(
          whole.lowerBound, min(stretch.range.upperBound, whole.upperBound))
      if let last = parts.last, last.upperBound + 1 >= part.lowerBound {
        parts[parts.count - 1] = last.lowerBound...part.upperBound
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
