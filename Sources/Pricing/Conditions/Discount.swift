/// What a buyer of their own is granted off the list prices, such as by a contract.
///
/// It is no part of a rate card: the vendor states the list price, and who publishes the invoice states this.
public struct Discount: Hashable, Sendable {
  /// What it is called, such as `Enterprise agreement`.
  public let name: String

  /// The part of the price that is taken off, above 0 and at most 1.
  public let share: Ratio

  /// What it is taken off, with the parts of these; nothing stands for every price.
  public let subjects: [Subject]

  /// What an offer charges for.
  public enum Subject: Hashable, Sendable {
    /// The time of machines and of their parts.
    case time

    /// So many of something.
    case counted(Quantity)
  }

  /// Creates a discount.
  public init(name: String, share: Ratio, subjects: [Subject] = []) {
    (self.name, self.share, self.subjects) = (name, share, subjects)
  }

  /// Whether a price in a unit is lowered by it; the least that a month costs is no price of anything.
  public func concerns(_ unit: RateUnit) -> Bool {
    guard !unit.isMinimum, !subjects.isEmpty else { return !unit.isMinimum }
    return subjects.contains { subject in
      switch subject {
      case .time: unit.part != nil
      case .counted(let quantity):
        unit.quantity.map { $0 == quantity || $0.isPart(of: quantity) } ?? false
      }
    }
  }
}

extension Offer {
  /// The offer as anybody gets it, without discounts of one's own.
  var atListPrices: Offer {
    guard !discounts.isEmpty else { return self }
    var offer = self
    offer.discounts = []
    return offer
  }
}

/// What is taken off one price, one discount after the other: two of 10 % are 19 % together.
struct Deductions: Sendable {
  /// One of them.
  struct Step: Sendable {
    /// Its number among the discounts of the offer, from 1 on.
    let number: Int
    /// The part that is taken off what those before it leave.
    let share: Ratio
  }

  let steps: [Step]

  /// Nothing is taken off.
  static let none = Deductions()

  private init() { steps = [] }

  /// Those of some discounts that concern a price, in their order; a price of nothing needs none.
  init(_ discounts: [Discount], of rate: Rate) {
    guard !discounts.isEmpty, let price = rate.price, price.high > .zero else {
      steps = []
      return
    }
    steps = discounts.enumerated().filter { $0.element.concerns(rate.unit) }
      .map { Step(number: $0.offset + 1, share: $0.element.share) }
  }

  /// The part of the list price that is left by all of them, or by those before a number.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func left(before number: Int = .max) throws(PricingError) -> Ratio {
    var left = Ratio.one
    for step in steps where step.number < number { left = try left * (.one - step.share) }
    return left
  }

  /// An amount at the list price as it is after all of them.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func applied(to amount: Ratio) throws(PricingError) -> Ratio {
    steps.isEmpty ? amount : try amount * left()
  }
}

extension Ledger {
  /// Enters a charge at the list price, and a line for each discount that is taken off it.
  ///
  /// - Throws: ``PricingError``.
  mutating func enter(_ charge: Charge, less deductions: Deductions) throws(PricingError) {
    try enter(charge)
    for step in deductions.steps {
      let part = try deductions.left(before: step.number) * step.share
      try enter(charge.deducting(part, byDiscount: step.number))
    }
  }
}
