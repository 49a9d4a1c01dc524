/// A tornado chart, laid out.
struct TornadoComposition {
  let chart: TornadoChart
  let layout: ChartLayout
  private(set) var page: ChartPage
  let legend: SwatchLegend
  let scale: Scale
  let baselineLabel: PlacedLine
  private(set) var rows: [TornadoRow] = []
  private(set) var ticks: [PlacedLine] = []
  let axisTitle: PlacedLine

  /// Where the bars are.
  let plot: Box

  init(_ chart: TornadoChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    page = ChartPage(chart.words, layout)
    legend = SwatchLegend(
      [("low-end", chart.lowLabel), ("high-end", chart.highLabel)], layout,
      top: page.header.bottom + 8)

    let columns = TornadoColumns(chart, layout)
    scale = columns.scale
    let baselineWidth = TextStyle.value.width(of: chart.baselineLabel)
    let middle = columns.scale.position(of: chart.baseline)
    baselineLabel = PlacedLine(
      text: chart.baselineLabel, style: .value,
      x: min(
        max(middle, layout.margin + baselineWidth / 2),
        layout.width - layout.margin - baselineWidth / 2),
      baseline: legend.bottom + 20, anchor: .middle)

    var cursor = legend.bottom + 26
    let top = cursor
    for row in chart.sorted {
      let placed = TornadoRow(row, of: chart, columns, top: cursor)
      rows.append(placed)
      cursor = placed.bottom
    }
    plot = Box(
      left: columns.scale.start, top: top, right: columns.scale.end, bottom: cursor + 2)
    for (tick, text) in zip(columns.ticks.labelled, columns.ticks.texts(columns.scale.axis)) {
      ticks.append(
        PlacedLine(
          text: text, style: .tick, x: columns.scale.position(of: tick.value),
          baseline: plot.bottom + 16, anchor: .middle))
    }
    axisTitle = PlacedLine(
      text: chart.axisTitle, style: .tick, x: columns.titleLeft, baseline: plot.bottom + 34)
    page.close(below: plot.bottom + 48)
  }

  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<TornadoDrawing> {
    let drawing = TornadoDrawing(
      frame: try page.drawing(registry),
      legend: legend.drawing, grid: verticals(ticks.map(\.x)),
      baseline: verticals([scale.position(of: chart.baseline)]),
      baselineLabel: baselineLabel.drawing, rows: rows.map(\.drawing),
      ticks: ticks.map(\.drawing), axisTitle: axisTitle.drawing)
    return LaidOut(drawing, classes: TornadoDrawing.classes, page.notes)
  }

  /// Everything that may not collide, but for the words of the page.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    for line in legend.lines + [baselineLabel] + rows.flatMap(\.lines) + ticks + [axisTitle] {
      registry.add(line)
    }
    return registry
  }

  /// Lines beside the labels whole; where labels stand above the bars, only at the bars.
  private func verticals(_ positions: [Double]) -> String? {
    var path = PathWriter()
    for x in positions {
      switch layout {
      case .wide: path.stroke(Point(x: x, y: plot.top), Point(x: x, y: plot.bottom))
      case .compact:
        for bar in rows.map(\.bar) {
          path.stroke(Point(x: x, y: bar.top - 3), Point(x: x, y: bar.bottom + 3))
        }
      }
    }
    return path.dataIfAny
  }
}
