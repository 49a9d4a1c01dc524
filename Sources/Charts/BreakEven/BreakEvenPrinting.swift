/// The composition as the texts that templates print.
extension BreakEvenComposition {
  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<BreakEvenDrawing> {
    try registry.check(layout, height: footer.notes.height)
    let drawing = drawing
    // No rule for what many charts have not.
    var absent: Set<String> = []
    if drawing.ribbon.allSatisfy({ $0.plate == nil }) { absent.insert("plate") }
    if drawing.ribbon.allSatisfy(\.stripes.isEmpty) { absent.insert("stripes") }
    if drawing.ribbon.allSatisfy({ $0.continued == nil }) { absent.insert("continued") }
    if !drawing.lines.contains(where: { $0.colour.hasSuffix("close") }) { absent.insert("close") }
    let classes = BreakEvenDrawing.classes.subtracting(absent)
    return LaidOut(drawing, classes: classes.union(colours), footer.notes)
  }

  private var drawing: BreakEvenDrawing {
    BreakEvenDrawing(
      frame: DrawnFrame(
        layout, title: chart.title, description: chart.description, header: header,
        notes: footer.notes),
      minorGrid: frame.grid(major: false),
      majorGrid: frame.grid(major: true), verticalTitle: verticalTitle.drawing,
      verticalTicks: frame.verticalLabels.map(\.drawing), horizontalTitle: footer.title.drawing,
      horizontalTicks: frame.horizontalLabels.map(\.drawing), bands: bands,
      ribbonTitle: chart.cheapest.isEmpty ? nil : ribbon.labels.first?.drawing,
      ribbon: ribbon.segments, lines: lines, stops: stops, leaders: leaders, drops: drops,
      decidingRings: rings(deciding: true), otherRings: rings(deciding: false),
      decidingLabels: crossingLabels(deciding: true),
      otherLabels: crossingLabels(deciding: false), labels: labels, key: key)
  }

  private var colours: Set<String> { Set(chart.series.map(\.colourClass)) }

  private var bands: [DrawnShape] {
    chart.bands.filter { !chart.series[$0.low].isMuted }.compactMap { band in
      var path = PathWriter()
      path.polygon(curves[band.low].outline + curves[band.high].outline.reversed())
      return path.dataIfAny.map {
        DrawnShape(colour: chart.series[band.low].colourClass, path: $0)
      }
    }
  }

  private var lines: [DrawnLine] {
    let named = chart.series.indices.filter { !chart.series[$0].isMuted }
    let close = Set(
      PlottedCurve.close(named.map { curves[$0] }, in: frame.area).map { named[$0] })
    // What is grey lies below all else.
    let order = chart.series.indices.filter { chart.series[$0].isMuted } + named
    return order.filter { !curves[$0].parts.isEmpty }.map { index in
      let (series, curve) = (chart.series[index], curves[index])
      let width =
        series.isMuted ? "" : series.edge == .high ? " high" : close.contains(index) ? " close" : ""
      return DrawnLine(
        colour: series.colourClass + width,
        solid: curve.path(dashed: false), dashed: curve.path(dashed: true),
        marks: series.isMuted ? nil : SeriesMark.path(series.colour, at: curve.marks))
    }
  }

  /// A short bar across the end of each curve that stops inside the plot.
  private var stops: [DrawnShape] {
    zip(chart.series, curves).compactMap { series, curve in
      guard !series.isMuted, curve.stopsInside, let end = curve.end else { return nil }
      var path = PathWriter()
      path.line(from: Point(x: end.x, y: end.y - 5), to: Point(x: end.x, y: end.y + 5))
      return DrawnShape(colour: series.colourClass, path: path.data)
    }
  }

  private var leaders: String? {
    var path = PathWriter()
    for label in plotLabels.crossings + plotLabels.ends {
      if let leader = label.leader { path.stroke(leader.start, leader.end) }
    }
    return path.dataIfAny
  }

  private var drops: String? {
    var path = PathWriter()
    for drop in plotLabels.drops { path.line(from: drop.start, to: drop.end) }
    return path.dataIfAny
  }

  private func rings(deciding: Bool) -> [DrawnRing] {
    plotLabels.rings.filter { $0.crossing.decides == deciding }.map { ring in
      DrawnRing(
        x: Coordinate.text(ring.at.x), y: Coordinate.text(ring.at.y),
        radius: Coordinate.text(ring.radius))
    }
  }

  private func crossingLabels(deciding: Bool) -> [DrawnText] {
    plotLabels.crossings
      .filter { plotLabels.rings[$0.index].crossing.decides == deciding }
      .flatMap { $0.lines.map(\.drawing) }
  }

  private var labels: [DrawnLabel] {
    seriesLabels.placed.map { label(of: $0.series, $0.lines, leader: $0.leader) }
      + plotLabels.ends.map { label(of: $0.index, $0.lines, leader: nil) }
  }

  private func label(of series: Int, _ lines: [PlacedLine], leader: Segment?) -> DrawnLabel {
    var path = PathWriter()
    if let leader { path.stroke(leader.start, leader.end) }
    func texts(_ style: TextStyle) -> [DrawnText] {
      lines.filter { $0.style == style }.map(\.drawing)
    }
    return DrawnLabel(
      colour: chart.series[series].colourClass, leader: path.dataIfAny, names: texts(.name),
      details: texts(.detail), endings: texts(.aside))
  }

  private var key: [DrawnKeyRow] {
    footer.key.map { row in
      let series = chart.series[row.series]
      return DrawnKeyRow(
        colour: series.colourClass + (series.edge == .high ? " high" : ""),
        sample: row.sample.path, mark: row.sample.mark,
        lines: row.lines.map(\.drawing))
    }
  }
}
