/// The exact cost of one offer as a function of a driver.
///
/// An offer whose inputs are ranges has two curves, one for each end.
public struct CostCurve: Hashable, Sendable {
  /// Unique among the curves of a scenario: the offer's id, with the price or the end appended
  /// where the offer has two curves: `managed-api-15`.
  public let id: String

  /// The id of the offer.
  public let offer: String

  /// The end of the offer's range; `nil` where both ends are the same curve.
  public let end: End?

  /// Exact picodollars; pieces follow each other without a gap.
  public var pieces: [Piece] { list.pieces }

  /// The x at which the offer's replicas are all busy, if the curve stops there.
  public let capacity: Int?

  let list: PieceList

  /// The whole driver units for which there is a cost.
  public var range: ClosedRange<Int> { list.range }

  /// The exact cost in picodollars; `nil` outside ``range``.
  ///
  /// - Throws: ``PricingError``.
  public func cost(at x: Int) throws(PricingError) -> Ratio? { try list.value(at: x) }
}

/// Builds the curve of one offer at one end.
struct CostCurveBuilder {
  let offer: Offer
  let rates: [Rate]
  let workloads: [Workload]
  let sweep: Sweep
  let end: End

  /// More steps than this help no reader, and cost time.
  private static let mostSteps = 10_000

  /// The cost in picodollars, and where it stops for want of capacity.
  ///
  /// - Returns: `nil` where the offer has no curve over this driver.
  /// - Throws: ``PricingError``.
  func pieces() throws(PricingError) -> (list: PieceList, capacity: Int?)? {
    guard !rates.isEmpty, let counted = try counted() else { return nil }
    var list = PieceList([Piece(sweep.range, base: counted.base, slope: counted.slope)])
    var capacity: Int?
    if let rate = rates.first(where: { $0.unit.meter == .time }) {
      guard !dependsOnStarts, let price = rate.price?[end],
        let work = try WorkCurve.pieces(
          workloads, throughput: offer.throughput, sweep: sweep, end: end)
      else { return nil }
      let perSecond = try Ratio(price.picodollars) * offer.unitsPerReplica / Ratio(rate.unit.size)
      guard let machines = try machineCost(work, perSecond: perSecond) else { return nil }
      list = try machines.list.mapped { piece throws(PricingError) in
        try piece.raised(base: counted.base, slope: counted.slope)
      }
      capacity = machines.capacity
    }
    return (list, capacity)
  }

  // MARK: Tokens and requests

  /// The part of the cost that counts tokens and requests: affine in the driver.
  private func counted() throws(PricingError) -> (base: Ratio, slope: Ratio)? {
    let meters = CountedMeters(rates: rates, workload: workloads.first ?? .nothing, end: end)
    var sum = Ratio.zero
    for charge in try meters.charges() where charge.quantity > 0 {
      guard let price = charge.price else { return nil }
      sum = try sum + charge.quantity * Ratio(price.picodollars)
    }
    let counts = rates.contains { $0.unit.meter != .time }
    guard counts else { return (.zero, .zero) }
    let needsRequests = rates.contains { $0.unit.meter == .requests }
    guard let workload = workloads.first, let tokens = workload.tokens?.total, tokens > 0,
      !needsRequests || workload.requests != nil
    else { return nil }
    switch sweep.driver {
    case .tokens: return (.zero, try sum / Ratio(tokens))
    case .busyShare: return (sum, .zero)
    case .hours:
      // With a speed, an hour of work is so many tokens; without one, tokens do not vary.
      guard let speed = offer.throughput ?? workload.throughput else { return (sum, .zero) }
      let tokensPerHour = try .one / speed.secondsPerToken(end.opposite) * 3600
      return (.zero, try sum / Ratio(tokens) * tokensPerHour)
    }
  }

  // MARK: Machines

  /// Whether the bill of an even stream hangs on how often machines start and idle, which is no
  /// function of the driver alone.
  private var dependsOnStarts: Bool {
    guard sweep.driver == .tokens, workloads.first?.traffic == .steady else { return false }
    let policy = offer.scaling
    return policy.scalesToZero
      && (policy.chargesForStartsOrTails || policy.billingIncrement > 0 || policy.minimumCharge > 0)
  }

  /// What the invoice charges for bursts or a session, starts and tails included; `nil` where
  /// machine time depends on the driver.
  private func fixedSeconds() throws(PricingError) -> Ratio? {
    guard sweep.driver == .tokens, offer.scaling.scalesToZero, let workload = workloads.first,
      let work = try Work(workload, throughput: offer.throughput ?? workload.throughput, end: end)
    else { return nil }
    switch workload.traffic {
    case .bursts, .session:
      return try Fleet(policy: offer.scaling, workload: workload, work: work, end: end)
        .machineTime().chargedSeconds(offer.scaling, end)
    case .notStated, .none, .hours, .busyShare, .batch, .steady: return nil
    }
  }

  private func machineCost(
    _ work: PieceList, perSecond: Ratio
  ) throws(PricingError) -> (list: PieceList, capacity: Int?)? {
    guard case .month(let hours) = workloads.first?.period else {
      return try (
        work.mapped { piece throws(PricingError) in try piece.scaled(by: perSecond) }, nil
      )
    }
    let month = try hours * 3600
    var work = work
    var capacity: Int?
    if let maximum = offer.scaling.maximumReplicas,
      let full = try work.first(above: Ratio(Int128(maximum)) * month, from: work.range.lowerBound)
    {
      capacity = full - 1
      guard full > work.range.lowerBound,
        let possible = work.restricted(to: work.range.lowerBound...(full - 1))
      else { return nil }
      work = possible
    }
    if let seconds = try fixedSeconds() {
      return (PieceList([Piece(work.range, base: try seconds * perSecond)]), capacity)
    }
    let policy = offer.scaling
    let heldIsBilled = policy.billing(of: .keptWarm).isBilled(at: end)
    if policy.scalesToZero || !heldIsBilled {
      return (
        try work.mapped { piece throws(PricingError) in try piece.scaled(by: perSecond) }, capacity
      )
    }
    return (try held(work, month: month, perSecond: perSecond), capacity)
  }

  /// Replicas that are held: flat until they are all busy, then whole replicas or elastic ones.
  private func held(
    _ work: PieceList, month: Ratio, perSecond: Ratio
  ) throws(PricingError) -> PieceList {
    let isElastic = offer.scaling.idleTimeout != .never
    var replicas = Int128(offer.scaling.minimumReplicas)
    if !isElastic {
      let start = try work.value(at: work.range.lowerBound) ?? .zero
      replicas = max(replicas, try (start / month).ceiling)
    }
    var pieces: [Piece] = []
    var start = work.range.lowerBound
    while start <= work.range.upperBound {
      let full = try work.first(above: Ratio(replicas) * month, from: start)
      let last = (full ?? work.range.upperBound + 1) - 1
      if last >= start {
        let cost = try Ratio(replicas) * month * perSecond
        // Until the first replicas are full, their cost does not depend on how work is continued.
        let parts = pieces.isEmpty ? [] : work.pieces.filter { $0.range.overlaps(start...last) }
        pieces += parts.map { piece in
          Piece(
            piece.range.clamped(to: start...last), base: cost, isExtrapolated: piece.isExtrapolated)
        }
        if parts.isEmpty { pieces.append(Piece(start...last, base: cost)) }
      }
      guard let full else { break }
      start = full
      if isElastic {
        let rest = work.restricted(to: full...work.range.upperBound)
        for piece in rest?.pieces ?? [] { pieces.append(try piece.scaled(by: perSecond)) }
        break
      }
      let needed = try (work.value(at: full) ?? .zero) / month
      replicas = max(replicas + 1, needed.ceiling)
      guard pieces.count < Self.mostSteps else { throw .tooManySteps }
    }
    return PieceList(pieces)
  }
}

extension Workload {
  /// A workload that asks for nothing.
  static let nothing = Workload(id: "", name: "", period: .once)
}

extension CostCurve {
  /// The curves of an offer over a sweep: none where its cost is not known, one where it is
  /// exact, two where it is a range.
  ///
  /// - Throws: ``PricingError``.
  static func curves(
    of offer: Offer, workloads: [Workload], sweep: Sweep, on date: CalendarDate?
  ) throws(PricingError) -> [CostCurve] {
    let offer = offer.withRules(on: date)
    let rates = offer.rates(on: date)
    var built: [(end: End, list: PieceList, capacity: Int?)] = []
    for end in End.allCases {
      let builder = CostCurveBuilder(
        offer: offer, rates: rates, workloads: workloads, sweep: sweep, end: end)
      // A cost that is open at one end is not known: a gap never wins a comparison.
      guard let result = try builder.pieces() else { return [] }
      built.append((end, result.list, result.capacity))
    }
    let isExact = built.allSatisfy { $0.list == built[0].list }
    if isExact {
      return [
        CostCurve(
          id: offer.id, offer: offer.id, end: nil, capacity: built[0].capacity, list: built[0].list)
      ]
    }
    return built.map { end, list, capacity in
      CostCurve(
        id: "\(offer.id)-\(edgeName(rates, end))", offer: offer.id, end: end, capacity: capacity,
        list: list)
    }
  }

  /// The price where only a price is a range, else `low` or `high`.
  private static func edgeName(_ rates: [Rate], _ end: End) -> String {
    let prices = rates.compactMap(\.price).filter { !$0.isExact }
    guard prices.count == 1, let price = prices.first, rates.count == 1 else {
      return end == .low ? "low" : "high"
    }
    return price[end].dollarText
  }
}
