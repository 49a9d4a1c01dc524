extension HeatMap {
  /// Works out the grid for offers of a scenario, every range of theirs at its middle.
  ///
  /// Only then does each cell have one price, and the grid one exact line. What ranges leave open is
  /// told by ``thresholds``.
  ///
  /// - Parameters:
  ///   - scenario: The offers, the workload and the day of the rates.
  ///   - workload: The id of the workload; `nil` is the result if there is none of it.
  ///   - offers: The ids of the offers, in this order; those that are unknown are left out.
  ///   - busyShares: Above 0 and at most 1.
  ///   - volumes: Tokens a month, rising.
  /// - Throws: ``PricingError``.
  public init?(
    of scenario: Scenario, workload: String, offers: [String], busyShares: [Ratio], volumes: [Int]
  ) throws(PricingError) {
    guard let asked = scenario.workloads.first(where: { $0.id == workload }) else { return nil }
    var question = Question(
      workload: asked,
      offers: offers.compactMap { id in
        scenario.offers.first { $0.id == id }?.current(on: scenario.date)
      })
    let inputs = try SensitivityInputs(question).all
    for input in inputs { try input.set(input.base, &question) }
    let map = try HeatMap(
      offers: question.offers, workload: question.workload, busyShares: busyShares,
      volumes: volumes)
    let ends = try HeatMapEnds(question, inputs.filter { !$0.isAssumedSpread }, volumes)
    let found = try ends.thresholds(besides: map.threshold)
    self = found.map { map.between($0.best, $0.worst) } ?? map
  }
}

/// From where on the first of two offers is the cheapest at the ends of what is a range.
private struct HeatMapEnds {
  private let start: Question
  private let inputs: [SensitivityInputs.Input]
  private let volumes: [Int]

  init(
    _ start: Question, _ inputs: [SensitivityInputs.Input], _ volumes: [Int]
  ) throws(PricingError) {
    (self.start, self.inputs, self.volumes) = (start, inputs, volumes)
  }

  /// Both ends; `nil` where nothing is a range.
  ///
  /// Each input is tried alone for the end that suits the offer: a price, a speed and a share of input
  /// move a bill one way, whatever the others are.
  func thresholds(
    besides middle: HeatMap.Threshold
  ) throws(PricingError) -> (best: HeatMap.Threshold, worst: HeatMap.Threshold)? {
    var (best, worst) = (start, start)
    var found: [(low: HeatMap.Threshold, high: HeatMap.Threshold)] = []
    for input in inputs {
      let low = try threshold(start.setting(input, to: input.low))
      let high = try threshold(start.setting(input, to: input.high))
      guard low != middle || high != middle else { continue }
      let suits = low.isBefore(high)
      try input.set(suits ? input.low : input.high, &best)
      try input.set(suits ? input.high : input.low, &worst)
      found.append(suits ? (low, high) : (high, low))
    }
    guard let only = found.first else { return nil }
    return found.count == 1
      ? (only.low, only.high) : (try threshold(best), try threshold(worst))
  }

  private func threshold(_ question: Question) throws(PricingError) -> HeatMap.Threshold {
    try HeatMap.threshold(question.offers, question.workload, volumes)
  }
}

extension HeatMap.Threshold {
  /// Whether this suits the offer more than another.
  fileprivate func isBefore(_ other: Self) -> Bool {
    (share ?? 2, tokens ?? .max) < (other.share ?? 2, other.tokens ?? .max)
  }
}
