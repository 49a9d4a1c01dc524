import Pricing
import TestSupport
import Testing

@Suite("Utilisation against volume")
struct HeatMapTests {
  /// A machine at $2 an hour that does a million tokens an hour, against a price for tokens.
  private func map(
    _ price: String, _ percent: [Int], _ volumes: [Int], hourly: String = "2"
  ) throws -> HeatMap {
    let workload = Samples.month(
      .notStated, tokens: .split(input: 0, output: 1),
      throughput: try Throughput(tokensPerSecond: Bounds(try Ratio(1_000_000, over: 3600))))
    return try HeatMap(
      offers: [
        Samples.offer("machine", try Samples.rate(.gpuHour, hourly), scaling: Samples.alwaysOn(1)),
        Samples.offer("api", try Samples.rate(.millionTokens, price)),
      ],
      workload: workload, busyShares: try percent.map { try Ratio(Int128($0), over: 100) },
      volumes: volumes)
  }

  @Test func everyCellIsAnInvoiceForAMillionTokens() throws {
    let map = try map("4", [25, 60, 100], [100_000_000, 400_000_000, 500_000_000])
    let texts = map.rows.map { row in
      row.cells.map { cell in
        cell.costs.map { $0?.low.decimalText ?? "?" }.joined(separator: " or ")
          + " → \(cell.cheapest.joined(separator: ", "))"
      }
    }
    #expect(
      texts == [
        ["14.4 or 4 → api", "10.8 or 4 → api", "8.64 or 4 → api"],
        ["14.4 or 4 → api", "3.6 or 4 → machine", "5.76 or 4 → api"],
        ["14.4 or 4 → api", "3.6 or 4 → machine", "2.88 or 4 → machine"],
      ])
  }

  @Test func theBreakEvenLineIsExactAtEveryStep() throws {
    let map = try map("4", [25, 60, 100], [100_000_000, 400_000_000, 500_000_000])
    let changes = map.rows.map { row in row.changes.map { "\($0.tokens) \($0.to)" } }
    #expect(
      changes == [
        [], [#"360000000 ["machine"]"#, #"432000001 ["api"]"#], [#"360000000 ["machine"]"#],
      ])
    // A machine that is full all month costs $1,440 for 720 million at most, $2 for a million; at
    // half of that it meets the price, and just above it wins, whatever rows the grid has.
    #expect(map.threshold.share == (try Ratio(5001, over: 10_000)))
  }

  @Test func takesEveryRangeOfAScenarioAtItsMiddle() throws {
    let speed = Bounds(try Ratio(500_000, over: 3600), try Ratio(1_500_000, over: 3600))
    let scenario = Scenario(
      id: "s",
      workloads: [
        Samples.month(
          .notStated, tokens: .total(1, inputShare: Bounds(.zero, .one)),
          throughput: try Throughput(tokensPerSecond: speed))
      ],
      offers: [
        Samples.offer("api", try Samples.rate(.millionTokens, "3", "5")),
        Samples.offer("other", try Samples.rate(.millionTokens, "1")),
        Samples.offer(
          "machine", try Samples.rate(.gpuHour, "1.5", "2.5"), scaling: Samples.alwaysOn(1)),
      ])
    let volumes = [100_000_000, 400_000_000, 500_000_000]
    let exact = try map("4", [25, 100], volumes)
    let shares = exact.rows.map(\.busyShare)
    let middle = try HeatMap(
      of: scenario, workload: "w", offers: ["machine", "api"], busyShares: shares, volumes: volumes)
    #expect(middle?.rows == exact.rows)
    #expect(middle?.threshold == exact.threshold)
    let none = try HeatMap(
      of: scenario, workload: "none", offers: ["api"], busyShares: shares, volumes: volumes)
    #expect(none == nil)
  }

  @Test(
    "Where ranges leave it open, the least share is told at both ends",
    arguments: [
      (2_000_000, "2", "2", "0.25", "0.5"), (1_000_000, "2", "2", "0.5", "0.5"),
      (2_000_000, "1", "2", "0.125", "0.5"), (1_000_000, "2", "5", "0.5", nil),
    ] as [(Int128, String, String, String, String?)])
  func ends(fastest: Int128, low: String, high: String, best: String, worst: String?) throws {
    let speed = Bounds(try Ratio(1_000_000, over: 3600), try Ratio(fastest, over: 3600))
    let scenario = Scenario(
      id: "s",
      workloads: [
        Samples.month(
          .notStated, tokens: .total(1, inputShare: Bounds(.zero, .one)),
          throughput: try Throughput(tokensPerSecond: speed))
      ],
      offers: [
        Samples.offer("api", try Samples.rate(.millionTokens, "4")),
        Samples.offer(
          "machine", try Samples.rate(.gpuHour, low, high), scaling: Samples.alwaysOn(1)),
      ])
    let map = try #require(
      try HeatMap(
        of: scenario, workload: "w", offers: ["machine", "api"], busyShares: [.one],
        volumes: [1_000_000, 2_000_000_000]))
    let shares = [map.thresholds.best.share, map.thresholds.worst.share].map { share in
      share.map { (try? ($0 * 1000).floor).map { Double($0) / 1000 } ?? 0 }
    }
    #expect(shares == [Double(best), worst.flatMap { Double($0) }])
  }

  @Test func aShareOfNothingIsRefused() {
    #expect(throws: PricingError.divisionByZero) { try map("4", [0], [1, 2]) }
  }

  @Test("The winner of each cell is the one that the line says", arguments: 0..<25)
  func lineAndCellsAgree(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let volumes = (0..<8).map { _ in random.int(in: 1...3_000_000_000) }.sorted()
    let map = try map(
      "\(random.int(in: 1...9))", [random.int(in: 5...100)], volumes,
      hourly: "\(random.int(in: 1...6))")
    let row = try #require(map.rows.first)
    for (cell, next) in zip(row.cells, row.cells.dropFirst()) {
      let between = row.changes.filter { cell.tokens < $0.tokens && $0.tokens <= next.tokens }
      guard let last = between.last else {
        #expect(cell.cheapest == next.cheapest)
        continue
      }
      #expect(last.to == next.cheapest.sorted())
      #expect(between.first?.from == cell.cheapest.sorted())
    }
  }
}
