/// The bars that share an axis, laid out with that axis below them.
struct CostBarPanel {
  private(set) var headings: [PlacedLine] = []
  private(set) var rows: [CostBarRow] = []

  /// The numbers of the axis, each with its place.
  private(set) var ticks: [(line: PlacedLine, x: Double)] = []

  /// Where the bars are.
  let plot: Box

  /// Where the panel ends, in pixels.
  let bottom: Double

  /// Lays out a panel.
  ///
  /// - Parameters:
  ///   - groups: The bars, by workload.
  ///   - extents: How far the bars reach, from the top.
  ///   - columns: Where labels and bars stand.
  ///   - chart: What all panels have in common.
  ///   - top: Where the panel begins, in pixels.
  init(
    _ groups: [CostBarsChart.Group], _ extents: [CostBarExtent], _ columns: CostBarColumns,
    of chart: CostBarsChart, top: Double
  ) {
    let layout = columns.layout
    var block = TextBlock(top: top)
    for group in groups {
      if let heading = group.heading {
        block.cursor += rows.isEmpty ? 0 : 10
        block.add(heading, style: .heading, x: layout.margin, width: layout.innerWidth)
      }
      for row in group.rows {
        let placed = CostBarRow(
          row, extents[rows.count], columns, cheapestLabel: chart.cheapestLabel, top: block.cursor)
        rows.append(placed)
        block.cursor = placed.bottom
      }
    }
    headings = block.lines
    plot = Box(
      left: columns.barLeft, top: rows.first?.top ?? top, right: layout.width - layout.margin,
      bottom: block.cursor + 2)

    let format = chart.measure == .shares ? TickFormat.percent : chart.format
    let all = columns.ticks(format)
    for (tick, text) in zip(all.labelled, format.texts(of: all.labelled, on: .linear)) {
      let x = columns.position(of: tick)
      // Zero begins at its line: centred, half of it would lie outside a compact drawing.
      let shift = tick.digits == 0 ? TextStyle.tick.width(of: text) / 2 : 0
      let line = PlacedLine(
        text: text, style: .tick, x: x + shift, baseline: plot.bottom + 16, anchor: .middle)
      ticks.append((line, x))
    }
    bottom = plot.bottom + (ticks.isEmpty ? 0 : 20)
  }

  var lines: [PlacedLine] { headings + rows.flatMap(\.lines) + ticks.map(\.line) }
}
