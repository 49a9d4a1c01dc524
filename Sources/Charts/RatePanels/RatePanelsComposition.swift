/// A chart of prices, laid out.
struct RatePanelsComposition {
  let chart: RatePanelsChart
  let layout: ChartLayout
  private(set) var page: ChartPage
  private let days: Scale
  private(set) var panels: [RatePanel] = []
  private(set) var ticks: [PlacedLine] = []
  let limitLabel: PlacedLine?

  init(_ chart: RatePanelsChart, _ layout: ChartLayout) {
    self.chart = chart
    self.layout = layout
    page = ChartPage(chart.words, layout)
    let columns = RatePanelsColumns(chart, layout)
    days = columns.days
    var cursor = page.header.bottom + 8
    limitLabel = chart.lastInForce.map { limit in
      Self.day(limit, columns.days, layout, style: .aside, baseline: cursor + 12)
    }
    if limitLabel != nil { cursor += 18 }
    for row in chart.rows {
      let panel = RatePanel(row, columns, top: cursor)
      panels.append(panel)
      cursor = panel.bottom
    }
    for name in chart.horizontal.names {
      let tick = Self.day(name, columns.days, layout, style: .tick, baseline: cursor + 14)
      if let last = ticks.last, tick.box.left < last.box.right + 8 { continue }
      ticks.append(tick)
    }
    page.close(below: cursor + 28, marks: chart.marks)
  }

  /// A name below or above its day, moved aside where it would leave the drawing.
  private static func day(
    _ name: Axis.Name, _ days: Scale, _ layout: ChartLayout, style: TextStyle, baseline: Double
  ) -> PlacedLine {
    let half = style.width(of: name.text) / 2
    let x = days.position(of: Double(name.value))
    return PlacedLine(
      text: name.text, style: style,
      x: min(max(x, layout.margin + half), layout.width - layout.margin - half),
      baseline: baseline, anchor: .middle)
  }

  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<RatePanelsDrawing> {
    let drawing = RatePanelsDrawing(
      frame: try page.drawing(registry), grid: grid, limit: limit,
      limitLabel: limitLabel?.drawing, rows: zip(chart.rows, panels).map { panel($1, of: $0) },
      ticks: ticks.map(\.drawing))
    return LaidOut(drawing, classes: RatePanelsDrawing.classes.union([colour]), page.notes)
  }

  /// Everything that may not collide, but for the words of the page.
  var registry: BoxRegistry {
    var registry = BoxRegistry()
    for line in panels.flatMap(\.lines) + ticks + [limitLabel].compactMap(\.self) {
      registry.add(line)
    }
    for (row, panel) in zip(chart.rows, panels) {
      for mark in panel.marks { registry.add(marker: row.name, SeriesMark.box(at: mark)) }
    }
    return registry
  }

  // MARK: Paths

  private var colour: String { "s\(ChartStyle.colour(chart.colour))" }

  private var grid: String? {
    var path = PathWriter()
    let named = Set(ticks.map(\.text))
    for name in chart.horizontal.names where named.contains(name.text) {
      vertical(at: days.position(of: Double(name.value)), in: &path)
    }
    for panel in panels {
      path.stroke(
        Point(x: panel.plot.left, y: panel.plot.bottom),
        Point(x: panel.plot.right, y: panel.plot.bottom))
    }
    return path.dataIfAny
  }

  private var limit: String? {
    guard let limit = chart.lastInForce else { return nil }
    var path = PathWriter()
    vertical(at: days.position(of: Double(limit.value)), in: &path)
    return path.dataIfAny
  }

  /// A line through all rows; where names stand above their steps, only beside these.
  private func vertical(at x: Double, in path: inout PathWriter) {
    let plots = panels.map(\.plot)
    if layout == .wide, let first = plots.first, let last = plots.last {
      return path.stroke(Point(x: x, y: first.top - 4), Point(x: x, y: last.bottom))
    }
    for plot in plots {
      path.stroke(Point(x: x, y: plot.top - 4), Point(x: x, y: plot.bottom))
    }
  }

  private func panel(_ panel: RatePanel, of row: RatePanelsChart.Row) -> DrawnPanel {
    let edge = chart.lastInForce.map { days.position(of: Double($0.value)) } ?? panel.plot.right
    let paths = RatePanelPaths(panel, announcedFrom: edge)
    return DrawnPanel(
      names: panel.names.map(\.drawing), details: panel.details.map(\.drawing), colour: colour,
      band: paths.band.dataIfAny, gap: panel.gap, solid: paths.solid.dataIfAny,
      dashed: paths.dashed.dataIfAny, marks: SeriesMark.path(chart.colour, at: panel.marks),
      prices: panel.prices.map(\.drawing), lastPrice: panel.lastPrice.map(\.drawing),
      lastChange: panel.lastChange.map(\.drawing))
  }
}
