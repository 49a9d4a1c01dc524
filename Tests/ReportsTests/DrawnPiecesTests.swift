import Pricing
import Testing

@testable import Reports

@Suite("A curve as a drawing has shapes for it")
struct DrawnPiecesTests {
  private static func rate(_ unit: RateUnit, _ dollars: String) throws -> Rate {
    Rate(
      unit: unit, price: Bounds(try Money(dollars: dollars)),
      from: try #require(CalendarDate("2026-01-01")), citation: Citation(source: "article"))
  }

  private static func breakEven(
    _ workloads: [Workload], _ rates: [[Rate]], _ policy: ScalingPolicy
  ) throws -> BreakEven {
    let offers = rates.enumerated().map { index, rates in
      Offer(
        id: "o\(index)", name: "o\(index)", provider: "p", rates: rates,
        rules: [ScalingRules(policy: policy)])
    }
    let scenario = Scenario(
      id: "s", workloads: workloads, offers: offers,
      sweep: Sweep(driver: .tokens, range: 1_000_000...1_000_000_000))
    return try #require(try scenario.priced().groups.first?.breakEven)
  }

  @Test func ringsLieOnABentCurve() throws {
    let workloads = [(10_000_000, 50), (100_000_000, 200)].map { tokens, hours in
      Workload(
        id: "w\(tokens)", name: "w", period: .month(hours: 720),
        tokens: .split(input: 0, output: tokens), traffic: .hours(Bounds(Ratio(Int128(hours)))),
        runs: .init(1))
    }
    let breakEven = try Self.breakEven(
      workloads,
      [
        [try Self.rate(.gpuHour, "4"), try Self.rate(.millionTokens, "1")],
        [try Self.rate(.millionTokens, "12")],
      ], ScalingPolicy())
    let curve = try #require(breakEven.curves.first)
    #expect(curve.pieces.filter(\.isBent) == curve.pieces)
    let crossing = try #require(breakEven.crossings.first)
    let drawn = try DrawnPieces(curve, breakEven.crossings.map(\.first)).pieces
    #expect(drawn.contains { $0.range.lowerBound == crossing.first.x })
    for (left, right) in zip(drawn, drawn.dropFirst()) {
      #expect(left.range.upperBound + 1 == right.range.lowerBound)
    }
    for piece in drawn {
      let (start, end) = (piece.range.lowerBound, piece.range.upperBound)
      #expect(try piece.value(at: start) == curve.cost(at: start))
      #expect(end <= start + start / 4)
    }
  }

  @Test("Steps are drawn one by one while there is room", arguments: [(3600, 278), (60, 401)])
  func steps(increment: Int, pieces: Int) throws {
    let workload = Workload(
      id: "w", name: "w", period: .once, tokens: .split(input: 0, output: 1_000_000),
      traffic: .batch, throughput: try Throughput(tokensPerSecond: Bounds(1000)))
    let breakEven = try Self.breakEven(
      [workload], [[try Self.rate(.gpuHour, "4")]],
      ScalingPolicy(billingIncrement: Ratio(Int128(increment)), billing: [.idleTail: .free]))
    // A thousand to a million seconds of work.
    let drawn = try DrawnPieces(breakEven.curves[0], []).pieces
    #expect(drawn.count == pieces)
    #expect(drawn.last?.roundings.isEmpty == (increment == 3600))
  }
}
