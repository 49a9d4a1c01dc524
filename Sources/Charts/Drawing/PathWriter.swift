/// Collects the commands of one SVG path; horizontal and vertical lines take the short form.
struct PathWriter {
  private(set) var data = ""
  private var position: (x: String, y: String)?

  /// Draws a line, and lifts the pen only if the line starts elsewhere.
  ///
  /// - Parameters:
  ///   - start: One end, in pixels.
  ///   - end: The other end; a line too short to see is left out.
  mutating func line(from start: Point, to end: Point) {
    let from = (x: Coordinate.text(start.x), y: Coordinate.text(start.y))
    let to = (x: Coordinate.text(end.x), y: Coordinate.text(end.y))
    guard from != to else { return }
    if position.map({ $0 != from }) ?? true { data += "M\(from.x) \(from.y)" }
    if from.y == to.y {
      data += "H\(to.x)"
    } else if from.x == to.x {
      data += "V\(to.y)"
    } else {
      data += "L\(to.x) \(to.y)"
    }
    position = to
  }

  /// Draws a closed shape around points.
  ///
  /// - Parameter corners: In order around the shape; fewer than three draw nothing.
  mutating func polygon(_ corners: [Point]) {
    guard corners.count > 2, let first = corners.first else { return }
    for (from, to) in zip(corners, corners.dropFirst()) { line(from: from, to: to) }
    if let last = corners.last, last != first { data += "Z" }
    position = nil
  }

  /// The data, or `nil` if nothing was drawn, so that no empty path is published.
  var dataIfAny: String? { data.isEmpty ? nil : data }
}
