extension HeatMap {
  /// Works out the grid for offers of a scenario, every range of theirs at its middle.
  ///
  /// Only then does each cell have one price, and the grid one exact line.
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
    for input in try SensitivityInputs(question).all { try input.set(input.base, &question) }
    try self.init(
      offers: question.offers, workload: question.workload, busyShares: busyShares,
      volumes: volumes)
  }
}
