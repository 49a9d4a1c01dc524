import Testing

@testable import Charts

@Suite("Cost bars")
struct CostBarsTests {
  @Test(arguments: ChartLayout.allCases)
  func printEveryValueAndGiveTheSmallestASliver(layout: ChartLayout) throws {
    let drawing = try Samples.idleReplicas.drawing(layout)
    #expect(drawing.values.map(\.text) == ["$9,360", "$284.40"])
    #expect(drawing.bars.map { $0.best?.text } == [nil, nil, "$10"])
    let smallest = try #require(drawing.bars.last)
    let widths = smallest.segments.compactMap { Double($0.width) }
    #expect(widths.reduce(0, +) >= 0.9)
    #expect(smallest.cheapest?.label.text == "cheapest")
  }

  @Test func nameEveryPhaseInTheLegendWhereOneHasNoRoomInItsBars() throws {
    let drawing = try Samples.idleReplicas.drawing(.wide)
    #expect(drawing.bars[0].labels.map(\.text) == ["kept warm"])
    #expect(
      drawing.legend.map(\.label.text)
        == ["kept warm", "active", "input tokens", "output tokens"])
  }

  @Test func drawNoBarForWhatIsNotStatedNorForNothing() throws {
    var chart = Samples.job
    chart.groups[0].rows[0] = CostBarsChart.Row(label: "Free tier", value: "$0")
    let drawing = try chart.drawing(.wide)
    for index in [0, 9] {
      #expect(drawing.bars[index].segments.isEmpty && drawing.bars[index].range == nil)
    }
    #expect(
      drawing.bars.map { $0.unknown?.text } == Array(repeating: nil, count: 9) + ["not stated"])
  }

  @Test(
    "A range is torn off where it dwarfs the rest, and what is certain never is",
    arguments: ChartLayout.allCases,
    [
      (15_000.0, 50_000.0, true), (15_000, 20_000, false), (50_000, 60_000, false),
      (10, 99_000, true),
    ])
  func tearRanges(layout: ChartLayout, case range: (low: Double, high: Double, isTorn: Bool)) throws
  {
    var chart = Samples.job
    chart.tornNote = "Torn."
    let phase = CostBarsChart.Phase(id: "active", name: "active")
    func row(_ low: Double, _ high: Double) -> CostBarsChart.Row {
      CostBarsChart.Row(
        label: "An offer", value: "$\(Int(low))–\(Int(high))",
        segments: [CostBarsChart.Segment(phase, low)], high: high)
    }
    chart.groups = [
      CostBarsChart.Group(rows: [row(range.low, range.high), row(3200, 6400), row(2880, 2880)])
    ]
    let drawing = try chart.drawing(layout)
    #expect(drawing.bars.map { $0.tear != nil } == [range.isTorn, false, false])
    #expect(drawing.frame.notes.contains { $0.text == "Torn." } == range.isTorn)
    // All that is certain is true to scale.
    let lengths = drawing.bars.compactMap { bar in
      bar.segments.compactMap { Double($0.width) }.reduce(0, +)
    }
    for (length, low) in zip(lengths, [range.low, 3200, 2880]) where length > 5 {
      #expect(abs(length / low - lengths[1] / 3200) < 0.0005)
    }
    guard range.isTorn, let whole = Double(drawing.bars[0].range?.width ?? "") else { return }
    #expect(whole >= CostBarExtent.tornEnd)
  }

  @Test func haveAnAxisForEachWorkloadWhereOneWouldLeaveSlivers() throws {
    var chart = Samples.job
    chart.ownScalesNote = "Each workload has its own scale."
    #expect(chart.panels.count == 1)
    #expect(try chart.drawing(.wide).frame.notes.first?.text.hasPrefix("Ranges") == true)
    for index in chart.groups[1].rows.indices {
      chart.groups[1].rows[index].segments = [CostBarsChart.Segment(.init(id: "a", name: "a"), 0.2)]
      chart.groups[1].rows[index].high = nil
    }
    let drawing = try chart.drawing(.wide)
    #expect(chart.panels.count == 2)
    #expect(drawing.frame.notes.first?.text == chart.ownScalesNote)
    #expect(drawing.ticks.count { $0.text == "$0" } == 2)
    #expect(drawing.ticks.last?.text == "$0.20")
  }

  @Test func showSharesThatAreAllAsLong() throws {
    var chart = Samples.idleReplicas
    chart.measure = .shares
    chart.groups[0].rows[1].segments.append(
      CostBarsChart.Segment(.init(id: "idle-tail", name: "idle tail"), 284.4, label: "50%"))
    let drawing = try chart.drawing(.wide)
    let ends = drawing.bars.map { bar in
      bar.segments.last.map { (Double($0.x) ?? 0) + (Double($0.width) ?? 0) } ?? 0
    }
    #expect(ends.allSatisfy { abs($0 - ends[0]) <= 0.2 })
    #expect(drawing.ticks.map(\.text).last == "100\u{A0}%")
    #expect(drawing.bars[1].labels.map(\.text) == ["active", "50%"])
    #expect(
      drawing.legend.map(\.label.text)
        == ["kept warm", "active", "idle tail", "input tokens", "output tokens"])
  }

  @Test func hatchFromTheLowToTheHighEnd() throws {
    let bar = try #require(try Samples.job.drawing(.wide).bars.first)
    let range = try #require(bar.range)
    let low = try #require(bar.segments.first)
    #expect(range.x == low.x.advanced(by: low.width))
    #expect(range.phase == "phase-active")
    #expect(range.hatching?.hasPrefix("M") == true)
  }

  @Test func drawAChartInWhichNothingIsKnown() throws {
    var chart = Samples.job
    chart.groups = [
      CostBarsChart.Group(rows: [
        CostBarsChart.Row(label: "Any", value: "not stated", isStated: false)
      ])
    ]
    #expect(try chart.drawing(.compact).ticks.isEmpty)
  }

  @Test(arguments: [-1.0, .infinity, .nan])
  func refuseAnAmountThatIsNone(amount: Double) {
    var chart = Samples.idleReplicas
    chart.groups[0].rows[1].segments[0].amount = amount
    #expect(throws: ChartFaults(faults: [.notDrawable("Modal H100")])) {
      try chart.drawing(.wide)
    }
  }

  @Test(arguments: 0..<60, ChartLayout.allCases)
  func collideNowhereAndAreTheSameTwice(seed: UInt64, layout: ChartLayout) throws {
    var random = SeededGenerator(seed: seed)
    var chart = Samples.job
    let phases = ["input tokens", "active", "cold start", "idle tail", "kept warm"].map {
      CostBarsChart.Phase(id: $0.replacing(" ", with: "-"), name: $0)
    }
    chart.groups = (1...Int.random(in: 1...3, using: &random)).map { number in
      let rows = (1...Int.random(in: 1...8, using: &random)).map { index in
        let scale: Double = [0.01, 1, 100, 10_000].randomElement(using: &random) ?? 1
        let segments = phases.prefix(Int.random(in: 0...5, using: &random)).map {
          CostBarsChart.Segment($0, scale * Double.random(in: 0...9, using: &random))
        }
        let low = segments.map(\.amount).reduce(0, +)
        return CostBarsChart.Row(
          label: "Offer \(index) with a name that may need two lines",
          detail: "at $\(index) an hour",
          value: "$\(Int(low))–\(Int(low * 3))", segments: segments,
          high: Bool.random(using: &random) ? low * 3 : nil, isCheapest: index == 1)
      }
      return CostBarsChart.Group(heading: "Workload \(number)", rows: rows)
    }
    let drawing = try chart.drawing(layout)
    #expect(try chart.drawing(layout) == drawing)
    for segment in drawing.bars.flatMap(\.segments) {
      let right = try #require(Double(segment.x)) + (try #require(Double(segment.width)))
      #expect(right <= layout.width - layout.margin)
    }
  }
}

extension String {
  /// The sum of two coordinates.
  fileprivate func advanced(by width: String) -> String {
    Coordinate.text((Double(self) ?? 0) + (Double(width) ?? 0))
  }
}
