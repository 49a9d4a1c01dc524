/// A price for whole packages of what is counted: what is begun costs as much as the whole.
extension CountedPrice {
  /// Whether the bill is in steps, or its price depends on how many came before.
  var isStepped: Bool { isGraduated || isRoundedUp }

  /// Enters a line for as many packages as are begun.
  ///
  /// - Parameters:
  ///   - count: How many there are of what is counted.
  ///   - reckoning: How the count comes about, in two values at most.
  ///   - end: The end of the price.
  ///   - ledger: Takes the charges.
  /// - Throws: ``PricingError``.
  func enterPackages(
    _ count: Ratio, _ reckoning: Reckoning, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    let whole = try count.roundedUp(to: size)
    let rest = try whole - count
    try ledger.enter(
      Charge(
        .counted(quantity), unit, try whole / size, price: price?[end],
        rest == .zero ? reckoning : reckoning.then(.plus, rest, .packageBegun)),
      less: deductions)
  }

  /// What the packages cost that a count which follows a curve begins, in picodollars.
  ///
  /// - Returns: Why there is no curve, if so.
  /// - Throws: ``PricingError``.
  func packageCost(
    of count: PieceList, _ end: End
  ) throws(PricingError) -> Result<PieceList, NoCurve> {
    guard let price = price?[end] else { return .failure(.priceNotStated(unit)) }
    let each = try deductions.applied(to: Ratio(price.picodollars)) / size
    let cost = try count.mapped { piece throws(PricingError) in
      try piece.roundedUp(to: size).scaled(by: each)
    }
    return .success(cost.merged())
  }
}

extension Piece {
  /// The stretch with its value rounded up to multiples of a size; it has no steps of its own.
  fileprivate func roundedUp(to size: Ratio) throws(PricingError) -> Piece {
    precondition(roundings.isEmpty, "a count has no steps")
    // Where each driver unit adds whole packages, only the rest is rounded.
    if power == nil, try (slope / size).isWhole {
      return Piece(
        range, base: try base.roundedUp(to: size), slope: slope, isExtrapolated: isExtrapolated)
    }
    let rounding = Rounding(size: size, base: base, slope: slope, power: power)
    return Piece(range, roundings: [rounding], isExtrapolated: isExtrapolated)
  }
}
