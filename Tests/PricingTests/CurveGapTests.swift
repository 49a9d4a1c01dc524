import Pricing
import Testing

@Suite("Where there is no curve, there is a reason")
struct CurveGapTests {
  private static func speed(_ tokens: Int) throws -> Throughput {
    try Throughput(tokensPerSecond: Bounds(Ratio(Int128(tokens))))
  }

  private static func volume(_ traffic: Workload.Traffic, _ tokens: Int, speed: Int = 9) throws
    -> Workload
  {
    var workload = Samples.month(
      traffic, tokens: .split(input: 0, output: tokens), throughput: try Self.speed(speed))
    workload.id = "w\(tokens)"
    return workload
  }

  private static func gaps(
    _ offer: Offer, _ workloads: [Workload], _ driver: Driver = .tokens
  ) throws -> [NoCurve] {
    let scenario = Scenario(
      id: "s", workloads: workloads, offers: [offer],
      sweep: Sweep(driver: driver, range: 1...1_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.curves.isEmpty != breakEven.gaps.isEmpty)
    return breakEven.gaps.map(\.reason)
  }

  private static let hourly = Result { try Samples.rate(.gpuHour, "1") }

  @Test func workloadsThatDifferInMoreThanTheirVolumeShareNoCurve() throws {
    let offer = Samples.offer("o", try Self.hourly.get())
    let hours = try [(10, 5), (20, 9)].map { try Self.volume(.hours(Bounds($0.1)), $0.0) }
    #expect(try Self.gaps(offer, hours) == [])
    let session = try Self.volume(.session(seconds: 9), 30)
    #expect(try Self.gaps(offer, hours + [session]) == [.workloadsDiffer])
    let batch = try Self.volume(.batch, 10)
    #expect(try Self.gaps(offer, [batch, Self.volume(.batch, 20)]) == [])
    let faster = try Self.volume(.batch, 20, speed: 10)
    #expect(try Self.gaps(offer, [batch, faster]) == [.workloadsDiffer])
    var shorter = try Self.volume(.batch, 20)
    shorter.period = .month(hours: 700)
    #expect(try Self.gaps(offer, [batch, shorter]) == [.workloadsDiffer])
    // Over hours, what the workloads do in them is all the same to a machine.
    #expect(try Self.gaps(offer, [batch, faster], .hours) == [])
  }

  @Test("Two workloads of one volume are one point or none", arguments: [(5, true), (6, false)])
  func sameVolume(hours: Int, isSame: Bool) throws {
    let offer = Samples.offer("o", try Self.hourly.get())
    var twin = try Self.volume(.hours(Bounds(Ratio(Int128(hours)))), 10)
    twin.id = "twin"
    let workloads = try [
      Self.volume(.hours(Bounds(5)), 10), twin, Self.volume(.hours(Bounds(9)), 20),
    ]
    #expect(try Self.gaps(offer, workloads) == (isSame ? [] : [.sameVolumeTwice]))
  }

  @Test func twoMixesOfOneVolumeAreNoCurve() throws {
    let offer = Samples.offer(
      "o", try Samples.rate(.millionInputTokens, "1"), try Samples.rate(.millionOutputTokens, "2"))
    let other = Samples.month(.notStated, tokens: .split(input: 10, output: 0))
    let workloads = try [Self.volume(.notStated, 10), other]
    #expect(try Self.gaps(offer, workloads) == [.sameVolumeTwice])
  }

  @Test("Starts that nobody can count over the driver are bound", arguments: [0, 60])
  func starts(increment: Int) throws {
    let policy = ScalingPolicy(
      billingIncrement: Ratio(Int128(increment)),
      billing: [.waiting: .free, .pulling: .free, .loading: .free, .draining: .free])
    let offer = Samples.offer("o", try Self.hourly.get(), scaling: policy)
    let bursts = try Self.volume(.bursts(work: 10, every: 60, windows: nil), 10)
    // Over tokens the bursts stay as they are; over hours they grow, each run in its own steps.
    #expect(try Self.gaps(offer, [bursts]) == [])
    #expect(try Self.gaps(offer, [bursts], .hours) == [])
    let scenario = Scenario(
      id: "s", workloads: [bursts], offers: [offer],
      sweep: Sweep(driver: .hours, range: 1...720))
    let curves = try #require(try scenario.priced().groups.first?.breakEven?.curves)
    #expect(curves.map(\.isBound) == (increment == 0 ? [false] : [true, true]))
    // 43,200 bursts a month, each rounded up by a minute at most: never stopping is less.
    let hundred = try curves.map { try $0.cost(at: 100).map { Money(rounding: $0).dollarText } }
    #expect(hundred == (increment == 0 ? ["100"] : ["100", "720"]))
  }

  /// A longer burst may cost less: it leaves no gap to stop in, and so saves the next start.
  @Test func whyBurstsFollowNoFormula() throws {
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(100)), durations: [.loading: Bounds(60)],
      billing: [.loading: .billed, .idleTail: .billed])
    let offer = Samples.offer("o", try Self.hourly.get(), scaling: policy)
    let costs = try [139, 141].map { work in
      try offer.quote(
        for: Samples.month(.bursts(work: Ratio(Int128(work)), every: 300, windows: nil))
      ).totalText
    }
    #expect(costs == ["717.6", "649.2"])
  }

  @Test("Requests on a meter of seconds are bound by their work and by never stopping")
  func everySecond() throws {
    let policy = ScalingPolicy(
      billingIncrement: 1,
      billing: [.waiting: .free, .pulling: .free, .loading: .free, .draining: .free])
    let offer = Samples.offer("o", try Self.hourly.get(), scaling: policy)
    var steady = try Self.volume(.steady, 1_000_000)
    steady.requests = 1000
    let scenario = Scenario(
      id: "s", workloads: [steady], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 32_400...30_000_000))
    let curves = try #require(try scenario.priced().groups.first?.breakEven?.curves)
    #expect(curves.map(\.isBound) == [true, true])
    // An hour of work, or a month of requests that take a second each; and work of two machines.
    for (tokens, costs) in [(32_400, ["1", "720"]), (25_920_000, ["800", "1440"])] {
      let found = try curves.map { try $0.cost(at: tokens).map { Money(rounding: $0).dollarText } }
      #expect(found == costs)
    }
  }

  @Test("Requests at even distances are bound by one start and by never stopping")
  func evenRequests() throws {
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), billingIncrement: 1,
      durations: [.loading: Bounds(30)],
      billing: [
        .waiting: .free, .pulling: .free, .loading: .billed, .active: .billed, .idleTail: .billed,
        .draining: .free,
      ])
    let offer = Samples.offer("o", try Self.hourly.get(), scaling: policy)
    var steady = try Self.volume(.steady, 1_000_000)
    steady.requests = 1000
    let scenario = Scenario(
      id: "s", workloads: [steady], offers: [offer],
      sweep: Sweep(driver: .tokens, range: 32_400...2_000_000))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    #expect(breakEven.gaps.isEmpty)
    #expect(breakEven.curves.map(\.isBound) == [true, true])
    // An hour of work with a start and a tail of 90 s, or all 720 hours of the month.
    let hour = try breakEven.curves.map { try $0.cost(at: 32_400).map { Money(rounding: $0) } }
    #expect(hour.map { $0?.dollarText } == ["1.025", "720"])
    // A single job has no month to fill.
    steady.period = .once
    #expect(try Self.gaps(offer, [steady]) == [])
  }

  @Test func theOtherReasons() throws {
    let offer = Samples.offer("o", try Self.hourly.get())
    let open = Samples.offer("o", try Samples.unstated(.gpuHour))
    let batch = try Self.volume(.batch, 10)
    #expect(try Self.gaps(open, [batch]) == [.priceNotStated(.gpuHour)])
    #expect(try Self.gaps(Samples.offer("o"), [batch]) == [.notApplicable(.noRate)])
    #expect(
      try Self.gaps(offer, [Self.volume(.notStated, 10)]) == [.notApplicable(.needsTraffic)])
    let session = Samples.once(.session(seconds: 9))
    #expect(try Self.gaps(offer, [session], .busyShare) == [.needsMonth])
    let one = Samples.offer(
      "o", try Self.hourly.get(), scaling: Samples.alwaysOn(1, maximum: 1))
    #expect(try Self.gaps(one, [Self.volume(.hours(Bounds(721)), 10)]) == [.exceedsCapacity])
    let tokens = Samples.offer("o", try Samples.rate(.millionTokens, "1"))
    #expect(
      try Self.gaps(tokens, [Samples.month(.hours(Bounds(1)))]) == [.notApplicable(.needsTokens)])
  }
}
