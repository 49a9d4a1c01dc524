import Testing

@testable import Charts

/// Random charts of the kinds without curves: a collision would be thrown.
@Suite("Any chart of assumptions, cells or prices")
struct KindPropertyTests {
  @Test(arguments: 0..<60, ChartLayout.allCases)
  func showsAssumptions(seed: UInt64, layout: ChartLayout) throws {
    var random = SeededGenerator(seed: seed)
    var chart = Samples.tornado
    let scale: Double = [0.001, 1, 5000].randomElement(using: &random) ?? 1
    chart.baseline = scale * .random(in: -1...9, using: &random)
    chart.baselineLabel = "As assumed: \(Int(chart.baseline))"
    chart.rows = (0..<Int.random(in: 0...12, using: &random)).map { number in
      func end() -> TornadoChart.End {
        let total = scale * Double.random(in: -1...9, using: &random)
        return TornadoChart.End(total, "$\(Int(total * 100))")
      }
      return TornadoChart.Row(
        label: "Assumption \(number) with quite a long name", detail: "from little to much",
        low: end(), high: end(), flips: Bool.random(using: &random))
    }
    let drawing = try chart.drawing(layout)
    #expect(try chart.drawing(layout) == drawing)
    let swings = chart.sorted.map(\.swing)
    #expect(zip(swings, swings.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: 0..<40, ChartLayout.allCases)
  func showsCells(seed: UInt64, layout: ChartLayout) throws {
    var random = SeededGenerator(seed: seed)
    var chart = Samples.heatMap
    let (columns, rows) = (
      Int.random(in: 1...12, using: &random), Int.random(in: 1...9, using: &random)
    )
    let (start, end) = (chart.horizontal.low, chart.horizontal.high)
    chart.columns = (0..<columns).map { index in
      let step = (end - start) / Double(columns)
      let from = start + Double(index) * step
      return HeatMapChart.Interval(from: from, to: from + step, label: "\(index * 137)M")
    }
    chart.rows = (0..<rows).map { index in
      let step = 1 / Double(rows)
      return HeatMapChart.Interval(
        from: Double(index) * step, to: Double(index + 1) * step, label: "\(index)%")
    }
    chart.cells = (0..<rows).map { _ in
      (0..<columns).map { _ in
        guard Int.random(in: 0...9, using: &random) > 0 else { return nil }
        let value = Double.random(in: 0...90_000, using: &random)
        return HeatMapChart.Cell(
          value, "$\(Int(value))", short: "\(Int(value / 1000))k",
          isMarked: Bool.random(using: &random))
      }
    }
    chart.lines = (0..<2).map { _ in
      (0..<4).map { _ in
        Point(
          x: .random(in: start...end, using: &random), y: .random(in: -0.5...1.5, using: &random))
      }
    }
    let drawing = try chart.drawing(layout)
    #expect(try chart.drawing(layout) == drawing)
    #expect(drawing.cells.count == chart.cells.joined().count { $0 != nil })
  }

  @Test(arguments: 0..<40, ChartLayout.allCases)
  func showsPrices(seed: UInt64, layout: ChartLayout) throws {
    var random = SeededGenerator(seed: seed)
    var chart = Samples.rateHistory
    chart.series = (1...Int.random(in: 1...8, using: &random)).map { number in
      var day = Double.random(in: 20_089...20_200, using: &random)
      let prices = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let seen = day
        day += Double.random(in: 0...90, using: &random)
        let amount = Double.random(in: 0...5, using: &random)
        return RateHistoryChart.Price(
          from: day, amount: amount, text: "$\(Int(amount * 100))",
          unknownSince: Bool.random(using: &random) ? seen : nil)
      }
      return RateHistoryChart.Series(
        name: "Offer \(number)", lastPrice: "$\(number) an hour", colour: number, prices: prices,
        until: 20_636)
    }
    let drawing = try chart.drawing(layout)
    #expect(try chart.drawing(layout) == drawing)
    let names = drawing.labels.flatMap(\.names).map(\.text)
    let listed = drawing.key.flatMap(\.lines).map(\.text).joined(separator: " ")
    for line in chart.series {
      #expect(drawing.key.isEmpty ? names.contains(line.name) : listed.contains(line.name))
    }
  }
}
