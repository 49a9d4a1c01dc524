extension Offer {
  /// The invoice of this offer for a workload; for many workloads, ask one ``Tariff``.
  ///
  /// - Parameters:
  ///   - workload: What is asked for.
  ///   - date: The day whose rates hold; `nil` for the latest.
  /// - Returns: An invoice, or why the question does not arise.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic.
  public func quote(
    for workload: Workload, on date: CalendarDate? = nil
  ) throws(PricingError) -> Quote {
    try Tariff(self, on: date).quote(for: workload)
  }
}

extension Tariff {
  /// The invoice for a workload.
  ///
  /// Everything that is a range is worked out twice, once for each end, so that inputs that
  /// depend on each other (input and output tokens of one total) are never mixed.
  ///
  /// - Returns: An invoice, or why the question does not arise.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic.
  public func quote(for workload: Workload) throws(PricingError) -> Quote {
    try quote(for: Shared(workload))
  }

  func quote(for asked: Shared<Workload>) throws(PricingError) -> Quote {
    let workload = asked.value
    let tariff = try settled(for: workload)
    guard tariff === self else { return try tariff.quote(for: asked) }
    if let reason = reasonNotToQuote(workload) { return .notApplicable(reason) }
    let (low, high, notes) = try ledgers(workload, ChargeLedger())
    return .invoice(
      Invoice(
        tariff: self, asked: asked, charges: Ends(low: low.charges, high: high.charges),
        notes: try withBothEnds(withWholeFleet(notes, workload), workload)
          + gapNotes(low, high, workload),
        low: low.total.stated, high: high.total.isClosed ? high.total.stated : nil))
  }

  /// What the invoice for a workload comes to, without its lines.
  ///
  /// - Returns: The total; `nil` where there is no invoice.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic.
  public func total(for workload: Workload) throws(PricingError) -> InvoiceTotal? {
    let tariff = try settled(for: workload)
    guard tariff === self else { return try tariff.total(for: workload) }
    guard reasonNotToQuote(workload) == nil else { return nil }
    let (low, high, notes) = try ledgers(workload, TotalLedger())
    return InvoiceTotal(
      low: low.stated, high: high.isClosed ? high.stated : nil, fits: !notes.exceedCapacity)
  }

  /// Why there is no invoice for a workload; `nil` if there is one.
  func reasonNotToQuote(_ workload: Workload) -> NotApplicable? {
    guard !rates.isEmpty else { return .noRate }
    let isIdle = workload.traffic == .none
    if workload.tokens == nil, !isIdle, meters.contains(.tokens) { return .needsTokens }
    if workload.requests == nil, !isIdle, countsRequests { return .needsRequests }
    if let reason = mismatch(workload) { return reason }
    return billsTime ? reasonNotToTime(workload) : nil
  }

  /// What is missing to say how long machines work.
  private func reasonNotToTime(_ workload: Workload) -> NotApplicable? {
    switch workload.traffic {
    case .notStated: return .needsTraffic
    case .busyShare: return workload.period == .once ? .needsTraffic : nil
    case .batch, .steady:
      if workload.tokens == nil { return .needsTokens }
      let capacity = capacity(of: workload)
      if capacity.throughput == nil { return .needsThroughput }
      return capacity.speeds == nil ? .needsGPUs : nil
    case .gpuHours: return gpus == nil ? .needsGPUs : nil
    case .sessions: return workload.period == .once ? .needsTraffic : nil
    case .none, .hours, .bursts, .session: return nil
    }
  }

  /// What the one counts and the other does not say.
  private func mismatch(_ workload: Workload) -> NotApplicable? {
    for count in workload.counts where !counted.isEmpty && count.amount.high > 0 {
      let isPriced = counted.contains {
        $0.quantity == count.quantity || count.quantity.isPart(of: $0.quantity)
      }
      // A minimum is for each of them.
      if count.quantity == .months, minimum != nil { continue }
      guard isPriced else { return .noPrice(count.quantity) }
    }
    guard countsItemsAlone, let first = counted.first else { return nil }
    let isAsked = counted.contains { price in
      price.quantity == .months || workload.counts.contains { $0.quantity == price.quantity }
    }
    return isAsked ? nil : .needsCount(first.quantity)
  }

  /// What both ends of an invoice charge, and what there is to say about the machines' time.
  private func ledgers<Kind: Ledger>(
    _ workload: Workload, _ empty: Kind
  ) throws(PricingError) -> (low: Kind, high: Kind, notes: [Note]) {
    var (low, high) = (empty, empty)
    let isOne = hasOneInvoice(for: workload)
    let fewest: [Note] = try isOne ? [] : enter(workload, at: .low, into: &low)
    // The high end has the most work, so its notes are those that matter.
    var notes = try enter(workload, at: .high, into: &high)
    if isOne { low = high } else if !fewest.exceedCapacity { notes = notes.map(\.asUncertain) }
    if high.isClosed, low.stated > high.stated {
      // The same amount, rounded in other lines.
      precondition(
        low.stated.picodollars - high.stated.picodollars <= 16, "a range is ordered")
      low = high
    }
    return (low, high, notes)
  }

  private func enter(
    _ workload: Workload, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) -> [Note] {
    try enterCounts(workload, at: end, into: &ledger)
    let notes = billsTime ? try enterTime(workload, at: end, into: &ledger) : []
    if let minimum { try minimum.enter(self, workload, at: end, into: &ledger) }
    return notes
  }

  private func enterCounts(
    _ workload: Workload, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) {
    if let plain, try ledger.addUp(plain, workload, at: end) { return }
    let isMixed = !isLinear && counted.contains(where: \.isGraduated)
    let asked =
      isMixed ? try MixExtremes(tariff: self, workload: workload, end: end).held() : workload
    try CountedMeters(counted, asked, at: end).enter(into: &ledger)
  }

  private func enterTime(
    _ workload: Workload, at end: End, into ledger: inout some Ledger
  ) throws(PricingError) -> [Note] {
    let time = try WorkExtremes(
      policy: policy, workload: workload, capacity: capacity(of: workload), end: end
    ).machineTime()
    try time.enter(self, at: end, into: &ledger)
    return time.notes
  }

  /// What the invoice would be if the offer had the replicas that the work needs.
  private func withWholeFleet(
    _ notes: [Note], _ workload: Workload
  ) throws(PricingError) -> [Note] {
    guard notes.exceedCapacity else { return notes }
    var unlimited = offer
    unlimited.rates = rates
    unlimited.scaling.maximumReplicas = nil
    let whole = try Tariff(unlimited).total(for: workload)?.high
    return notes.map { note in
      switch note {
      case .exceedsCapacity(let needed, let maximum, _):
        .exceedsCapacity(needed: needed, maximum: maximum, wholeFleet: whole)
      case .mayExceedCapacity(let needed, let maximum, _):
        .mayExceedCapacity(needed: needed, maximum: maximum, wholeFleet: whole)
      default: note
      }
    }
  }

  /// Parts of a count that cost what the whole costs, because no other price is stated.
  private func wholeNotes(_ workload: Workload) -> [Note] {
    workload.counts.compactMap { count in
      guard count.amount.high > 0, !counted.contains(where: { $0.quantity == count.quantity })
      else { return nil }
      let wholes = counted.filter { count.quantity.isPart(of: $0.quantity) }
      return wholes.max { $1.quantity.isPart(of: $0.quantity) }
        .map { .chargedAsWhole(count.quantity, $0.unit) }
    }
  }

  /// What notes say of the most work, said of the least as well.
  private func withBothEnds(
    _ notes: [Note], _ workload: Workload
  ) throws(PricingError) -> [Note] {
    var result: [Note] = []
    if let fill = try fill(workload) { result.append(.fills(fill)) }
    if let service = try service(workload) {
      let isStated = capacity(of: workload).concurrency != nil
      if !isStated, !service.concurrency.isExact { result.append(.concurrencyNotStated) }
      result.append(.serves(service))
    }
    for note in notes {
      if case .needsReplicas = note, !result.isEmpty { continue }
      guard case .needsReplicas(let count, let most, let available) = note,
        let work = try Work(workload, capacity(of: workload), end: .low)
      else {
        result.append(note)
        continue
      }
      let least = try work.seconds / 3600
      let fewest = try max(1, (least / available).ceiling)
      result.append(
        .needsReplicas(
          Bounds(min(fewest, count.high), count.high),
          workHours: Bounds(min(least, most.high), most.high), availableHours: available))
    }
    return result
  }

  private func gapNotes(
    _ low: ChargeLedger, _ high: ChargeLedger, _ asked: Workload
  ) -> [Note] {
    var notes: [Note] = []
    let unclear = unclearPhases.filter { phase in
      low.has(phase) || high.has(phase)
    }
    if !unclear.isEmpty { notes.append(.billingNotStated(unclear)) }
    if policy.decisionInterval > 0, low.has(.idleTail) || high.has(.idleTail) {
      notes.append(.decides(every: policy.decisionInterval))
    }
    if !offer.unpricedChoices.isEmpty { notes.append(.basePrice(offer.unpricedChoices)) }
    notes += self.notes
    let discounts = offer.discounts.filter { discount in
      rates.contains { discount.concerns($0.unit) }
    }
    if !discounts.isEmpty { notes.append(.discounted(discounts)) }
    if let term = policy.commitment {
      notes.append(.committed(term, isJob: asked.period == .once))
    }
    notes += wholeNotes(asked)
    if low.total.isClosed, high.total.isClosed { return notes }
    for rate in rates
    where rate.condition.beyond == nil && (low.isOpen(rate.unit) || high.isOpen(rate.unit)) {
      notes.append(.priceNotStated(rate.unit))
    }
    return notes
  }
}

extension Note {
  /// The same of the high end alone.
  fileprivate var asUncertain: Note {
    guard case .exceedsCapacity(let needed, let maximum, let whole) = self else { return self }
    return .mayExceedCapacity(needed: needed, maximum: maximum, wholeFleet: whole)
  }
}
