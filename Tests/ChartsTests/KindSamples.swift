import Charts

extension Samples {
  /// Which assumptions move the bill of a dedicated machine, and which of them turn the answer.
  static var tornado: TornadoChart {
    var chart = TornadoChart(
      words: ChartWords(
        title: "Only the throughput turns the answer: at half of it the API is cheaper",
        subtitle: "Cost per 1M tokens of a dedicated H100, one assumption changed at a time",
        description: "Tornado chart. As assumed $0.48. Throughput 600 to 2,400 tokens a second: "
          + "$0.96 to $0.24, which changes the cheapest offer.",
        notes: ["An exact input is varied by 20 % either way. Source: rate cards, 2026-11-02."]),
      axisTitle: "US$ per 1M tokens", baseline: 0.48, baselineLabel: "As assumed: $0.48")
    typealias End = TornadoChart.End
    chart.rows = [
      TornadoChart.Row(
        label: "Rate", detail: "$1.60 to $2.40 an hour", low: End(0.384, "$0.384"),
        high: End(0.576, "$0.576")),
      TornadoChart.Row(
        label: "Throughput", detail: "600 to 2,400 tokens/s", low: End(0.96, "$0.96"),
        high: End(0.24, "$0.24"), flips: true),
      TornadoChart.Row(
        label: "Busy share", detail: "80 % to 100 %", low: End(0.54, "$0.54"),
        high: End(0.432, "$0.432")),
      TornadoChart.Row(
        label: "Month", detail: "720 to 744 h", low: End(0.48, "$0.48"),
        high: End(0.496, "$0.496")),
    ]
    return chart
  }

  /// What a million tokens cost by use and volume, and where the machine begins to pay.
  static var heatMap: HeatMapChart {
    var chart = HeatMapChart(
      words: ChartWords(
        title: "A machine pays above 72M tokens a month, and only while it is busy",
        subtitle: "US dollars per 1M tokens at the cheaper of two offers, by volume and busy share",
        description: "Heat map of five by six cells. The machine is cheaper to the right of a line "
          + "from 72M tokens a month at 100% busy to 720M at 10%.",
        notes: ["Shades by ratio. Source: rate cards read on 2026-11-02. CC BY 4.0."]),
      horizontal: Axis(
        title: "Tokens a month (log scale)", kind: .log, low: 3.162e6, high: 3.162e9,
        format: .count),
      vertical: Axis(title: "Busy share", kind: .linear, low: 0, high: 1, format: .percent),
      scaleTitle: "US$ per 1M tokens", lineLabel: "as cheap as the API",
      markLabel: "the machine is cheaper")
    let edges = (0...6).map { 3.162e6 * [1, 3.162, 10, 31.62, 100, 316.2, 1000][$0] }
    chart.columns = zip(
      zip(edges, edges.dropFirst()), ["5M", "18M", "56M", "178M", "562M", "1.8B"]
    )
    .map { HeatMapChart.Interval(from: $0.0.0, to: $0.0.1, label: $0.1) }
    chart.rows = (0..<5).map { row in
      let low = Double(row) / 5
      return HeatMapChart.Interval(from: low, to: low + 0.2, label: "\(row * 20 + 10)\u{A0}%")
    }
    chart.cells = chart.rows.map { row in
      chart.columns.map { column in
        let tokens = (column.from * column.to).squareRoot()
        let machine = 1440 / (tokens * (row.from + row.to) / 2 * 2) * 1e6
        let value = min(20, machine)
        let cents = Int((value * 100).rounded())
        let text = "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
        return HeatMapChart.Cell(
          value, text,
          short: value < 10 ? String(text.dropFirst().dropLast()) : "\(Int(value.rounded()))",
          isMarked: machine < 20)
      }
    }
    chart.lines = [
      [Point(x: 36e6, y: 1)]
        + [0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.05].map {
          Point(x: 36e6 / $0, y: $0)
        }
    ]
    return chart
  }

  /// Two prices over a year and a half; of one change the day is not known.
  static var rateHistory: RateHistoryChart {
    var chart = RateHistoryChart(
      words: ChartWords(
        title: "GMI halved the hour of an H100 in sixteen months; Modal never moved",
        subtitle: "On-demand price of an H100, US dollars an hour",
        description: "Step chart. GMI H100 from $4.39 in January 2025 to $2.00; Modal $3.95.",
        notes: ["Source: rate cards with their dates. CC BY 4.0."]),
      horizontal: Axis(
        title: "Day", kind: .linear, low: 20_089, high: 20_636, format: .count),
      vertical: Axis(title: "US$ an hour", kind: .linear, low: 0, high: 5, format: .dollars))
    chart.horizontal.names = [
      Axis.Name(20_089, "Jan 2025"), Axis.Name(20_270, "Jul 2025"), Axis.Name(20_454, "Jan 2026"),
      Axis.Name(20_635, "Jul 2026"),
    ]
    chart.series = [
      RateHistoryChart.Series(
        name: "Modal H100", lastPrice: "$3.95 an hour", colour: 2,
        prices: [RateHistoryChart.Price(from: 20_150, amount: 3.95, text: "$3.95")],
        until: 20_636),
      RateHistoryChart.Series(
        name: "GMI H100", lastPrice: "$2.00 an hour since 2\u{A0}May\u{A0}2026", colour: 1,
        prices: [
          RateHistoryChart.Price(from: 20_089, amount: 4.39, text: "$4.39"),
          RateHistoryChart.Price(from: 20_200, amount: 2.98, text: "$2.98"),
          RateHistoryChart.Price(
            from: 20_575, amount: 2, text: "$2.00", unknownSince: 20_440),
        ], until: 20_636),
    ]
    chart.gapNote = "Hatched: the day of the change is not known."
    return chart
  }

  /// What two invoices consist of, in shares.
  static var idleCost: CostBarsChart {
    var chart = idleReplicas
    chart.title = "Of $9,360 for two warm replicas 97 % pay for waiting"
    chart.measure = .shares
    chart.axisTitle = "Share of the invoice"
    typealias Segment = CostBarsChart.Segment
    func phase(_ id: String) -> CostBarsChart.Phase {
      CostBarsChart.Phase(id: id, name: id.replacing("-", with: " "))
    }
    chart.groups[0].rows = [
      CostBarsChart.Row(
        label: "Baseten H100", detail: "2 replicas, never scaled to zero", value: "$9,360",
        segments: [
          Segment(phase("active"), 280.8, label: "3\u{A0}%"),
          Segment(phase("kept-warm"), 9079.2, label: "97\u{A0}%"),
        ]),
      CostBarsChart.Row(
        label: "Modal H100", detail: "scales to zero after 60 s", value: "$284.40",
        segments: [
          Segment(phase("active"), 237, label: "83\u{A0}%"),
          Segment(phase("cold-start"), 11.85, label: "4\u{A0}%"),
          Segment(phase("idle-tail"), 33.6, label: "12\u{A0}%"),
          Segment(phase("rounding"), 1.95, label: "1\u{A0}%"),
        ], isCheapest: true),
    ]
    return chart
  }
}
