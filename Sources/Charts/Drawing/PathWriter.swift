/// Collects the commands of one SVG path in as few bytes as they take.
///
/// Coordinates are whole tenths of a pixel, so a distance to the last point is exact and errors
/// cannot add up; of the absolute and the relative form the shorter one is written.
struct PathWriter {
  /// A point in tenths of a pixel.
  private typealias Place = (x: Int, y: Int)

  /// The commands in ASCII.
  private var bytes: [UInt8] = []

  /// Where the pen is; `nil` before the first line.
  private var pen: Place?

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
      go("H", to: to.x, "h", by: to.x - from.x)
      pen = to
    } else if from.x == to.x {
      go("V", to: to.y, "v", by: to.y - from.y)
      pen = to
    } else {
      go("L", "l", to: to)
    }
  }

  /// Draws a line of no direction, such as one of a grid, from the end that takes fewer bytes.
  mutating func stroke(_ first: Point, _ second: Point) {
    let start = bytes.count
    let before = (pen, isLifted)
    line(from: first, to: second)
    let length = bytes.count - start
    for (from, to) in [(second, first), (first, second)] {
      bytes.removeLast(bytes.count - start)
      (pen, isLifted) = before
      line(from: from, to: to)
      if bytes.count - start < length { return }
    }
  }

  /// Draws a closed outline that is the same everywhere.
  ///
  /// - Parameters:
  ///   - outline: Relative commands that end where they start, the last one `z`.
  ///   - start: Where it starts, in tenths of a pixel.
  mutating func shape(_ outline: String, from start: (x: Int, y: Int)) {
    go("M", "m", to: start)
    bytes += outline.utf8
    isLifted = true
  }

  /// Draws a closed shape around points.
  ///
  /// - Parameter corners: In order around the shape; fewer than three draw nothing.
  mutating func polygon(_ corners: [Point]) {
    guard corners.count > 2, let first = corners.first else { return }
    isLifted = true
    for (from, to) in zip(corners, corners.dropFirst()) { line(from: from, to: to) }
    if let last = corners.last, last != first, !isLifted {
      bytes.append(UInt8(ascii: "Z"))
      // A closed shape brings the pen back to its first corner.
      pen = (Coordinate.tenths(first.x), Coordinate.tenths(first.y))
    }
    isLifted = true
  }

  /// Everything drawn so far.
  var data: String { String(decoding: bytes, as: UTF8.self) }

  /// The data, or `nil` if nothing was drawn, so that no empty path is published.
  var dataIfAny: String? { bytes.isEmpty ? nil : data }

  private mutating func go(_ absolute: Unicode.Scalar, _ relative: Unicode.Scalar, to target: Place)
  {
    let start = bytes.count
    append(absolute, target.x, target.y)
    if let pen {
      let middle = bytes.count
      append(relative, target.x - pen.x, target.y - pen.y)
      keepShorter(from: start, or: middle)
    }
    pen = target
  }

  /// Draws along one axis: the new place on it, or how far that is.
  private mutating func go(
    _ absolute: Unicode.Scalar, to target: Int, _ relative: Unicode.Scalar, by distance: Int
  ) {
    let start = bytes.count
    append(absolute, target)
    let middle = bytes.count
    append(relative, distance)
    keepShorter(from: start, or: middle)
  }

  private mutating func append(_ command: Unicode.Scalar, _ x: Int, _ y: Int? = nil) {
    bytes.append(UInt8(ascii: command))
    Coordinate.write(tenths: x, to: &bytes)
    guard let y else { return }
    // The sign of the second number separates them as well as a space.
    if y >= 0 { bytes.append(UInt8(ascii: " ")) }
    Coordinate.write(tenths: y, to: &bytes)
  }

  /// Removes the longer one of two forms at the end; of equals, the second.
  private mutating func keepShorter(from start: Int, or middle: Int) {
    if bytes.count - middle < middle - start {
      bytes.removeSubrange(start..<middle)
    } else {
      bytes.removeLast(bytes.count - middle)
    }
  }
}
