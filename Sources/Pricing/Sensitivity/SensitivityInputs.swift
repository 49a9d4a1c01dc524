/// The inputs of a comparison that can be varied, each with a way to set it.
struct SensitivityInputs {
  /// One input.
  struct Input {
    let kind: Assumption.Kind
    let low: Ratio
    let base: Ratio
    let high: Ratio
    let isAssumedSpread: Bool
    /// Sets another value of this input.
    let set: (Ratio, inout Question) throws(PricingError) -> Void
  }

  /// Every input that is not nothing: those of the workload, then those of each offer.
  private(set) var all: [Input] = []

  init(_ question: Question) throws(PricingError) {
    try addWorkload(question.workload)
    try addTraffic(question.workload.traffic)
    try addSpeed(question.workload.throughput, offer: nil) { $1.workload.throughput = $0 }
    for (index, offer) in question.offers.enumerated() {
      try addSpeed(offer.throughput, offer: offer.id) { $1.offers[index].throughput = $0 }
      try addRates(of: offer, at: index)
      try addScaling(of: offer, at: index)
    }
  }

  // `range` is what is stated, nothing to vary if `nil` or 0; `most` the largest value with a
  // meaning.
  private mutating func add(
    _ kind: Assumption.Kind, _ range: Bounds<Ratio>?, most: Ratio? = nil,
    set: @escaping (Ratio, inout Question) throws(PricingError) -> Void
  ) throws(PricingError) {
    guard let range, range.high > 0 else { return }
    let base = try (range.low + range.high) / 2
    var (low, high) = (range.low, range.high)
    if range.isExact {
      let spread = try base * Sensitivity.assumedSpread
      (low, high) = (try base - spread, try base + spread)
      if let most { high = min(high, most) }
    }
    all.append(
      Input(
        kind: kind, low: low, base: base, high: high, isAssumedSpread: range.isExact, set: set))
  }

  private mutating func addWorkload(_ workload: Workload) throws(PricingError) {
    if case .month(let hours) = workload.period {
      try add(.monthHours, Bounds(hours)) { $1.workload.period = .month(hours: $0) }
    }
    guard let tokens = workload.tokens, tokens.total > 0 else { return }
    let total = Int(clamping: tokens.total)
    try add(.inputShare, tokens.inputShare(), most: .one) {
      $1.workload.tokens = .total(total, inputShare: Bounds($0))
    }
  }

  private mutating func addTraffic(_ traffic: Workload.Traffic) throws(PricingError) {
    switch traffic {
    case .hours(let hours):
      try add(.workHours, hours) { $1.workload.traffic = .hours(Bounds($0)) }
    case .busyShare(let share):
      try add(.busyShare, share, most: .one) { $1.workload.traffic = .busyShare(Bounds($0)) }
    case .bursts(let work, let every, let windows):
      try add(.burstSeconds, Bounds(work), most: every) {
        $1.workload.traffic = .bursts(work: $0, every: every, windows: windows)
      }
    case .session(let seconds):
      try add(.sessionSeconds, Bounds(seconds)) { $1.workload.traffic = .session(seconds: $0) }
    case .none, .batch, .steady, .notStated: break
    }
  }

  private mutating func addSpeed(
    _ stated: Throughput?, offer: String?,
    set: @escaping (Throughput, inout Question) throws(PricingError) -> Void
  ) throws(PricingError) {
    guard let stated else { return }
    func current(_ question: Question) -> Throughput {
      let own = question.offers.first { $0.id == offer }?.throughput
      return (offer == nil ? question.workload.throughput : own) ?? stated
    }
    try add(.tokensPerSecond(offer: offer), stated.tokensPerSecond) {
      value, question throws(PricingError) in
      let utilisation = current(question).utilisation
      try set(Throughput(tokensPerSecond: Bounds(value), utilisation: utilisation), &question)
    }
    try add(.utilisation(offer: offer), stated.utilisation, most: .one) {
      value, question throws(PricingError) in
      let speed = current(question).tokensPerSecond
      try set(Throughput(tokensPerSecond: speed, utilisation: Bounds(value)), &question)
    }
  }

  private mutating func addRates(of offer: Offer, at index: Int) throws(PricingError) {
    for (place, rate) in offer.rates.enumerated() {
      guard let price = rate.price else { continue }
      let dollars = Bounds(price.low.dollars, price.high.dollars)
      try add(.rate(offer: offer.id, unit: rate.unit), dollars) {
        value, question throws(PricingError) in
        let amount = Money(rounding: try value * Ratio(Money.picodollarsPerDollar))
        question.offers[index].rates[place] = Rate(
          unit: rate.unit, price: Bounds(amount), day: rate.day, citation: rate.citation)
      }
    }
  }

  private mutating func addScaling(of offer: Offer, at index: Int) throws(PricingError) {
    let policy = offer.scaling
    let start = Phase.coldStart.compactMap { policy.durations[$0] }
    var (quick, slow) = (Ratio.zero, Ratio.zero)
    for length in start { (quick, slow) = (try quick + length.low, try slow + length.high) }
    try add(.startSeconds(offer: offer.id), Bounds(quick, slow)) {
      value, question throws(PricingError) in
      // The phases are all as quick or as slow, in their ranges or in proportion.
      for phase in Phase.coldStart {
        guard let length = policy.durations[phase] else { continue }
        let seconds =
          quick == slow
          ? try length.low * value / quick
          : try length.low + (value - quick) / (slow - quick) * (length.high - length.low)
        question.offers[index].scaling.durations[phase] = Bounds(seconds)
      }
    }
    try add(.idleTimeout(offer: offer.id), policy.idleTimeout.seconds) {
      $1.offers[index].scaling.idleTimeout = .after(Bounds($0))
    }
  }
}
