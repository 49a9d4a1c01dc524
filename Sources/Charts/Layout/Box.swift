/// A rectangle in pixels, parallel to the axes.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var center: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  /// Whether the two share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether no part of the other box lies outside this one.
  func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// The box, larger by a margin on every side.
  func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// How far away a place is, in pixels; 0 inside.
  func distance(to point: Point) -> Double {
    let (dx, dy) = (
      max(left - point.x, point.x - right, 0), max(top - point.y, point.y - bottom, 0)
    )
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The part of a line that lies in the box, or `nil` if none does.
  ///
  /// - Parameters:
  ///   - start: One end of the line.
  ///   - end: The other end.
  /// - Returns: The ends of the part, in the same direction.
  func clip(_ start: Point, _ end: Point) -> (start: Point, end: Point)? {
    // Most lines are nowhere near most boxes.
    if max(start.x, end.x) < left || min(start.x, end.x) > right { return nil }
    if max(start.y, end.y) < top || min(start.y, end.y) > bottom { return nil }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    func cut(_ direction: Double, _ distance: Double) {
      if direction < 0 {
        enter = max(enter, distance / direction)
      } else if direction > 0 {
        leave = min(leave, distance / direction)
      }
    }
    cut(-dx, start.x - left)
    cut(dx, right - start.x)
    cut(-dy, start.y - top)
    cut(dy, bottom - start.y)
    guard enter <= leave else { return nil }
    return (
      enter == 0 ? start : Point(x: start.x + enter * dx, y: start.y + enter * dy),
      leave == 1 ? end : Point(x: start.x + leave * dx, y: start.y + leave * dy)
    )
  }
}
