/// The composition as the texts that templates print.
extension RateHistoryComposition {
  /// Checks that nothing collides, and writes every coordinate.
  ///
  /// - Returns: The drawing.
  /// - Throws: ``ChartFaults`` with every collision.
  func laidOut() throws(ChartFaults) -> LaidOut<RateHistoryDrawing> {
    let colours = Set(chart.series.map { "s\(ChartStyle.colour($0.colour))" })
    let drawing = RateHistoryDrawing(
      frame: try page.drawing(registry),
      grid: frame.grid(major: true), verticalTitle: verticalTitle.drawing,
      verticalTicks: frame.verticalLabels.map(\.drawing),
      horizontalTicks: frame.horizontalLabels.map(\.drawing), gaps: gaps, lines: lines,
      leaders: leaders, prices: prices.map(\.line.drawing), labels: drawnLabels, key: key)
    return LaidOut(drawing, classes: RateHistoryDrawing.classes.union(colours), page.notes)
  }

  private var gaps: [DrawnShape] {
    chart.series.flatMap { series in
      series.gaps.compactMap { gap in
        let (x, y) = (frame.horizontal, frame.vertical)
        let amounts = [y.position(of: gap.start.y), y.position(of: gap.end.y)].sorted()
        let box = Box(
          left: x.position(of: gap.start.x), top: amounts[0], right: x.position(of: gap.end.x),
          bottom: amounts[1])
        return Hatching.path(in: box, every: 6).map {
          DrawnShape(colour: "s\(ChartStyle.colour(series.colour))", path: $0)
        }
      }
    }
  }

  private var lines: [DrawnLine] {
    zip(chart.series, curves).compactMap { series, curve in
      guard !curve.parts.isEmpty else { return nil }
      return DrawnLine(
        colour: "s\(ChartStyle.colour(series.colour))", solid: curve.path(dashed: false),
        dashed: nil, marks: SeriesMark.path(series.colour, at: curve.marks))
    }
  }

  private var leaders: String? {
    var path = PathWriter()
    for leader in prices.compactMap(\.leader) { path.stroke(leader.start, leader.end) }
    return path.dataIfAny
  }

  private var drawnLabels: [DrawnLabel] {
    labels.placed.map { label in
      var path = PathWriter()
      if let leader = label.leader { path.stroke(leader.start, leader.end) }
      return DrawnLabel(
        colour: "s\(ChartStyle.colour(chart.series[label.series].colour))",
        leader: path.dataIfAny, names: label.lines.filter { $0.style == .name }.map(\.drawing),
        details: label.lines.filter { $0.style == .detail }.map(\.drawing), endings: [])
    }
  }

  private var key: [DrawnKeyRow] {
    footer.key.map { row in
      DrawnKeyRow(
        colour: "s\(ChartStyle.colour(chart.series[row.series].colour))",
        sample: row.sample.path, mark: row.sample.mark, lines: row.lines.map(\.drawing))
    }
  }
}
