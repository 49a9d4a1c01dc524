import TestSupport
import Testing

@testable import Pricing

/// Stretches of an axis name who may be the lowest of all at once, as a single workload does.
@Suite("Who may be the lowest of several along an axis")
struct AxisCandidacyTests {
  private static func api(_ id: String, _ input: String, _ output: String) throws -> Offer {
    Samples.offer(
      id, try Samples.rate(.millionInputTokens, input),
      try Samples.rate(.millionOutputTokens, output))
  }

  private static func stretches(
    _ offers: [Offer], _ workload: Workload, _ range: ClosedRange<Int>
  ) throws -> [String] {
    let scenario = Scenario(
      id: "s", workloads: [workload], offers: offers, sweep: Sweep(driver: .tokens, range: range))
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    return breakEven.cheapest.map {
      "\($0.offers.joined(separator: ", ")) \($0.range.lowerBound)"
        + ($0.isCertain ? " certain" : "")
    }
  }

  @Test(
    "Beaten by one where much is read, by another where much is written",
    arguments: [
      ("1.5", "3", "reads, writes 1000"), ("1.7", "1.7", "reads, writes 1000"),
      ("1.626", "1.626", "reads, writes 1000"), ("1.625", "1.625", "reads, writes, between 1000"),
      ("1.5", "1.7", "reads, writes, between 1000"),
    ])
  func mix(input: String, output: String, expected: String) throws {
    let offers = [
      try Self.api("reads", "0.2", "4"), try Self.api("writes", "2", "1"),
      try Self.api("between", input, output),
    ]
    let workload = Samples.month(
      .batch, tokens: .total(1_000_000, inputShare: Bounds(.zero, .one)))
    #expect(try Self.stretches(offers, workload, 1000...1_000_000_000) == [expected])
  }

  @Test(
    "Beaten by one where work is quick, by another where it is slow",
    arguments: [
      // The own 10 is the least for work of 100 to 120, or to 100, or for none at all.
      (22, [91...120]), (20, [91...100]), (19, []), (40, [91...300]),
    ])
  func speed(from: Int, expected: [ClosedRange<Int>]) throws {
    let paced = 1...400
    func cost(_ pieces: Piece...) throws -> AxisCost {
      let curve = CostCurve(
        id: "c", offer: "c", end: nil, capacity: nil, list: PieceList(pieces))
      return try #require(AxisCost(curve, over: paced, isPaced: true))
    }
    let tenth = try Ratio(1, over: 10)
    // The slow end makes a tenth more of the work.
    var race = AxisRace(range: 1...300, stretch: try Ratio(11, over: 10))
    race.own = try cost(Piece(paced, base: 10))
    race.rivals = [
      try cost(Piece(paced, slope: tenth)),
      try cost(Piece(paced, base: Ratio(Int128(from)), slope: .zero - tenth)),
    ]
    #expect(try race.ranges(limit: 10) == expected)
    #expect(try race.ranges(limit: 0) == nil)
  }

  @Test("Steps of two machines, and a price for each unit of the axis")
  func steps() throws {
    func machine(_ price: Int, step: Int) throws -> AxisCost {
      let pieces = (0..<(200 / step)).map { place in
        Piece((place * step + 1)...((place + 1) * step), base: Ratio(Int128(price * (place + 1))))
      }
      let curve = CostCurve(
        id: "c", offer: "c", end: nil, capacity: nil, list: PieceList(pieces))
      return try #require(AxisCost(curve, over: 1...200, isPaced: true))
    }
    var race = AxisRace(range: 1...100, stretch: 2)
    race.own = try machine(10, step: 50)
    race.rivals = [try machine(15, step: 100), AxisCost(1...100, slope: try Ratio(1, over: 5))]
    // From 50 on the axis costs 10 too. At 100 work of a little more may still be that of two
    // machines for the one and of the next step for the other, as far as anybody knows.
    #expect(try race.ranges(limit: 100) == [50...50, 100...100])
  }

  @Test("At a place the same are named as for the workload there", arguments: 0..<60)
  func agreesWithPoints(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let scenario = try SharedCurveTests.market(&random)
    let breakEven = try #require(try scenario.priced().groups.first?.breakEven)
    for stretch in breakEven.cheapest where stretch.offers.count > 2 && !stretch.isCertain {
      let (first, width) = (stretch.range.lowerBound, stretch.range.count - 1)
      for part in [1, 4, 7] {
        let x = first + width / 8 * part
        var asked = scenario
        asked.workloads[0].tokens = .total(x, inputShare: Bounds(.zero, .one))
        asked.sweep = nil
        let comparison = try asked.priced().groups[0].comparisons[0]
        let named = comparison.cheapest + comparison.candidates
        #expect(Set(named) == Set(stretch.offers), "at \(x) of \(stretch.range)")
      }
    }
  }
}
