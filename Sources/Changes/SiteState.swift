package import Pricing

/// What a whole site comes to as of a day, in exact values.
package struct SiteState: Hashable, Sendable {
  /// The day as of which it is priced.
  package let day: CalendarDate

  /// Its scenarios, in the order of the site.
  package let scenarios: [ScenarioState]

  /// Prices in force, offer by offer: the base ones and those under conditions.
  package let rates: [InForce<Rate>]

  /// Prices in proportion that hold on the day, offer by offer.
  package let factors: [InForce<Adjustment>]

  /// What is taken off prices, offer by offer, in its order.
  package let discounts: [InForce<Discount>]

  /// Rules in force, offer by offer.
  package let rules: [InForce<ScalingRules>]

  /// Published figures computed again.
  package let claims: [AuditedClaim]

  /// What is known to be another one from a later day on.
  package let announced: [AnnouncedChange]

  /// A price or rules that hold on the day, and whose they are.
  package struct InForce<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The id of the offer.
    package let offer: String

    /// Its name.
    package let name: String

    /// What holds.
    package let value: Value

    /// Joins what holds and whose it is.
    package init(_ value: Value, of offer: Offer) {
      (self.value, self.offer, name) = (value, offer.id, offer.name)
    }
  }

  /// Takes down what a site comes to.
  ///
  /// - Parameters:
  ///   - day: The day as of which it is priced.
  ///   - offers: All offers, with the prices and rules that are known by then and the discounts that hold.
  ///   - scenarios: What scenarios come to, in the order of the site.
  ///   - claims: Published figures computed again.
  ///   - announced: What is known to be another one from a later day on.
  package init(
    day: CalendarDate, offers: [Offer], scenarios: [ScenarioState], claims: [AuditedClaim],
    announced: [AnnouncedChange] = []
  ) {
    self.announced = announced
    self.day = day
    self.scenarios = scenarios
    rates = offers.flatMap { offer in offer.ratesInForce(on: nil).map { InForce($0, of: offer) } }
    factors = offers.flatMap { offer in
      offer.adjustments.filter { $0.from.map { $0 <= day } ?? true }
        .map { InForce($0, of: offer) }
    }
    discounts = offers.flatMap { offer in offer.discounts.map { InForce($0, of: offer) } }
    rules = offers.compactMap { offer in offer.rules(on: nil).map { InForce($0, of: offer) } }
    self.claims = claims
  }
}
