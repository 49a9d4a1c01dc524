import Pricing
import TestSupport
import Testing

@Suite("What a comparison hangs on")
struct SensitivityTests {
  /// $4 an hour while it works against $2 an hour held, for a share of 720 hours.
  private func sensitivity(_ low: Int, _ high: Int) throws -> Sensitivity? {
    let share = Bounds(try Ratio(Int128(low), over: 100), try Ratio(Int128(high), over: 100))
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.busyShare(share))],
      offers: [
        Samples.offer("seconds", try Samples.rate(.gpuHour, "4"), scaling: Samples.bySecond),
        Samples.offer("held", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1)),
      ])
    return try Sensitivity(of: scenario, workload: "w")
  }

  @Test func eachInputIsVariedOnItsOwnAndTheWidestComesFirst() throws {
    let found = try #require(try sensitivity(10, 30))
    #expect([found.winner, found.runnerUp] == ["seconds", "held"])
    #expect(found.base.totals.map { $0?.dollarText } == ["576", "1440"])
    let texts = found.assumptions.map { one in
      let totals = [one.atLow, one.atHigh].map { outcome in
        outcome.totals.map { $0?.dollarText ?? "?" }.joined(separator: " ")
      }
      return "\(one.low.decimalText)–\(one.high.decimalText): \(totals[0]) to \(totals[1]), "
        + "swing \(one.swing.dollarText)"
    }
    #expect(
      texts == [
        "0.1–0.3: 288 1440 to 864 1440, swing 576",
        "1.6–2.4: 576 1152 to 576 1728, swing 576",
        "3.2–4.8: 460.8 1440 to 691.2 1440, swing 230.4",
        "672–744: 537.6 1344 to 595.2 1488, swing 86.4",
      ])
    #expect(
      found.assumptions.map(\.kind) == [
        .busyShare, .rate(offer: "held", unit: .gpuHour),
        .rate(offer: "seconds", unit: .gpuHour), .monthHours,
      ])
    #expect(found.assumptions.map(\.isAssumedSpread) == [false, true, true, true])
    #expect(found.assumptions.filter(\.flipsWinner) == [])
  }

  @Test func aRateAndASpeedOfTwoRowsAreOne() throws {
    let speed = try Throughput(tokensPerSecond: Bounds(100, 200))
    var workload = Samples.month(
      .batch, tokens: .split(input: 0, output: 100_000_000), throughput: speed)
    workload.id = "w"
    let seconds = Samples.offer(
      "card", try Samples.rate(.gpuHour, "4"), scaling: Samples.bySecond)
    var held = seconds
    held.id = "held"
    held.scaling = Samples.alwaysOn(1)
    held.throughput = speed
    let scenario = Scenario(id: "s", workloads: [workload], offers: [seconds, held])
    let found = try #require(try Sensitivity(of: scenario, workload: "w"))
    let rates = found.assumptions.filter { $0.kind == .rate(offer: "card", unit: .gpuHour) }
    #expect(rates.map { $0.atLow.totals.map { $0?.dollarText } }.first?.last == "2304")
    #expect(
      found.assumptions.map(\.kind).filter {
        [.tokensPerSecond(offer: nil), .tokensPerSecond(offer: "held")].contains($0)
          || $0 == .rate(offer: "held", unit: .gpuHour)
      } == [.tokensPerSecond(offer: nil)])
  }

  @Test func saysWhichInputChangesTheWinner() throws {
    let found = try #require(try sensitivity(10, 70))
    let flips = found.assumptions.filter(\.flipsWinner)
    #expect(flips.map(\.kind).contains(.busyShare))
    #expect(flips.first?.atLow.winners == ["seconds"])
    #expect(flips.first?.atHigh.winners == ["held"])
  }

  @Test func startsTailsSpeedAndMixAreInputs() throws {
    let speed = try Throughput(tokensPerSecond: Bounds(100, 300), utilisation: Bounds(1))
    let workload = Samples.once(
      .batch, tokens: .total(200_000, inputShare: Bounds(.zero, .one)), throughput: speed)
    let policy = ScalingPolicy(
      idleTimeout: .after(Bounds(60)), durations: [.pulling: Bounds(10), .loading: Bounds(20, 40)],
      billing: [.pulling: .billed, .loading: .billed, .idleTail: .billed, .draining: .free])
    let offers = [
      Samples.offer("machine", try Samples.rate(.second, "1"), scaling: policy),
      Samples.offer(
        "tokens", try Samples.rate(.millionInputTokens, "1000"),
        try Samples.rate(.millionOutputTokens, "9000", "11000")),
    ]
    let scenario = Scenario(id: "s", workloads: [workload], offers: offers)
    let found = try #require(try Sensitivity(of: scenario, workload: "w"))
    // 1000 s of work, 40 s of start and 60 s of tail against half of 200,000 tokens each way.
    #expect(found.base.totals.map { $0?.dollarText } == ["1100", "1100"])
    #expect(found.base.winners == ["machine", "tokens"])
    #expect(
      Set(found.assumptions.map(\.kind)) == [
        .tokensPerSecond(offer: nil), .utilisation(offer: nil), .inputShare,
        .startSeconds(offer: "machine"), .idleTimeout(offer: "machine"),
        .rate(offer: "machine", unit: .second), .rate(offer: "tokens", unit: .millionInputTokens),
        .rate(offer: "tokens", unit: .millionOutputTokens),
      ])
    let start = found.assumptions.first { $0.kind == .startSeconds(offer: "machine") }
    #expect(start.map { [$0.low, $0.base, $0.high] } == [30, 40, 50])
    #expect(start?.swing.dollarText == "20")
    // A share of time cannot be more than all of it.
    let full = found.assumptions.first { $0.kind == .utilisation(offer: nil) }
    #expect(full?.high == .one)
  }

  @Test("Fewer than two known totals are no comparison", arguments: ["w", "other"])
  func nothingToCompare(workload: String) throws {
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(10)))],
      offers: [
        Samples.offer("known", try Samples.rate(.gpuHour, "4")),
        Samples.offer("open", try Samples.unstated(.gpuHour)),
      ])
    #expect(try Sensitivity(of: scenario, workload: workload) == nil)
  }
}
