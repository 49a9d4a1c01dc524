/// Along a driver: where one of two uncertain curves is certainly the lower one, and where that
/// depends on their inputs.
struct PairZones {
  let range: ClosedRange<Int>

  /// From left to right; neighbours differ.
  private(set) var zones: [Zone] = []

  /// Where the one that is certainly no dearer may cost the same, in parts of ``zones``.
  private(set) var ties: [ClosedRange<Int>] = []

  struct Zone: Hashable {
    let start: Int
    let state: State
  }

  /// How the two stand to each other.
  enum State: Hashable {
    /// The first is lower for some values of the inputs, and no dearer for any.
    case first
    /// The second is.
    case second
    /// It depends on the inputs.
    case open
    /// Both cost the same, whatever the inputs.
    case tie

    var isCertain: Bool { self == .first || self == .second }
    var opposite: State { self == .first ? .second : self == .second ? .first : self }
  }

  /// Compares both at all corners, `nil` if the curves have no part of the axis in common.
  ///
  /// A corner has the curves with what they share held at its ends; there is one if they share
  /// nothing. A place moves by the work ratio between both ends of a speed that they share.
  init?(
    _ corners: [CurveCorner], workRatio: Ratio?, _ finder: inout CrossingFinder
  ) throws(PricingError) {
    var shared: ClosedRange<Int>?
    for corner in corners {
      for curve in [corner.first.low, corner.first.high, corner.second.low, corner.second.high] {
        guard let known = shared else {
          shared = curve.range
          continue
        }
        guard known.overlaps(curve.range) else { return nil }
        shared = known.clamped(to: curve.range)
      }
    }
    guard let range = shared else { return nil }
    self.range = range
    var lines: [[CrossingFinder.Stretch]] = []
    var swept: [ClosedRange<Int>] = []
    for (index, corner) in corners.enumerated() {
      // The fast end of a speed comes first.
      let isFast = index < corners.count / 2
      for (one, other) in [
        (corner.first.high, corner.second.low), (corner.first.low, corner.second.high),
      ] {
        try finder.compare(Outline(one), Outline(other), in: range)
        let signs = finder.stretches
        lines.append(signs)
        guard let workRatio else { continue }
        for start in signs.dropFirst().map(\.start) {
          // What both corners agree on is open where the other order passes by between them.
          let x = Ratio(Int128(start))
          let far = try isFast ? (x * workRatio).ceiling : ((x - 1) / workRatio).floor
          let reach = Int(clamping: far)
          if isFast, reach < start { swept.append(reach...(start - 1)) }
          if !isFast, reach >= start { swept.append(start...reach) }
        }
      }
    }
    merge(lines, swept)
  }

  /// Takes the state that all corners agree on, wherever nothing passes by between them.
  private mutating func merge(
    _ lines: [[CrossingFinder.Stretch]], _ swept: [ClosedRange<Int>]
  ) {
    let ends = swept.flatMap { [$0.lowerBound, $0.upperBound + 1] }
    let starts = Set(lines.flatMap { $0.map(\.start) } + ends + [range.lowerBound])
      .filter(range.contains).sorted()
    var places = Array(repeating: 0, count: lines.count)
    for (index, start) in starts.enumerated() {
      for line in lines.indices {
        while places[line] + 1 < lines[line].count, lines[line][places[line] + 1].start <= start {
          places[line] += 1
        }
      }
      // Of each corner one line says whether the first is lower, the other whether the second is.
      let signs = zip(lines, places).map { $0[$1].sign }
      // At one end of their ranges both may cost the same for a while; those that only touch are on
      // their way past each other.
      let isTied = zip(lines, places).map { line, place in
        let end = place + 1 < line.count ? line[place + 1].start - 1 : range.upperBound
        return line[place].sign == 0 && end > line[place].start
      }
      let state: State =
        swept.contains { $0.contains(start) }
        ? .open
        : signs.allSatisfy { $0 == 0 }
          ? .tie
          : stride(from: 0, to: signs.count, by: 2).allSatisfy { signs[$0] < 0 || isTied[$0] }
            ? .first
            : stride(from: 1, to: signs.count, by: 2).allSatisfy { signs[$0] > 0 || isTied[$0] }
              ? .second : .open
      if zones.last?.state != state { zones.append(Zone(start: start, state: state)) }
      let winning = stride(from: state == .first ? 0 : 1, to: signs.count, by: 2)
      if state.isCertain, winning.contains(where: { signs[$0] == 0 }) {
        let end = index + 1 < starts.count ? starts[index + 1] - 1 : range.upperBound
        ties.append(start...end)
      }
    }
  }

  /// The zones with their ends.
  var stretches: [(range: ClosedRange<Int>, state: State)] { stretches(of: zones) }

  /// The same with costs that are one for a while given to what follows, or else to what was before.
  var withoutTies: [(range: ClosedRange<Int>, state: State)] {
    var result: [Zone] = []
    for (index, zone) in zones.enumerated() {
      var state = zone.state
      if state == .tie {
        let next = index + 1 < zones.count ? zones[index + 1].state : .tie
        state = next.isCertain ? next : result.last?.state ?? next
      }
      if result.last?.state != state { result.append(Zone(start: zone.start, state: state)) }
    }
    return stretches(of: result)
  }

  private func stretches(of zones: [Zone]) -> [(range: ClosedRange<Int>, state: State)] {
    zones.enumerated().map { index, zone in
      let end = index + 1 < zones.count ? zones[index + 1].start - 1 : range.upperBound
      return (zone.start...end, zone.state)
    }
  }
}
