@testable import Charts

extension Samples {
  /// Four prices over a year and a half: two fell, one as a range; one is announced, one ended.
  static var ratePanels: RatePanelsChart {
    var chart = RatePanelsChart(
      words: ChartWords(
        title: "Zed Cloud: 2 prices fell, 1 is no longer stated and 1 is to change",
        subtitle: "US dollars; each price on a scale of its own, from zero",
        description: "Steps of prices, a row each. Zed Large, per 1M output tokens: $15, $10, $8.",
        notes: ["Source: price lists with their dates. CC BY 4.0."]),
      horizontal: Axis(title: "Day", kind: .linear, low: 20_100, high: 20_800, format: .count),
      colour: 5)
    chart.horizontal.names = [
      Axis.Name(20_270, "Jul 2025"), Axis.Name(20_454, "Jan 2026"), Axis.Name(20_635, "Jul 2026"),
    ]
    typealias Step = RatePanelsChart.Step
    chart.rows = [
      RatePanelsChart.Row(
        name: "Zed Large", detail: "per 1M output tokens", lastPrice: "$8",
        lastChange: "−20 %, announced for 1\u{A0}August 2026",
        steps: [
          Step(from: 20_100, amount: 15...15, text: "$15"),
          Step(from: 20_300, amount: 10...10, text: "$10"),
          Step(from: 20_666, amount: 8...8, text: "$8"),
        ]),
      RatePanelsChart.Row(
        name: "Zed H100", detail: "per GPU-hour", lastPrice: "$3.95", lastChange: "since 2025",
        steps: [
          Step(from: 20_120, amount: 4...8, text: "$4–8"),
          Step(from: 20_400, amount: 3.95...3.95, text: "$3.95", unknownSince: 20_330),
        ]),
      RatePanelsChart.Row(
        name: "Zed Small", detail: "batch, per 1M input tokens", lastPrice: "$0.25",
        lastChange: "−50 % since 1\u{A0}April 2026",
        steps: [
          Step(from: 20_500, amount: 0.5...0.5, text: "$0.50"),
          Step(from: 20_544, amount: 0.25...0.25, text: "$0.25"),
        ]),
      RatePanelsChart.Row(
        name: "Zed A100", detail: "per GPU-second", lastPrice: "not stated",
        lastChange: "since 1\u{A0}March 2025",
        steps: [
          Step(from: 20_100, amount: 0.00093...0.00093, text: "$0.00093"),
          Step(from: 20_148, amount: nil, text: "not stated"),
        ]),
    ]
    chart.lastInForce = Axis.Name(20_640, "6\u{A0}July 2026")
    chart.marks = ["Dashed: announced, not in force on 6\u{A0}July 2026."]
    return chart
  }
}
