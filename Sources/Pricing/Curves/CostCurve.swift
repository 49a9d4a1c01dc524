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

  /// Whether the cost at this end follows no formula, so that the curve is the least or the most that
  /// it can be: from machines that start once to machines that never stop.
  public var isBound = false

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
  let input: CurveInput

  /// The cost in picodollars, and where it stops for want of capacity.
  ///
  /// - Returns: Why the offer has no curve over this driver, if so.
  /// - Throws: ``PricingError``.
  func pieces() throws(PricingError) -> Result<CappedPieces, NoCurve> {
    let used: CappedPieces
    switch try usage() {
    case .failure(let reason): return .failure(reason)
    case .success(let cost): used = cost
    }
    guard let minimum = input.tariff.minimum else { return .success(used) }
    switch try minimum.applied(to: used.list, input) {
    case .failure(let reason): return .failure(reason)
    case .success(let list):
      return .success(
        CappedPieces(list: list, capacity: used.capacity, isBound: used.isBound))
    }
  }

  /// What is counted and the time of machines, before any minimum.
  private func usage() throws(PricingError) -> Result<CappedPieces, NoCurve> {
    let counted: PieceList
    switch try CountedCurve(input: input).pieces() {
    case .failure(let reason): return .failure(reason)
    case .success(let list): counted = list
    }
    guard input.tariff.billsTime else {
      return .success(CappedPieces(list: counted, capacity: nil))
    }
    if let open = input.tariff.timed.first(where: { $0.price == nil }) {
      return .failure(.priceNotStated(open.unit))
    }
    let charged: CappedPieces
    switch try machines() {
    case .failure(let reason): return .failure(reason)
    case .success(let result): charged = result
    }
    let isRounded = input.tariff.policy.commitment != nil && input.workloads.first?.period == .once
    let held = isRounded ? input.tariff.timed.filter(\.isHeld) : input.tariff.timed
    let perSecond = try input.tariff.perSecond(held, input.end)
    var cost = try charged.list.mapped { piece throws(PricingError) in
      try piece.scaled(by: perSecond)
    }
    if held.count < input.tariff.timed.count,
      case .success(let up) = try machines(areRounded: false)
    {
      let power = try input.tariff.perSecond(input.tariff.timed.filter { !$0.isHeld }, input.end)
      cost = try cost.adding(
        up.list.mapped { piece throws(PricingError) in try piece.scaled(by: power) })
    }
    return .success(
      CappedPieces(
        list: try cost.adding(counted), capacity: charged.capacity, isBound: charged.isBound))
  }

  /// The seconds of machines that are on the bill.
  ///
  /// - Parameter areRounded: Whether a term counts as a whole, or only as far as machines are up.
  /// - Returns: The curve, or why there is none.
  /// - Throws: ``PricingError``.
  private func machines(
    areRounded: Bool = true
  ) throws(PricingError) -> Result<CappedPieces, NoCurve> {
    guard let workload = input.workloads.first else { return .failure(.workloadsDiffer) }
    var policy = input.tariff.policy
    if !areRounded { (policy.minimumCharge, policy.billingIncrement) = (.zero, .zero) }
    switch try WorkCurve(input: input).pieces() {
    case .failure(let reason): return .failure(reason)
    case .success(let work):
      return try MachineCurve(
        policy: policy, workload: workload,
        capacity: input.tariff.capacity(of: workload), end: input.end, takesBounds: true
      ).charged(work)
    }
  }
}

extension CostCurve {
  /// The curves of an offer over a sweep: one where its cost is exact, two where it is a range.
  ///
  /// - Returns: Why there are none, if so: a cost that is open at one end is not known.
  /// - Throws: ``PricingError``.
  static func curves(
    of asked: Tariff, workloads: [Workload], sweep: Sweep
  ) throws(PricingError) -> Result<[CostCurve], NoCurve> {
    guard let tariff = try asked.settled(for: workloads) else { return .failure(.workloadsDiffer) }
    let offer = tariff.offer
    var built: [(end: End, curve: CappedPieces)] = []
    for end in End.allCases {
      let input: CurveInput
      switch CurveInput.make(tariff, workloads: workloads, sweep: sweep, end: end) {
      case .failure(let reason): return .failure(reason)
      case .success(let known): input = known
      }
      switch try CostCurveBuilder(input: input).pieces() {
      case .failure(let reason): return .failure(reason)
      case .success(let curve): built.append((end, curve))
      }
    }
    let first = built[0].curve
    if built.allSatisfy({ $0.curve.list == first.list }) {
      let curve = CostCurve(
        id: offer.id, offer: offer.id, end: nil, capacity: first.capacity, list: first.list)
      return .success([curve])
    }
    return .success(
      built.map { end, curve in
        CostCurve(
          id: "\(offer.id)-\(edgeName(tariff.rates, end))", offer: offer.id, end: end,
          capacity: curve.capacity, isBound: curve.isBound, list: curve.list)
      })
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
