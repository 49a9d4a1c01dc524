import TestSupport
import Testing

@testable import Pricing

/// What invoices for sessions keep to, whatever the week and the rules.
@Suite("Laws of sessions at once")
struct SessionLawTests {
  /// A random week of blocks that have no hour in common.
  private static func profile(_ random: inout SplitMix, isRanged: Bool) -> SessionProfile {
    var blocks: [SessionProfile.Block] = []
    var start = 0
    while start < 1380 {
      let end = min(1440, start + random.int(in: 1...30) * 20)
      let days = Set(Weekday.allCases.filter { _ in random.int(in: 0...2) > 0 })
      let low = random.int(in: 0...30)
      let high = low + (isRanged ? random.int(in: 0...20) : 0)
      if !days.isEmpty {
        blocks.append(
          .init(
            Window(days: days, from: start, to: end),
            sessions: Bounds(Ratio(Int128(low)), Ratio(Int128(high)))))
      }
      start = end + random.int(in: 0...20) * 15
    }
    if random.int(in: 0...3) == 0 { blocks.append(.init(sessions: Bounds(3))) }
    return SessionProfile(blocks)
  }

  private static func policy(_ random: inout SplitMix) -> ScalingPolicy {
    func seconds(_ most: Int) -> Bounds<Ratio> {
      let low = random.int(in: 0...most)
      let high = random.int(in: 0...1) == 0 ? low : low + random.int(in: 0...most)
      return Bounds(Ratio(Int128(low)), Ratio(Int128(high)))
    }
    var policy = ScalingPolicy(
      minimumReplicas: random.int(in: 0...2),
      maximumReplicas: random.int(in: 0...3) == 0 ? random.int(in: 2...6) : nil,
      idleTimeout: random.int(in: 0...4) == 0 ? .never : .after(seconds(20_000)),
      billingIncrement: [0, 1, 60, 3600][random.int(in: 0...3)],
      minimumCharge: random.int(in: 0...3) == 0 ? 1800 : .zero,
      durations: [.loading: seconds(900), .draining: seconds(60)])
    for phase in Phase.allCases where phase != .active {
      policy.billing[phase] = [.billed, .free, .notStated][random.int(in: 0...2)]
    }
    return policy
  }

  private static func quote(
    _ policy: ScalingPolicy, _ profile: SessionProfile, _ concurrency: Bounds<Ratio>?
  ) throws -> Invoice {
    var workload = Samples.month(.sessions(profile), runs: nil)
    workload.concurrency = concurrency
    let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
    return try #require(try offer.quote(for: workload).invoice)
  }

  @Test(
    "Lines add up, come from their terms, and last no longer than there is time", arguments: 0..<200
  )
  func linesFit(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let policy = Self.policy(&random)
    let profile = Self.profile(&random, isRanged: seed % 2 == 0)
    let invoice = try Self.quote(
      policy, profile, Bounds(4, 4 + Ratio(Int128(random.int(in: 0...4)))))
    for end in End.allCases {
      var (sum, up) = (Money.zero, Ratio.zero)
      for line in invoice.lines {
        #expect(try line.derivation[end].result() == line.quantity[end], "\(line.kind)")
        #expect(line.quantity[end] >= 0, "\(line.kind)")
        sum = try sum + (line.amount[end] ?? .zero)
        if case .phase = line.kind { up = try up + line.quantity[end] }
      }
      #expect(sum == (end == .low ? invoice.low : invoice.high))
      let peak = try profile.replicas(Bounds(4, 8), .high).max() ?? 0
      let most = policy.maximumReplicas.map { min(Int128($0), peak) } ?? peak
      #expect(up <= (try Ratio(max(most, Int128(policy.minimumReplicas))) * 720))
    }
  }

  @Test("A range holds every bill inside", arguments: 0..<200)
  func containsBills(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let policy = Self.policy(&random)
    let profile = Self.profile(&random, isRanged: true)
    let concurrency = Bounds<Ratio>(4, 6)
    let range = try Self.quote(policy, profile, concurrency)
    let high = try #require(range.high)
    #expect(range.low <= high)
    for _ in 0..<8 {
      func inside(_ range: Bounds<Ratio>) throws -> Bounds<Ratio> {
        let part = try Ratio(Int128(random.int(in: 0...20)), over: 20)
        return Bounds(try range.low + (range.high - range.low) * part)
      }
      var one = policy
      for phase in Phase.timed {
        if let length = policy.durations[phase] { one.durations[phase] = try inside(length) }
      }
      if case .after(let timeout) = policy.idleTimeout {
        one.idleTimeout = .after(try inside(timeout))
      }
      for phase in Phase.allCases where policy.billing(of: phase) == .notStated {
        one.billing[phase] = random.int(in: 0...1) == 0 ? .free : .billed
      }
      let point = SessionProfile(
        try profile.blocks.map { .init($0.window, sessions: try inside($0.sessions)) })
      let inner = try Self.quote(one, point, inside(concurrency))
      // Each line is rounded to the picodollar, and runs to the second where that is the increment.
      let slack: Int128 = 64
      #expect(range.low.picodollars <= inner.low.picodollars + slack)
      #expect((inner.high ?? .zero).picodollars <= high.picodollars + slack)
    }
  }

  @Test(
    "What nobody says of a replica holds the bill of every number that it may be",
    arguments: 0..<120)
  func containsEveryConcurrency(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let policy = Self.policy(&random)
    let profile = Self.profile(&random, isRanged: seed % 4 == 0)
    let open = try Self.quote(policy, profile, nil)
    let high = try #require(open.high)
    let most = profile.peak.high.ceiling
    let slack: Int128 = 64
    for concurrency in 1...max(1, most) {
      let stated = try Self.quote(policy, profile, Bounds(Ratio(concurrency)))
      #expect(open.low.picodollars <= stated.low.picodollars + slack, "\(concurrency)")
      #expect(
        (stated.high ?? .zero).picodollars <= high.picodollars + slack, "\(concurrency)")
    }
    // No further than it has to, where there are as many replicas as there may be sessions.
    guard policy.maximumReplicas == nil, most > 0 else { return }
    #expect(open.low == (try Self.quote(policy, profile, Bounds(Ratio(most))).low))
    #expect(open.high == (try Self.quote(policy, profile, Bounds(1)).high))
  }

  @Test("More sessions never cost less, where breaks are charged like work", arguments: 0..<60)
  func moreSessions(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var policy = Self.policy(&random)
    (policy.billingIncrement, policy.minimumCharge) = (.zero, .zero)
    for phase in Phase.allCases { policy.billing[phase] = .billed }
    let profile = Self.profile(&random, isRanged: false)
    var last: Invoice?
    for more in 0..<8 {
      let busier = SessionProfile(
        try profile.blocks.map {
          .init($0.window, sessions: Bounds(try $0.sessions.low + Ratio(Int128(more))))
        })
      let invoice = try Self.quote(policy, busier, Bounds(4))
      if let last {
        #expect(last.low.picodollars <= invoice.low.picodollars + 64)
        #expect(last.high?.picodollars ?? 0 <= (invoice.high?.picodollars ?? 0) + 64)
      }
      last = invoice
    }
  }
}
