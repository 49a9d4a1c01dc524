/// An input that says how long work takes, if it is a range.
///
/// How fast a GPU does the work belongs to the workload. Two offers whose speed is stated as the
/// same range have one speed, wherever it is written.
enum PaceInput: Hashable, Sendable {
  /// The seconds of work themselves: hours, or a share of the month.
  case work
  /// Tokens a second, of a replica or of one of its GPUs.
  case speed(Bounds<Ratio>, perGPU: Bool)
  /// The share of its time that a replica works.
  case utilisation(Bounds<Ratio>)
  /// Both of them.
  case both(speed: Bounds<Ratio>, perGPU: Bool, utilisation: Bounds<Ratio>)
}

/// The work of one offer as a multiple of what an uncertain input comes to.
struct Pace: Hashable {
  let input: PaceInput
  /// What the input comes to: seconds of work, seconds for all tokens, or time for each busy second.
  let range: Bounds<Ratio>
  /// Seconds of work for one of it, at each end of what the input leaves open.
  let factor: Ends<Ratio>

  /// The ways in which the work of a workload hangs on inputs that others may share.
  ///
  /// - Throws: ``PricingError``.
  static func all(_ workload: Workload, _ capacity: Capacity) throws(PricingError) -> [Pace] {
    let one = Ends(low: Ratio.one, high: .one)
    switch workload.traffic {
    case .none, .bursts, .session, .sessions, .notStated: return []
    case .hours, .busyShare:
      guard let least = try Work(workload, capacity, end: .low),
        let most = try Work(workload, capacity, end: .high),
        least.seconds < most.seconds
      else { return [] }
      return [Pace(input: .work, range: Bounds(least.seconds, most.seconds), factor: one)]
    case .gpuHours(let hours):
      guard let gpus = capacity.gpus, !hours.isExact else { return [] }
      let seconds = try hours.map { value throws(PricingError) in try value * 3600 }
      let share = try Ratio.one / gpus
      return [Pace(input: .work, range: seconds, factor: Ends(low: share, high: share))]
    case .batch, .steady: break
    }
    guard let throughput = capacity.throughput, let speeds = capacity.speeds,
      let tokens = workload.tokens?.total, tokens > 0
    else { return [] }
    let isPerGPU = throughput.isPerGPU
    let gpus = try Ratio.one / speeds
    let (speed, use) = (throughput.tokensPerSecond, throughput.utilisation)
    let bySpeed = try speed.map { value throws(PricingError) in try Ratio(tokens) / value }
    let byUse = try use.map { value throws(PricingError) in try .one / value }
    var paces: [Pace] = []
    if !speed.isExact, !use.isExact {
      let all = Bounds(try bySpeed.low * byUse.low, try bySpeed.high * byUse.high)
      paces.append(
        Pace(
          input: .both(speed: speed, perGPU: isPerGPU, utilisation: use), range: all,
          factor: Ends(low: gpus, high: gpus)))
    }
    if !speed.isExact {
      paces.append(
        Pace(
          input: .speed(speed, perGPU: isPerGPU), range: bySpeed,
          factor: Ends(low: try byUse.low * gpus, high: try byUse.high * gpus)))
    }
    if !use.isExact {
      let factor = Ends(low: try bySpeed.low * gpus, high: try bySpeed.high * gpus)
      paces.append(Pace(input: .utilisation(use), range: byUse, factor: factor))
    }
    return paces
  }

  /// How finely the input is divided; formulas are exact in each part, and between two of them
  /// both are held against the other offer.
  static let parts = 1 << 20

  /// Seconds of work over the parts of the input.
  func work(_ end: End) throws(PricingError) -> PieceList {
    let step = try (range.high - range.low) / Ratio(Int128(Self.parts)) * factor[end]
    let start = try range.low * factor[end] - step
    return PieceList([Piece(1...(Self.parts + 1), base: start, slope: step)])
  }
}
