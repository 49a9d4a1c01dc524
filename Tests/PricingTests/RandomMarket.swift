import Pricing
import TestSupport

/// One random offer, workload and sweep, and what the workload is at each value of the driver.
struct RandomMarket {
  let scenario: Scenario

  /// Tokens that the machine does in a second.
  private static let speed = 40

  init(_ random: inout SplitMix) {
    let traffic = Self.traffic(&random)
    var workload = Workload(
      id: "w", name: "w", period: .month(hours: 720), tokens: nil, traffic: traffic,
      throughput: try? Throughput(tokensPerSecond: Bounds(Ratio(Int128(Self.speed)))))
    if random.int(in: 0...3) == 0, !Self.needsMonth(traffic) { workload.period = .once }
    let driver = Driver.allCases[random.int(in: 0...2)]
    workload.tokens = .total(Self.tokens(traffic), inputShare: Bounds(.zero, .one))
    workload.runs = [nil, Workload.Runs(1), Workload.Runs(30)][random.int(in: 0...2)]
    if random.int(in: 0...1) == 0 { workload.requests = Self.tokens(traffic) / 1000 }
    let ranges = [Driver.tokens: 1000...9_000_000_000, .hours: 1...3000, .busyShare: 1...1_000_000]
    scenario = Scenario(
      id: "s", workloads: [workload], offers: [Self.offer(&random, driver)],
      sweep: Sweep(driver: driver, range: ranges[driver] ?? 1...2))
  }

  /// The workload at a value of the driver; `nil` where its counts would not be whole.
  func workload(at x: Int) throws -> Workload? {
    guard var workload = scenario.workloads.first, let driver = scenario.sweep?.driver else {
      return nil
    }
    let stated = Self.tokens(workload.traffic)
    if driver == .tokens {
      guard workload.requests == nil || x.isMultiple(of: 1000) else { return nil }
      workload.tokens = .total(x, inputShare: Bounds(.zero, .one))
      workload.requests = workload.requests.map { _ in x / 1000 }
      return workload
    }
    let unit = driver == .hours ? 3600 : try Ratio(2592, over: 1000)
    let seconds = try Ratio(Int128(x)) * unit
    if let work = Self.seconds(workload.traffic) {
      let tokens = try Ratio(Int128(stated)) * seconds / work
      guard tokens.isWhole, workload.requests == nil || Int(tokens.numerator).isMultiple(of: 1000)
      else {
        return nil
      }
      workload.tokens = .total(Int(tokens.numerator), inputShare: Bounds(.zero, .one))
      workload.requests = workload.requests.map { _ in Int(tokens.numerator) / 1000 }
    }
    switch workload.traffic {
    case .bursts(_, let every, _):
      workload.traffic = .bursts(work: try seconds / 8640, every: every, windows: 8640)
    case .session: workload.traffic = .session(seconds: seconds)
    case .steady: break
    case .none, .hours, .gpuHours, .busyShare, .sessions, .batch, .notStated:
      workload.traffic = .hours(Bounds(try seconds / 3600))
    }
    return workload
  }

  /// Whether the machines are too few, or the bursts too long for one.
  func isBeyondCapacity(_ workload: Workload) -> Bool {
    guard let offer = scenario.offers.first else { return false }
    guard let quote = try? offer.quote(for: workload) else { return true }
    return quote.invoice?.fits == false
  }

  private static func needsMonth(_ traffic: Workload.Traffic) -> Bool {
    if case .busyShare = traffic { true } else { false }
  }

  private static func traffic(_ random: inout SplitMix) -> Workload.Traffic {
    switch random.int(in: 0...7) {
    case 0: .none
    case 1: .hours(Bounds(100))
    case 2: .busyShare(Bounds((try? Ratio(1, over: 4)) ?? .zero))
    case 3: .bursts(work: 20, every: 300, windows: 8640)
    case 4: .session(seconds: 7200)
    case 5: .batch
    case 6: .steady
    default: .notStated
    }
  }

  /// Seconds of the stated work, where it is related to the tokens.
  private static func seconds(_ traffic: Workload.Traffic) -> Ratio? {
    switch traffic {
    case .none, .sessions: nil
    case .hours, .gpuHours: 360_000
    case .busyShare: 648_000
    case .bursts: 172_800
    case .session: 7200
    case .batch, .steady, .notStated: Ratio(Int128(tokens(traffic) / speed))
    }
  }

  /// Whole tokens, and whole thousands of them, for each unit of work.
  private static func tokens(_ traffic: Workload.Traffic) -> Int {
    switch traffic {
    case .none, .sessions: 1_000_000
    case .hours, .gpuHours: 3_600_000_000
    case .busyShare: 6_480_000_000
    case .bursts: 1_728_000_000
    case .session: 72_000_000
    case .batch, .steady, .notStated: 40_000_000
    }
  }

  private static func offer(_ random: inout SplitMix, _ driver: Driver) -> Offer {
    let steps: [Ratio] = [0, 0, 0, 1, 60, 300, 3600]
    let lengths = [Bounds(Ratio.zero), Bounds(7), Bounds(20, 45)]
    func billing() -> Billing {
      [Billing.billed, .billed, .free, .notStated][random.int(in: 0...3)]
    }
    let minimum = random.int(in: 0...2)
    let stays = random.int(in: 0...2) == 0
    let policy = ScalingPolicy(
      minimumReplicas: minimum,
      maximumReplicas: random.int(in: 0...1) == 0 ? nil : minimum + random.int(in: 1...3),
      idleTimeout: stays ? .never : .after(lengths[random.int(in: 0...2)]),
      billingIncrement: steps[random.int(in: 0...6)], minimumCharge: steps[random.int(in: 0...6)],
      durations: [
        .loading: lengths[random.int(in: 0...2)], .draining: lengths[random.int(in: 0...2)],
      ],
      billing: [
        .loading: billing(), .active: billing(), .idleTail: billing(), .keptWarm: billing(),
        .draining: billing(),
      ])
    let time = try? Samples.rate(.gpuHour, "\(random.int(in: 1...9))", "9.5")
    let counted: [Rate?] = [
      try? Samples.rate(.millionInputTokens, "0.15"),
      try? Samples.rate(.millionOutputTokens, "0.60", "0.75"), try? Samples.rate(.request, "0.002"),
    ]
    var rates = [time]
    switch random.int(in: 0...3) {
    case 0: rates = Array(counted.prefix(random.int(in: 1...3)))
    case 1: rates += counted.prefix(random.int(in: 1...3))
    default: break
    }
    if rates.contains(time), random.int(in: 0...2) == 0 {
      rates.append(
        RateUnit(rawValue: "vcpu-hour").flatMap { try? Samples.rate($0, "0.04", "0.05") })
      rates.append(try? Samples.rate(.gigabyteSecond, "0.00001"))
    }
    if random.int(in: 0...2) == 0 {
      rates.append(RateUnit(rawValue: "month").flatMap { try? Samples.rate($0, "25", "30") })
    }
    if rates.contains(counted[1]), random.int(in: 0...2) == 0 {
      for (unit, beyond, price) in [
        (RateUnit.millionInputTokens, 500_000, "0.05"), (.millionInputTokens, 70_000_000, "0.30"),
        (.millionOutputTokens, 3_000_000, "0.20"), (.request, 900, "0.001"),
      ] where rates.contains(where: { $0?.unit == unit }) {
        rates.append(try? Samples.rate(unit, price).beyond(beyond))
      }
    }
    var replica = ReplicaSize()
    (replica[.gpus], replica[.vcpus]) = (Ratio(Int128(random.int(in: 1...2))), 4)
    return Offer(
      id: "o", name: "o", provider: "p", rates: rates.compactMap(\.self), scaling: policy,
      replica: replica)
  }
}
