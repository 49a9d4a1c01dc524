/// The least that a month costs, without its evidence.
///
/// What is used up to it costs nothing more; a fee by the month is charged besides.
struct MinimumPrice: Sendable {
  let unit: RateUnit
  let price: Bounds<Money>?

  /// The first minimum among rates; `nil` where there is none.
  init?(_ rates: [Rate]) {
    guard let rate = rates.first(where: { $0.unit.isMinimum }) else { return nil }
    (unit, price) = (rate.unit, rate.price)
  }

  /// What is missing to the minimum, after everything else is on the bill.
  ///
  /// - Throws: ``PricingError``.
  func enter(
    _ tariff: Tariff, _ workload: Workload, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    let months = workload.months(end)
    let asked = Reckoning(months, .counted(.months), .workload, in: .count)
    guard let price = price?[end] else {
      return try ledger.enter(Charge(.minimum, unit, months, price: nil, asked))
    }
    // Where something has no price, nobody can say what is missing.
    guard price > .zero, end == .low || ledger.isClosed else { return }
    let fee = Money(rounding: try tariff.fee(for: workload, end))
    let used = Ratio(ledger.stated.picodollars - fee.picodollars)
    let covered = try used / Ratio(price.picodollars)
    guard covered < months else { return }
    try ledger.enter(
      Charge(
        .minimum, unit, try months - covered, price: price,
        covered == .zero ? asked : asked.then(.minus, covered, .covered)))
  }

  /// A cost curve with the minimum applied to what of it is no fee.
  ///
  /// - Returns: Why there is none, if so.
  /// - Throws: ``PricingError``.
  func applied(
    to cost: PieceList, _ input: CurveInput
  ) throws(PricingError) -> Result<PieceList, NoCurve> {
    guard let price = price?[input.end] else { return .failure(.priceNotStated(unit)) }
    guard let months = input.workloads.first?.months(input.end),
      input.workloads.allSatisfy({ $0.months(input.end) == months }),
      cost.pieces.allSatisfy(\.isMonotone)
    else { return .failure(.workloadsDiffer) }
    let fee =
      try input.workloads.first.map { workload throws(PricingError) in
        try input.tariff.fee(for: workload, input.end)
      } ?? .zero
    let least = try months * Ratio(price.picodollars) + fee
    return .success(try cost.raised(toAtLeast: least))
  }
}

extension Tariff {
  /// Picodollars for a fee by the month; 0 without one, and where nobody states it.
  fileprivate func fee(for workload: Workload, _ end: End) throws(PricingError) -> Ratio {
    guard let fee = counted.first(where: { $0.quantity == .months }), let price = fee.price?[end]
    else { return .zero }
    return try fee.deductions.applied(to: workload.months(end) * Ratio(price.picodollars))
  }
}

extension Workload {
  /// The months that it is billed for.
  func months(_ end: End) -> Ratio {
    counts.first { $0.quantity == .months }?.amount[end] ?? .one
  }
}

extension Piece {
  /// Whether the formula does not both rise and fall.
  fileprivate var isMonotone: Bool { slope >= 0 || power == nil && roundings.isEmpty }
}

extension PieceList {
  /// The curve where it is above a bound, and the bound where it is not.
  fileprivate func raised(toAtLeast bound: Ratio) throws(PricingError) -> PieceList {
    var result: [Piece] = []
    for whole in pieces {
      for piece in try whole.cut(at: bound) {
        let isAbove = try piece.value(at: piece.range.lowerBound) > bound
        result.append(
          isAbove ? piece : Piece(piece.range, base: bound, isExtrapolated: piece.isExtrapolated))
      }
    }
    return PieceList(result).merged()
  }
}
