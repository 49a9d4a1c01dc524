import TestSupport
import Testing

@testable import Pricing

/// Offers that nobody else beats for every value, and that are still never the lowest.
@Suite("Who may be the lowest of several")
struct CandidacyTests {
  private static func api(_ id: String, _ input: String, _ output: String) throws -> Offer {
    Samples.offer(
      id, try Samples.rate(.millionInputTokens, input),
      try Samples.rate(.millionOutputTokens, output))
  }

  private static func job(_ throughput: Throughput? = nil) -> Workload {
    Samples.month(
      .batch, tokens: .total(1_000_000_000, inputShare: Bounds(.zero, .one)),
      throughput: throughput)
  }

  private static func candidates(_ offers: [Offer], _ workload: Workload = job()) throws -> [String]
  {
    let comparison = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
      .groups[0].comparisons[0]
    return comparison.cheapest + comparison.candidates
  }

  @Test(
    "Beaten by one where much is read, by another where much is written",
    arguments: [
      // Where the first two meet, at 62.5 % input, they cost $1.625.
      ("1.5", "3", ["reads", "writes"]), ("1.6", "1.7", ["reads", "writes"]),
      ("1.7", "1.7", ["reads", "writes"]), ("1.626", "1.626", ["reads", "writes"]),
      ("1.625", "1.625", ["reads", "writes", "between"]),
      ("1.6", "1.6", ["reads", "writes", "between"]),
      ("1.5", "1.7", ["reads", "writes", "between"]),
    ])
  func mix(input: String, output: String, expected: [String]) throws {
    let offers = [
      try Self.api("reads", "0.2", "4"), try Self.api("writes", "2", "1"),
      try Self.api("between", input, output),
    ]
    #expect(try Self.candidates(offers) == expected)
  }

  @Test func onePriceForTwoRowsOfACard() throws {
    // Both rows of the card at one price, and somebody who is beaten by the smaller at any.
    let small = Samples.offer(
      "small", try Samples.rate(.gpuHour, "2", "4"), scaling: Samples.alwaysOn(1))
    var large = small
    large.id = "large"
    large.scaling = Samples.alwaysOn(2)
    let other = Samples.offer(
      "other", try Samples.rate(.gpuHour, "1.5", "3"), scaling: Samples.alwaysOn(1))
    let workload = Samples.month(.hours(Bounds(100)))
    #expect(try Self.candidates([small, large, other], workload) == ["small", "other"])
  }

  @Test(
    "Who costs as much as the lowest for some value may be as low, and who never does may not",
    arguments: [
      ("2", "2", ["a", "b", "c"]), ("2", "2.01", ["a", "b"]), ("2.1", "2.1", ["a", "b", "c"]),
      ("2.1", "2.11", ["a", "b"]),
    ])
  func tiesAtAnEnd(high: String, third: String, expected: [String]) throws {
    // Both of the first may be the lowest; the third costs at least what the first does at most.
    let workload = Samples.month(.notStated, tokens: .total(1_000_000, inputShare: Bounds(.zero)))
    let offers = [
      Samples.offer("a", try Samples.rate(.millionTokens, "1", high)),
      Samples.offer("b", try Samples.rate(.millionTokens, "1.5", "3")),
      Samples.offer("c", try Samples.rate(.millionTokens, third)),
    ]
    #expect(try Self.candidates(offers, workload) == expected)
    // Where one of them is the lowest for every value, it alone is named.
    #expect(try Self.candidates([offers[0], offers[2]], workload) == ["a"])
  }

  @Test(
    "Machines that need one more of at the same work step together",
    arguments: [("3.9", ["a"]), ("2.5", ["a"]), ("2.4", ["a", "b"])])
  func oneStep(price: String, expected: [String]) throws {
    // A billion tokens take 556 to 1,000 hours: one machine or two.
    let speed = try Throughput(tokensPerSecond: Bounds(Ratio(2500, over: 9), 500))
    let offers = [
      Samples.offer("a", try Samples.rate(.gpuHour, "1.6", "2.5"), scaling: Samples.alwaysOn(1)),
      Samples.offer("b", try Samples.rate(.gpuHour, price), scaling: Samples.alwaysOn(1)),
    ]
    #expect(try Self.candidates(offers, Self.job(speed)) == expected)
    // And one that always has two, at most as dear.
    let two = Samples.offer(
      "b", try Samples.rate(.gpuHour, price), scaling: Samples.alwaysOn(2))
    #expect(try Self.candidates([offers[0], two], Self.job(speed)) == expected)
  }

  @Test("Each who is named is the lowest at some value", arguments: 0..<60)
  func namesNobodyInVain(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (workload, offers) = try Self.contest(&random)
    let comparison = try Scenario(id: "s", workloads: [workload], offers: offers).priced()
      .groups[0].comparisons[0]
    let named = comparison.cheapest + comparison.candidates
    guard named.count > 2 else { return }
    let grid = try Self.grid(offers, workload)
    for one in named {
      // By how much it is below the lowest of all others; and how much that moves in one step.
      let leads = grid.map { row in
        row.map { totals -> Int128 in
          let others = named.filter { $0 != one }.compactMap { totals[$0]?.high.picodollars }
          return (others.min() ?? 0) - (totals[one]?.low.picodollars ?? 0)
        }
      }
      let steps =
        leads.flatMap { zip($0, $0.dropFirst()).map { abs($0 - $1) } }
        + zip(leads, leads.dropFirst()).flatMap { zip($0, $1).map { abs($0 - $1) } }
      let best = leads.joined().max() ?? 0
      #expect(best + 2 * (steps.max() ?? 0) >= 0, "\(one) of \(named)")
    }
    // And nobody else is.
    for totals in grid.joined() {
      let least = try #require(totals.values.map(\.low.picodollars).min())
      for (id, total) in totals where total.low.picodollars == least && !named.contains(id) {
        // Ties are named, unless one of them is the lowest at all values.
        let isTied = comparison.cheapest.contains { totals[$0]?.low.picodollars == least }
        #expect(isTied, "\(id), not only \(named)")
      }
    }
  }

  private static func contest(_ random: inout SplitMix) throws -> (Workload, [Offer]) {
    let slow = Ratio(Int128(random.int(in: 100...390)))
    let workload = job(try Throughput(tokensPerSecond: Bounds(slow, 400)))
    var offers: [Offer] = []
    for index in 0..<random.int(in: 3...5) {
      func dollars(_ cents: Int) -> String { "\(cents / 100).\(cents / 10 % 10)\(cents % 10)" }
      let cents = random.int(in: 100...400)
      let band = random.int(in: 0...2) == 0 ? random.int(in: 1...60) : 0
      switch random.int(in: 0...3) {
      case 0, 1:
        // As dear as the hours of a machine: 694 to 2,778 of them for all tokens.
        let output = random.int(in: 20...800)
        offers.append(try api("o\(index)", dollars(cents / 3), dollars(output)))
      case 2:
        offers.append(
          Samples.offer(
            "o\(index)", try Samples.rate(.gpuHour, dollars(cents), dollars(cents + band)),
            scaling: Samples.bySecond))
      default:
        offers.append(
          Samples.offer(
            "o\(index)", try Samples.rate(.gpuHour, dollars(cents / 2), dollars(cents / 2 + band)),
            scaling: Samples.alwaysOn(random.int(in: 1...2))))
      }
    }
    return (workload, offers)
  }

  /// What each offer costs with the speed and the mix held, row by row.
  private static func grid(
    _ offers: [Offer], _ workload: Workload
  ) throws -> [[[String: (low: Money, high: Money)]]] {
    let (rows, columns) = (24, 12)
    let speed = try #require(workload.throughput).tokensPerSecond
    return try (0...rows).map { row in
      try (0...columns).map { column in
        var asked = workload
        let pace = try speed.low + (speed.high - speed.low) * Ratio(Int128(row), over: Int128(rows))
        asked.throughput = try Throughput(tokensPerSecond: Bounds(pace))
        asked.tokens = .total(
          1_000_000_000, inputShare: Bounds(try Ratio(Int128(column), over: Int128(columns))))
        var totals: [String: (low: Money, high: Money)] = [:]
        for offer in offers {
          guard let invoice = try offer.quote(for: asked).invoice, let high = invoice.high else {
            continue
          }
          totals[offer.id] = (invoice.low, high)
        }
        return totals
      }
    }
  }

  @Test("One more offer is compared as if it had stood among them", arguments: 0..<60)
  func adding(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var offers: [Offer] = []
    for id in ["a", "b", "c", "d"] {
      let (low, width) = (random.int(in: 2...9), random.int(in: 0...3))
      switch random.int(in: 0...2) {
      case 0: offers.append(try Self.api(id, "0.\(low)", "\(low - width + 2)"))
      case 1:
        let rate = try Samples.rate(.gpuHour, "\(low)", "\(low + width)")
        offers.append(Samples.offer(id, rate, scaling: Samples.bySecond))
      default:
        let rate = try Samples.rate(.gpuHour, "0.\(low)", "\(low)")
        offers.append(Samples.offer(id, rate, scaling: Samples.alwaysOn(1)))
      }
    }
    let speed = try Throughput(tokensPerSecond: Bounds(500, 2000))
    let job = Self.job(speed)
    let whole = try Scenario(id: "s", workloads: [job], offers: offers).priced()
    let fewer = try Scenario(id: "s", workloads: [job], offers: Array(offers.prefix(3))).priced()
    let last = try #require(whole.quotes[3][0].invoice)
    let all = whole.groups[0].comparisons[0]
    var group = fewer.groups[0]
    let added = group.comparison(adding: last, 0)
    // Once more, with what was kept of the others.
    #expect(group.comparison(adding: last, 0) == added)
    if let added { #expect(added == all) }
    #expect(added != nil || !(all.cheapest + all.candidates).contains("d"))
  }
}
