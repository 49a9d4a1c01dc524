import Testing

@testable import Charts

@Suite("The ribbon of cheapest offers")
struct RibbonTests {
  /// Three offers over the sample's axis, which run from one to another at some places.
  private static func drawing(
    _ spans: [(to: Double, shown: [Int])], _ layout: ChartLayout = .wide,
    continued: [ClosedRange<Double>] = []
  ) throws -> BreakEvenDrawing {
    var chart = Samples.breakEven
    chart.continued = continued
    var from = 1e6
    chart.cheapest = spans.map { span in
      defer { from = span.to }
      return BreakEvenChart.Span(
        from: from, to: span.to, series: span.shown[0],
        alternatives: Array(span.shown.dropFirst()),
        ends: ("\(Int(from / 1e6))M", "\(Int(span.to / 1e6))M"))
    }
    return try chart.drawing(layout)
  }

  @Test func namesAllWhoCompeteOnAGroundOfTheirOwn() throws {
    let ribbon = try Self.drawing([(1e9, [0, 2, 4]), (1e10, [4])]).ribbon
    #expect(ribbon[0].plate?.label?.text == "Managed API, Serverless GPU or Dedicated H100")
    #expect(ribbon[0].label == nil && ribbon[0].plate?.signs == [])
    #expect(ribbon[0].stripes.map(\.colour) == ["s3", "s1"])
    #expect(ribbon[1].plate == nil && ribbon[1].label?.text == "Dedicated H100")
  }

  @Test func isThinWhereACurveIsOnlyContinuedAndNowhereElse() throws {
    let spans: [(Double, [Int])] = [(1e8, [0, 2]), (2.5e8, [2]), (1e10, [4])]
    let plain = try Self.drawing(spans).ribbon
    #expect(plain.allSatisfy { $0.continued == nil })
    let ribbon = try Self.drawing(spans, continued: [1e6...1e7, 1e9...1e10]).ribbon
    #expect(ribbon.map { $0.continued != nil } == [true, false, true])
    // The colours lie below, as wide as before, and letters on a ground of their own.
    #expect(ribbon.map(\.width) == plain.map(\.width))
    #expect(ribbon[2].label == nil && ribbon[2].plate?.label?.text == "Dedicated H100")
    #expect(ribbon[2].stripes == [] && ribbon[1].plate == nil)
    let all = try Self.drawing(spans, continued: [1e6...1e10]).ribbon
    #expect(all.allSatisfy { $0.continued != nil })
  }

  @Test func aNameStandsOverWhatIsStatedAsFarAsThereIsRoom() throws {
    func middle(_ continued: [ClosedRange<Double>]) throws -> Double {
      let span = try #require(
        try Self.drawing([(1e10, [4])], continued: continued).ribbon.first)
      let label = try #require(span.plate?.label ?? span.label)
      return try #require(Double(label.x))
    }
    let plain = try middle([])
    #expect(try middle([1e9...1e10]) < plain)
    #expect(try middle([1e6...1e7]) > plain)
    #expect(try middle([1e6...1e7, 1e9...1e10]) == plain)
    #expect(try middle([1e6...1e10]) == plain)
  }

  @Test func refusesAContinuedPartThatHasNoPlaceOnTheAxis() {
    #expect(throws: ChartFaults.self) {
      try Self.drawing([(1e10, [4])], continued: [0...1e7])
    }
  }

  @Test func showsTheMarksOfAllWhereTheirNamesHaveNoRoom() throws {
    let ribbon = try Self.drawing([(3e6, [0, 2, 4]), (1e10, [4])]).ribbon
    #expect(ribbon[0].plate?.label == nil)
    #expect(ribbon[0].plate?.signs.map(\.colour) == ["s2", "s3", "s1"])
  }

  @Test func saysOfEachNarrowStretchBelowWhoMayBeTheCheapestThereAndNobodyElse() throws {
    let spans = [
      (1.02e9, [0]), (1.05e9, [0, 2]), (1.08e9, [2, 4]), (1e10, [4]),
    ]
    let drawing = try Self.drawing(spans)
    #expect(drawing.ribbon.map { $0.stripes.map(\.colour) } == [[], ["s3"], ["s1"], []])
    #expect(
      drawing.frame.notes.map(\.text).joined(separator: " ").hasPrefix(
        "Cheapest at 1020M\u{A0}to\u{A0}1050M: Managed API or Serverless GPU; at "
          + "1050M\u{A0}to\u{A0}1080M: Serverless GPU or Dedicated H100."))
  }

  @Test func takesNeighboursTogetherWhereTheSameOffersCompete() throws {
    let drawing = try Self.drawing([(1e9, [0]), (1.02e9, [0, 2]), (1.04e9, [2, 0]), (1e10, [4])])
    #expect(drawing.ribbon.count == 3)
    #expect(
      drawing.frame.notes.first?.text
        == "Cheapest at 1000M\u{A0}to\u{A0}1040M: Managed API or Serverless GPU.")
  }

  @Test func countsTheNarrowestOfManyStretches() throws {
    let spans = (1...8).map { (1e9 * (1 + 0.01 * Double($0)), [[0, 2], [2, 4]][$0 % 2]) }
    let notes = try Self.drawing([(1e9, [0])] + spans + [(1e10, [4])]).frame.notes
    let text = notes.map(\.text).joined(separator: " ")
    #expect(text.contains("; 3 more stretches are no wider."), "\(text)")
  }

  @Test(arguments: ChartLayout.allCases, 1...40)
  func saysOfEveryStretchWhoIsOrMayBeTheCheapest(layout: ChartLayout, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var spans: [(to: Double, shown: [Int])] = []
    var to = 1e6
    while to < 9e9 {
      to *= Double.random(in: 1.005...3, using: &random)
      let shown = [0, 2, 4].shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
      spans.append((min(to, 1e10), Array(shown)))
    }
    let drawing = try Self.drawing(spans, layout)
    let notes = drawing.frame.notes.map(\.text).joined(separator: " ")
    for span in drawing.ribbon where span.label == nil && span.mark == nil && span.plate == nil {
      #expect(notes.contains("Cheapest at"))
    }
    for plate in drawing.ribbon.compactMap(\.plate) {
      #expect(plate.label != nil || plate.signs.count > 1)
    }
  }
}
