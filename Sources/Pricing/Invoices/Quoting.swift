extension Offer {
  /// The invoice of this offer for a workload.
  ///
  /// Everything that is a range is worked out twice, once for each end, so that inputs that
  /// depend on each other (input and output tokens of one total) are never mixed.
  ///
  /// - Parameters:
  ///   - workload: What is asked for.
  ///   - date: The day whose rates hold; `nil` for the latest.
  /// - Returns: An invoice, or why the question does not arise.
  /// - Throws: ``PricingError`` where the numbers are beyond exact arithmetic.
  public func quote(
    for workload: Workload, on date: CalendarDate? = nil
  ) throws(PricingError) -> Quote {
    guard rules.count < 2 else { return try withRules(on: date).quote(for: workload, on: date) }
    let rates = rates(on: date)
    if let reason = reasonNotToQuote(rates, workload) { return .notApplicable(reason) }

    var ends: [End: [Charge]] = [:]
    var notes: [Note] = []
    for end in End.allCases {
      var charges = try CountedMeters(rates: rates, workload: workload, end: end).charges()
      if let rate = rates.first(where: { $0.unit.meter == .time }) {
        let speed = throughput ?? workload.throughput
        guard let work = try Work(workload, throughput: speed, end: end) else {
          return .notApplicable(.needsThroughput)
        }
        let fleet = Fleet(policy: scaling, workload: workload, work: work, end: end)
        let time = try fleet.machineTime()
        charges += try time.charges(offer: self, rate: rate, end: end)
        // The high end has the most work, so its notes are those that matter.
        if end == .high { notes = try withWholeFleet(time.notes, workload, date) }
      }
      ends[end] = charges
    }
    let lines = try Self.lines(low: ends[.low] ?? [], high: ends[.high] ?? [])
    return .invoice(try invoice(workload, lines, notes + gapNotes(lines)))
  }

  /// Why there is no invoice for a workload; `nil` if there is one.
  func reasonNotToQuote(_ rates: [Rate], _ workload: Workload) -> NotApplicable? {
    guard !rates.isEmpty else { return .noRate }
    let meters = Set(rates.map(\.unit.meter))
    let isIdle = workload.traffic == .none
    if meters.contains(.tokens), workload.tokens == nil, !isIdle { return .needsTokens }
    if meters.contains(.requests), workload.requests == nil, !isIdle { return .needsRequests }
    if meters.contains(.time) {
      if workload.traffic == .notStated { return .needsTraffic }
      if case .busyShare = workload.traffic, workload.period == .once { return .needsTraffic }
      let needsSpeed = workload.traffic == .batch || workload.traffic == .steady
      if needsSpeed, workload.tokens == nil { return .needsTokens }
      if needsSpeed, throughput ?? workload.throughput == nil { return .needsThroughput }
    }
    return nil
  }

  /// Joins the charges of both ends, line by line, in the order of an invoice.
  private static func lines(
    low: [Charge], high: [Charge]
  ) throws(PricingError) -> [LineItem] {
    var lines: [LineItem] = []
    for kind in LineItem.Kind.all {
      let (lows, highs) = (low.filter { $0.kind == kind }, high.filter { $0.kind == kind })
      for index in 0..<max(lows.count, highs.count) {
        let (first, second) = (lows.dropFirst(index).first, highs.dropFirst(index).first)
        guard let rate = (first ?? second)?.rate else { continue }
        lines.append(try LineItem(low: first, high: second, rate: rate))
      }
    }
    return lines
  }

  private func invoice(
    _ workload: Workload, _ lines: [LineItem], _ notes: [Note]
  ) throws(PricingError) -> Invoice {
    var low = Money.zero
    var high: Money? = .zero
    for line in lines {
      low = try low + (line.amount.low ?? .zero)
      if let sum = high, let amount = line.amount.high {
        high = try sum + amount
      } else {
        high = nil
      }
    }
    return Invoice(
      offer: id, workload: workload.id, lines: lines, notes: notes, low: low, high: high)
  }

  /// What the invoice would be if the offer had the replicas that the work needs.
  private func withWholeFleet(
    _ notes: [Note], _ workload: Workload, _ date: CalendarDate?
  ) throws(PricingError) -> [Note] {
    var result: [Note] = []
    for note in notes {
      guard case .exceedsCapacity(let needed, let maximum, _) = note else {
        result.append(note)
        continue
      }
      var unlimited = self
      unlimited.scaling.maximumReplicas = nil
      let whole = try unlimited.quote(for: workload, on: date).invoice?.high
      result.append(.exceedsCapacity(needed: needed, maximum: maximum, wholeFleet: whole))
    }
    return result
  }

  private func gapNotes(_ lines: [LineItem]) -> [Note] {
    var notes: [Note] = []
    let unclear = Phase.allCases.filter { phase in
      scaling.billing(of: phase) == .notStated && lines.contains { $0.kind == .phase(phase) }
    }
    if !unclear.isEmpty { notes.append(.billingNotStated(unclear)) }
    let open = Set(lines.filter { $0.amount.high == nil || $0.amount.low == nil }.map(\.unit))
    notes += RateUnit.allCases.filter(open.contains).map(Note.priceNotStated)
    return notes
  }
}
