/// The rates and rules of an offer on one day, looked up once for any number of workloads.
///
/// ```swift
/// let tariff = Tariff(offer, on: day)
/// for workload in workloads { totals.append(try tariff.total(for: workload)) }
/// ```
public final class Tariff: Sendable {
  /// The offer with the rules of the day.
  let offer: Offer

  /// The rates of the day, at most one of each unit and part of a count.
  let rates: [Rate]

  /// What is charged for each unit that is counted, in the order of the rates.
  let counted: [CountedPrice]

  /// The same where it is simple, for totals; `nil` where it is not.
  let plain: PlainPrices?

  /// What is counted.
  let meters: Set<RateUnit.Meter>

  /// Whether requests are charged, and whether nothing is but what workloads list.
  let (countsRequests, countsItemsAlone): (Bool, Bool)

  /// What is charged for time: a price for the machine, or one for each of its parts.
  let timed: [TimedPrice]

  /// The least that a month costs, if there is such a price.
  let minimum: MinimumPrice?

  /// How machines come and go.
  let policy: ScalingPolicy

  /// How many GPUs one replica has; `nil` where nobody says.
  let gpus: Ratio?

  /// The phases of which nobody says whether they are billed.
  let unclearPhases: [Phase]

  /// What the machines of the policy are paid for, where that decides about them; `nil` where it does not, or
  /// no workload has said yet.
  private let period: Workload.Period?

  /// Whether machines are paid for a term, used or not.
  private let hasTerm: Bool

  /// Rates of the day that hold under conditions which a workload decides.
  private let conditional: [Rate]

  /// Prices in proportion to the rates, by the day.
  private let adjustments: [Adjustment]

  /// The same for workloads that choose something for themselves, by what they choose.
  private let asked: [[Choice]: Tariff]

  /// Whether the rates are the same for all workloads.
  private let isSettled: Bool

  /// What there is to say about which prices hold.
  let notes: [Note]

  /// Whether both ends of an invoice are the same as long as the workload has no ranges.
  private let isExact: Bool

  /// Looks up what holds on a day.
  ///
  /// - Parameters:
  ///   - offer: The offer.
  ///   - date: The day; `nil` for the latest.
  public convenience init(_ offer: Offer, on date: CalendarDate? = nil) {
    let inForce = offer.ratesInForce(on: date)
    self.init(
      offer.withRules(on: date), inForce.filter(\.condition.isBase),
      conditional: inForce.filter { !$0.condition.isBase && $0.condition.choices.isEmpty },
      adjustments: offer.adjustments.filter { adjustment in
        guard let date, let from = adjustment.from else { return true }
        return from <= date
      }, notes: offer.priceGaps.filter(\.condition.isAlways).map(\.note).eachOnce,
      asked: offer.askedPrices.mapValues { Tariff(offer.priced(as: $0), on: date) })
  }

  private init(
    _ offer: Offer, _ rates: [Rate], conditional: [Rate], adjustments: [Adjustment],
    notes: [Note], asked: [[Choice]: Tariff] = [:], for period: Workload.Period? = nil
  ) {
    self.offer = offer
    (self.notes, self.asked) = (notes, asked)
    self.period = period
    hasTerm = rates.contains { $0.leastTerm != nil }
    isSettled =
      conditional.isEmpty && adjustments.isEmpty && asked.isEmpty && (!hasTerm || period != nil)
    self.rates = rates
    (self.conditional, self.adjustments) = (conditional, adjustments)
    let counted = CountedPrice.all(rates, less: offer.discounts)
    self.counted = counted
    plain = PlainPrices(counted)
    minimum = MinimumPrice(rates)
    let meters = Set(rates.lazy.map(\.unit).filter { !$0.isMinimum }.map(\.meter))
    self.meters = meters
    (countsRequests, countsItemsAlone) = (meters.contains(.requests), meters == [.items])
    let timed = TimedPrice.all(rates, of: offer, for: period)
    self.timed = timed
    isLinear =
      minimum == nil && !counted.contains(where: \.isStepped)
      && !(hasTerm && timed.contains { !$0.isHeld })
    let policy = self.offer.scaling.deciding
    self.policy = policy
    gpus = self.offer.gpus
    unclearPhases = Phase.allCases.filter { policy.billing(of: $0) == .notStated }
    isExact =
      rates.allSatisfy { $0.price?.isExact ?? true }
      && (timed.isEmpty || policy.isExact && self.offer.throughput?.isExact ?? true)
  }

  /// Whether the bill is in proportion to its prices, its work and its counts, so that what it comes to
  /// between two values lies on the line between both.
  let isLinear: Bool

  /// Whether machines' time is charged.
  var billsTime: Bool { !timed.isEmpty }

  /// The rates as they are for a workload, where conditions and proportions depend on it.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func settled(for workload: Workload) throws(PricingError) -> Tariff {
    guard !isSettled else { return self }
    if let chosen = asked[workload.choices] {
      return try chosen.settled(for: workload)
    }
    let tariff = try withConditions(settledFor: workload)
    return tariff.hasTerm && tariff.period == nil ? tariff.committed(for: workload.period) : tariff
  }

  /// The same with machines that are held for the longest term of a price.
  private func committed(for period: Workload.Period) -> Tariff {
    var offer = offer
    offer.rates = rates
    offer.scaling = offer.scaling.committed(by: rates, for: period)
    return Tariff(
      offer, rates, conditional: [], adjustments: [], notes: notes, for: period)
  }

  /// The same with the rates whose conditions a workload meets.
  private func withConditions(settledFor workload: Workload) throws(PricingError) -> Tariff {
    guard !conditional.isEmpty || !adjustments.isEmpty else { return self }
    let circumstances = workload.circumstances
    // Without a condition they are about parts, and these matter only where a workload lists some.
    let open = adjustments.filter {
      $0.condition.match(circumstances) != .missed
        && !($0.condition.isAlways && workload.counts.isEmpty)
    }
    guard
      !open.isEmpty || conditional.contains(where: { $0.condition.match(circumstances) != .missed })
    else { return self }
    let settled = try SettledRates(
      rates: rates + conditional, adjustments: open, circumstances: circumstances,
      gaps: offer.priceGaps
    ).all()
    var offer = offer
    offer.rates = settled.rates
    offer.adjustments = []
    return Tariff(
      offer, offer.rates, conditional: [], adjustments: [], notes: settled.notes)
  }

  /// The rates as they are for all of some workloads; `nil` where these are charged by other ones.
  ///
  /// - Throws: ``PricingError/tooLarge``.
  func settled(for workloads: [Workload]) throws(PricingError) -> Tariff? {
    guard !isSettled, let first = workloads.first
    else { return self }
    let common = try settled(for: first)
    for other in workloads.dropFirst() {
      let settled = try settled(for: other)
      guard settled.rates == common.rates, settled.period == common.period else { return nil }
    }
    return common
  }

  /// The rate for a unit, and for what comes after so many; `nil` where the offer has none.
  func rate(_ unit: RateUnit, beyond: Int = 0) -> Rate? {
    rates.first { $0.unit == unit && $0.condition.beyond ?? 0 == beyond }
  }

  /// Whether both ends of the invoice for a workload are the same.
  func hasOneInvoice(for workload: Workload) -> Bool {
    isExact && workload.countsAreExact
      && (!billsTime
        || workload.timeIsExact && servesExactly(workload)
          && policy.billsExactRuns(of: workload))
  }
}

extension Tariff {
  /// Whether how many sessions a replica serves is no range, where that matters.
  fileprivate func servesExactly(_ workload: Workload) -> Bool {
    guard case .sessions(let profile) = workload.traffic else { return true }
    return capacity(of: workload).serving(profile).isExact
  }
}

extension Tariff: Hashable {
  /// Whether both offer the same on their days.
  public static func == (left: Tariff, right: Tariff) -> Bool {
    left === right
      || left.offer == right.offer && left.rates == right.rates && left.period == right.period
  }

  /// Hashes what is offered.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(offer)
    hasher.combine(rates)
  }
}

extension ScalingPolicy {
  /// Whether no rule is a range, or open, that an invoice could hang on.
  fileprivate var isExact: Bool {
    if case .after(let timeout) = idleTimeout, !timeout.isExact { return false }
    return Phase.allCases.allSatisfy { phase in
      let length = durations[phase]
      guard length != nil || !Phase.timed.contains(phase) else { return true }
      return length?.isExact ?? true && billing(of: phase) != .notStated
    }
  }
}

extension ScalingPolicy {
  /// Whether the number of runs that are billed is known, or does not matter.
  fileprivate func billsExactRuns(of workload: Workload) -> Bool {
    guard idleTimeout != .never, chargesForRuns, !workload.runsAreTold else { return true }
    // Beside replicas that are held, nobody says which runs are theirs.
    return workload.runs.map { $0.count == 1 || minimumReplicas == 0 } ?? false
  }
}

extension Throughput {
  fileprivate var isExact: Bool { tokensPerSecond.isExact && utilisation.isExact }
}

extension Workload {
  fileprivate var countsAreExact: Bool {
    guard counts.allSatisfy(\.amount.isExact) else { return false }
    return if case .total(_, let share) = tokens { share.isExact } else { true }
  }

  /// Whether the traffic says how often machines start.
  fileprivate var runsAreTold: Bool {
    guard period != .once else { return true }
    return switch traffic {
    case .hours, .gpuHours, .busyShare, .batch, .steady: false
    case .none, .bursts, .session, .sessions, .notStated: true
    }
  }

  fileprivate var timeIsExact: Bool {
    switch traffic {
    case .hours(let range), .gpuHours(let range), .busyShare(let range):
      if !range.isExact { return false }
    case .sessions(let profile): if !profile.isExact { return false }
    case .none, .bursts, .session, .batch, .steady, .notStated: break
    }
    return throughput?.isExact ?? true
  }
}
