import Pricing
import TestSupport
import Testing

@Suite("Crossings and envelopes")
struct CrossingTests {
  /// Three volumes with stated hours, as in the tier table of the article.
  private static func tiers(_ offers: [Offer], to high: Int = 10_000_000_000) throws -> Scenario {
    let workloads = [(10_000_000, 50), (100_000_000, 200), (1_000_000_000, 800)].map {
      tokens, hours in
      var workload = Samples.month(
        .hours(Bounds(Ratio(Int128(hours)))), tokens: .split(input: 0, output: tokens))
      workload.id = "w\(tokens)"
      return workload
    }
    return Scenario(
      id: "monthly-tiers", workloads: workloads, offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...high))
  }

  private static func articleOffers(fleet: ScalingPolicy) throws -> [Offer] {
    [
      Samples.offer("managed-api", try Samples.rate(.millionTokens, "15", "50")),
      Samples.offer(
        "serverless", try Samples.rate(.gpuHour, "4", "8"), scaling: Samples.bySecond),
      Samples.offer("dedicated", try Samples.rate(.gpuHour, "2"), scaling: fleet),
    ]
  }

  /// The volumes were worked out apart from this program, to 60 digits.
  @Test func theTierTableHasSevenCrossingsAndOneAtTheEdge() throws {
    let offers = try Self.articleOffers(fleet: Samples.alwaysOn(1, maximum: 1))
    let breakEven = try #require(try Self.tiers(offers).priced().groups.first?.breakEven)
    let texts = breakEven.crossings.map { crossing in
      "\(crossing.first.x) to \(crossing.last.x) \(crossing.before) → \(crossing.after)"
        + (crossing.isAtEdge ? " (edge)" : "") + (crossing.decides ? " (decides)" : "")
    }
    #expect(
      texts == [
        "1000000 to 117607372 managed-api → serverless (edge) (decides)",
        "28800000 to 96000000 managed-api → dedicated (decides)",
        "83945700 to 265459611 serverless → dedicated (decides)",
      ])
    let ends = breakEven.crossings.flatMap(\.ends).sorted { $0.x < $1.x }
    #expect(
      ends.map { "\($0.x) \($0.before.id) → \($0.after.id)" } == [
        "1000000 managed-api-50 → serverless-4",
        "5707827 managed-api-50 → serverless-8",
        "20604580 managed-api-15 → serverless-4",
        "28800000 managed-api-50 → dedicated",
        "83945700 serverless-8 → dedicated",
        "96000000 managed-api-15 → dedicated",
        "117607372 managed-api-15 → serverless-8",
        "265459611 serverless-4 → dedicated",
      ])
    // Where the API costs $50 and where it meets the other at $1,764, a third is certainly cheaper.
    #expect(
      ends.map(\.decides) == [true, true, true, false, true, true, false, true])
    #expect(
      breakEven.crossings.map(\.deciding) == [
        [1_000_000...96_000_000], [83_945_700...96_000_000], [83_945_700...265_459_610],
      ])
    #expect(
      breakEven.crossings.map { [$0.first.decides, $0.last.decides] } == [
        [true, false], [false, true], [true, true],
      ])
    let costs = ends.map { $0.cost.dollarText }
    #expect(costs[0] == "50")
    #expect(costs[3] == "1440")
    #expect(costs[5] == "1440")
  }

  @Test func theLawThroughTheTiersIsExactAtTheTiers() throws {
    let offers = try Self.articleOffers(fleet: Samples.alwaysOn(1))
    let breakEven = try #require(try Self.tiers(offers).priced().groups.first?.breakEven)
    let serverless = try #require(breakEven.curve("serverless-4"))
    for (tokens, dollars) in [(10_000_000, 200), (100_000_000, 800), (1_000_000_000, 3200)] {
      #expect(try serverless.cost(at: tokens) == Ratio(Int128(dollars) * 1_000_000_000_000))
    }
    // Continued below and above: hours are a power of tokens, 4 times as many for 10 times.
    #expect(Money(rounding: try #require(try serverless.cost(at: 1_000_000))).dollarText == "50")
    #expect(
      Money(rounding: try #require(try serverless.cost(at: 10_000_000_000))).dollarText == "12800")
  }

  @Test func theInterpolationRuleMovesTheAnswer() throws {
    let offers = try Self.articleOffers(fleet: Samples.alwaysOn(1, maximum: 1))
    var scenario = try Self.tiers(offers)
    scenario.sweep = Sweep(
      driver: .tokens, range: 1_000_000...10_000_000_000, interpolation: .linear)
    let crossings = try #require(try scenario.priced().groups.first?.breakEven).crossings
    #expect(
      crossings.filter { $0.before == "serverless" && $0.after == "dedicated" }
        .map { [$0.first.x, $0.last.x] } == [[88_000_000, 340_000_000]])
  }

  @Test func oneGPUStopsWhereItIsFullAndAFleetSteps() throws {
    let one = try Self.tiers(Self.articleOffers(fleet: Samples.alwaysOn(1, maximum: 1))).priced()
    #expect(one.groups[0].breakEven?.curve("dedicated")?.capacity == 839_456_996)
    let fleet = try Self.tiers(Self.articleOffers(fleet: Samples.alwaysOn(1))).priced()
    let curve = try #require(fleet.groups[0].breakEven?.curve("dedicated"))
    let steps = curve.pieces.map { "\($0.range.lowerBound) \(Money(rounding: $0.base).dollarText)" }
    #expect(
      steps == [
        "1000000 1440", "839456997 2880", "1000000001 2880",
        "2654596108 4320", "5205706799 5760", "8394569969 7200",
      ])
    #expect(try curve.cost(at: 839_456_996) == Ratio(1440 * 1_000_000_000_000))
    #expect(try curve.cost(at: 839_456_997) == Ratio(2880 * 1_000_000_000_000))
  }

  @Test func theEnvelopeNamesTheCheapestOnEachStretch() throws {
    let offers = try Self.articleOffers(fleet: Samples.alwaysOn(1))
    let breakEven = try #require(try Self.tiers(offers).priced().groups.first?.breakEven)
    #expect(
      breakEven.leastCost.spans.map { "\($0.curve) from \($0.range.lowerBound)" } == [
        "managed-api-15 from 1000000", "serverless-4 from 20604580", "dedicated from 265459611",
      ])
    #expect(
      breakEven.cheapest.map {
        "\($0.offers.joined(separator: " or ")) from \($0.range.lowerBound)"
      }
        == [
          "managed-api or serverless from 1000000",
          "managed-api or serverless or dedicated from 83945700",
          "serverless or dedicated from 96000001", "dedicated from 265459611",
        ])
    #expect(breakEven.cheapest.map(\.isCertain) == [false, false, false, true])
  }

  @Test func aStaircaseCrossesALineSeveralTimes() throws {
    let speed = try Throughput(tokensPerSecond: Bounds(try Ratio(1_000_000, over: 3600)))
    let workload = Samples.month(
      .batch, tokens: .split(input: 0, output: 1_000_000), throughput: speed)
    let offers = [
      Samples.offer("api", try Samples.rate(.millionTokens, "2.5")),
      Samples.offer("fleet", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1)),
    ]
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...10_000_000_000))
    let crossings = try #require(try scenario.priced().groups.first?.breakEven).crossings
    // One replica does 720M tokens for $1,440; the line reaches $1,440 k at 576M k.
    #expect(
      crossings.map { "\($0.first.x) \($0.after)" }
        == [
          "576000000 fleet", "720000001 api", "1152000000 fleet", "1440000001 api",
          "1728000000 fleet", "2160000001 api", "2304000000 fleet",
        ])
  }

  @Test(
    "Crossings over hours and over the busy share",
    arguments: [
      (Driver.hours, 1...720, "4", 360), (.hours, 1...720, "8", 180),
      (.busyShare, 1...1_000_000, "4", 500_000), (.busyShare, 1...1_000_000, "8", 250_000),
    ])
  func otherDrivers(driver: Driver, range: ClosedRange<Int>, rate: String, x: Int) throws {
    let offers = [
      Samples.offer("seconds", try Samples.rate(.gpuHour, rate), scaling: Samples.bySecond),
      Samples.offer("dedicated", try Samples.rate(.gpuHour, "2"), scaling: Samples.alwaysOn(1)),
    ]
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(10)))], offers: offers,
      sweep: Sweep(driver: driver, range: range))
    #expect(try scenario.priced().groups.first?.breakEven?.crossings.map(\.first.x) == [x])
  }

  @Test(
    "Where a crossing ends only because the range does, it costs what both may cost there",
    arguments: [
      // 8 a second-billed hour meets $1,440 at 180 h; at 400 h it costs $3,200 and the other $3,600.
      (1...400, "2", "5", [180, 400], ["1440", "3200"]),
      // At 100 h at least $400 by the second and $360 by the month; $2,160 is certainly less from 540 h.
      (100...720, "0.5", "3", [100, 540], ["400", "2160"]),
    ])
  func edges(
    range: ClosedRange<Int>, low: String, high: String, places: [Int], costs: [String]
  ) throws {
    let offers = [
      Samples.offer(
        "seconds", try Samples.rate(.gpuHour, "4", "8"), scaling: Samples.bySecond),
      Samples.offer(
        "dedicated", try Samples.rate(.gpuHour, low, high), scaling: Samples.alwaysOn(1)),
    ]
    let scenario = Scenario(
      id: "s", workloads: [Samples.month(.hours(Bounds(10)))], offers: offers,
      sweep: Sweep(driver: .hours, range: range))
    let crossings = try #require(try scenario.priced().groups.first?.breakEven).crossings
    #expect(crossings.map { [$0.first.x, $0.last.x] } == [places])
    #expect(crossings.flatMap { [$0.first.cost.dollarText, $0.last.cost.dollarText] } == costs)
    for place in crossings.flatMap({ [$0.first, $0.last] }) {
      let both = try [place.before, place.after].map { curve in
        Money(rounding: try #require(try curve.cost(at: place.x)))
      }
      #expect(both.contains(place.cost))
      #expect(!place.isMeeting || both[1] == place.cost)
    }
  }

  @Test("Every crossing changes the order, and between crossings none does", arguments: 0..<12)
  func orderChangesAtCrossingsOnly(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let offers = [
      Samples.offer("a", try Samples.rate(.millionTokens, "\(random.int(in: 1...50))")),
      Samples.offer(
        "b", try Samples.rate(.gpuHour, "\(random.int(in: 1...9))"), scaling: Samples.bySecond),
      Samples.offer(
        "c", try Samples.rate(.gpuHour, "\(random.int(in: 1...9))"),
        scaling: Samples.alwaysOn(random.int(in: 1...2))),
    ]
    let breakEven = try #require(try Self.tiers(offers).priced().groups.first?.breakEven)
    for (index, left) in breakEven.curves.enumerated() {
      for right in breakEven.curves.dropFirst(index + 1) {
        let between = breakEven.crossings.filter {
          Set([$0.before, $0.after]) == [left.offer, right.offer]
        }
        for crossing in between where !crossing.isAtEdge {
          let winner = crossing.after == left.offer ? left : right
          let loser = crossing.after == left.offer ? right : left
          let here = try #require(try winner.cost(at: crossing.first.x))
          #expect(try here <= #require(try loser.cost(at: crossing.first.x)))
          let left = try #require(try winner.cost(at: crossing.first.x - 1))
          #expect(try left > #require(try loser.cost(at: crossing.first.x - 1)))
        }
        let cuts = [1_000_000] + between.map(\.first.x) + [10_000_000_001]
        for (from, to) in zip(cuts, cuts.dropFirst()) where to - from > 2 {
          var orders: Set<Bool> = []
          for _ in 0..<20 {
            let x = random.int(in: (from + 1)...(to - 1))
            let (first, second) = (try left.cost(at: x), try right.cost(at: x))
            if let first, let second, first != second { orders.insert(first < second) }
          }
          #expect(orders.count <= 1)
        }
      }
    }
  }

  @Test("A curve agrees with the invoice at every volume", arguments: 0..<100)
  func curveIsTheInvoice(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let speed = try Throughput(
      tokensPerSecond: Bounds(Ratio(Int128(random.int(in: 10...5000)))),
      utilisation: Bounds(try Ratio(Int128(random.int(in: 1...10)), over: 10)))
    let policies = [
      ScalingPolicy(), Samples.alwaysOn(1), Samples.alwaysOn(2),
      ScalingPolicy(minimumReplicas: 1, billing: [.keptWarm: .billed]),
    ]
    let offer = Samples.offer(
      "o", try Samples.rate(.gpuHour, "1.99"), try Samples.rate(.millionInputTokens, "0.3"),
      scaling: policies[random.int(in: 0...3)])
    let tokens = random.int(in: 1...5_000_000_000)
    let workload = Samples.month(
      .batch, tokens: .split(input: tokens, output: 0), throughput: speed)
    let sweep = Sweep(driver: .tokens, range: max(1, tokens / 2)...(tokens * 2))
    let scenario = Scenario(id: "s", workloads: [workload], offers: [offer], sweep: sweep)
    let priced = try scenario.priced()
    let curve = try #require(priced.groups.first?.breakEven?.curves.first)
    let exact = try #require(try curve.cost(at: tokens))
    let total = try #require(priced.quotes[0][0].invoice?.high)
    // Each line rounds once, so they differ by less than a picodollar a line.
    let difference = try exact - Ratio(total.picodollars)
    #expect(difference < 3 && difference > -3)
  }
}
