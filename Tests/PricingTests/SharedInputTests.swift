import TestSupport
import Testing

@testable import Pricing

/// What two offers share is the same for both.
@Suite("Inputs that offers share")
struct SharedInputTests {
  private static func perHour(_ tokens: Int128) throws -> Ratio { try Ratio(tokens, over: 3600) }

  /// 1 to 2 million tokens an hour.
  private static func speed(utilisation: Bounds<Ratio> = Bounds(.one)) throws -> Throughput {
    try Throughput(
      tokensPerSecond: Bounds(perHour(1_000_000), perHour(2_000_000)), utilisation: utilisation)
  }

  private static func job(_ tokens: TokenVolume = .split(input: 0, output: 20_000_000)) throws
    -> Workload
  {
    Samples.once(.batch, tokens: tokens, throughput: try speed())
  }

  private static func rented(_ id: String, _ price: String) throws -> Offer {
    Samples.offer(id, try Samples.rate(.gpuHour, price), scaling: Samples.alwaysOn(1))
  }

  @Test("Four GPUs at one speed: the cheapest rate wins at any, however close")
  func gpusOfAJob() throws {
    let offers = [
      try Self.rented("runpod", "1.99"), try Self.rented("gmi", "2"),
      try Self.rented("modal", "3.95"), try Self.rented("baseten", "6.5"),
    ]
    let priced = try Scenario(id: "s", workloads: [Self.job()], offers: offers).priced()
    #expect(priced.groups[0].comparisons[0].cheapest == ["runpod"])
    #expect(
      Recommendation(among: priced.groups[0], of: priced, requiring: []).choices == [
        .cheapest(["runpod"])
      ])
  }

  @Test("The same rate and speed, used less: never cheaper")
  func utilisation() throws {
    let whole = try Self.rented("whole", "1.99")
    var part = whole
    part.id = "part"
    part.throughput = try Self.speed(utilisation: Bounds(try Ratio(4, over: 5)))
    let api = Samples.offer("api", try Samples.rate(.millionTokens, "1", "2"))
    let priced = try Scenario(id: "s", workloads: [Self.job()], offers: [whole, part, api]).priced()
    #expect(priced.groups[0].comparisons[0].candidates == ["whole", "api"])
  }

  @Test("One card in two rows has one price, whatever it is")
  func oneRate() throws {
    let single = Samples.offer(
      "card", try Samples.rate(.gpuHour, "2", "4"), scaling: Samples.alwaysOn(2))
    var pair = single
    pair.id = "pair"
    pair.scaling = Samples.alwaysOn(3)
    var twin = Samples.offer(
      "twin", try Samples.rate(.gpuHour, "2", "4"), scaling: Samples.alwaysOn(3))
    twin.provider = "q"
    let workload = Samples.month(.hours(Bounds(100)))
    func compare(_ offers: [Offer]) throws -> Comparison {
      try Scenario(id: "s", workloads: [workload], offers: offers).priced().groups[0].comparisons[0]
    }
    #expect(try compare([single, pair]).cheapest == ["card"])
    // Another's price of the same range is another price.
    #expect(try compare([single, twin]).candidates == ["card", "twin"])
  }

  @Test("One rule for two rows of a card, whether or not time is billed", arguments: [false, true])
  func oneRule(isSwept: Bool) throws {
    func held(_ id: String, _ replicas: Int) throws -> Offer {
      Samples.offer(
        id, try Samples.rate(.gpuHour, "2"),
        scaling: ScalingPolicy(
          minimumReplicas: replicas, idleTimeout: .never, billing: [.active: .billed]))
    }
    let one = try held("card", 1)
    var two = one
    two.id = "two"
    two.scaling = try held("", 2).scaling
    func compare(_ offers: [Offer]) throws -> PricedGroup {
      try Scenario(
        id: "s", workloads: [Samples.month(.hours(Bounds(100)))], offers: offers,
        sweep: isSwept ? Sweep(driver: .hours, range: 1...600) : nil
      ).priced().groups[0]
    }
    let rows = try compare([one, two])
    #expect(rows.comparisons[0].cheapest == ["card"])
    #expect(rows.breakEven.map { $0.cheapest.map(\.offers) } == (isSwept ? [["card"]] : nil))
    // Whether another card bills what it holds ready is another question.
    let others = try compare([one, try held("other", 2)])
    #expect(others.comparisons[0].candidates == ["card", "other"])
    #expect(
      others.breakEven.map { $0.cheapest.map(\.offers) } == (isSwept ? [["card", "other"]] : nil))
  }

  @Test("One mix of tokens for two prices")
  func mix() throws {
    let small = Samples.offer(
      "small", try Samples.rate(.millionInputTokens, "0.2"),
      try Samples.rate(.millionOutputTokens, "1.25"))
    let large = Samples.offer(
      "large", try Samples.rate(.millionInputTokens, "0.75"),
      try Samples.rate(.millionOutputTokens, "4.5"))
    let workload = try Self.job(.total(20_000_000, inputShare: Bounds(.zero, .one)))
    let priced = try Scenario(id: "s", workloads: [workload], offers: [large, small]).priced()
    #expect(priced.groups[0].comparisons[0].cheapest == ["small"])
  }

  @Test("Whole replicas against seconds at one speed: not at both ends, so nobody certainly")
  func staircase() throws {
    let seconds = Samples.offer(
      "seconds", try Samples.rate(.gpuHour, "3.95"), scaling: Samples.bySecond)
    let workload = Samples.month(
      .batch, tokens: .split(input: 0, output: 1_000_000_000), throughput: try Self.speed())
    let offers = [seconds, try Self.rented("held", "2")]
    let priced = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
    // At 1.385 million an hour a second machine is needed for two hours.
    #expect(priced.groups[0].comparisons[0].candidates == ["seconds", "held"])
  }

  @Test("No verdict is refuted by any value of the inputs", arguments: 0..<300)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let market = try RandomContest(&random)
    let priced = try market.scenario.priced()
    let comparison = priced.groups[0].comparisons[0]
    let standings = Standings(priced.quotes.compactMap { $0[0].invoice })
    let sure = standings.entries.flatMap { one in
      standings.entries.filter { $0.id != one.id && standings.isNeverDearer(one, than: $0) }
        .map { (one.id, $0.id) }
    }
    for point in try market.points() {
      var totals: [String: (low: Money, high: Money)] = [:]
      for offer in point.offers {
        guard let invoice = try offer.quote(for: point.workload).invoice, let high = invoice.high
        else { continue }
        totals[offer.id] = (invoice.low, high)
      }
      for (cheap, dear) in sure {
        let (one, other) = (try #require(totals[cheap]), try #require(totals[dear]))
        // Each line is rounded to the picodollar.
        #expect(one.high.picodollars <= other.low.picodollars + 16, "\(cheap) and \(dear)")
      }
      let known = totals.filter { id, _ in standings.entries.contains { $0.id == id } }
      guard known.count > 1, let least = known.values.map(\.low).min() else { continue }
      for (id, total) in known where total.low == least {
        let possible = comparison.cheapest + comparison.candidates
        // Ties are named, unless one of them is the lowest at all values.
        let isTied = comparison.cheapest.contains {
          known[$0]?.low.picodollars ?? .max <= least.picodollars + 16
        }
        #expect(possible.contains(id) || isTied, "\(id) of \(possible)")
      }
    }
  }
}

/// A few offers for one workload whose inputs are ranges.
struct RandomContest {
  let scenario: Scenario

  init(_ random: inout SplitMix) throws {
    let speed = try Throughput(
      tokensPerSecond: Bounds(Ratio(Int128(random.int(in: 100...400))), 400),
      utilisation: random.int(in: 0...2) == 0 ? Bounds(try Ratio(3, over: 5), .one) : Bounds(.one))
    let tokens = random.int(in: 1...3_000) * 1_000_000
    var workload = Samples.month(
      [
        .batch, .batch, .steady, .hours(Bounds(Ratio(Int128(random.int(in: 10...700))), 900)),
        .busyShare(Bounds(try Ratio(1, over: 10), try Ratio(9, over: 10))),
      ][random.int(in: 0...4)], tokens: .total(tokens, inputShare: Bounds(.zero, .one)),
      requests: random.int(in: 0...2) == 0 ? tokens / 100_000 : nil,
      runs: [nil, 1, random.int(in: 1...500)][random.int(in: 0...2)], throughput: speed)
    if random.int(in: 0...3) == 0, workload.traffic == .batch { workload.period = .once }
    var offers: [Offer] = []
    for index in 0..<random.int(in: 2...4) {
      offers.append(try Self.offer("o\(index)", &random, offers))
    }
    scenario = Scenario(id: "s", workloads: [workload], offers: offers)
  }

  private static func offer(
    _ id: String, _ random: inout SplitMix, _ others: [Offer]
  ) throws -> Offer {
    let cents = random.int(in: 150...450)
    let band = random.int(in: 0...1) * random.int(in: 0...150)
    func dollars(_ cents: Int) -> String {
      "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
    if random.int(in: 0...4) == 0 {
      return Samples.offer(
        id, try Samples.rate(.millionInputTokens, dollars(cents / 4), dollars(cents / 4 + band)),
        try Samples.rate(.millionOutputTokens, dollars(cents)))
    }
    let increments: [Ratio] = [0, 0, 1, 60, 3600]
    let held = random.int(in: 0...1)
    let policy = ScalingPolicy(
      minimumReplicas: held, idleTimeout: held == 1 ? .never : .after(Bounds(0, 300)),
      billingIncrement: increments[random.int(in: 0...4)],
      durations: [.loading: Bounds(0, Ratio(Int128(random.int(in: 0...60))))],
      billing: [
        .waiting: .free, .pulling: .free, .loading: .notStated, .draining: .free,
        .idleTail: random.int(in: 0...1) == 0 ? .free : .billed, .keptWarm: .billed,
      ])
    var offer = Samples.offer(
      id, try Samples.rate(.gpuHour, dollars(cents), dollars(cents + band)), scaling: policy)
    // A row of a card that is there already.
    if let card = others.first, card.meters == [.time], random.int(in: 0...2) == 0 {
      offer = card
      offer.id = id
      offer.scaling = policy
    }
    if random.int(in: 0...3) == 0 {
      offer.throughput = try Throughput(
        tokensPerSecond: Bounds(200, 400), utilisation: Bounds(try Ratio(4, over: 5)))
    }
    return offer
  }

  /// The offers and the workload with shared inputs at fixed values.
  struct Point {
    var workload: Workload
    var offers: [Offer]
  }

  func points() throws -> [Point] {
    let workload = scenario.workloads[0]
    var points: [Point] = []
    for step in 0...16 {
      for (mix, use) in [(0, 0), (8, 16), (16, 5)] {
        func at(_ range: Bounds<Ratio>, _ step: Int) throws -> Bounds<Ratio> {
          Bounds(try range.low + (range.high - range.low) * Ratio(Int128(step), over: 16))
        }
        func at(_ stated: Throughput) throws -> Throughput {
          try Throughput(
            tokensPerSecond: at(stated.tokensPerSecond, step),
            utilisation: at(stated.utilisation, use))
        }
        var point = Point(workload: workload, offers: scenario.offers)
        point.workload.throughput = try workload.throughput.map { try at($0) }
        switch workload.traffic {
        case .hours(let hours): point.workload.traffic = .hours(try at(hours, step))
        case .busyShare(let share): point.workload.traffic = .busyShare(try at(share, step))
        default: break
        }
        if case .total(let tokens, let share) = workload.tokens {
          point.workload.tokens = .total(tokens, inputShare: try at(share, mix))
        }
        for index in point.offers.indices {
          point.offers[index].throughput = try point.offers[index].throughput.map { try at($0) }
        }
        // One card has one price; those of others stay open.
        for end in End.allCases {
          var fixed = point
          for index in fixed.offers.indices
          where fixed.offers.contains(where: {
            $0.card == fixed.offers[index].card && $0.id != fixed.offers[index].id
          }) {
            fixed.offers[index].rates = fixed.offers[index].rates.map { rate in
              Rate(
                unit: rate.unit, price: rate.price.map { Bounds($0[end]) }, day: rate.day,
                citation: rate.citation)
            }
          }
          points.append(fixed)
        }
      }
    }
    return points
  }
}
