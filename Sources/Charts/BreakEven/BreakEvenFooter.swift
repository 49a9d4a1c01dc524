/// What stands below the plot: the driver's name, the list of letters, numbers and notes.
struct BreakEvenFooter {
  /// A row of the list.
  struct Row {
    let series: Int
    let tag: PlacedLine
    let sample: (path: String, mark: String?)
    let lines: [PlacedLine]
  }

  let title: PlacedLine
  private(set) var key: [Row] = []
  let notes: ChartNotes

  init(
    _ chart: BreakEvenChart, _ layout: ChartLayout, _ frame: PlotFrame,
    key order: [(series: Int, tag: String)], numbered: [BreakEvenChart.Crossing], isCollapsed: Bool
  ) {
    title = PlacedLine(
      text: chart.horizontal.title, style: .tick, x: frame.area.center.x,
      baseline: frame.ribbon.bottom + 35, anchor: .middle)

    var cursor = frame.ribbon.bottom + (chart.horizontal.title.isEmpty ? 30 : 48)
    for (index, tag) in order {
      let row = Self.row(
        chart.series[index], index, tag: tag, layout, top: cursor)
      key.append(row.row)
      cursor = row.bottom
    }
    if !order.isEmpty { cursor += 6 }

    let list = numbered.enumerated().map { "(\($0 + 1))\u{A0}\($1.label.unbroken)" }
    let crossings =
      list.isEmpty ? nil : "\(chart.crossingsLabel): \(list.joined(separator: "; "))."
    notes = ChartNotes(
      marks: [crossings, isCollapsed ? chart.collapsedStepsNote : nil].compactMap(\.self),
      notes: chart.notes, layout, top: cursor)
  }

  /// A letter, a sample of the line, and the name.
  private static func row(
    _ series: BreakEvenChart.Series, _ index: Int, tag: String, _ layout: ChartLayout,
    top: Double
  ) -> (row: Row, bottom: Double) {
    let indent = 44.0
    var block = TextBlock(top: top)
    let text = [series.name, series.detail, series.endLabel ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
    block.add(
      text, style: .detail, x: layout.margin + indent, width: layout.innerWidth - indent)
    let baseline = block.lines.first?.baseline ?? top
    var sample = PathWriter()
    sample.line(
      from: Point(x: layout.margin + 16, y: baseline - 4),
      to: Point(x: layout.margin + indent - 8, y: baseline - 4))
    let letter = PlacedLine(text: tag, style: .name, x: layout.margin, baseline: baseline)
    let middle = Point(x: layout.margin + (16 + indent - 8) / 2, y: baseline - 4)
    let row = Row(
      series: index, tag: letter,
      sample: (sample.data, SeriesMark.path(series.colour, at: [middle])), lines: block.lines)
    return (row, block.cursor + 2)
  }

  var lines: [PlacedLine] {
    [title] + key.flatMap { [$0.tag] + $0.lines } + notes.lines
  }
}

extension String {
  /// The text with spaces that lines do not break at.
  fileprivate var unbroken: String {
    split(separator: " ").joined(separator: "\u{A0}")
  }
}
