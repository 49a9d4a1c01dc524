import Charts

/// Charts that several suites draw.
enum Samples {
  /// Three billing models, two of them with a range, over four decades of tokens.
  static var breakEven: BreakEvenChart {
    var chart = BreakEvenChart(
      title: "Serverless beats a $15 API above 20.6M tokens a month; a dedicated H100 wins "
        + "above 265M",
      subtitle: "What a month costs at each offer's lowest and highest rate",
      description: "Line chart, both axes logarithmic. The managed API at $15 is cheapest up to "
        + "20.6M tokens, serverless at $4 an hour up to 265M, a dedicated H100 beyond.",
      horizontal: Axis(
        title: "Tokens a month (log scale)", kind: .log, low: 1e6, high: 1e10, format: .count),
      vertical: Axis(
        title: "Cost a month (US$, log scale)", kind: .log, low: 10, high: 1e6, format: .dollars))
    chart.series = [
      api(15, edge: .low), api(50, edge: .high), serverless(4, edge: .low),
      serverless(8, edge: .high), dedicated,
    ]
    chart.bands = [
      BreakEvenChart.Band(low: 0, high: 1), BreakEvenChart.Band(low: 2, high: 3),
    ]
    chart.crossings = crossings
    chart.cheapest = [
      BreakEvenChart.Span(from: 1e6, to: 5.708e6, series: 0),
      BreakEvenChart.Span(from: 5.708e6, to: 20.605e6, series: 0, alternatives: [2]),
      BreakEvenChart.Span(from: 20.605e6, to: 83.946e6, series: 2),
      BreakEvenChart.Span(from: 83.946e6, to: 265.46e6, series: 2, alternatives: [4]),
      BreakEvenChart.Span(from: 265.46e6, to: 1e10, series: 4),
    ]
    chart.notes = [
      "Large rings: the cheapest offer changes; striped where ranges leave it open. Serverless hours run log-log between 50, 200 and "
        + "800 hours at 10M, 100M and 1B tokens; dashed beyond 1B, where nothing was measured.",
      "Source: rate cards read on 2026-11-02. Licence: CC BY 4.0.",
    ]
    return chart
  }

  private static func api(_ rate: Double, edge: BreakEvenChart.Series.Edge) -> BreakEvenChart.Series
  {
    BreakEvenChart.Series(
      name: "Managed API", detail: "$\(Int(rate)) per 1M tokens", colour: 2, edge: edge,
      pieces: [
        CurvePiece(
          .straight(from: Point(x: 1e6, y: rate), to: Point(x: 1e10, y: rate * 10_000)))
      ])
  }

  private static func serverless(
    _ rate: Double, edge: BreakEvenChart.Series.Edge
  ) -> BreakEvenChart.Series {
    let (first, last) = (50 / 3.9994, 800 * 3.9994)
    return BreakEvenChart.Series(
      name: "Serverless GPU", detail: "$\(Int(rate)) an hour", colour: 3, edge: edge,
      pieces: [
        CurvePiece(
          .straight(from: Point(x: 1e6, y: first * rate), to: Point(x: 1e9, y: 800 * rate))),
        CurvePiece(
          .straight(from: Point(x: 1e9, y: 800 * rate), to: Point(x: 1e10, y: last * rate)),
          isDashed: true),
      ])
  }

  private static var dedicated: BreakEvenChart.Series {
    let steps = [1e6, 839e6, 2.65e9, 5.2e9, 8.4e9, 1e10]
    var pieces: [CurvePiece] = []
    for index in 0..<5 {
      let cost = 1440 * Double(index + 1)
      let isDashed = index > 0
      pieces.append(
        CurvePiece(
          .straight(from: Point(x: steps[index], y: cost), to: Point(x: steps[index + 1], y: cost)),
          isDashed: isDashed))
      guard index < 4 else { continue }
      pieces.append(
        CurvePiece(
          .riser(at: steps[index + 1], from: cost, to: cost + 1440), isDashed: true))
    }
    return BreakEvenChart.Series(
      name: "Dedicated H100", detail: "$1,440 a replica", colour: 1, pieces: pieces)
  }

  private static var crossings: [BreakEvenChart.Crossing] {
    [
      (1e6, 50, "1M · $50", false),
      (5.708e6, 285.39, "5.71M · $285", true), (20.605e6, 309.07, "20.6M · $309", true),
      (28.8e6, 1440, "28.8M · $1,440", false), (83.946e6, 1440, "83.9M · $1,440", true),
      (96e6, 1440, "96M · $1,440", false), (117.607e6, 1764.11, "118M · $1,764", false),
      (265.46e6, 1440, "265M · $1,440", true),
    ].map { BreakEvenChart.Crossing(at: Point(x: $0.0, y: $0.1), label: $0.2, decides: $0.3) }
  }
}
