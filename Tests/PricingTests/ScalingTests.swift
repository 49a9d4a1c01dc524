import Pricing
import TestSupport
import Testing

@Suite("Scaling policies")
struct ScalingTests {
  /// $1 an hour on machines that start for `cold` seconds and idle for `timeout`, all billed.
  private func offer(
    cold: Bounds<Ratio> = Bounds(0), timeout: Bounds<Ratio> = Bounds(0), increment: Ratio = 0,
    minimum: Ratio = 0,
    loading: Billing = .billed
  ) throws -> Offer {
    Samples.offer(
      "o", try Samples.rate(.second, "1"),
      scaling: ScalingPolicy(
        idleTimeout: .after(timeout), billingIncrement: increment, minimumCharge: minimum,
        durations: [.loading: cold], billing: [.loading: loading, .idleTail: .billed]))
  }

  @Test(
    "Bursts of 20 s every 300 s, ten of them, cost $1 a second by phase",
    arguments: [
      (0, 0, ["active 200"]),  // by the second
      (30, 60, ["loading 300", "active 200", "idle-tail 600"]),  // stops after each
      (30, 250, ["loading 150", "active 200", "idle-tail 2500"]),  // every second start is saved
      (30, 280, ["loading 30", "active 200", "idle-tail 2770"]),  // never stops
      (30, 9999, ["loading 30", "active 200", "idle-tail 2770"]),
      (290, 0, ["loading 1450", "active 200"]),  // a start delays the next burst past its gap
    ])
  func bursts(cold: Int, timeout: Int, expected: [String]) throws {
    let offer = try offer(
      cold: Bounds(Ratio(Int128(cold))), timeout: Bounds(Ratio(Int128(timeout))))
    let workload = Samples.once(.bursts(work: 20, every: 300, windows: 10))
    let lines = try offer.quote(for: workload).invoice?.lines ?? []
    var sums: [String: Ratio] = [:]
    for line in lines where line.kind != .scaledToZero {
      sums[line.kind.id] = try (sums[line.kind.id] ?? 0) + line.quantity.high
    }
    let texts = lines.map(\.kind.id).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    .compactMap { kind in sums[kind].map { "\(kind) \($0.decimalText)" } }
    #expect(texts == expected)
  }

  @Test("The closed form of bursts agrees with second-by-second simulation", arguments: 0..<300)
  func simulation(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let every = random.int(in: 2...60)
    let work = random.int(in: 1...every)
    let cold = random.int(in: 0...70)
    let timeout = random.int(in: 0...70)
    let count = random.int(in: 1...12)
    let offer = try offer(
      cold: Bounds(Ratio(Int128(cold))), timeout: Bounds(Ratio(Int128(timeout))))
    let workload = Samples.once(
      .bursts(work: Ratio(Int128(work)), every: Ratio(Int128(every)), windows: count))
    let total = try #require(try offer.quote(for: workload).invoice?.high)
    let expected = simulatedSeconds(
      work: work, every: every, cold: cold, timeout: timeout, count: count)
    #expect(total.dollars == Ratio(Int128(expected)))
  }

  @Test("Ranges of starts and timeouts hold every bill between their ends", arguments: 0..<60)
  func rangesEnclose(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let every = random.int(in: 2...40)
    let work = random.int(in: 1...every)
    let (cold, coldMore) = (random.int(in: 0...30), random.int(in: 0...5))
    let (timeout, timeoutMore) = (random.int(in: 0...30), random.int(in: 0...5))
    let workload = Samples.once(
      .bursts(work: Ratio(Int128(work)), every: Ratio(Int128(every)), windows: 5040))
    let increment = [Ratio.zero, 60][seed % 2]
    func total(_ cold: ClosedRange<Int>, _ timeout: ClosedRange<Int>) throws -> Invoice {
      func bounds(_ range: ClosedRange<Int>) -> Bounds<Ratio> {
        Bounds(Ratio(Int128(range.lowerBound)), Ratio(Int128(range.upperBound)))
      }
      let offer = try offer(cold: bounds(cold), timeout: bounds(timeout), increment: increment)
      return try #require(try offer.quote(for: workload).invoice)
    }
    let range = try total(cold...(cold + coldMore), timeout...(timeout + timeoutMore))
    let high = try #require(range.high)
    for cold in cold...(cold + coldMore) {
      for timeout in timeout...(timeout + timeoutMore) {
        let one = try total(cold...cold, timeout...timeout)
        #expect(range.low <= one.low && one.low <= high, "cold \(cold), timeout \(timeout)")
      }
    }
  }

  /// Follows one replica through its bursts; the horizon ends with the last window.
  private func simulatedSeconds(work: Int, every: Int, cold: Int, timeout: Int, count: Int) -> Int {
    var (billed, free, isUp) = (0, 0, false)  // `free`: when the replica has nothing left to do
    for burst in 0..<count {
      let arrival = burst * every
      if isUp, arrival - free > timeout {
        billed += timeout
        isUp = false
      }
      if isUp {
        billed += max(0, arrival - free)
        free = max(free, arrival) + work
      } else {
        billed += cold
        free = max(free, arrival) + cold + work
        isUp = true
      }
      billed += work
    }
    return billed + min(timeout, max(0, count * every - free))
  }

  @Test("Every line's arithmetic comes to its quantity", arguments: 0..<120)
  func derivations(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let speed = try Throughput(
      tokensPerSecond: Bounds(
        Ratio(Int128(random.int(in: 10...500))), Ratio(Int128(random.int(in: 10...500)))),
      utilisation: Bounds(try Ratio(Int128(random.int(in: 1...10)), over: 10)))
    let tokens = TokenVolume.total(
      random.int(in: 0...900_000_000),
      inputShare: Bounds(try Ratio(1, over: 4), try Ratio(3, over: 4)))
    let traffics: [Workload.Traffic] = [
      .none, .hours(Bounds(Ratio(Int128(random.int(in: 0...2000))))),
      .busyShare(Bounds(try Ratio(Int128(random.int(in: 0...100)), over: 100))),
      .bursts(work: Ratio(Int128(random.int(in: 1...40))), every: 60, windows: nil),
      .session(seconds: Ratio(Int128(random.int(in: 1...9000)))), .batch, .steady,
    ]
    let traffic = traffics[seed % traffics.count]
    let workload =
      seed.isMultiple(of: 2)
      ? Samples.month(traffic, tokens: tokens, requests: 1000, throughput: speed)
      : Samples.once(traffic, tokens: tokens, throughput: speed)
    let policies = [
      Samples.bySecond, Samples.alwaysOn(2), Samples.alwaysOn(1, maximum: 1),
      ScalingPolicy(
        minimumReplicas: 1, idleTimeout: .after(Bounds(5, 90)), billingIncrement: 60,
        durations: [.loading: Bounds(3, 30)]),
      ScalingPolicy(
        idleTimeout: .after(Bounds(5, 90)), billingIncrement: 60, minimumCharge: 120,
        durations: [.loading: Bounds(3, 30), .draining: Bounds(1)]),
    ]
    let units: [RateUnit] = [.gpuHour, .gpuSecond, .second]
    var offer = Samples.offer(
      "o", try Samples.rate(units[random.int(in: 0...2)], "1.25", "2"),
      try Samples.rate(.millionInputTokens, "0.3"), try Samples.rate(.millionOutputTokens, "1.1"),
      scaling: policies[random.int(in: 0...4)])
    let size = Ratio(Int128(random.int(in: 1...3)))
    (offer.replica[.gpus], offer.replica[.machine]) = (size, size)
    guard let invoice = try offer.quote(for: workload).invoice else { return }
    var (low, high) = (Money.zero, Money.zero)
    for line in invoice.lines {
      #expect(try line.derivation.low.result() == line.quantity.low, "\(line.kind.id)")
      #expect(try line.derivation.high.result() == line.quantity.high, "\(line.kind.id)")
      low = try low + (line.amount.low ?? .zero)
      high = try high + (line.amount.high ?? .zero)
    }
    #expect(low == invoice.low)
    #expect(high == invoice.high)
    #expect(low <= high)
  }

  @Test(
    "Billed time is rounded up per run",
    arguments: [(540, 60, 0, "540"), (541, 60, 0, "600"), (10, 1, 60, "60"), (61, 1, 60, "61")])
  func rounding(seconds: Int, increment: Int, minimum: Int, total: String) throws {
    let offer = try offer(
      increment: Ratio(Int128(increment)), minimum: Ratio(Int128(minimum)))
    let workload = Samples.once(.session(seconds: Ratio(Int128(seconds))))
    #expect(try offer.quote(for: workload).totalText == total)
  }

  @Test(
    "A phase is free, billed, or a range where nobody says",
    arguments: [(Billing.free, "100"), (.billed, "130"), (.notStated, "100–130")])
  func billing(state: Billing, total: String) throws {
    let offer = try offer(cold: Bounds(30), loading: state)
    #expect(try offer.quote(for: Samples.once(.session(seconds: 100))).totalText == total)
  }

  @Test func aRangeOfTimeoutsFindsTheDearestPattern() throws {
    let offer = try offer(cold: Bounds(30), timeout: Bounds(0, 400))
    let workload = Samples.once(.bursts(work: 20, every: 300, windows: 1))
    #expect(try offer.quote(for: workload).totalText == "50–300")
  }

  @Test func workBeyondTheMinimumReplicasIsElastic() throws {
    var policy = ScalingPolicy(minimumReplicas: 1, idleTimeout: .after(Bounds(0)))
    policy.billing = [.idleTail: .free]
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
    let quote = try offer.quote(for: Samples.month(.hours(Bounds(800))))
    #expect(quote.lineTexts == ["active 720 × 1 = 720", "active 80 × 1 = 80"])
  }

  @Test func aSteadyStreamKeepsMachinesUp() throws {
    let speed = try Throughput(tokensPerSecond: Bounds(100))
    let workload = Samples.month(
      .steady, tokens: .split(input: 0, output: 129_600_000), throughput: speed)  // 360 h
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "1"),
      scaling: ScalingPolicy(idleTimeout: .after(Bounds(5)), billing: [.idleTail: .billed]))
    let quote = try offer.quote(for: workload)
    #expect(quote.lineTexts == ["active 360 × 1 = 360", "idle-tail 360 × 1 = 360"])
  }

  @Test func burstsThatOverlapAreRefused() throws {
    let workload = Samples.once(.bursts(work: 20, every: 10, windows: 1))
    #expect(throws: PricingError.burstsOverlap) { try offer().quote(for: workload) }
  }

  @Test(
    "Says why there is no invoice",
    arguments: [
      (RateUnit.millionTokens, Workload.Traffic.notStated, NotApplicable.needsTokens),
      (.request, .notStated, .needsRequests),
      (.gpuHour, .notStated, .needsTraffic),
    ])
  func notApplicable(unit: RateUnit, traffic: Workload.Traffic, reason: NotApplicable) throws {
    let offer = Samples.offer("o", try Samples.rate(unit, "1"))
    #expect(try offer.quote(for: Samples.month(traffic)) == .notApplicable(reason))
  }

  @Test func theRateInForceOnADayIsUsed() throws {
    let old = try #require(CalendarDate("2025-01-01"))
    let new = try #require(CalendarDate("2026-01-01"))
    let price = { (date: CalendarDate, text: String) in
      Rate(
        unit: .request, price: Bounds(try Money(dollars: text)), from: date,
        citation: Citation(source: "s"))
    }
    let offer = Samples.offer("o", try price(old, "1"), try price(new, "2"))
    var workload = Samples.month(.notStated)
    workload.requests = 3
    #expect(try offer.quote(for: workload, on: CalendarDate("2025-12-31")).totalText == "3")
    #expect(try offer.quote(for: workload, on: new).totalText == "6")
    #expect(try offer.quote(for: workload).totalText == "6")
    #expect(
      try offer.quote(for: workload, on: CalendarDate("2024-12-31")) == .notApplicable(.noRate))
  }
}
