/// What stands in a cell of a heat map: its value and its mark, off the line and off each other.
struct HeatMapCellContent {
  /// The value: in the middle, or beside the line; `nil` where it has no room.
  let text: PlacedLine?

  /// The middle of the mark, where the line leaves room; `nil` of a cell without one.
  let dot: Point?

  /// Half of the line with its casing, in pixels.
  private static let line = 3.0

  /// Places a cell's content.
  ///
  /// - Parameters:
  ///   - cell: The value, and whether it is marked.
  ///   - box: The cell.
  ///   - strokes: The parts of the line.
  init(_ cell: HeatMapChart.Cell, in box: Box, off strokes: [Segment]) {
    func isFree(_ part: Box) -> Bool {
      strokes.allSatisfy { part.grown(by: Self.line).clip($0.start, $0.end) == nil }
    }
    let all = cell.isMarked ? Self.dots(in: box) : []
    let dots = all.filter { isFree(Self.box(at: $0)) }
    let places = Self.texts(cell, in: box).filter { isFree($0.box) }.map { text in
      (text: text, dot: dots.first { !Self.box(at: $0).overlaps(text.box) })
    }
    // A value is in the table as well, and the mark is not.
    let place = places.first { all.isEmpty || dots.isEmpty || $0.dot != nil }
    text = place?.text
    dot = place?.dot ?? dots.first ?? all.first
  }

  /// The places for the mark, the best first: along the top from the right, then along the foot.
  private static func dots(in box: Box) -> [Point] {
    [box.top + 7, box.top + 10, box.bottom - 7].flatMap { y in
      stride(from: box.right - 7, through: min(box.left, box.right - 14) + 7, by: -4).map {
        Point(x: $0, y: y)
      }
    }
  }

  /// The places for the value, the best first, and for its short form.
  private static func texts(_ cell: HeatMapChart.Cell, in box: Box) -> [PlacedLine] {
    let style = TextStyle.detail
    guard box.height >= style.lineHeight else { return [] }
    return [cell.text, cell.short].flatMap { text -> [PlacedLine] in
      let room = (box.width - style.width(of: text)) / 2 - 2
      guard room >= 0 else { return [] }
      // Where a mark leaves no room beside it, the value stands a little lower.
      return [4.2, 9].flatMap { drop in
        [0, -room / 2, room / 2, -room, room].map { shift in
          PlacedLine(
            text: text, style: style, x: box.center.x + shift, baseline: box.center.y + drop,
            anchor: .middle)
        }
      }
    }
  }

  /// The room of a mark, in pixels.
  private static func box(at place: Point) -> Box {
    Box(left: place.x, top: place.y, right: place.x, bottom: place.y).grown(by: 3)
  }
}
