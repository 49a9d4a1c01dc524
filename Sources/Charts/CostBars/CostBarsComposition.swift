/// A chart of cost bars, laid out: every part with its place, before it becomes text.
struct CostBarsComposition {
  let chart: CostBarsChart
  let layout: ChartLayout
  let header: ChartHeader
  let legend: PhaseLegend
  private(set) var panels: [CostBarPanel] = []
  let axisTitle: PlacedLine
  let notes: ChartNotes

  init(_ chart: CostBarsChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    let header = ChartHeader(
      title: chart.showsTitle ? chart.title : nil, subtitle: chart.subtitle, layout)
    self.header = header

    // Which phases are named in a bar depends on lengths only.
    let labelWidth = CostBarColumns.labelWidth(chart, layout)
    let measured = chart.panels.map { groups in
      let rows = groups.flatMap(\.rows)
      let columns = CostBarColumns(chart, rows, layout, labelWidth: labelWidth)
      return (groups: groups, columns: columns, extents: rows.map { CostBarExtent($0, columns) })
    }
    legend = PhaseLegend(measured.flatMap(\.extents), layout, top: header.bottom + 8)

    var cursor = legend.bottom + 8
    for (groups, columns, extents) in measured {
      let panel = CostBarPanel(groups, extents, columns, of: chart, top: cursor)
      panels.append(panel)
      cursor = panel.bottom + 12
    }
    axisTitle = PlacedLine(
      text: chart.axisTitle, style: .tick, x: panels.first?.plot.left ?? layout.margin,
      baseline: cursor + 2)
    notes = ChartNotes(
      marks: [
        panels.count > 1 ? chart.ownScalesNote : nil,
        panels.contains { $0.rows.contains { $0.extent.tear != nil } } ? chart.tornNote : nil,
      ].compactMap(\.self),
      notes: chart.notes, layout, top: cursor + 16)
  }

  /// The bars of all panels, from the top.
  var rows: [CostBarRow] { panels.flatMap(\.rows) }

  /// Everything that may not collide.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines =
      header.lines + legend.lines + panels.flatMap(\.lines) + [axisTitle] + notes.lines
    for line in lines { registry.add(line) }
    return registry
  }
}
