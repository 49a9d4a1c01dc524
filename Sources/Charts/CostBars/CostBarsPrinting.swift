/// The composition as the texts that templates print.
extension CostBarsComposition {
  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<CostBarsDrawing> {
    try registry.check(layout, height: notes.height)
    // No rule for what most charts have not.
    let isTorn = rows.contains { $0.extent.tear != nil }
    let classes = CostBarsDrawing.classes.subtracting(isTorn ? [] : ["tear"])
    return LaidOut(drawing, classes: classes.union(colours), notes)
  }

  private var drawing: CostBarsDrawing {
    CostBarsDrawing(
      frame: DrawnFrame(
        layout, title: chart.title, description: chart.description, header: header, notes: notes),
      legend: legend.swatches.drawing,
      grid: verticals { $0.ticks.dropFirst().map(\.x) },
      baseline: verticals { $0.rows.isEmpty ? [] : [$0.plot.left] },
      ticks: panels.flatMap { $0.ticks.map(\.line.drawing) }, axisTitle: axisTitle.drawing,
      headings: panels.flatMap { $0.headings.map(\.drawing) },
      names: rows.flatMap { $0.names.map(\.drawing) },
      details: rows.flatMap { $0.details.map(\.drawing) },
      values: rows.filter { $0.row.isStated && $0.tag == nil }.map(\.value.drawing), bars: bars)
  }

  private var colours: Set<String> {
    Set(chart.rows.flatMap(\.segments).map(\.phase.colourClass))
  }

  /// Lines of the grid: beside the labels whole, below them only where the bars are.
  private func verticals(_ positions: (CostBarPanel) -> [Double]) -> String? {
    var path = PathWriter()
    for panel in panels {
      for x in positions(panel) {
        switch layout {
        case .wide:
          path.stroke(Point(x: x, y: panel.plot.top), Point(x: x, y: panel.plot.bottom))
        case .compact:
          for bar in panel.rows.map(\.bar) {
            path.stroke(Point(x: x, y: bar.top - 2), Point(x: x, y: bar.bottom + 2))
          }
        }
      }
    }
    return path.dataIfAny
  }

  private var bars: [DrawnBar] {
    rows.enumerated().map { index, row in
      let frame = row.frame
      var segments: [DrawnSegment] = []
      var labels: [DrawnText] = []
      for (part, left, right) in row.extent.parts {
        let box = Box(left: left, top: row.bar.top, right: right, bottom: row.bar.bottom)
        guard let segment = segment(part, box, row) else { continue }
        segments.append(segment)
        if let label = label(part, box, index) { labels.append(label.drawing) }
      }
      return DrawnBar(
        segments: segments, labels: labels,
        range: range(row), tear: tear(row), best: row.tag.map { _ in row.value.drawing },
        unknown: row.row.isStated ? nil : row.value.drawing,
        cheapest: row.tag.flatMap { tag in
          frame.map { frame in
            DrawnTag(
              x: Coordinate.text(frame.left), y: Coordinate.text(frame.top),
              width: Coordinate.text(frame.width), height: Coordinate.text(frame.height),
              label: tag.drawing)
          }
        })
    }
  }

  private func segment(
    _ part: CostBarsChart.Segment, _ box: Box, _ row: CostBarRow
  ) -> DrawnSegment? {
    // A hair of the surface between parts keeps them apart where colours are close.
    let isLast = box.right >= row.extent.low - 0.05
    let width = !isLast && box.width > 3 ? box.width - 1 : box.width
    guard width >= 0.05 else { return nil }
    return DrawnSegment(
      phase: part.phase.colourClass, x: Coordinate.text(box.left), y: Coordinate.text(box.top),
      width: Coordinate.text(width), height: Coordinate.text(box.height))
  }

  /// What stands in a part of a bar: its own label, or the name on the widest part of each phase.
  private func label(_ part: CostBarsChart.Segment, _ box: Box, _ index: Int) -> PlacedLine? {
    let carrier = PhaseLegend.Carrier(row: index, phase: part.phase)
    let name = legend.carriers.contains(carrier) ? part.phase.name : nil
    let text = part.label.flatMap { PhaseLegend.fits($0, box.width) ? $0 : nil } ?? name
    return text.map {
      PlacedLine(
        text: $0, style: .name, x: box.center.x, baseline: box.center.y + 4.2, anchor: .middle)
    }
  }

  /// A slanted gap across a bar that is longer than the axis.
  private func tear(_ row: CostBarRow) -> String? {
    row.extent.tear.map { x in
      var path = PathWriter()
      path.stroke(Point(x: x, y: row.bar.top - 2), Point(x: x + 8, y: row.bar.bottom + 2))
      return path.data
    }
  }

  private func range(_ row: CostBarRow) -> DrawnRange? {
    guard chart.measure == .amounts, row.row.isStated, row.bar.right - row.extent.low >= 0.05 else {
      return nil
    }
    var box = row.bar
    box.left = row.extent.low
    return DrawnRange(
      phase: row.row.segments.last?.phase.colourClass ?? "phase-unknown",
      x: Coordinate.text(box.left), y: Coordinate.text(box.top),
      width: Coordinate.text(box.width), height: Coordinate.text(box.height),
      hatching: Hatching.path(in: box, every: 8))
  }
}
