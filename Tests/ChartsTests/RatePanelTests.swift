import Testing

@testable import Charts

/// Each price has a row of steps that begin on its days, and that are as high as it.
@Suite("Charts of prices that changed")
struct RatePanelTests {
  private static func panels(
    _ chart: RatePanelsChart, _ layout: ChartLayout = .wide
  ) -> (columns: RatePanelsColumns, rows: [RatePanel]) {
    (RatePanelsColumns(chart, layout), RatePanelsComposition(chart, layout).panels)
  }

  @Test("Every price but the last stands at its steps, also of one that held for a short time")
  func labelPrices() throws {
    for layout in ChartLayout.allCases {
      let rows = try Samples.ratePanels.drawing(layout).rows
      #expect(
        rows.map { Set($0.prices.map(\.text)) }
          == [["$15", "$10"], ["$4–8"], ["$0.50"], ["$0.00093"]])
      #expect(
        rows.map { $0.lastPrice.map(\.text) } == [["$8"], ["$3.95"], ["$0.25"], ["not stated"]])
    }
  }

  @Test("What is announced is dashed behind the last day that is in force, and nothing else is")
  func dashAnnouncedPrices() throws {
    let chart = Samples.ratePanels
    let drawing = try chart.drawing(.wide)
    #expect(drawing.limitLabel?.text == "6\u{A0}July 2026")
    // Of the other prices nobody knows what they will be, and they end there.
    #expect(drawing.rows.map { $0.dashed != nil } == [true, false, false, false])
    var inForce = chart
    inForce.lastInForce = nil
    let whole = try inForce.drawing(.wide)
    #expect(whole.limit == nil && whole.limitLabel == nil)
    #expect(whole.rows.allSatisfy { $0.dashed == nil && $0.solid != nil })
  }

  @Test("Ranges are shaded, days that nobody knows hatched, and both only there")
  func shadeAndHatch() throws {
    let rows = try Samples.ratePanels.drawing(.wide).rows
    #expect(rows.map { $0.band != nil } == [false, true, false, false])
    #expect(rows.map { $0.gap != nil } == [false, true, false, false])
  }

  @Test func drawNoDayTwiceAndNoNameOutside() throws {
    var chart = Samples.ratePanels
    chart.horizontal.names = [
      Axis.Name(20_100, "1\u{A0}February 2025"), Axis.Name(20_110, "11\u{A0}February 2025"),
      Axis.Name(20_800, "1\u{A0}January 2027"),
    ]
    for layout in ChartLayout.allCases {
      #expect(
        try chart.drawing(layout).ticks.map(\.text)
          == ["1\u{A0}February 2025", "1\u{A0}January 2027"])
    }
  }

  @Test("Names without a break are cut, not drawn over the steps")
  func cutLongNames() throws {
    var chart = Samples.ratePanels
    chart.rows[0].name = String(repeating: "vertex_ai/claude", count: 4)
    for layout in ChartLayout.allCases {
      #expect(try chart.drawing(layout).rows[0].names.first?.text.hasSuffix("…") == true)
    }
  }

  @Test func refuseDaysThatGoBackAndAmountsThatAreNone() {
    var chart = Samples.ratePanels
    chart.rows[0].steps[1].from = 20_000
    chart.rows[1].steps[0].amount = 1 ... .infinity
    chart.rows[2].steps = []
    let faults = ChartFaults(
      faults: [.notDrawable("Zed Large"), .notDrawable("Zed H100"), .notDrawable("Zed Small")])
    #expect(throws: faults) { try chart.drawing(.wide) }
  }

  @Test(
    "Of random prices each step begins on its day and is as high as its price", arguments: 0..<60)
  func drawSteps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var chart = Samples.ratePanels
    chart.rows = (1...Int.random(in: 1...12, using: &random)).map { number in
      var day = Double.random(in: 20_100...20_300, using: &random)
      let steps = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        let seen = day
        day += Double.random(in: 0...60, using: &random)
        let low = Double.random(in: 0...20, using: &random)
        let high = Bool.random(using: &random) ? low : low + .random(in: 0...9, using: &random)
        return RatePanelsChart.Step(
          from: day, amount: Int.random(in: 0...5, using: &random) == 0 ? nil : low...high,
          text: "$\(Int(low * 1000))",
          unknownSince: Int.random(in: 0...3, using: &random) == 0 ? seen : nil)
      }
      return RatePanelsChart.Row(
        name: "Offer \(number) of quite a name", detail: "per 1M output tokens",
        lastPrice: steps.last?.text ?? "", lastChange: "−20 % since 1\u{A0}March 2026", steps: steps
      )
    }
    if Bool.random(using: &random) { chart.lastInForce = nil }
    for layout in ChartLayout.allCases {
      // Texts that collide would be thrown.
      let drawing = try chart.drawing(layout)
      #expect(try chart.drawing(layout) == drawing)
      let (columns, rows) = Self.panels(chart, layout)
      for (row, panel) in zip(chart.rows, rows) {
        let most = row.steps.compactMap(\.amount?.upperBound).max() ?? 0
        for (step, placed) in zip(row.steps, panel.steps) {
          #expect(abs(columns.days.value(at: placed.left) - step.from) < 1e-6)
          guard let amount = step.amount, let rise = placed.rise, most > 0 else {
            #expect(step.amount == nil || most == 0)
            continue
          }
          let perPixel = most / panel.plot.height
          #expect(abs((panel.plot.bottom - rise.lowerBound) * perPixel - amount.upperBound) < 1e-6)
          #expect(abs((panel.plot.bottom - rise.upperBound) * perPixel - amount.lowerBound) < 1e-6)
        }
      }
    }
  }
}
