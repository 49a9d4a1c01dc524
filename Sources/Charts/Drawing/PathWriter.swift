/// Collects the commands of one SVG path in as few bytes as they take.
///
/// Coordinates are whole tenths of a pixel, so a distance to the last point is exact and errors
/// cannot add up; of the absolute and the relative form the shorter one is written.
struct PathWriter {
  private(set) var data = ""

  /// Where the pen is, in tenths of a pixel; `nil` before the first line.
  private var pen: (x: Int, y: Int)?

  /// Whether the next line has to say where it starts.
  private var isLifted = true

  /// Draws a line, and lifts the pen only if the line starts elsewhere.
  ///
  /// - Parameters:
  ///   - start: One end, in pixels.
  ///   - end: The other end; a line too short to see is left out.
  mutating func line(from start: Point, to end: Point) {
    let from = (x: Coordinate.tenths(start.x), y: Coordinate.tenths(start.y))
    let to = (x: Coordinate.tenths(end.x), y: Coordinate.tenths(end.y))
    guard from != to else { return }
    if isLifted || pen.map({ $0 != from }) ?? true { go("M", "m", to: from) }
    isLifted = false
    if from.y == to.y {
      data += shorter("H" + text(to.x), "h" + text(to.x - from.x))
      pen = to
    } else if from.x == to.x {
      data += shorter("V" + text(to.y), "v" + text(to.y - from.y))
      pen = to
    } else {
      go("L", "l", to: to)
    }
  }

  /// Draws a closed shape around points.
  ///
  /// - Parameter corners: In order around the shape; fewer than three draw nothing.
  mutating func polygon(_ corners: [Point]) {
    guard corners.count > 2, let first = corners.first else { return }
    isLifted = true
    for (from, to) in zip(corners, corners.dropFirst()) { line(from: from, to: to) }
    if let last = corners.last, last != first, !isLifted {
      data += "Z"
      // A closed shape brings the pen back to its first corner.
      pen = (Coordinate.tenths(first.x), Coordinate.tenths(first.y))
    }
    isLifted = true
  }

  /// The data, or `nil` if nothing was drawn, so that no empty path is published.
  var dataIfAny: String? { data.isEmpty ? nil : data }

  private mutating func go(_ absolute: String, _ relative: String, to target: (x: Int, y: Int)) {
    let straight = absolute + pair(target.x, target.y)
    data +=
      pen.map { shorter(straight, relative + pair(target.x - $0.x, target.y - $0.y)) }
      ?? straight
    pen = target
  }

  /// Two numbers; the sign of the second one separates them as well as a space.
  private func pair(_ x: Int, _ y: Int) -> String {
    text(x) + (y < 0 ? "" : " ") + text(y)
  }

  private func text(_ tenths: Int) -> String { Coordinate.text(tenths: tenths) }

  private func shorter(_ absolute: String, _ relative: String) -> String {
    relative.utf8.count < absolute.utf8.count ? relative : absolute
  }
}
