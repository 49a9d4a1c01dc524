package import Pricing

/// What became of a whole site between two states of it.
package struct SiteChange: Hashable, Sendable {
  /// The day as of which the old state is priced.
  package let oldDay: CalendarDate

  /// The day as of which the new state is priced.
  package let newDay: CalendarDate

  /// The scenarios of which anything changed, in the order of the site.
  package let scenarios: [ScenarioChange]

  /// Scenarios that are there now only.
  package let added: [ScenarioState]

  /// Scenarios that were there before only.
  package let removed: [ScenarioState]

  /// Prices that changed, are new or are gone.
  package let rates: [Changed<Rate>]

  /// Prices in proportion that changed, are new or are gone.
  package let factors: [Changed<Adjustment>]

  /// Discounts of the site's own that changed, are new or are gone.
  package let discounts: [Changed<Discount>]

  /// Rules that changed, are new or are gone.
  package let rules: [Changed<ScalingRules>]

  /// Published figures with another verdict.
  package let claims: [ChangedClaim]

  /// What is announced now and was not, or otherwise, or no longer is.
  package let announced: [ChangedAnnouncement]

  /// How many things of each kind stayed as they were.
  package let unchanged: Unchanged

  /// Something of an offer that is not what it was.
  package struct Changed<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What it was; `nil` where there was none.
    package let old: SiteState.InForce<Value>?

    /// What it is; `nil` where there is none.
    package let new: SiteState.InForce<Value>?
  }

  /// Something that is announced, and how it was before.
  package struct ChangedAnnouncement: Hashable, Sendable {
    /// What was announced; `nil` where nothing was.
    package let old: AnnouncedChange?

    /// What is announced; `nil` where nothing is.
    package let new: AnnouncedChange?
  }

  /// A published figure with another verdict.
  package struct ChangedClaim: Hashable, Sendable {
    /// What became of it before.
    package let old: AuditedClaim

    /// What becomes of it now.
    package let new: AuditedClaim
  }

  /// Counts of what did not change.
  package struct Unchanged: Hashable, Sendable {
    /// Scenarios in which nothing changed.
    package let scenarios: Int

    /// Totals.
    package let invoices: Int

    /// Prices.
    package let rates: Int

    /// Verdicts on published figures.
    package let claims: Int
  }

  /// Compares two states of a site.
  ///
  /// - Complexity: O(*n*) in the totals of both.
  package init(from old: SiteState, to new: SiteState) {
    (oldDay, newDay) = (old.day, new.day)
    let pairs = Pairs(old.scenarios, new.scenarios, by: \.id)
    let compared = pairs.both.map { ScenarioChange($0, $1) }
    scenarios = compared.filter { !$0.isEmpty }
    (added, removed) = (pairs.added, pairs.removed)
    let prices = Pairs(old.rates, new.rates, by: PriceKey.init)
    rates = Self.changed(prices) { $0.hasPrice(of: $1) }
    let proportions = Pairs(old.factors, new.factors, by: FactorKey.init)
    factors = Self.changed(proportions) { $0.factor == $1.factor }
    let granted = Pairs(old.discounts, new.discounts, by: DiscountKey.init)
    discounts = Self.changed(granted) { $0 == $1 }
    rules = Self.changed(Pairs(old.rules, new.rules, by: \.offer)) {
      $0.policy.withoutEvidence == $1.policy.withoutEvidence
    }
    let known = Pairs(old.announced, new.announced, by: \.subject)
    // What came into force between both days, or is in force on the older side, changed above.
    announced =
      known.both.filter { $0.now != $1.now }.map { ChangedAnnouncement(old: $0, new: $1) }
      + known.added.filter { $0.subject.from > old.day }
      .map { ChangedAnnouncement(old: nil, new: $0) }
      + known.removed.filter { $0.subject.from > new.day }
      .map { ChangedAnnouncement(old: $0, new: nil) }
    let figures = Pairs(old.claims, new.claims, by: \.claim.id).both
    claims = figures.filter { $0.verdict != $1.verdict }.map { ChangedClaim(old: $0, new: $1) }
    unchanged = Unchanged(
      scenarios: compared.count { $0.isEmpty },
      invoices: compared.reduce(0) { $0 + $1.sameInvoices },
      rates: prices.both.count { $0.value.hasPrice(of: $1.value) },
      claims: figures.count - claims.count)
  }

  private static func changed<Value: Hashable & Sendable>(
    _ pairs: Pairs<SiteState.InForce<Value>>, isSame: (Value, Value) -> Bool
  ) -> [Changed<Value>] {
    pairs.both.filter { !isSame($0.value, $1.value) }.map { Changed(old: $0, new: $1) }
      + pairs.added.map { Changed(old: nil, new: $0) }
      + pairs.removed.map { Changed(old: $0, new: nil) }
  }

  /// Whether nothing changed, and nothing else is announced.
  package var isEmpty: Bool { isSameNow && announced.isEmpty }

  /// Whether nothing of what holds on both days changed.
  package var isSameNow: Bool {
    scenarios.isEmpty && added.isEmpty && removed.isEmpty && rates.isEmpty && factors.isEmpty
      && discounts.isEmpty && rules.isEmpty && claims.isEmpty
  }

  /// Whether no workload has another winner.
  package var hasNoFlips: Bool { scenarios.allSatisfy(\.flips.isEmpty) }

  /// Every total that changed with its scenario, the largest difference first; those that are new
  /// or gone come last.
  package var invoices: [(scenario: ScenarioChange, invoice: ScenarioChange.ChangedInvoice)] {
    scenarios.flatMap { scenario in scenario.invoices.map { (scenario, $0) } }.enumerated()
      .sorted { (-$0.element.1.size, $0.offset) < (-$1.element.1.size, $1.offset) }
      .map { ($0.element.0, $0.element.1) }
  }
}

/// What a price has in common with the one before it: whose it is, what for, and under which
/// condition.
private struct PriceKey: Hashable {
  let offer: String
  let series: Rate.Series

  init(_ rate: SiteState.InForce<Rate>) { (offer, series) = (rate.offer, rate.value.series) }
}

/// The same of a price in proportion, which a vendor's own words tell from others too.
private struct FactorKey: Hashable {
  let offer: String
  let condition: Condition
  let quantities: [Quantity]
  let words: [String?]
  let from: CalendarDate?

  init(_ factor: SiteState.InForce<Adjustment>) {
    let value = factor.value
    (offer, condition, quantities) = (factor.offer, value.condition, value.quantities)
    words = [value.detail, value.subject]
    from = value.from
  }
}

/// The same of a discount: whose prices it lowers, and what it is called.
private struct DiscountKey: Hashable {
  let offer: String
  let name: String
  let subjects: [Discount.Subject]

  init(_ discount: SiteState.InForce<Discount>) {
    (offer, name) = (discount.offer, discount.value.name)
    subjects = discount.value.subjects
  }
}

extension ScalingPolicy {
  /// The same rules, whoever states them.
  fileprivate var withoutEvidence: ScalingPolicy {
    var policy = self
    policy.evidence = [:]
    return policy
  }
}
