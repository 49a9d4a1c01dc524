/// A history of prices, laid out on the plot that break-even charts have.
struct RateHistoryComposition {
  let chart: RateHistoryChart
  private(set) var page: ChartPage
  let frame: PlotFrame
  let curves: [PlottedCurve]
  let labels: SeriesLabels
  let footer: BreakEvenFooter
  let verticalTitle: PlacedLine
  private(set) var prices: [(line: PlacedLine, leader: Segment?)] = []

  private let plot: BreakEvenChart

  init(_ chart: RateHistoryChart, _ layout: ChartLayout) {
    let full = Self(chart, layout, isBrief: false)
    self =
      layout == .wide && full.labels.dropped.isEmpty ? full : Self(chart, layout, isBrief: true)
  }

  private init(_ chart: RateHistoryChart, _ layout: ChartLayout, isBrief: Bool) {
    self.chart = chart
    page = ChartPage(chart.words, layout)
    let plot = Self.plot(chart)
    self.plot = plot
    verticalTitle = PlacedLine(
      text: chart.vertical.title, style: .tick, x: layout.margin,
      baseline: page.header.bottom + 8 + TextStyle.tick.ascent)
    let names = CurveNames(plot.series, layout, isBrief: isBrief)
    let widths = plot.series.indices.map { names.block($0).width }
    let frame = PlotFrame(
      plot, layout, top: page.header.bottom + 18 + TextStyle.tick.lineHeight,
      beside: (widths.max() ?? 0) + SeriesLabels.gap)
    self.frame = frame
    let curves = plot.series.map {
      PlottedCurve(
        $0.pieces, horizontal: frame.horizontal, vertical: frame.vertical, area: frame.area)
    }
    self.curves = curves
    let order = CurveLabels.order(curves)
    labels = SeriesLabels(
      order.compactMap { index in
        curves[index].end.map { (names.block(index), $0) }
      }, importance: Array(plot.series.indices), frame)
    let hasGap = chart.series.contains { !$0.gaps.isEmpty }
    footer = BreakEvenFooter(
      plot, layout, frame, key: names.key(order, among: order), remarks: [])
    page.close(
      below: footer.notes.bottom - layout.margin + 6,
      marks: hasGap ? [chart.gapNote].compactMap(\.self) : [])
    prices = Self.earlierPrices(chart, frame, curves)
  }

  /// The lines as a chart that plots and labels know.
  private static func plot(_ chart: RateHistoryChart) -> BreakEvenChart {
    var plot = BreakEvenChart(
      title: "", subtitle: "", description: "", horizontal: chart.horizontal,
      vertical: chart.vertical)
    // Days speak for themselves.
    plot.horizontal.title = ""
    plot.series = chart.series.map {
      BreakEvenChart.Series(
        name: $0.name, detail: $0.lastPrice, colour: $0.colour, pieces: $0.pieces)
    }
    return plot
  }

  /// Labels above the prices before the last, where there is room.
  private static func earlierPrices(
    _ chart: RateHistoryChart, _ frame: PlotFrame, _ curves: [PlottedCurve]
  ) -> [(line: PlacedLine, leader: Segment?)] {
    let style = TextStyle.aside
    let layout = PointLabelLayout(
      area: frame.area.grown(by: -1), obstacles: curves.flatMap(\.marks).map(SeriesMark.box),
      lines: curves.flatMap { $0.parts.map { ($0.start, $0.end) } })
    let earlier = chart.series.flatMap { series in
      zip(series.prices, series.prices.dropFirst()).map { price, next in
        let end = next.unknownSince ?? next.from
        return (price.text, Point(x: (price.from + end) / 2, y: price.amount))
      }
    }
    let requests = earlier.map { text, at in
      PointLabelLayout.Request(
        point: Point(
          x: frame.horizontal.position(of: at.x), y: frame.vertical.position(of: at.y)),
        radius: 2, width: style.width(of: text), height: style.ascent + style.descent)
    }
    return zip(earlier, layout.place(requests)).compactMap { item, placement in
      placement.map {
        let line = PlacedLine(
          text: item.0, style: style, x: $0.box.center.x, baseline: $0.box.top + style.ascent,
          anchor: .middle)
        return (line, $0.leader)
      }
    }
  }

  /// Everything that may not collide, but for the words of the page.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines =
      [verticalTitle] + frame.verticalLabels + frame.horizontalLabels
      + labels.placed.flatMap(\.lines) + prices.map(\.line)
      + footer.key.flatMap(\.lines)
    for line in lines { registry.add(line) }
    for (line, curve) in zip(chart.series, curves) {
      for mark in curve.marks { registry.add(marker: line.name, SeriesMark.box(at: mark)) }
    }
    return registry
  }
}
