/// What another source says about the price of an offer, on its own day.
///
/// A statement never prices anything. It stands beside the rate, so that a reader sees whether
/// sources agree.
public struct Statement: Hashable, Sendable {
  /// The price or the band, its unit, its day and who says so.
  public let rate: Rate

  /// What the source speaks of, such as `H100` or `all GPUs`.
  public let subject: String

  /// Creates a statement.
  public init(_ rate: Rate, of subject: String) {
    self.rate = rate
    self.subject = subject
  }
}

/// How a statement relates to a rate.
public enum Agreement: Hashable, Sendable {
  /// Both say the same, as far as the less precise of them says anything.
  case agrees

  /// The rate lies inside a band that the statement gives.
  case insideBand

  /// The bands have a part in common, and each says more than that.
  case overlaps

  /// The rate is dearer than anything the statement says; by so much per unit of the rate.
  case rateIsDearer(by: Money)

  /// The rate is cheaper than anything the statement says; by so much per unit of the rate.
  case rateIsCheaper(by: Money)

  /// The units cannot be converted into each other, or one of the prices is not stated.
  case notComparable
}

extension Statement {
  /// Compares the statement with a rate, in the unit of the rate.
  ///
  /// Two prices agree where the one, rounded as the other is printed, is the other: $0.001097 a
  /// second is $3.9492 an hour and so agrees with $3.95.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  public func agreement(with rate: Rate) throws(PricingError) -> Agreement {
    guard let own = rate.price, let theirs = self.rate.price,
      let stated = try theirs.converted(from: self.rate.unit, to: rate.unit),
      let back = try own.converted(from: rate.unit, to: self.rate.unit)
    else { return .notComparable }
    if stated.rounded(like: own) == own || back.rounded(like: theirs) == theirs { return .agrees }
    if own.low > stated.high { return .rateIsDearer(by: own.low.difference(from: stated.high)) }
    if own.high < stated.low { return .rateIsCheaper(by: stated.low.difference(from: own.high)) }
    return stated.low <= own.low && own.high <= stated.high ? .insideBand : .overlaps
  }
}

extension Bounds where Value == Money {
  /// The price per one unit as a price per another; `nil` where the units measure other things.
  fileprivate func converted(
    from unit: RateUnit, to other: RateUnit
  ) throws(PricingError) -> Bounds<Money>? {
    guard unit != other else { return self }
    guard unit.isOfOneGPU, other.isOfOneGPU else { return nil }
    let factor = try Ratio(other.size, over: unit.size)
    return try Bounds(
      Money(rounding: Ratio(low.picodollars) * factor),
      Money(rounding: Ratio(high.picodollars) * factor))
  }

  /// Both ends rounded to the decimals of other prices, but never coarser than cents.
  fileprivate func rounded(like other: Bounds<Money>) -> Bounds<Money> {
    let step = min(other.low.printedStep, other.high.printedStep)
    return Bounds(low.rounded(toMultipleOf: step), high.rounded(toMultipleOf: step))
  }
}

extension RateUnit {
  /// Whether the unit is the time of one GPU, in whatever measure.
  fileprivate var isOfOneGPU: Bool { part == .gpus }
}

extension Money {
  /// The value of the last digit that the amount needs, at most a cent, in picodollars.
  fileprivate var printedStep: Int128 {
    var step = Money.picodollarsPerDollar / 100
    while step > 1, !picodollars.isMultiple(of: step) { step /= 10 }
    return step
  }

  fileprivate func difference(from other: Money) -> Money {
    Money(picodollars: picodollars - other.picodollars)
  }

  fileprivate func rounded(toMultipleOf step: Int128) -> Money {
    guard let steps = try? Ratio(picodollars, over: step) else { return self }
    return Money(picodollars: steps.roundedHalfEven * step)
  }
}
