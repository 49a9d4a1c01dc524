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
    try addSpeeds(question)
    for (index, offer) in question.offers.enumerated() {
      let isFirst = !question.offers[..<index].contains { $0.card == offer.card }
      try addRates(of: offer, in: question, isFirst: isFirst)
      try addScaling(of: offer, at: index)
    }
  }

  // `range` is what is stated, nothing to vary if `nil` or 0; `most` the largest value with a
  // meaning; `usual` what an exact value is taken through instead of a share of it.
  private mutating func add(
    _ kind: Assumption.Kind, _ range: Bounds<Ratio>?, most: Ratio? = nil,
    usual: Bounds<Ratio>? = nil,
    set: @escaping (Ratio, inout Question) throws(PricingError) -> Void
  ) throws(PricingError) {
    guard let range, range.high > 0 else { return }
    let base = try (range.low + range.high) / 2
    var (low, high) = (range.low, range.high)
    if let usual, range.isExact {
      (low, high) = (min(base, usual.low), max(base, usual.high))
    } else if range.isExact {
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
      // From 28 days to 31.
      try add(.monthHours, Bounds(hours), usual: Bounds(672, 744)) {
        $1.workload.period = .month(hours: $0)
      }
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
    case .gpuHours(let hours):
      try add(.gpuHours, hours) { $1.workload.traffic = .gpuHours(Bounds($0)) }
    case .busyShare(let share):
      try add(.busyShare, share, most: .one) { $1.workload.traffic = .busyShare(Bounds($0)) }
    case .bursts(let work, let every, let windows):
      try add(.burstSeconds, Bounds(work), most: every) {
        $1.workload.traffic = .bursts(work: $0, every: every, windows: windows)
      }
    case .session(let seconds):
      try add(.sessionSeconds, Bounds(seconds)) { $1.workload.traffic = .session(seconds: $0) }
    case .none, .sessions, .batch, .steady, .notStated: break
    }
  }

  /// Whose throughput an input is.
  private enum Owner: Hashable {
    case workload
    case offer(Int)
  }

  /// Speeds and shares, those that are stated as the same range once for all who have them.
  private mutating func addSpeeds(_ question: Question) throws(PricingError) {
    var stated: [(owner: Owner, throughput: Throughput)] = []
    if let throughput = question.workload.throughput { stated.append((.workload, throughput)) }
    for (index, offer) in question.offers.enumerated() {
      if let throughput = offer.throughput { stated.append((.offer(index), throughput)) }
    }
    func name(_ owner: Owner) -> String? {
      if case .offer(let index) = owner { question.offers[index].id } else { nil }
    }
    func isFirst<Value: Equatable>(_ place: Int, _ range: (Throughput) -> Value) -> Bool {
      let own = range(stated[place].throughput)
      return own as? Bounds<Ratio> == .init(.one)
        || !stated[..<place].contains { range($0.throughput) == own }
    }
    func owners<Value: Equatable>(_ place: Int, _ range: (Throughput) -> Value) -> [Owner] {
      stated.filter { range($0.throughput) == range(stated[place].throughput) }.map(\.owner)
    }
    for (place, one) in stated.enumerated() {
      if isFirst(place, \.speed) {
        let all = owners(place, \.speed)
        try add(.tokensPerSecond(offer: name(one.owner)), one.throughput.tokensPerSecond) {
          value, question throws(PricingError) in
          for owner in all {
            try Self.change(owner, in: &question) { stated throws(PricingError) in
              try stated.changed(tokensPerSecond: Bounds(value))
            }
          }
        }
      }
      guard isFirst(place, \.utilisation) else { continue }
      let all =
        one.throughput.utilisation == Bounds(.one)
        ? [one.owner] : owners(place, \.utilisation)
      try add(.utilisation(offer: name(one.owner)), one.throughput.utilisation, most: .one) {
        value, question throws(PricingError) in
        for owner in all {
          try Self.change(owner, in: &question) { stated throws(PricingError) in
            try stated.changed(utilisation: Bounds(value))
          }
        }
      }
    }
  }

  private static func change(
    _ owner: Owner, in question: inout Question,
    _ change: (Throughput) throws(PricingError) -> Throughput
  ) throws(PricingError) {
    switch owner {
    case .workload:
      if let stated = question.workload.throughput {
        question.workload.throughput = try change(stated)
      }
    case .offer(let index):
      if let stated = question.offers[index].throughput {
        question.offers[index].throughput = try change(stated)
      }
    }
  }

  /// The rates of an offer, which are those of every row of its card.
  private mutating func addRates(
    of offer: Offer, in question: Question, isFirst: Bool
  ) throws(PricingError) {
    guard isFirst else { return }
    let rows = question.offers.indices.filter { question.offers[$0].card == offer.card }
    for rate in offer.rates where rate.condition.isBase {
      guard let price = rate.price else { continue }
      let dollars = Bounds(price.low.dollars, price.high.dollars)
      try add(.rate(offer: offer.id, unit: rate.unit), dollars) {
        value, question throws(PricingError) in
        let amount = Money(rounding: try value * Ratio(Money.picodollarsPerDollar))
        for row in rows {
          question.offers[row].rates = question.offers[row].rates.map { known in
            known.series == rate.series
              ? rate.changed(price: Bounds(amount))
              : known
          }
        }
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

extension Throughput {
  /// The speed, and of what it is: that of a GPU is not that of a replica, whatever the number.
  fileprivate var speed: PaceInput { .speed(tokensPerSecond, perGPU: isPerGPU) }
}
