import TestSupport
import Testing

@testable import Pricing

/// A month of one week, so that a week's hours are those of the invoice.
@Suite("Sessions at once")
struct SessionFleetTests {
  private static let workdays: Set<Weekday> = [.mon, .tue, .wed, .thu, .fri]

  /// 40 at once on workdays from 9 to 18, then 10 until 22, and 6 on the weekend from 10 to 16.
  private static let week = SessionProfile([
    .init(Window(days: workdays, from: 540, to: 1080), sessions: Bounds(40)),
    .init(Window(days: workdays, from: 1080, to: 1320), sessions: Bounds(10)),
    .init(Window(days: [.sat, .sun], from: 600, to: 960), sessions: Bounds(6)),
  ])

  private static func policy(
    _ timeout: ScalingPolicy.IdleTimeout, minimum: Int = 0, maximum: Int? = nil,
    start: Bounds<Ratio> = Bounds(30)
  ) -> ScalingPolicy {
    ScalingPolicy(
      minimumReplicas: minimum, maximumReplicas: maximum, idleTimeout: timeout,
      durations: [.loading: start],
      billing: [.loading: .billed, .active: .billed, .idleTail: .billed, .keptWarm: .billed])
  }

  private static func quote(
    _ policy: ScalingPolicy, _ profile: SessionProfile = week,
    concurrency: Bounds<Ratio>? = Bounds(8), hours: Ratio = 168
  ) throws -> Quote {
    var workload = Samples.month(.sessions(profile), hours: hours, runs: nil)
    workload.concurrency = concurrency
    return try Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
      .quote(for: workload)
  }

  @Test func replicasThatNeverStopStayAtThePeak() throws {
    let quote = try Self.quote(Self.policy(.never))
    // Five replicas all week; 45 h × 5 + 20 h × 2 + 12 h × 1 of it with sessions.
    #expect(
      quote.lineTexts == [
        "active 225 × 1 = 225", "active 40 × 1 = 40", "active 12 × 1 = 12",
        "kept-warm 563 × 1 = 563",
      ])
    #expect(quote.totalText == "840")
  }

  @Test func othersFollowTheWeek() throws {
    let quote = try Self.quote(Self.policy(.after(Bounds(360))))
    // Starts: the first replica on seven days, the second on five, three more on five.
    #expect(
      quote.lineTexts == [
        "loading 0.225 × 1 = 0.225", "active 225 × 1 = 225", "active 40 × 1 = 40",
        "active 12 × 1 = 12", "idle-tail 2.7 × 1 = 2.7", "scaled-to-zero 560.075 × 0 = 0",
      ])
    #expect(quote.totalText == "279.925")
    for line in quote.invoice?.lines ?? [] {
      #expect(try line.derivation.high.result() == line.quantity.high, "\(line.kind)")
    }
    let active = try #require(quote.invoice?.lines[1].derivation.high)
    #expect(active.terms.map(\.unit) == ["h", "replicas", "h", "h"])
    #expect(active.terms.first?.name == "Mon–Fri 09:00–18:00")
  }

  @Test func aMonthIsSoManyWeeks() throws {
    let quote = try Self.quote(Self.policy(.after(Bounds(360))), hours: 336)
    #expect(quote.totalText == "559.85")
  }

  @Test(
    "A timeout that outlasts a gap saves the start in it",
    arguments: [
      // Eleven hours between two workdays: idle through five nights but for Friday's, and one weekend.
      (39600, 30), (39000, 150),
    ])
  func longTimeout(seconds: Int, starting: Int128) throws {
    let profile = SessionProfile([
      .init(Window(days: Self.workdays, from: 540, to: 1320), sessions: Bounds(8))
    ])
    let quote = try Self.quote(Self.policy(.after(Bounds(Ratio(Int128(seconds))))), profile)
    let starts = try #require(quote.invoice?.lines.first { $0.kind == .phase(.loading) })
    #expect(try starts.quantity.high == Ratio(starting, over: 3600))
  }

  @Test func aStartHasNoMoreTimeThanItsGap() throws {
    let profile = SessionProfile([
      .init(Window(from: 0, to: 1380), sessions: Bounds(8))
    ])
    // A gap of an hour a day: half of it idle, half of it a start of two hours.
    let quote = try Self.quote(Self.policy(.after(Bounds(1800)), start: Bounds(7200)), profile)
    #expect(quote.totalText == "168")
  }

  @Test func someAreHeldAndOthersFollow() throws {
    let quote = try Self.quote(Self.policy(.after(Bounds(0)), minimum: 1))
    #expect(
      quote.lineTexts.contains("kept-warm 91 × 1 = 91"), "\(quote.lineTexts)")
    #expect(quote.lineTexts.contains { $0.hasPrefix("loading") })
    #expect(!quote.lineTexts.contains { $0.hasPrefix("scaled-to-zero") })
  }

  @Test func tooFewReplicasServeAPart() throws {
    let quote = try Self.quote(Self.policy(.never, maximum: 3))
    #expect(quote.totalText == "504")
    #expect(quote.invoice?.fits == false)
    let note = Note.exceedsCapacity(
      needed: 5, maximum: 3, wholeFleet: try Money(dollars: "840"))
    #expect(quote.invoice?.notes.contains(note) == true)
  }

  @Test(
    "Who says how many a replica serves",
    arguments: [(nil, nil, "168–6720"), (nil, 8, "840"), (10, 8, "672"), (10, nil, "672")]
      as [(Int?, Int?, String)])
  func concurrency(offer: Int?, workload: Int?, total: String) throws {
    var policy = Self.policy(.never)
    policy.concurrency = offer.map { Bounds(Ratio(Int128($0))) }
    let quote = try Self.quote(policy, concurrency: workload.map { Bounds(Ratio(Int128($0))) })
    #expect(quote.totalText == total)
    let isOpen = quote.invoice?.notes.contains(.concurrencyNotStated)
    #expect(isOpen == (offer == nil && workload == nil))
  }

  @Test func whatNobodySaysIsOneReplicaForAllOrOneForEach() throws {
    let policy = Self.policy(.after(Bounds(360)))
    let open = try #require(try Self.quote(policy, concurrency: nil).invoice)
    let all = try #require(try Self.quote(policy, concurrency: Bounds(40)).invoice)
    let each = try #require(try Self.quote(policy, concurrency: Bounds(1)).invoice)
    #expect(open.low == all.low)
    #expect(open.high == each.high)
    let service = SessionService(
      sessions: Bounds(40), concurrency: Bounds(1, 40), peak: Bounds(1, 40), trough: Bounds(0),
      staysAtPeak: false)
    #expect(open.notes.prefix(2) == [.concurrencyNotStated, .serves(service)])
    for line in open.lines {
      for end in End.allCases {
        #expect(try line.derivation[end].result() == line.quantity[end], "\(line.kind)")
      }
    }
    let work = try #require(open.lines.first { $0.kind == .phase(.active) })
    #expect(work.derivation.high.terms[1].basis == .computed)
  }

  @Test func oneSessionAtATimeNeedsNobodyToSay() throws {
    let quote = try Self.quote(
      Self.policy(.never), SessionProfile(always: Bounds(0, 1)), concurrency: nil)
    #expect(quote.totalText == "0–168")
    #expect(quote.invoice?.notes.contains(.concurrencyNotStated) == false)
  }

  @Test func whereReplicasMayBeTooFewTheRangeWinsNothing() throws {
    let invoice = try #require(
      try Self.quote(Self.policy(.never, maximum: 3), concurrency: nil).invoice)
    #expect(invoice.low.dollarText == "168")
    #expect(invoice.high?.dollarText == "504")
    #expect(!invoice.fits)
    let note = Note.mayExceedCapacity(
      needed: 40, maximum: 3, wholeFleet: try Money(dollars: "6720"))
    #expect(invoice.notes.contains(note))
    let ranged = try Self.quote(Self.policy(.never, maximum: 4), concurrency: Bounds(8, 10))
    #expect(ranged.totalText == "672")
    #expect(ranged.invoice?.fits == false)
  }

  @Test func sessionsAtEveryHourNeverStop() throws {
    let quote = try Self.quote(
      Self.policy(.after(Bounds(60))), SessionProfile(always: Bounds(40)))
    #expect(quote.lineTexts == ["active 840 × 1 = 840"])
  }

  @Test func noSessionsAreNoMachines() throws {
    let profile = SessionProfile(always: Bounds(0))
    #expect(try Self.quote(Self.policy(.after(Bounds(60))), profile).totalText == "0")
    #expect(try Self.quote(Self.policy(.never), profile).totalText == "0")
    #expect(try Self.quote(Self.policy(.never, minimum: 1), profile).totalText == "168")
  }

  @Test func hoursOverMidnightBelongToTheDayTheyBeginOn() {
    let profile = SessionProfile([
      .init(Window(days: [.sun], from: 1320, to: 360), sessions: Bounds(3)),
      .init(sessions: Bounds(1)),
    ])
    #expect(profile.hours(of: 0) == 8)
    #expect(profile.hours(of: 1) == 160)
    #expect(profile.name(of: 0) == "Sun 22:00–06:00")
    #expect(profile.name(of: 1) == "else")
    #expect(profile.peak == Bounds(3))
    #expect(profile.trough == Bounds(1))
  }

  @Test func requestsAreServedWhileTheyAreUnderWay() throws {
    // 10,000 an hour of 8 s each are 22.2 at once, on three replicas of eight.
    let arrivals = SessionProfile.Arrivals(perHour: Bounds(10_000), seconds: Bounds(8))
    let profile = SessionProfile([
      try .init(Window(days: Self.workdays, from: 540, to: 1080), arrivals: arrivals)
    ])
    let quote = try Self.quote(Self.policy(.never), profile)
    #expect(quote.totalText == "504")
    let service = try #require(
      quote.invoice?.notes.compactMap { if case .serves(let service) = $0 { service } else { nil } }
        .first)
    #expect(service.arrivals == arrivals)
    #expect(service.sessions == Bounds(try Ratio(200, over: 9)))
    #expect(service.peak == Bounds(3))
    // Where nobody says how many a replica serves: one for all, or 23.
    #expect(try Self.quote(Self.policy(.never), profile, concurrency: nil).totalText == "168–3864")
  }

  @Test func aCurveOverTokensIsTheSameAtEachOfThem() throws {
    var workload = Samples.month(
      .sessions(Self.week), tokens: .total(1_000_000, inputShare: Bounds(.zero, .one)), runs: nil)
    workload.concurrency = Bounds(8)
    let sweep = Sweep(driver: .tokens, range: 1000...10_000_000)
    func curves(_ policy: ScalingPolicy, _ sweep: Sweep) throws -> Result<[CostCurve], NoCurve> {
      let offer = Samples.offer("o", try Samples.rate(.gpuHour, "1"), scaling: policy)
      return try CostCurve.curves(of: Tariff(offer), workloads: [workload], sweep: sweep)
    }
    let found = try curves(Self.policy(.never), sweep).get()
    #expect(try found.first?.cost(at: 5_000_000) == Ratio(3600 * 1_000_000_000_000))
    #expect(throws: NoCurve.exceedsCapacity) {
      try curves(Self.policy(.never, maximum: 3), sweep).get()
    }
    #expect(throws: NoCurve.workloadsDiffer) {
      try curves(Self.policy(.never), Sweep(driver: .hours, range: 1...700)).get()
    }
  }
}
