/// A chart of cost bars, laid out: every part with its place, before it becomes text.
struct CostBarsComposition {
  let chart: CostBarsChart
  let layout: ChartLayout
  let header: ChartHeader
  let legend: PhaseLegend
  private(set) var panels: [CostBarPanel] = []
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

    // Which phases are named in a bar depends on lengths only, so a first pass can tell.
    let groups = chart.panels
    let lengths = groups.flatMap { CostBarPanel($0, of: chart, layout, top: 0).rows }
    legend = PhaseLegend(lengths, layout, top: header.bottom + 8)

    var cursor = legend.bottom + 8
    for group in groups {
      let panel = CostBarPanel(group, of: chart, layout, top: cursor)
      panels.append(panel)
      cursor = panel.bottom + 12
    }
    axisTitle = PlacedLine(
      text: chart.axisTitle, style: .tick, x: panels.first?.plot.left ?? layout.margin,
      baseline: cursor + 2)
    var block = TextBlock(top: cursor + 16)
    let scales = panels.count > 1 ? [chart.ownScalesNote].compactMap(\.self) : []
    for note in scales + chart.notes {
      block.add(note, style: .note, x: layout.margin, width: layout.innerWidth)
      block.cursor += 2
    }
    notes = block.lines
    bottom = block.cursor + layout.margin - 6
  }

  /// The bars of all panels, from the top.
  var rows: [CostBarRow] { panels.flatMap(\.rows) }

  /// Everything that may not collide.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines =
      header.lines + legend.lines + panels.flatMap(\.lines) + [axisTitle] + notes
    for line in lines { registry.add(line) }
    return registry
  }
}
