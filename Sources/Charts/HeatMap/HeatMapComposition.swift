/// A heat map, laid out.
struct HeatMapComposition {
  let chart: HeatMapChart
  let layout: ChartLayout
  private(set) var page: ChartPage
  let legend: HeatMapLegend
  let horizontal: Scale
  let vertical: Scale
  let area: Box
  let verticalTitle: PlacedLine
  let horizontalTitle: PlacedLine
  private(set) var ticks: (vertical: [PlacedLine], horizontal: [PlacedLine]) = ([], [])
  private(set) var cells: [(box: Box, cell: HeatMapChart.Cell, content: HeatMapCellContent)] = []

  init(_ chart: HeatMapChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    page = ChartPage(chart.words, layout)
    let known = chart.cells.flatMap(\.self).compactMap(\.self).filter { $0.value > 0 }
    let least = known.min { $0.value < $1.value }
    let most = known.max { $0.value < $1.value }
    let ends = least.flatMap { least in most.map { (least.text, $0.text) } }
    legend = HeatMapLegend(chart, ends: ends, layout, top: page.header.bottom + 8)

    verticalTitle = PlacedLine(
      text: chart.vertical.title, style: .tick, x: layout.margin, baseline: legend.bottom + 18)
    let top = legend.bottom + 26
    let labels = chart.rows.map { TextStyle.tick.width(of: $0.label) }.max() ?? 0
    let bottom = top + max(1, Double(chart.rows.count)) * 34
    area = Box(
      left: layout.margin + labels + 8, top: top, right: layout.width - layout.margin,
      bottom: bottom)
    horizontal = Scale(chart.horizontal, from: area.left, to: area.right)
    vertical = Scale(chart.vertical, from: bottom, to: top)
    horizontalTitle = PlacedLine(
      text: chart.horizontal.title, style: .tick, x: area.center.x, baseline: bottom + 35,
      anchor: .middle)
    page.close(below: bottom + 48)
    place()
  }

  private mutating func place() {
    let strokes = strokes
    let columns = chart.columns.map { column in
      (horizontal.position(of: column.from), horizontal.position(of: column.to))
    }
    placeColumnTicks(columns)
    for (index, row) in chart.rows.enumerated() {
      let (low, high) = (vertical.position(of: row.from), vertical.position(of: row.to))
      ticks.vertical.append(
        PlacedLine(
          text: row.label, style: .tick, x: area.left - 8, baseline: (low + high) / 2 + 4.2,
          anchor: .end))
      let cells = chart.cells.indices.contains(index) ? chart.cells[index] : []
      for (cell, edges) in zip(cells, columns) {
        guard let cell else { continue }
        let box = Box(left: edges.0, top: high, right: edges.1, bottom: low)
        self.cells.append((box, cell, HeatMapCellContent(cell, in: box, off: strokes)))
      }
    }
  }

  /// Every column's value, or every second's, or fewer, as there is room.
  private mutating func placeColumnTicks(_ columns: [(Double, Double)]) {
    let widest = chart.columns.map { TextStyle.tick.width(of: $0.label) }.max() ?? 0
    let narrowest = columns.map { $0.1 - $0.0 }.min() ?? 1
    let every = max(1, Int(((widest + 6) / max(1, narrowest)).rounded(.up)))
    for (index, column) in chart.columns.enumerated() where index.isMultiple(of: every) {
      ticks.horizontal.append(
        PlacedLine(
          text: column.label, style: .tick, x: (columns[index].0 + columns[index].1) / 2,
          baseline: area.bottom + 16, anchor: .middle))
    }
  }

  private var strokes: [Segment] {
    chart.lines.flatMap { line -> [Segment] in
      let points = line.map {
        Point(x: horizontal.position(of: $0.x), y: vertical.position(of: $0.y))
      }
      return zip(points, points.dropFirst()).map { ($0, $1) }
    }
  }

  /// Everything that may not collide, but for the words of the page.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    let lines = legend.lines + [verticalTitle, horizontalTitle] + ticks.vertical + ticks.horizontal
    for line in lines + cells.compactMap(\.content.text) { registry.add(line) }
    return registry
  }

  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<HeatMapDrawing> {
    let drawing = HeatMapDrawing(
      frame: try page.drawing(registry),
      verticalTitle: verticalTitle.drawing, verticalTicks: ticks.vertical.map(\.drawing),
      horizontalTicks: ticks.horizontal.map(\.drawing), horizontalTitle: horizontalTitle.drawing,
      cells: drawnCells, line: line, lineSample: legend.line?.sample,
      lineLabel: legend.line?.text.drawing, markSample: legend.mark?.sample,
      markLabel: legend.mark?.text.drawing, shades: legend.shades,
      shadeLabels: legend.labels.map(\.drawing))
    return LaidOut(
      drawing, classes: HeatMapDrawing.classes.union(HeatMapShade.classes), page.notes)
  }

  private var drawnCells: [DrawnCell] {
    let values = cells.map(\.cell.value)
    let (least, most) = (values.filter { $0 > 0 }.min() ?? 0, values.max() ?? 0)
    return cells.map { item in
      let kind = HeatMapShade.kind(of: item.cell.value, least: least, most: most)
      return DrawnCell(
        box: DrawnBox(item.box, kind: kind), text: item.content.text?.drawing,
        mark: item.content.dot.flatMap { HeatMapLegend.dot(at: $0) })
    }
  }

  /// The parts of the lines inside the grid.
  private var line: String? {
    var path = PathWriter()
    for (start, end) in strokes {
      if let part = area.clip(start, end) { path.line(from: part.start, to: part.end) }
    }
    return path.dataIfAny
  }
}
