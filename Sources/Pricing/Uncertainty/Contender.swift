/// One offer for one workload, as others are held against it.
struct Contender: Hashable, Sendable {
  let tariff: Tariff
  let workload: Workload
  let low: Money
  let high: Money
  let paces: [Pace]

  init(_ tariff: Tariff, _ workload: Workload, low: Money, high: Money) throws(PricingError) {
    (self.tariff, self.workload, self.low, self.high) = (tariff, workload, low, high)
    let isOpen = low < high && tariff.billsTime
    paces = isOpen ? try Pace.all(workload, tariff.capacity(of: workload)) : []
  }

  var id: String { tariff.offer.id }

  /// The same offer with an answer for phases of which nobody says whether they are billed.
  func holding(_ answer: [Phase: Billing]) throws(PricingError) -> Contender {
    answer.isEmpty
      ? self : try Contender(tariff.holding(answer), workload, low: low, high: high)
  }

  /// Whether two offers are rows of one card with the same rates.
  func hasRates(of other: Contender) -> Bool {
    tariff.offer.card == other.tariff.offer.card && tariff.rates == other.tariff.rates
  }

  /// The mix of tokens, if it is open and moves what the offer charges.
  var mix: Bounds<Ratio>? {
    guard case .total(_, let share) = workload.tokens, !share.isExact else { return nil }
    let counts = tariff.counted.contains {
      [.inputTokens, .outputTokens].contains($0.quantity)
    }
    return counts ? share : nil
  }

  /// What is counted costs so much, in picodollars, with the mix fixed or at the end that suits.
  ///
  /// - Throws: ``PricingError``.
  func counted(_ end: End, mix: Ratio?) throws(PricingError) -> Ratio {
    guard !tariff.counted.isEmpty else { return .zero }
    var asked = workload
    if let mix, case .total(let tokens, _) = workload.tokens {
      asked.tokens = .total(tokens, inputShare: Bounds(mix))
    }
    var ledger = ChargeLedger()
    try CountedMeters(tariff.counted, asked, at: end).enter(into: &ledger)
    var sum = Ratio.zero
    for charge in ledger.charges {
      guard let price = charge.price else { continue }
      sum = try sum + charge.quantity * Ratio(price.picodollars)
    }
    return sum
  }

  /// Picodollars for a charged second; 0 of an offer without a meter of time.
  func perSecond(_ end: End) throws(PricingError) -> Ratio { try tariff.perSecond(end) }

  /// Charged seconds over the parts of an input, or for all of its own range.
  ///
  /// - Returns: `nil` where no formula says what they are.
  /// - Throws: ``PricingError``.
  func seconds(_ end: End, over input: PaceInput?) throws(PricingError) -> PieceList? {
    let parts = 1...(Pace.parts + 1)
    guard tariff.billsTime else { return PieceList([Piece(parts)]) }
    let capacity = tariff.capacity(of: workload)
    guard let input else {
      let time = try WorkExtremes(
        policy: tariff.policy, workload: workload, capacity: capacity, end: end
      ).machineTime()
      return PieceList([Piece(parts, base: try time.chargedSeconds(tariff.policy, end))])
    }
    guard let pace = paces.first(where: { $0.input == input }) else { return nil }
    let curve = MachineCurve(
      policy: tariff.policy, workload: workload, capacity: capacity, end: end)
    guard case .success(let charged) = try curve.charged(pace.work(end)), charged.capacity == nil
    else { return nil }
    return charged.list
  }

  /// Where between two neighbouring parts of an input the formula of the charged seconds changes.
  ///
  /// - Returns: `nil` where that is not known.
  /// - Throws: ``PricingError``.
  func step(_ end: End, over input: PaceInput, after part: Int) throws(PricingError) -> Ratio? {
    guard let pace = paces.first(where: { $0.input == input }),
      let work = try pace.work(end).piece(at: part), work.slope > 0
    else { return nil }
    let curve = MachineCurve(
      policy: tariff.policy, workload: workload, capacity: tariff.capacity(of: workload),
      end: end)
    guard let seconds = try curve.step(beyond: work.value(at: part)) else { return nil }
    let place = try (seconds - work.base) / work.slope
    return place <= Ratio(Int128(part + 1)) ? place : nil
  }
}
