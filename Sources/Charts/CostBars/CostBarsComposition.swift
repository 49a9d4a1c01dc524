/// A chart of cost bars, laid out: every part with its place, before it becomes text.
struct CostBarsComposition {
  let chart: CostBarsChart
  let layout: ChartLayout
  let header: ChartHeader
  let legend: PhaseLegend
  let columns: CostBarColumns
  private(set) var headings: [PlacedLine] = []
  private(set) var rows: [CostBarRow] = []
  let plot: Box
  let ticks: [(line: PlacedLine, x: Double)]
  let axisTitle: PlacedLine
  let notes: [PlacedLine]

  /// Where the drawing ends, in pixels.
  let bottom: Double

  init(_ chart: CostBarsChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    let header = ChartHeader(
      title: chart.showsTitle ? chart.title : nil, subtitle: chart.subtitle, layout)
    self.header = header
    let columns = CostBarColumns(chart, layout)
    self.columns = columns

    // Which phases are named in a bar depends on lengths only, so a first pass can tell.
    let lengths = chart.rows.map {
      CostBarRow($0, columns, cheapestLabel: chart.cheapestLabel, top: 0)
    }
    legend = PhaseLegend(lengths, layout, top: header.bottom + 8)

    let top = legend.bottom + 8
    var block = TextBlock(top: top)
    for group in chart.groups {
      if let heading = group.heading {
        block.cursor += rows.isEmpty ? 0 : 10
        block.add(heading, style: .heading, x: layout.margin, width: layout.innerWidth)
      }
      for row in group.rows {
        let placed = CostBarRow(
          row, columns, cheapestLabel: chart.cheapestLabel, top: block.cursor)
        rows.append(placed)
        block.cursor = placed.bottom
      }
    }
    headings = block.lines
    plot = Box(
      left: columns.barLeft, top: rows.first?.top ?? top, right: layout.width - layout.margin,
      bottom: block.cursor + 2)

    let baseline = plot.bottom + 16
    ticks = columns.ticks(chart.format).map { tick in
      let x = columns.position(of: tick)
      let text = chart.format.text(of: tick)
      // Zero begins at its line: centred, half of it would lie outside a compact drawing.
      let shift = tick.digits == 0 ? TextStyle.tick.width(of: text) / 2 : 0
      return (
        PlacedLine(text: text, style: .tick, x: x + shift, baseline: baseline, anchor: .middle), x
      )
    }
    axisTitle = PlacedLine(
      text: chart.axisTitle, style: .tick, x: columns.barLeft, baseline: baseline + 18)
    block = TextBlock(top: baseline + 32)
    for note in chart.notes {
      block.add(note, style: .note, x: layout.margin, width: layout.innerWidth)
      block.cursor += 2
    }
    notes = block.lines
    bottom = block.cursor + layout.margin - 6
  }

  /// Everything that may not collide.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines =
      header.lines + legend.lines + headings + rows.flatMap(\.lines) + ticks.map(\.line)
      + [axisTitle] + notes
    for line in lines { registry.add(line) }
    return registry
  }
}
