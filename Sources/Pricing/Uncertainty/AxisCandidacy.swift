/// Where along a driver an offer may cost least of several, all of them at one value of what they
/// share.
///
/// What ``Candidacy`` answers for one workload, for a stretch of an axis. Over the axis and a shared
/// speed each offer costs a straight line between the places at which some machine's bill changes
/// its formula, so where one offer may be the lowest is a polygon there, and its width is the answer.
/// A mix of tokens that several share makes them one line first: the best for the offer asked about.
struct AxisCandidacy {
  let coupler: CurveCoupler
  let tariffs: [Tariff]
  let range: ClosedRange<Int>
  private let inputs: [PaceInput]
  private let mixers: [Int]

  /// More formulas than this help no reader, and cost time.
  private static let mostParts = 1000

  /// - Returns: `nil` where offers share nothing, so that each can be held against the others alone.
  /// - Throws: ``PricingError``.
  init?(
    _ offers: [String], in range: ClosedRange<Int>, _ coupler: CurveCoupler
  ) throws(PricingError) {
    let tariffs = offers.compactMap { coupler.tariffs[$0] }
    guard tariffs.count == offers.count else { return nil }
    var shared: [PaceInput] = []
    var counts: [PaceInput: Int] = [:]
    for tariff in tariffs {
      for input in try coupler.paces(of: tariff) {
        counts[input, default: 0] += 1
        if counts[input] == 2 { shared.append(input) }
      }
    }
    let mixers = tariffs.indices.filter {
      coupler.movesWithMix(tariffs[$0]) && !tariffs[$0].billsTime
    }
    let isOneCard = tariffs.indices.contains { place in
      tariffs[..<place].contains { coupler.haveOneCard($0, tariffs[place]) }
    }
    guard !shared.isEmpty || mixers.count > 1 || isOneCard else { return nil }
    (self.coupler, self.tariffs, self.range) = (coupler, tariffs, range)
    (inputs, self.mixers) = (shared, mixers.count > 1 ? mixers : [])
  }

  /// The parts of the range on which an offer costs no more than all others for some value of their
  /// inputs.
  ///
  /// Only the speed of the offer asked about matters, for the reason and within the limits of
  /// ``Candidacy``: offers of another are at their slowest.
  ///
  /// - Returns: `nil` where that cannot be told.
  /// - Throws: ``PricingError``.
  func ranges(of place: Int) throws(PricingError) -> [ClosedRange<Int>]? {
    let own = try coupler.paces(of: tariffs[place]).filter(inputs.contains)
    guard !own.isEmpty else { return try ranges(of: place, over: nil) }
    var left = [range]
    for input in own {
      guard let found = try ranges(of: place, over: input) else { return nil }
      left = left.flatMap { part in
        found.compactMap { $0.overlaps(part) ? $0.clamped(to: part) : nil }
      }
    }
    return left
  }

  private func ranges(
    of place: Int, over input: PaceInput?
  ) throws(PricingError) -> [ClosedRange<Int>]? {
    let stretch = try input.map { input throws(PricingError) in
      try Ratio.one / input.workRatio()
    }
    var race = AxisRace(range: range, stretch: stretch ?? .one)
    for (other, tariff) in tariffs.enumerated() where !mixers.contains(other) {
      guard let cost = try cost(of: tariff, for: place, isOwn: other == place, over: input, race)
      else { return nil }
      if other == place { race.own = cost } else { race.rivals.append(cost) }
    }
    if !mixers.isEmpty {
      guard let mix = try self.mix(for: place) else { return nil }
      if mixers.contains(place) {
        guard let least = try mix.least() else { return [] }
        race.own = AxisCost(range, slope: least)
      } else {
        race.rivals.append(AxisCost(range, slope: try mix.mostOfLeast()))
      }
    }
    return try race.ranges(limit: Self.mostParts)
  }

  /// What an offer costs at the end that suits the one asked about.
  private func cost(
    of tariff: Tariff, for place: Int, isOwn: Bool, over input: PaceInput?, _ race: AxisRace
  ) throws(PricingError) -> AxisCost? {
    let isShared = try input.map { input throws(PricingError) in
      try coupler.paces(of: tariff).contains(input)
    }
    let isPaced = isShared == true
    let needed = isPaced ? try race.paced : range
    guard needed.upperBound <= Sweep.largest else { return nil }
    let sweep = Sweep(
      driver: coupler.sweep.driver, range: needed, interpolation: coupler.sweep.interpolation)
    let isOneCard = !isOwn && coupler.haveOneCard(tariff, tariffs[place])
    let fixed = CurveCoupler.Fixed(
      pace: isPaced ? input.map { ($0, .low) } : nil, mix: nil, price: isOneCard ? .low : nil)
    guard let curves = try coupler.curves(tariff, fixed, along: sweep) else { return nil }
    var cost = AxisCost(isOwn ? curves.low : curves.high, over: needed, isPaced: isPaced)
    if isPaced, let input { cost?.machines = try machines(of: tariff, input, isOwn ? .low : .high) }
    return cost
  }

  /// The machines of an offer, with a speed at its fast end.
  private func machines(
    of tariff: Tariff, _ input: PaceInput, _ end: End
  ) throws(PricingError) -> (curve: MachineCurve, secondsPerToken: Ratio)? {
    guard let workload = coupler.workloads.first else { return nil }
    let capacity = tariff.capacity(of: workload)
    let held = Capacity(
      throughput: try input.held(capacity.throughput, at: .low), gpus: capacity.gpus,
      concurrency: capacity.concurrency)
    guard let perToken = try held.secondsPerToken(end) else { return nil }
    return (
      MachineCurve(policy: tariff.policy, workload: workload, capacity: held, end: end), perToken
    )
  }

  /// What those who share a mix cost for a token of the axis.
  private func mix(for place: Int) throws(PricingError) -> MixRace? {
    var race = MixRace()
    for other in mixers {
      let isOneCard = other != place && coupler.haveOneCard(tariffs[other], tariffs[place])
      var slopes: [Ratio] = []
      for mix in End.allCases {
        let fixed = CurveCoupler.Fixed(pace: nil, mix: mix, price: isOneCard ? .low : nil)
        guard
          let curves = try coupler.curves(
            tariffs[other], fixed,
            along: Sweep(
              driver: coupler.sweep.driver, range: range,
              interpolation: coupler.sweep.interpolation)),
          let slope = (other == place ? curves.low : curves.high).slopeFromNothing
        else { return nil }
        slopes.append(slope)
      }
      let line = Ends(low: slopes[0], high: slopes[1])
      if other == place { race.own = line } else { race.rivals.append(line) }
    }
    return race
  }
}

extension CostCurve {
  /// What each unit of the driver costs, if the whole curve is that and nothing else.
  fileprivate var slopeFromNothing: Ratio? {
    guard pieces.count == 1, let piece = pieces.first, piece.base == .zero, piece.power == nil,
      piece.roundings.isEmpty
    else { return nil }
    return piece.slope
  }
}

/// Costs for a token that are straight lines over a mix of tokens which is the same for all.
private struct MixRace {
  /// At both ends of the mix.
  var own: Ends<Ratio>?
  var rivals: [Ends<Ratio>] = []

  /// The least that the own line comes to where no other is below it; `nil` where one always is.
  func least() throws(PricingError) -> Ratio? {
    guard let own else { return nil }
    var (from, to) = (Ratio.zero, Ratio.one)
    for rival in rivals {
      let (first, last) = (try rival.low - own.low, try rival.high - own.high)
      if first < 0, last < 0 { return nil }
      guard first < 0 || last < 0 else { continue }
      let meeting = try first / (first - last)
      if first < 0 { from = max(from, meeting) } else { to = min(to, meeting) }
    }
    guard from <= to else { return nil }
    return min(try own.value(at: from), try own.value(at: to))
  }

  /// The most that the least of all others can be.
  func mostOfLeast() throws(PricingError) -> Ratio {
    var places: [Ratio] = [.zero, .one]
    for (index, one) in rivals.enumerated() {
      for other in rivals[..<index] {
        let (first, last) = (try one.low - other.low, try one.high - other.high)
        guard first != last else { continue }
        let meeting = try first / (first - last)
        if meeting > 0, meeting < 1 { places.append(meeting) }
      }
    }
    var most: Ratio?
    for place in places {
      var least: Ratio?
      for rival in rivals {
        let value = try rival.value(at: place)
        least = min(least ?? value, value)
      }
      most = max(most ?? least ?? .zero, least ?? .zero)
    }
    return most ?? .zero
  }
}

extension Ends<Ratio> {
  /// The value of the line through both ends, at a share of the way.
  fileprivate func value(at share: Ratio) throws(PricingError) -> Ratio {
    try low + (high - low) * share
  }
}
