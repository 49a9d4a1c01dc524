import TestSupport
import Testing

@testable import Pricing

/// An autoscaler that decides every so often lets idle replicas go later than their timeout.
@Suite("Decisions of an autoscaler")
struct DecisionIntervalTests {
  private static func policy(
    _ timeout: Bounds<Ratio>, every interval: Ratio, minimum: Int = 0
  ) -> ScalingPolicy {
    var policy = ScalingPolicy(
      minimumReplicas: minimum, idleTimeout: .after(timeout), durations: [.loading: Bounds(30)],
      billing: [.loading: .billed, .active: .billed, .idleTail: .billed, .keptWarm: .billed])
    policy.decisionInterval = interval
    return policy
  }

  private static func quote(_ policy: ScalingPolicy, _ workload: Workload) throws -> Quote {
    try Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy).quote(for: workload)
  }

  /// Eight hours of sessions on each of five days of a month of one week.
  private static var week: Workload {
    let days: Set<Weekday> = [.mon, .tue, .wed, .thu, .fri]
    let profile = SessionProfile([
      .init(Window(days: days, from: 540, to: 1020), sessions: Bounds(16))
    ])
    var workload = Samples.month(.sessions(profile), hours: 168, runs: nil)
    workload.concurrency = Bounds(8)
    return workload
  }

  @Test func aReplicaStaysUpToAnIntervalLonger() throws {
    let exact = try Self.quote(Self.policy(Bounds(360), every: 0), Self.week)
    // 2 × 5 × 8 h of work, and ten starts of 30 s and tails of 6 min.
    #expect(exact.totalText == "81.083333333333")
    let quote = try Self.quote(Self.policy(Bounds(360), every: 60), Self.week)
    #expect(quote.totalText == "81.083333333333–81.25")
    let invoice = try #require(quote.invoice)
    #expect(invoice.notes.contains(.decides(every: 60)))
    let tail = try #require(invoice.lines.first { $0.kind == .phase(.idleTail) })
    let names = tail.derivation.low.terms.map(\.name)
    #expect(names.prefix(2) == ["starts in a week", "idle timeout"])
    let terms = tail.derivation.high.terms.prefix(3)
    #expect(terms.map(\.name) == ["idle timeout", "until a decision", "starts in a week"])
    #expect(terms.map(\.value) == [360, 60, 10])
    for end in End.allCases {
      #expect(try tail.derivation[end].result() == tail.quantity[end])
    }
  }

  @Test func eachNumberHasTheEvidenceOfItsOwnRule() throws {
    var policy = Self.policy(Bounds(360), every: 60)
    policy.evidence = [
      .idleTimeout: .stated(Citation(source: "timeouts")),
      .decisionInterval: .stated(Citation(source: "decisions")),
    ]
    let invoice = try #require(try Self.quote(policy, Self.week).invoice)
    let tail = try #require(invoice.lines.first { $0.kind == .phase(.idleTail) })
    #expect(
      tail.derivation.high.terms.prefix(2).map(\.basis) == [
        .stated(Citation(source: "timeouts")), .stated(Citation(source: "decisions")),
      ])
  }

  @Test(
    "Every tail is longer, whatever the work",
    arguments: [
      (Samples.once(.session(seconds: 540)), "0.175–0.191666666666"),
      (Samples.month(.hours(Bounds(10)), runs: 6), "10.15–10.25"),
      (Samples.once(.bursts(work: 20, every: 3600, windows: 3)), "0.091666666667–0.141666666667"),
    ])
  func otherWork(workload: Workload, total: String) throws {
    let quote = try Self.quote(Self.policy(Bounds(60), every: 60), workload)
    let invoice = try #require(quote.invoice)
    #expect(quote.totalText == total)
    for line in invoice.lines {
      for end in End.allCases {
        #expect(try line.derivation[end].result() == line.quantity[end], "\(line.kind)")
      }
    }
  }

  @Test func withoutATimeoutTheTailIsWhatComesUpToADecision() throws {
    let quote = try Self.quote(Self.policy(Bounds(0), every: 60), Self.week)
    #expect(quote.totalText == "80.083333333333–80.25")
    let tail = quote.invoice?.lines.first { $0.kind == .phase(.idleTail) }
    #expect(tail?.derivation.high.terms.first?.name == "until a decision")
  }

  @Test func replicasThatAreHeldHaveNoneToWaitFor() throws {
    let held = Self.policy(Bounds(360), every: 60, minimum: 2)
    let quote = try Self.quote(held, Self.week)
    #expect(quote.totalText == "336")
    #expect(quote.invoice?.notes.contains(.decides(every: 60)) == false)
  }

  @Test("A range holds the bill of every moment at which it may decide", arguments: 0..<80)
  func containsBills(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let timeout = Ratio(Int128(random.int(in: 0...20) * 60))
    let interval = Ratio(Int128(random.int(in: 1...30) * 30))
    var policy = Self.policy(Bounds(timeout), every: interval, minimum: random.int(in: 0...1))
    policy.billingIncrement = [0, 60, 3600][random.int(in: 0...2)]
    policy.billing[.idleTail] = [.billed, .free, .notStated][random.int(in: 0...2)]
    let start = random.int(in: 0...600)
    var blocks = [SessionProfile.Block(Window(from: start, to: start + 240), sessions: Bounds(20))]
    blocks.append(.init(Window(from: start + 260, to: start + 300), sessions: Bounds(9)))
    let sessions = Samples.month(.sessions(SessionProfile(blocks)), runs: nil)
    let bursts = Samples.month(.bursts(work: 40, every: 400, windows: nil), runs: nil)
    for var workload in [sessions, bursts, Samples.month(.hours(Bounds(100)), runs: 40)] {
      workload.concurrency = Bounds(4)
      let range = try #require(try Self.quote(policy, workload).invoice)
      for part in 0...6 {
        var one = policy
        one.decisionInterval = .zero
        let later = try interval * Ratio(Int128(part), over: 6)
        one.idleTimeout = .after(Bounds(try timeout + later))
        let inner = try #require(try Self.quote(one, workload).invoice)
        #expect(range.low.picodollars <= inner.low.picodollars + 64, "\(part)")
        let (most, bill) = (range.high ?? .zero, inner.high ?? .zero)
        #expect(bill.picodollars <= most.picodollars + 64, "\(part)")
      }
    }
  }

  @Test func aRuleLikeAnyOther() {
    var policy = ScalingPolicy()
    #expect(policy.decisionInterval == 0)
    policy.decisionInterval = 60
    #expect(policy != ScalingPolicy())
    #expect(policy.basis(of: .decisionInterval) == .assumed)
  }
}
