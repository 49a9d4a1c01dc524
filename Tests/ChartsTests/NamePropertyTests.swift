import Templates
import TestSupport
import Testing

@testable import Charts
@testable import Reports

/// Random names, findings and crossings: whoever sets them in the widest font cuts nothing.
@Suite("Any names in a chart")
struct NamePropertyTests {
  @Test(arguments: 0..<60, ChartLayout.allCases)
  func fit(seed: UInt64, layout: ChartLayout) async throws {
    var random = SeededGenerator(seed: seed)
    let chart = Self.chart(&random)
    let drawing = try chart.laidOut(layout)
    let file = try await ChartFiles.templates()
      .template("charts/break-even.svg", for: BreakEvenDrawing.self).render(drawing.onPage)
    let texts = DrawnTexts(String(decoding: file, as: UTF8.self))
    #expect(texts.lines.count > 8 && texts.unmeasured == [])
    #expect(texts.faults == [])

    // Each offer has its name, at the line or in the list; and no label is one letter.
    let labels = drawing.onPage.labels.map { $0.names.map(\.text).joined(separator: " ") }
    let listed = drawing.onPage.key.map { $0.lines.map(\.text).joined(separator: " ") }
    for series in chart.series where !series.isMuted {
      let name = Self.plain(series.name)
      #expect((labels + listed).contains { Self.plain($0).hasPrefix(name) }, "\(series.name)")
    }
    #expect(labels.allSatisfy { $0.count > 1 })
    #expect(layout == .wide || Set(labels).count == labels.count)
  }

  private static func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  private static let words = [
    "H100", "GPU", "Serverless", "dedicated", "MWWM", "DeepSeek-R1-0528", "of", "two", "replicas",
    "GPT-5.4-mini", "Hochgeschwindigkeit", "80", "GB", "iii", "Provisioned", "a", "throughput",
    "(flex)", "worker,", "kept", "warm",
  ]

  private static func name(_ random: inout SeededGenerator, _ number: Int) -> String {
    let count = Int.random(in: 1...7, using: &random)
    return "Offer "
      + (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ") + " \(number)"
  }

  private static func chart(_ random: inout SeededGenerator) -> BreakEvenChart {
    var chart = BreakEvenChart(
      title: "\(name(&random, 1)) costs less than \(name(&random, 2)) up to 20.6M tokens a month",
      subtitle: "Monthly cost in US dollars by \(name(&random, 3))", description: "Random names.",
      horizontal: Axis(title: "Tokens a month", kind: .log, low: 1e6, high: 1e9, format: .count),
      vertical: Axis(title: "US$ a month", kind: .log, low: 10, high: 1e6, format: .dollars))
    let count = Int.random(in: 1...14, using: &random)
    chart.series = (1...count).map { number in
      let start = Point(x: 1e6, y: .random(in: 10...2e4, using: &random))
      let end = Point(
        x: Int.random(in: 0...3, using: &random) > 0 ? 1e9 : .random(in: 1e7...9e8, using: &random),
        y: .random(in: 10...9e5, using: &random))
      return BreakEvenChart.Series(
        name: name(&random, number), detail: "$\(number).25 per 1M input tokens", colour: number,
        pieces: [CurvePiece(.straight(from: start, to: end))],
        endLabel: end.x < 1e9 ? "replicas full" : nil,
        isMuted: number > 1 && count > 8 && Bool.random(using: &random))
    }
    chart.crossings = (0..<Int.random(in: 0...8, using: &random)).map { number in
      BreakEvenChart.Crossing(
        at: Point(
          x: .random(in: 1e6...1e9, using: &random), y: .random(in: 10...1e5, using: &random)),
        label: "\(number)83.9M · $1,440", decides: number < 3)
    }
    chart.cheapest = [BreakEvenChart.Span(from: 1e6, to: 1e9, series: 0)]
    chart.notes = ["Grey: \(name(&random, 8)) and \(name(&random, 9)), never the cheapest here."]
    return chart
  }
}
