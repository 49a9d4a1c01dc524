import Charts

extension Samples {
  /// Costs over the hours of a month: a flat rate, a price by the hour, and whole replicas.
  static var hours: BreakEvenChart {
    var chart = BreakEvenChart(
      title: "Paying by the hour is cheapest up to 365 hours of work a month",
      subtitle: "Monthly cost in US dollars by hours of work a month",
      description: "Line chart, both axes linear. Modal is cheapest up to 365 hours, a dedicated "
        + "H100 beyond.",
      horizontal: Axis(
        title: "Hours of work a month", kind: .linear, low: 0, high: 720, format: .hours),
      vertical: Axis(
        title: "US$ a month", kind: .linear, low: 0, high: 5400, format: .dollars
      ).rounded)
    chart.series = [
      BreakEvenChart.Series(
        name: "Modal H100", detail: "$3.95 an hour", colour: 2,
        pieces: [
          CurvePiece(.affine(fixed: 0, slope: 3.95, from: 0, to: 720))
        ]),
      BreakEvenChart.Series(
        name: "Dedicated H100", detail: "$1,440 a month", colour: 1,
        pieces: [
          CurvePiece(.straight(from: Point(x: 0, y: 1440), to: Point(x: 720, y: 1440)))
        ]),
      BreakEvenChart.Series(
        name: "Reserved blocks", detail: "$900 for 120 h", colour: 3,
        pieces: (0..<6).flatMap { block -> [CurvePiece] in
          let (from, cost) = (Double(block) * 120, Double(block + 1) * 900)
          let run = CurvePiece(
            .straight(from: Point(x: from, y: cost), to: Point(x: from + 120, y: cost)))
          let riser = CurvePiece(.riser(at: from + 120, from: cost, to: cost + 900))
          return block < 5 ? [run, riser] : [run]
        }),
    ]
    chart.crossings = [
      BreakEvenChart.Crossing(
        at: Point(x: 120, y: 1440), label: "120 h · $1,440", decides: false),
      BreakEvenChart.Crossing(
        at: Point(x: 364.56, y: 1440), label: "365 h · $1,440", decides: true),
    ]
    chart.cheapest = [
      BreakEvenChart.Span(from: 0, to: 364.56, series: 0),
      BreakEvenChart.Span(from: 364.56, to: 720, series: 1),
    ]
    chart.notes = ["A month is 720 hours. Source: rate cards read on 2026-11-02. CC BY 4.0."]
    return chart
  }
}
