/// The names of the curves at their right ends, or letters there and names in a list below.
struct SeriesLabels {
  /// A block of text beside the plot.
  struct Block {
    let series: Int
    let lines: [(text: String, style: TextStyle)]
    let height: Double

    /// The width of the widest line.
    var width: Double { lines.map { $0.style.width(of: $0.text) }.max() ?? 0 }
  }

  /// A block with its place.
  struct Placed {
    let series: Int
    let lines: [PlacedLine]
    let leader: Segment?
  }

  private(set) var placed: [Placed] = []

  /// The curves that could not be labelled at their ends.
  private(set) var dropped: Set<Int> = []

  /// From the ends of the lines to the labels, in pixels.
  static let gap = 10.0

  /// The room that labels may take beside the plot, in pixels.
  static let widest = 152.0

  /// The block of a curve.
  ///
  /// - Parameters:
  ///   - index: The curve's index in the chart.
  ///   - series: What it is called.
  ///   - tag: The letter to use instead of the name; what else there is to say is in the list.
  ///   - showsEnd: Whether the curve ends here, and may say why.
  ///   - showsName: Whether the label above it does not already say the name.
  /// - Returns: The lines and the room they take.
  static func block(
    _ index: Int, _ series: BreakEvenChart.Series, tag: String?, showsEnd: Bool = false,
    showsName: Bool = true
  ) -> Block {
    func broken(_ text: String, _ style: TextStyle) -> [(text: String, style: TextStyle)] {
      LineBreaking.lines(of: text, width: widest, style: style).map { ($0, style) }
    }
    var lines =
      tag.map { [($0, TextStyle.name)] }
      ?? ((showsName || series.detail.isEmpty ? broken(series.name, .name) : [])
        + broken(series.detail, .detail))
    if showsEnd, tag == nil, let label = series.endLabel { lines += broken(label, .aside) }
    return Block(
      series: index, lines: lines, height: lines.reduce(0) { $0 + $1.1.lineHeight })
  }

  /// Places blocks beside the plot.
  ///
  /// - Parameters:
  ///   - blocks: What to place, with the ends of the curves.
  ///   - importance: The curves, the most important first; the last are dropped first.
  ///   - frame: The plot.
  init(_ blocks: [(block: Block, end: Point)], importance: [Int], _ frame: PlotFrame) {
    let breathing = 3.0
    var kept = blocks.enumerated()
      .sorted { ($0.element.end.y, $0.offset) < ($1.element.end.y, $1.offset) }
      .map(\.element)
    var tops: [Double]?
    while tops == nil {
      tops = LineLabelLayout.tops(
        targets: kept.map(\.end.y), heights: kept.map { $0.block.height + breathing },
        top: frame.area.top - 8, bottom: frame.area.bottom + 4)
      guard tops == nil, kept.count > 1 else { break }
      let ranks = kept.map { importance.firstIndex(of: $0.block.series) ?? importance.count }
      let least = ranks.indices.max { ranks[$0] < ranks[$1] } ?? 0
      dropped.insert(kept.remove(at: least).block.series)
    }
    for (item, top) in zip(kept, tops ?? []) {
      place(item.block, at: top + breathing / 2, end: item.end, frame)
    }
  }

  private mutating func place(_ block: Block, at top: Double, end: Point, _ frame: PlotFrame) {
    let x = frame.area.right + Self.gap
    let lines = Self.stack(block, x: x, top: top)
    let middle = top + block.height / 2
    let isFar = abs(middle - end.y) > 3 || end.x < frame.area.right - 1
    placed.append(
      Placed(
        series: block.series, lines: lines,
        leader: isFar
          ? (Point(x: end.x + 1.5, y: end.y), Point(x: x - 2, y: middle)) : nil))
  }

  /// The lines of a block below each other.
  static func stack(_ block: Block, x: Double, top: Double) -> [PlacedLine] {
    var text = TextBlock(top: top)
    for line in block.lines { text.add(line.text, style: line.style, x: x, width: .infinity) }
    return text.lines
  }
}
