/// What stands below the plot: the driver's name, the list of curves, numbers and notes.
struct BreakEvenFooter {
  /// A curve with all that its brief label leaves out.
  struct Entry {
    let series: Int
    let text: String
  }

  /// A row of the list.
  struct Row {
    let series: Int
    let sample: (path: String, mark: String?)
    let lines: [PlacedLine]
  }

  let title: PlacedLine
  private(set) var key: [Row] = []
  let notes: ChartNotes

  init(
    _ chart: BreakEvenChart, _ layout: ChartLayout, _ frame: PlotFrame,
    key entries: [Entry], remarks: [String]
  ) {
    title = PlacedLine(
      text: chart.horizontal.title, style: .tick, x: frame.area.center.x,
      baseline: frame.ribbon.bottom + 35, anchor: .middle)

    var cursor = frame.ribbon.bottom + (chart.horizontal.title.isEmpty ? 30 : 48)
    for entry in entries {
      let row = Self.row(entry, chart.series[entry.series], layout, top: cursor)
      key.append(row.row)
      cursor = row.bottom
    }
    if !entries.isEmpty { cursor += 6 }

    notes = ChartNotes(marks: remarks, notes: chart.notes, layout, top: cursor)
  }

  /// A sample of the line, and what there is to say.
  private static func row(
    _ entry: Entry, _ series: BreakEvenChart.Series, _ layout: ChartLayout, top: Double
  ) -> (row: Row, bottom: Double) {
    let (length, indent) = (22.0, 30.0)
    var block = TextBlock(top: top)
    block.add(
      entry.text, style: .detail, x: layout.margin + indent, width: layout.innerWidth - indent)
    let baseline = block.lines.first?.baseline ?? top
    var sample = PathWriter()
    sample.line(
      from: Point(x: layout.margin, y: baseline - 4),
      to: Point(x: layout.margin + length, y: baseline - 4))
    let middle = Point(x: layout.margin + length / 2, y: baseline - 4)
    let row = Row(
      series: entry.series,
      sample: (sample.data, SeriesMark.path(series.colour, at: [middle])), lines: block.lines)
    return (row, block.cursor + 2)
  }

  var lines: [PlacedLine] {
    [title] + key.flatMap(\.lines) + notes.lines
  }
}
