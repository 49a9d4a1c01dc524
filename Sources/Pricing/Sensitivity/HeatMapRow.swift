/// The offers and the workload of one row of a heat map.
struct HeatMapRow {
  private let busyShare: Ratio
  private let tariffs: [Tariff]
  private var workload: Workload

  init(
    _ offers: [Offer], _ workload: Workload, busyShare: Ratio, on date: CalendarDate?
  ) throws(PricingError) {
    self.busyShare = busyShare
    self.workload = workload
    self.workload.traffic = .batch
    self.workload.requests = nil
    self.workload.throughput = try Self.at(busyShare, workload.throughput)
    var tariffs: [Tariff] = []
    for var offer in offers {
      offer.throughput = try Self.at(busyShare, offer.throughput)
      tariffs.append(Tariff(offer, on: date))
    }
    self.tariffs = tariffs
  }

  private static func at(
    _ share: Ratio, _ stated: Throughput?
  ) throws(PricingError) -> Throughput? {
    try stated?.changed(utilisation: Bounds(share))
  }

  func filled(_ volumes: [Int]) throws(PricingError) -> HeatMap.Row {
    var cells: [HeatMap.Cell] = []
    for tokens in volumes { cells.append(try cell(tokens)) }
    var changes: [HeatMap.Change] = []
    if let first = volumes.first, let last = volumes.last {
      changes = try breakEven(first...last).leastCost.changes
    }
    return HeatMap.Row(busyShare: busyShare, cells: cells, changes: changes)
  }

  /// The smallest volume at which an offer is the cheapest; `nil` if it is at none.
  func firstVolume(of offer: String, in range: ClosedRange<Int>) throws(PricingError) -> Int? {
    try breakEven(range).leastCost.spans.first { $0.offers.contains(offer) }?.range.lowerBound
  }

  private func cell(_ tokens: Int) throws(PricingError) -> HeatMap.Cell {
    let workload = try asked(tokens)
    var costs: [Bounds<Ratio>?] = []
    var invoices: [Invoice] = []
    for tariff in tariffs {
      guard let invoice = try tariff.quote(for: workload).invoice, invoice.isComparable,
        let high = invoice.high
      else {
        costs.append(nil)
        continue
      }
      invoices.append(invoice)
      let millions = try Ratio(Int128(tokens), over: 1_000_000)
      costs.append(Bounds(try invoice.low.dollars / millions, try high.dollars / millions))
    }
    let comparison = Comparison(workload: workload.id, invoices: invoices)
    return HeatMap.Cell(tokens: tokens, costs: costs, cheapest: comparison.cheapest)
  }

  private func asked(_ tokens: Int) throws(PricingError) -> Workload {
    var workload = workload
    let share = try workload.tokens?.inputShare() ?? Bounds(.zero, .one)
    workload.tokens = .total(tokens, inputShare: share)
    return workload
  }

  private func breakEven(_ range: ClosedRange<Int>) throws(PricingError) -> BreakEven {
    let sweep = Sweep(driver: .tokens, range: range)
    let workload = try asked(range.lowerBound)
    var curves: [CostCurve] = []
    for tariff in tariffs {
      curves += try CostCurve.found(of: tariff, workloads: [workload], sweep: sweep)
    }
    return try BreakEven(curves: curves, sweep: sweep)
  }
}

extension CostCurve {
  /// The curves of an offer, none where there is a reason why not.
  fileprivate static func found(
    of tariff: Tariff, workloads: [Workload], sweep: Sweep
  ) throws(PricingError) -> [CostCurve] {
    switch try curves(of: tariff, workloads: workloads, sweep: sweep) {
    case .success(let curves): curves
    case .failure: []
    }
  }
}

extension Envelope {
  /// Where other offers become the cheapest, whichever of their curves.
  fileprivate var changes: [HeatMap.Change] {
    zip(spans, spans.dropFirst()).compactMap { left, right in
      let (from, to) = (left.offers.sorted(), right.offers.sorted())
      guard from != to else { return nil }
      return HeatMap.Change(tokens: right.range.lowerBound, from: from, to: to)
    }
  }
}
