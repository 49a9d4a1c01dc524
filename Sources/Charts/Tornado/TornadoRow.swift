/// One assumption with its bar, laid out.
struct TornadoRow {
  let names: [PlacedLine]
  let details: [PlacedLine]

  /// From the smaller to the larger result.
  let bar: Box

  /// The parts of the bar, the longer first.
  let parts: [DrawnBox]

  let left: PlacedLine
  let right: PlacedLine

  /// The word for an assumption that changes the cheapest offer.
  let flip: PlacedLine?

  /// Where the next row begins, in pixels.
  let bottom: Double

  private static let thickness = 18.0

  /// Lays out a row.
  ///
  /// - Parameters:
  ///   - row: The assumption.
  ///   - chart: What all rows have in common.
  ///   - columns: Where labels and bars stand.
  ///   - top: Where the row begins, in pixels.
  init(_ row: TornadoChart.Row, of chart: TornadoChart, _ columns: TornadoColumns, top: Double) {
    let isWide = columns.layout == .wide
    let detail =
      row.flips && !isWide
      ? [row.detail, chart.flipLabel].filter { !$0.isEmpty }.joined(separator: " · ") : row.detail
    var text = TextBlock(top: top)
    let lines = [(row.label, TextStyle.name), (detail, .detail)].flatMap { label, style in
      LineBreaking.lines(of: label, width: columns.labelWidth, style: style).map { ($0, style) }
    }
    let height = lines.reduce(0) { $0 + $1.1.lineHeight }
    let rowHeight = max(height, Self.thickness) + 12
    text.cursor += isWide ? (rowHeight - height) / 2 : 6
    for (line, style) in lines { text.add(line, style: style, x: columns.layout.margin) }
    names = text.lines.filter { $0.style == .name }
    details = text.lines.filter { $0.style == .detail }

    let barTop = isWide ? top + (rowHeight - Self.thickness) / 2 : text.cursor + 3
    let middle = columns.scale.position(of: chart.baseline)
    let ends = [("low-end", row.low), ("high-end", row.high)].map { kind, end in
      (kind: kind, end: end, x: columns.scale.position(of: end.total))
    }
    func box(_ x: Double) -> Box {
      Box(left: min(x, middle), top: barTop, right: max(x, middle), bottom: barTop + Self.thickness)
    }
    let isLowFarther = box(ends[0].x).width >= box(ends[1].x).width
    parts = (isLowFarther ? ends : ends.reversed()).filter { box($0.x).width >= 0.05 }
      .map { DrawnBox(box($0.x), kind: $0.kind) }
    let isRising = row.low.total <= row.high.total
    let (least, most) = isRising ? (ends[0], ends[1]) : (ends[1], ends[0])
    bar = Box(
      left: min(least.x, middle), top: barTop, right: max(most.x, middle),
      bottom: barTop + Self.thickness)
    let baseline = bar.center.y + 4.2
    left = PlacedLine(
      text: least.end.text, style: .detail, x: bar.left - 6, baseline: baseline, anchor: .end)
    right = PlacedLine(
      text: most.end.text, style: .detail, x: bar.right + 6, baseline: baseline)
    let tagWidth = TextStyle.aside.width(of: chart.flipLabel)
    flip =
      row.flips && isWide
      ? PlacedLine(
        text: chart.flipLabel, style: .aside, x: right.box.right + 12 + tagWidth / 2,
        baseline: baseline, anchor: .middle) : nil
    bottom = isWide ? top + rowHeight : bar.bottom + 8
  }

  var lines: [PlacedLine] { names + details + [left, right] + [flip].compactMap(\.self) }

  var drawing: DrawnSwing {
    DrawnSwing(
      names: names.map(\.drawing), details: details.map(\.drawing), bars: parts,
      left: left.drawing, right: right.drawing,
      flip: flip.map { line in
        DrawnTag(
          x: Coordinate.text(line.box.left - 6), y: Coordinate.text(bar.top + 0.5),
          width: Coordinate.text(line.box.width + 12), height: Coordinate.text(bar.height - 1),
          label: line.drawing)
      })
  }
}
