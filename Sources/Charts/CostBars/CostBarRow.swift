/// One bar with its texts, laid out.
struct CostBarRow {
  let row: CostBarsChart.Row
  let names: [PlacedLine]
  let details: [PlacedLine]

  /// The bar at full length, uncertain part included; no width if the cost is unknown.
  let bar: Box

  /// Where the certain part ends, in pixels.
  let low: Double

  let value: PlacedLine

  /// The word that marks the cheapest offer.
  let tag: PlacedLine?

  /// Where the row begins, in pixels.
  let top: Double

  /// Where the next row begins, in pixels.
  let bottom: Double

  private static let thickness = 20.0
  private static let gap = 6.0

  /// Lays out a bar.
  ///
  /// - Parameters:
  ///   - row: The offer.
  ///   - columns: Where labels and bars stand.
  ///   - cheapestLabel: What stands beside the cheapest offer.
  ///   - top: Where the row begins, in pixels.
  init(_ row: CostBarsChart.Row, _ columns: CostBarColumns, cheapestLabel: String, top: Double) {
    self.row = row
    self.top = top
    var text = TextBlock(top: top)
    let barTop: Double
    switch columns.layout {
    case .wide:
      let (nameLines, detailLines) = Self.label(row, width: columns.labelWidth)
      let height = Double(nameLines.count + detailLines.count) * TextStyle.name.lineHeight
      let rowHeight = max(height, Self.thickness) + 12
      text.cursor = top + (rowHeight - height) / 2
      text.add(row.label, style: .name, x: columns.labelLeft, width: columns.labelWidth)
      text.add(row.detail, style: .detail, x: columns.labelLeft, width: columns.labelWidth)
      barTop = top + (rowHeight - Self.thickness) / 2
      bottom = top + rowHeight
    case .compact:
      text.cursor += 6
      text.add(row.label, style: .name, x: columns.labelLeft, width: columns.labelWidth)
      text.add(row.detail, style: .detail, x: columns.labelLeft, width: columns.labelWidth)
      barTop = text.cursor + 2
      bottom = barTop + Self.thickness + 8
    }
    names = text.lines.filter { $0.style == .name }
    details = text.lines.filter { $0.style == .detail }

    let extent = columns.measure == .shares ? row.low : row.extent
    let length = row.isStated ? columns.length(of: extent, in: row) : 0
    bar = Box(
      left: columns.barLeft, top: barTop, right: columns.barLeft + length,
      bottom: barTop + Self.thickness)
    low = min(bar.right, columns.barLeft + columns.length(of: row.low, in: row))
    let baseline = barTop + Self.thickness / 2 + 4.2
    let value = PlacedLine(
      text: row.value, style: Self.style(row), x: bar.right + Self.gap, baseline: baseline)
    self.value = value
    let tagWidth = TextStyle.aside.width(of: cheapestLabel)
    tag =
      row.isCheapest
      ? PlacedLine(
        text: cheapestLabel, style: .aside, x: value.box.right + Self.gap + 6 + tagWidth / 2,
        baseline: baseline - 0.3, anchor: .middle) : nil
  }

  /// The room right of a bar that its texts take, in pixels.
  static func trailing(_ row: CostBarsChart.Row, cheapestLabel: String) -> Double {
    let tag = row.isCheapest ? gap + 12 + TextStyle.aside.width(of: cheapestLabel) : 0
    return gap + style(row).width(of: row.value) + tag
  }

  private static func style(_ row: CostBarsChart.Row) -> TextStyle {
    row.isCheapest ? .value : row.isStated ? .detail : .aside
  }

  private static func label(
    _ row: CostBarsChart.Row, width: Double
  ) -> (names: [String], details: [String]) {
    (
      LineBreaking.lines(of: row.label, width: width, style: .name),
      LineBreaking.lines(of: row.detail, width: width, style: .detail)
    )
  }

  /// The parts of the bar, from zero: at least a sliver if there is any cost at all.
  var segments: [(part: CostBarsChart.Segment, box: Box)] {
    guard row.isStated, row.low > 0 else { return [] }
    var result: [(part: CostBarsChart.Segment, box: Box)] = []
    var sum = 0.0
    for segment in row.segments where segment.amount > 0 {
      var box = bar
      box.left = bar.left + (low - bar.left) * sum / row.low
      sum += segment.amount
      box.right = bar.left + (low - bar.left) * sum / row.low
      result.append((segment, box))
    }
    return result
  }

  var frame: Box? {
    tag.map { tag in
      Box(
        left: tag.box.left - 6, top: bar.top + 1.5, right: tag.box.right + 6,
        bottom: bar.bottom - 1.5)
    }
  }

  /// Everything of the row that may not be covered.
  var lines: [PlacedLine] { names + details + [value] + (tag.map { [$0] } ?? []) }
}
