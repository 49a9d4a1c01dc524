import Testing

@testable import Charts

@Suite("Break-even charts")
struct BreakEvenTests {
  @Test func labelsEveryCrossingOfTheSampleWithoutALegend() throws {
    let drawing = try Samples.breakEven.drawing(.wide)
    #expect(drawing.decidingLabels.count == 4)
    #expect(drawing.otherLabels.count == 4)
    #expect(drawing.key.isEmpty)
    #expect(drawing.labels.count == 5)
    #expect(
      drawing.ribbon.map { $0.label?.text } == [
        "Managed API", nil, nil, nil, "Dedicated H100",
      ])
    #expect(drawing.ribbon.map { $0.stripes.first?.colour } == [nil, "s3", nil, "s1", nil])
  }

  @Test func namesOffersBrieflyAndListsTheRestWhereThereIsLittleRoom() throws {
    let drawing = try Samples.breakEven.drawing(.compact)
    #expect(
      drawing.labels.map { $0.names.map(\.text).joined(separator: " ") } == [
        "Managed API", "Serverless GPU", "Dedicated H100",
      ])
    #expect(drawing.labels.flatMap(\.details).isEmpty)
    #expect(
      drawing.key.map { $0.lines.map(\.text).joined(separator: " ") } == [
        "Managed API · $15 to $50 per 1M tokens",
        "Serverless GPU · $4 to $8 an hour", "Dedicated H100 · $1,440 a replica",
      ])
    // What has no room in the ribbon has its mark there, and never a letter.
    #expect(drawing.ribbon.compactMap(\.label?.text).allSatisfy { $0.count > 2 })
  }

  @Test func tellsAlikeNamesApartWhereTheyAreShortened() throws {
    var chart = Samples.breakEven
    chart.bands = []
    chart.series = ["of two replicas", "of nine replicas"].enumerated().map { number, tail in
      BreakEvenChart.Series(
        name: "A dedicated and quite expensive fleet \(tail)", detail: "$\(number) an hour",
        colour: number + 1,
        pieces: [
          CurvePiece(
            .straight(
              from: Point(x: 1e6, y: 1440), to: Point(x: 1e10, y: 1440 * Double(number + 2))))
        ])
    }
    chart.cheapest = []
    let names = try chart.drawing(.compact).labels.map {
      $0.names.map(\.text).joined(separator: " ")
    }
    #expect(names == ["…nine replicas", "…two replicas"])
  }

  @Test func drawsWhatDecidesNothingGreyAndWithoutAName() throws {
    var chart = Samples.breakEven
    chart.series[2].isMuted = true
    chart.series[3].isMuted = true
    for layout in ChartLayout.allCases {
      let drawing = try chart.drawing(layout)
      #expect(drawing.lines.map(\.colour).prefix(2) == ["rest", "rest"])
      #expect(drawing.lines.prefix(2).allSatisfy { $0.marks == nil })
      #expect(drawing.bands.count == 1)
      let texts = (drawing.labels.flatMap(\.names) + drawing.key.flatMap(\.lines)).map(\.text)
      #expect(!texts.contains { $0.contains("Serverless") })
    }
  }

  @Test(arguments: ChartLayout.allCases)
  func drawsCurvesThinThatWouldLieOverEachOther(layout: ChartLayout) throws {
    var chart = Samples.hours
    #expect(try !chart.drawing(layout).lines.contains { $0.colour.contains("close") })
    chart.series.append(chart.series[0])
    chart.series[3].colour = 4
    chart.series[3].name = "RunPod H100"
    chart.series[3].pieces = [CurvePiece(.affine(fixed: 0, slope: 4, from: 0, to: 720))]
    let colours = try chart.drawing(layout).lines.map(\.colour)
    #expect(colours == ["s2 close", "s1", "s3", "s4 close"])
  }

  @Test(arguments: ChartLayout.allCases)
  func numbersAnAxisOfHoursFourTimesOrMore(layout: ChartLayout) throws {
    let ticks = try Samples.hours.drawing(layout).horizontalTicks
    #expect(ticks.count >= 4)
    #expect(ticks.first?.text == "0\u{A0}h" && ticks.last?.text == "720\u{A0}h")
  }

  @Test func saysWhereACurveStops() throws {
    var chart = Samples.breakEven
    chart.series[4].pieces = [
      CurvePiece(.straight(from: Point(x: 1e6, y: 1440), to: Point(x: 839e6, y: 1440)))
    ]
    chart.series[4].endLabel = "1 replica is full"
    let drawing = try chart.drawing(.wide)
    #expect(drawing.stops.count == 1)
    #expect(drawing.labels.flatMap(\.endings).map(\.text) == ["1 replica is full"])
  }

  @Test func saysNothingOfACurveThatThePlotCutsOff() throws {
    var chart = Samples.breakEven
    chart.vertical.high = 1e5
    chart.series[1].endLabel = "never seen"
    let drawing = try chart.drawing(.wide)
    #expect(drawing.stops.isEmpty)
    #expect(drawing.labels.flatMap(\.endings).isEmpty)
  }

  @Test func listsEveryCurveWhereNotAllHaveRoom() throws {
    var chart = Samples.breakEven
    chart.series = (0..<30).map { number in
      BreakEvenChart.Series(
        name: "Offer \(number)", colour: number,
        pieces: [
          CurvePiece(
            .straight(from: Point(x: 1e6, y: 1440), to: Point(x: 1e10, y: 1440 + Double(number))))
        ])
    }
    chart.bands = []
    let drawing = try chart.drawing(.wide)
    #expect(drawing.key.count == 30 && drawing.labels.count < 30)
    // Those that may be the cheapest keep their names at the lines.
    let placed = Set(drawing.labels.flatMap(\.names).map(\.text))
    let cheapest = chart.cheapest.flatMap { [$0.series] + $0.alternatives }
    #expect(placed.isSuperset(of: cheapest.map { chart.series[$0].name }))
  }

  @Test func saysThatNarrowStepsWereJoined() throws {
    var chart = Samples.breakEven
    chart.collapsedStepsNote = "Narrow steps are drawn as a line."
    #expect(try chart.drawing(.wide).frame.notes.allSatisfy { !$0.text.hasPrefix("Narrow") })
    chart.series[4].pieces = (1..<90).flatMap { step -> [CurvePiece] in
      let (from, to) = (Double(step) * 1e8, Double(step + 1) * 1e8)
      let cost = Double(step) * 100
      return [
        CurvePiece(.straight(from: Point(x: from, y: cost), to: Point(x: to, y: cost))),
        CurvePiece(.riser(at: to, from: cost, to: cost + 100)),
      ]
    }
    #expect(try chart.drawing(.wide).frame.notes.contains { $0.text.hasPrefix("Narrow") })
  }

  @Test func numbersCrossingsThatHaveNoRoom() throws {
    var chart = Samples.breakEven
    chart.crossings = (0..<40).map { index in
      BreakEvenChart.Crossing(
        at: Point(x: 1e8 * (1 + Double(index) / 100), y: 1440 + Double(index)),
        label: "\(100 + index)M · $1,440", decides: false)
    }
    let drawing = try chart.drawing(.wide)
    let notes = drawing.frame.notes.map(\.text).joined(separator: " ")
    #expect(notes.hasPrefix("Crossings: (1)"))
    #expect(drawing.decidingRings.count + drawing.otherRings.count == 40)
  }

  @Test func saysOnceWhereMoreThanTwoCurvesMeet() throws {
    var chart = Samples.breakEven
    chart.crossings = [false, true, false].map { decides in
      BreakEvenChart.Crossing(
        at: Point(x: 28.8e6, y: 1440), label: "28.8M · $1,440", decides: decides)
    }
    let drawing = try chart.drawing(.wide)
    #expect(drawing.decidingRings.count == 1 && drawing.otherRings.isEmpty)
    #expect(drawing.decidingLabels.count == 1 && drawing.otherLabels.isEmpty)
  }

  @Test func refusesWhatHasNoPlaceAndSaysSoAtOnce() {
    var chart = Samples.breakEven
    chart.horizontal.low = 0
    chart.series[1].pieces = [
      CurvePiece(.affine(fixed: -5, slope: 0.1, from: 1, to: 10))
    ]
    chart.crossings[0].at.y = .nan
    chart.cheapest[0].series = 9
    chart.bands[0].high = -1
    #expect {
      try chart.drawing(.wide)
    } throws: { error in
      (error as? ChartFaults)?.faults == [
        .emptyAxis("Tokens a month (log scale)"), .notDrawable("Managed API"),
        .notDrawable("1M · $50"), .unknownSeries(-1), .unknownSeries(9),
      ]
    }
  }

  @Test func refusesATextThatDoesNotFit() {
    var chart = Samples.breakEven
    chart.notes = [String(repeating: "x", count: 200)]
    #expect(throws: ChartFaults(faults: [.outside(chart.notes[0])])) {
      try chart.drawing(.wide)
    }
  }

  @Test(arguments: [
    (ChartFault.overlap("a", "b"), "'a' covers 'b' in the chart"),
    (.outside("a"), "'a' does not fit into the chart"),
    (.emptyAxis("Cost"), "'Cost' has no range that can be drawn"),
    (.notDrawable("a"), "'a' has a value that cannot be drawn on its axis"),
    (.unknownSeries(3), "series 3 is not in the chart"),
  ])
  func describesFaultsAsPhrases(fault: ChartFault, message: String) {
    #expect(fault.message == message)
  }
}
