import Testing

@testable import Charts

@Suite("Charts of assumptions, cells and prices")
struct KindTests {
  @Test func putTheStrongestAssumptionFirstAndSayWhichTurnsTheAnswer() throws {
    let drawing = try Samples.tornado.drawing(.wide)
    #expect(
      drawing.rows.map { $0.names.map(\.text) } == [
        ["Throughput"], ["Rate"], ["Busy share"], ["Month"],
      ])
    #expect(drawing.rows.map { $0.flip != nil } == [true, false, false, false])
    #expect(drawing.rows.map(\.left.text) == ["$0.24", "$0.384", "$0.432", "$0.48"])
    #expect(drawing.rows[0].bars.map(\.kind) == ["low-end", "high-end"])
    let compact = try Samples.tornado.drawing(.compact)
    #expect(compact.rows[0].details.map(\.text).joined().hasSuffix("changes the cheapest"))
  }

  @Test func showBothEndsThatLieOnOneSide() throws {
    var chart = Samples.tornado
    chart.rows = [
      TornadoChart.Row(
        label: "Start", low: TornadoChart.End(0.6, "$0.60"), high: TornadoChart.End(0.5, "$0.50"))
    ]
    let bars = try #require(try chart.drawing(.wide).rows.first).bars
    #expect(bars.map(\.kind) == ["low-end", "high-end"])
    #expect(bars[0].x == bars[1].x)
  }

  @Test func drawAnAssumptionThatMovesNothing() throws {
    var chart = Samples.tornado
    let end = TornadoChart.End(0.48, "$0.48")
    chart.rows = [TornadoChart.Row(label: "Month", low: end, high: end)]
    #expect(try chart.drawing(.compact).rows[0].bars.isEmpty)
  }

  @Test(arguments: [Double.nan, .infinity])
  func refuseATotalThatIsNoNumber(total: Double) {
    var chart = Samples.tornado
    chart.rows[1].low.total = total
    chart.baseline = total
    let faults = ChartFaults(
      faults: [.notDrawable("Throughput"), .notDrawable("As assumed: $0.48")])
    #expect(throws: faults) { try chart.drawing(.wide) }
  }

  @Test func printTheValueOfEveryCell() throws {
    let drawing = try Samples.heatMap.drawing(.wide)
    #expect(drawing.cells.compactMap(\.text?.text).count == 30)
    #expect(drawing.cells.count { $0.mark != nil } == 16)
    #expect(drawing.line?.hasPrefix("M") == true)
    // Only where the line leaves no room beside it a narrow cell has no value.
    let silent = try Samples.heatMap.drawing(.compact).cells.count { $0.text == nil }
    #expect(silent < 4)
  }

  @Test("No value and no mark lies on the line", arguments: ChartLayout.allCases, 0..<40)
  func keepOffTheLine(layout: ChartLayout, step: Int) throws {
    var chart = Samples.heatMap
    let x = 3.4e6 * (1 + Double(step) * 0.7)
    chart.lines = [
      [Point(x: x, y: 1), Point(x: x, y: 0.3), Point(x: x * 1.2, y: 0.3), Point(x: x * 1.2, y: 0)]
    ]
    let composition = HeatMapComposition(chart, layout)
    #expect(composition.cells.contains { $0.content.text != nil })
    let line = chart.lines[0].map {
      Point(
        x: composition.horizontal.position(of: $0.x), y: composition.vertical.position(of: $0.y))
    }
    for cell in composition.cells {
      let dot = cell.content.dot.map { Box(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }
      #expect((dot == nil) == !cell.cell.isMarked)
      for (start, end) in zip(line, line.dropFirst()) {
        #expect(cell.content.text?.box.grown(by: 2.5).clip(start, end) == nil)
        #expect(dot?.grown(by: 3).clip(start, end) == nil)
      }
    }
  }

  @Test func keepValueAndMarkWhereTheLineFillsTheCorners() throws {
    var chart = Samples.heatMap
    let column = chart.columns[3]
    let (left, right) = (column.from * 1.02, column.to * 0.9)
    chart.lines = [
      [
        Point(x: left, y: 1), Point(x: left, y: 0.205), Point(x: right, y: 0.205),
        Point(x: right, y: 0.42), Point(x: right * 1.04, y: 0.42), Point(x: right * 1.04, y: 0.205),
        Point(x: 3e9, y: 0.205),
      ]
    ]
    let composition = HeatMapComposition(chart, .wide)
    let crossed = composition.cells[1 * 6 + 3]
    #expect(crossed.content.text != nil)
    let dot = try #require(crossed.content.dot)
    #expect(dot.x < composition.horizontal.position(of: right) - 6)
  }

  @Test(
    "An axis has a number on each side of zero that results reach", arguments: ChartLayout.allCases,
    [(-160.0, 640.0), (-48, 528), (-700, -20), (-3, 4000), (0, 12), (5, 9), (-0.02, 0.7)])
  func numberBothSides(layout: ChartLayout, ends: (low: Double, high: Double)) throws {
    var chart = Samples.tornado
    chart.baseline = (ends.low + ends.high) / 2
    chart.rows = [
      TornadoChart.Row(
        label: "Rate", low: TornadoChart.End(ends.low, "low"),
        high: TornadoChart.End(ends.high, "high"))
    ]
    let columns = TornadoColumns(chart, layout)
    let values = columns.ticks.labelled.map(\.value)
    #expect(values.contains { $0 < 0 } == (ends.low < 0))
    #expect(values.contains { $0 > 0 } || ends.high <= 0)
    #expect(values.count >= 2)
    _ = try chart.drawing(layout)
  }

  @Test(arguments: [
    (0.0, "h1"), (1, "h1"), (1.9, "h1"), (10, "h4"), (99, "h7"), (100, "h7"), (1000, "h7"),
  ])
  func shadeByRatio(value: Double, kind: String) {
    #expect(HeatMapShade.kind(of: value, least: 1, most: 100) == kind)
  }

  @Test func refuseCellsAndLinesWithoutAPlace() {
    var chart = Samples.heatMap
    chart.cells[0][0] = HeatMapChart.Cell(-1, "less than nothing", short: "?")
    chart.columns[0].from = 0
    chart.lines[0][0].x = .nan
    let faults = ChartFaults(
      faults: [
        .notDrawable("5M"), .notDrawable("less than nothing"),
        .notDrawable("as cheap as the API"),
      ])
    #expect(throws: faults) { try chart.drawing(.wide) }
  }

  @Test func hatchAChangeOfUnknownDayAndLabelTheLastPrice() throws {
    let drawing = try Samples.rateHistory.drawing(.wide)
    #expect(drawing.gaps.count == 1)
    #expect(drawing.frame.notes.first?.text == "Hatched: the day of the change is not known.")
    #expect(drawing.prices.map(\.text) == ["$4.39", "$2.98"])
    #expect(drawing.lines[1].solid?.contains { "LQC".contains($0) } == false)
    #expect(
      drawing.labels.flatMap(\.details).map(\.text).joined(separator: " ")
        == "$3.95 an hour $2.00 an hour since 2\u{A0}May\u{A0}2026")
  }

  @Test func sayNothingOfGapsWhereThereAreNone() throws {
    var chart = Samples.rateHistory
    chart.series.removeLast()
    let drawing = try chart.drawing(.wide)
    #expect(drawing.gaps.isEmpty && drawing.frame.notes.count == 1)
  }

  @Test func refuseDaysThatGoBackAndOffersWithoutAPrice() {
    var chart = Samples.rateHistory
    chart.series[0].prices = []
    chart.series[1].until = 20_000
    let faults = ChartFaults(faults: [.notDrawable("Modal H100"), .notDrawable("GMI H100")])
    #expect(throws: faults) { try chart.drawing(.wide) }
  }
}
