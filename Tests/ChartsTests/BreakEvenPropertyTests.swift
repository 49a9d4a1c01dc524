import Testing

@testable import Charts

/// Random charts: whatever the curves do, the drawing is readable or refused, never spoilt.
@Suite("Any break-even chart")
struct BreakEvenPropertyTests {
  @Test(arguments: 0..<40, ChartLayout.allCases)
  func collidesNowhereAndIsTheSameTwice(seed: UInt64, layout: ChartLayout) throws {
    let chart = Self.chart(seed: seed)
    let drawing = try chart.drawing(layout)
    #expect(try chart.drawing(layout) == drawing)

    let composition = BreakEvenComposition(chart, layout)
    let bounds = Box(
      left: 0, top: 0, right: layout.width, bottom: try #require(Double(drawing.frame.height)))
    #expect(composition.registry.faults(in: bounds).isEmpty)

    // Every curve has its name at its end, or in the list.
    let names = Set(drawing.labels.flatMap(\.names).map(\.text))
    let listed = drawing.key.flatMap(\.lines).map(\.text).joined(separator: " ")
    for line in chart.series {
      #expect(drawing.key.isEmpty ? names.contains(line.name) : listed.contains(line.name))
    }

    // Every crossing has its label, or a place in the list of those that have not; of very many in
    // a narrow plot those that decide.
    let notes = drawing.frame.notes.map(\.text).joined(separator: " ")
    let shown = Set((drawing.decidingLabels + drawing.otherLabels).map(\.text))
    let inside = composition.plotLabels
    #expect(!inside.hasUnnumbered || layout == .compact && inside.rings.count > 9)
    for crossing in inside.rings.map(\.crossing)
    where crossing.decides || !inside.hasUnnumbered {
      let unbroken = crossing.label.replacing(" ", with: "\u{A0}")
      #expect(shown.contains(crossing.label) || notes.contains(unbroken))
    }
  }

  private static func chart(seed: UInt64) -> BreakEvenChart {
    var random = SeededGenerator(seed: seed)
    let kind: Axis.Kind = seed.isMultiple(of: 4) ? .linear : .log
    var chart = BreakEvenChart(
      title: "Offer 1 is cheapest up to some volume, and another offer beyond it",
      subtitle: "Cost a month", description: "Random curves.",
      horizontal: Axis(title: "Tokens a month", kind: kind, low: 1e6, high: 1e9, format: .count),
      vertical: Axis(title: "Cost (US$)", kind: kind, low: 10, high: 1e5, format: .dollars))
    let count = Int.random(in: 1...9, using: &random)
    chart.series = (1...count).map { number in
      let start = Point(x: 1e6, y: .random(in: 10...2e4, using: &random))
      let end = Point(
        x: Bool.random(using: &random) ? 1e9 : .random(in: 1e7...9e8, using: &random),
        y: .random(in: 10...2e5, using: &random))
      return BreakEvenChart.Series(
        name: "Offer \(number)", detail: "$\(number) per 1M tokens", colour: number,
        pieces: [CurvePiece(.straight(from: start, to: end))],
        endLabel: end.x < 1e9 ? "1 replica is full" : nil)
    }
    chart.crossings = (0..<Int.random(in: 0...10, using: &random)).map { number in
      let at = Point(
        x: .random(in: 1e6...1e9, using: &random), y: .random(in: 10...1e5, using: &random))
      return BreakEvenChart.Crossing(
        at: at, label: "\(number)8.6M · $1,440", decides: number < 2)
    }
    let middle = Double.random(in: 1e6...1e9, using: &random)
    chart.cheapest = [
      BreakEvenChart.Span(from: 1e6, to: middle, series: 0),
      BreakEvenChart.Span(from: middle, to: 1e9, series: count - 1),
    ]
    chart.notes = ["Source: random numbers."]
    return chart
  }
}
