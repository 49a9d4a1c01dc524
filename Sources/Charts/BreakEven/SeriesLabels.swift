/// The names of the curves at their right ends.
struct SeriesLabels {
  /// A block of text beside the plot.
  struct Block {
    let series: Int
    let lines: [(line: LineBreaking.Line, style: TextStyle)]
    let height: Double

    init(series: Int, lines: [(line: LineBreaking.Line, style: TextStyle)]) {
      (self.series, self.lines) = (series, lines)
      height = lines.reduce(0) { $0 + $1.style.lineHeight }
    }

    /// The width of the widest line.
    var width: Double { lines.map(\.line.width).max() ?? 0 }
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

  /// Places blocks beside the plot.
  ///
  /// - Parameters:
  ///   - blocks: What to place, with the ends of the curves.
  ///   - importance: The curves, the most important first; the last are dropped first.
  ///   - frame: The plot.
  init(_ blocks: [(block: Block, end: Point)], importance: [Int], _ frame: PlotFrame) {
    let breathing = 3.0
    let (upper, lower) = (frame.area.top - 8, frame.area.bottom + 4)
    let kept = keep(blocks, importance, breathing, height: lower - upper)
    let tops = LineLabelLayout.tops(
      targets: kept.map(\.end.y), heights: kept.map { $0.block.height + breathing },
      top: upper, bottom: lower)
    for (item, top) in zip(kept, tops ?? []) {
      place(item.block, at: top + breathing / 2, end: item.end, frame)
    }
  }

  /// The blocks for which there is room, from the top; the least important are dropped.
  private mutating func keep(
    _ blocks: [(block: Block, end: Point)], _ importance: [Int], _ breathing: Double,
    height: Double
  ) -> [(block: Block, end: Point)] {
    var total = blocks.reduce(0) { $0 + $1.block.height + breathing }
    if total > height, blocks.count > 1 {
      let own = Dictionary(
        blocks.map { ($0.block.series, $0.block.height) }, uniquingKeysWith: { first, _ in first })
      for series in importance.reversed() {
        guard total > height, dropped.count < blocks.count - 1 else { break }
        guard let height = own[series] else { continue }
        dropped.insert(series)
        total -= height + breathing
      }
    }
    return blocks.enumerated()
      .filter { !dropped.contains($0.element.block.series) }
      .sorted { ($0.element.end.y, $0.offset) < ($1.element.end.y, $1.offset) }
      .map(\.element)
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
    for line in block.lines { text.add(line.line, style: line.style, x: x) }
    return text.lines
  }
}
