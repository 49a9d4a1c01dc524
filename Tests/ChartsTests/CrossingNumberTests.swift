import Testing

@testable import Charts

@Suite("Numbers at crossings")
struct CrossingNumberTests {
  /// A chart with rings along a line, so close that few labels have room.
  private static func chart(_ count: Int, deciding: Int, seed: Int) -> BreakEvenChart {
    var random = SeededGenerator(seed: UInt64(seed))
    var chart = Samples.breakEven
    chart.unnumberedNote = "Others are in the table."
    chart.crossings = (0..<count).map { index in
      let x = 1e8 * Double.random(in: 1...12, using: &random)
      return BreakEvenChart.Crossing(
        at: Point(x: x, y: 1440 * Double.random(in: 0.5...3, using: &random)),
        label: "number \(index) · $1,440", decides: index < deciding)
    }
    return chart
  }

  /// The numbers of texts such as `3` and `5–7`.
  private static func numbers(_ texts: [String]) -> [Int] {
    texts.filter { !$0.contains("$") }.flatMap { text -> [Int] in
      let ends = text.split(separator: "–").compactMap { Int($0) }
      return ends.first.map { Array($0...(ends.last ?? $0)) } ?? []
    }.sorted()
  }

  @Test("None is missing of those that the list has", arguments: ChartLayout.allCases, 1...30)
  func allStand(layout: ChartLayout, seed: Int) throws {
    let chart = Self.chart(4 + seed % 16, deciding: seed % 5, seed: seed)
    let drawing = try chart.drawing(layout)
    let notes = drawing.frame.notes.map(\.text).joined(separator: " ")
    let listed = notes.matches(of: /\((\d+)\)/).compactMap { Int($0.1) }
    let shown = Self.numbers((drawing.decidingLabels + drawing.otherLabels).map(\.text))
    #expect(shown == listed)
    #expect(listed == Array(1..<listed.count + 1))
  }

  @Test func onlyThoseThatDecideHaveOneInANarrowPlotOfMany() throws {
    let chart = Self.chart(17, deciding: 4, seed: 1)
    let drawing = try chart.drawing(.compact)
    let notes = drawing.frame.notes.map(\.text).joined(separator: " ")
    #expect(notes.matches(of: /\((\d+)\)/).count == 4)
    #expect(notes.contains("Others are in the table."))
    #expect(drawing.otherRings.count == 13)
    let few = try Self.chart(8, deciding: 4, seed: 1).drawing(.compact)
    #expect(!few.frame.notes.contains { $0.text.contains("Others") })
  }

  @Test func growFromLeftToRight() throws {
    let chart = Self.chart(9, deciding: 9, seed: 3)
    let drawing = try chart.drawing(.compact)
    let places = drawing.decidingRings.compactMap { Double($0.x) }
    #expect(places == places.sorted())
  }
}
