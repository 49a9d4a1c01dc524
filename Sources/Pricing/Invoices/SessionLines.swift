/// The lines of an invoice for sessions that follow a week: a line for each block, and one for each phase
/// between work.
struct SessionLines {
  let fleet: SessionFleet
  var spans: [MachineTime.Span] = []

  /// What all replicas do in a phase in a week.
  private var phases: [Phase: Tally] = [:]

  private struct Tally {
    var seconds = Ratio.zero
    var count: Int128 = 0
    /// How long it takes each time; `nil` where not always the same.
    var each: Ratio?
  }

  init(fleet: SessionFleet) { self.fleet = fleet }

  /// Work, by blocks that have any: hours of the week × replicas × month ÷ week.
  ///
  /// - Parameter replicas: How many work in each block.
  /// - Returns: A span for each of them.
  /// - Throws: ``PricingError``.
  func active(_ replicas: [Int128]) throws(PricingError) -> [MachineTime.Span] {
    var spans: [MachineTime.Span] = []
    for (block, seconds) in fleet.profile.secondsOfBlocks.enumerated()
    where seconds > 0 && fleet.profile.blocks[block].sessions.high > 0 {
      let count = Ratio(replicas[block])
      let reckoning = perMonth(
        Reckoning(try seconds / 3600, .blockHours(block), .workload, in: .hours)
          .then(.times, count, .serving, fleet.serving))
      spans.append(
        .init(phase: .active, seconds: try month(seconds * count), reckoning: reckoning))
    }
    return spans
  }

  /// Takes down what a layer does beside its work.
  ///
  /// - Throws: ``PricingError``.
  mutating func add(_ week: LayerWeek, _ layer: ReplicaLayer) throws(PricingError) {
    if let waiting = week.waiting {
      try add(.idleTail, waiting, times: layer.count, isWhole: false)
      return
    }
    for run in week.runs {
      try add(.idleTail, run.waiting + run.tail, times: layer.count, isWhole: run.waiting == .zero)
      for phase in Phase.timed {
        guard let length = fleet.length(of: phase) else { continue }
        try add(phase, length * run.room, times: layer.count, isWhole: run.room == .one)
      }
    }
  }

  private mutating func add(
    _ phase: Phase, _ seconds: Ratio, times count: Int128, isWhole: Bool
  ) throws(PricingError) {
    guard seconds > 0 else { return }
    var tally = phases[phase] ?? Tally(each: isWhole ? seconds : nil)
    if !isWhole || tally.each != seconds { tally.each = nil }
    tally.seconds = try tally.seconds + seconds * Ratio(count)
    tally.count += count
    phases[phase] = tally
  }

  /// Enters what was taken down, in the order of phases.
  ///
  /// - Throws: ``PricingError``.
  mutating func finish() throws(PricingError) {
    for phase in Phase.allCases {
      guard let tally = phases[phase] else { continue }
      let isTail = phase == .idleTail
      let reckoning: Reckoning
      if let each = tally.each {
        let starts = Reckoning(Ratio(tally.count), .weeklyStarts, in: .seconds)
        reckoning = perMonth(
          isTail
            ? fleet.policy.idleReckoning(each, times: starts)
            : starts.then(.times, each, .length(phase), .rule(.length(phase))))
      } else {
        let seconds = Reckoning.Quantity.length(phase)
        reckoning = perMonth(
          Reckoning(tally.seconds, isTail ? .idle : seconds, in: .seconds))
      }
      spans.append(
        .init(phase: phase, seconds: try month(tally.seconds), reckoning: reckoning))
    }
  }

  private func perMonth(_ week: Reckoning) -> Reckoning {
    week.then(.times, fleet.hours, .month, .assumed).then(.over, SessionProfile.weekHours, .week)
  }

  /// So much of a week in a month.
  private func month(_ week: Ratio) throws(PricingError) -> Ratio {
    try week * fleet.hours / SessionProfile.weekHours
  }
}
