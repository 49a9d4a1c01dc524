/// One bar with its texts, laid out.
struct CostBarRow {
  let row: CostBarsChart.Row
  let names: [PlacedLine]
  let details: [PlacedLine]

  /// How far the bar and its parts reach.
  let extent: CostBarExtent

  /// The bar at full length, uncertain part included; no width if the cost is unknown.
  let bar: Box

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
  ///   - extent: How far its bar reaches.
  ///   - columns: Where labels and bars stand.
  ///   - cheapestLabel: What stands beside the cheapest offer.
  ///   - top: Where the row begins, in pixels.
  init(
    _ row: CostBarsChart.Row, _ extent: CostBarExtent, _ columns: CostBarColumns,
    cheapestLabel: String, top: Double
  ) {
    self.row = row
    self.extent = extent
    self.top = top
    let labels = [(row.label, TextStyle.name), (row.detail, .detail)].flatMap { label, style in
      LineBreaking.lines(of: label, width: columns.labelWidth, style: style).map { ($0, style) }
    }
    let height = Double(labels.count) * TextStyle.name.lineHeight
    var text = TextBlock(top: top)
    let barTop: Double
    switch columns.layout {
    case .wide:
      let rowHeight = max(height, Self.thickness) + 12
      text.cursor = top + (rowHeight - height) / 2
      barTop = top + (rowHeight - Self.thickness) / 2
      bottom = top + rowHeight
    case .compact:
      text.cursor += 6
      barTop = text.cursor + height + 2
      bottom = barTop + Self.thickness + 8
    }
    for (line, style) in labels { text.add(line, style: style, x: columns.labelLeft) }
    names = text.lines.filter { $0.style == .name }
    details = text.lines.filter { $0.style == .detail }

    bar = Box(
      left: extent.left, top: barTop, right: extent.right, bottom: barTop + Self.thickness)
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
