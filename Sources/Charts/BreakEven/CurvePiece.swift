/// A part of a curve, given by what it is and not by samples.
public struct CurvePiece: Hashable, Sendable {
  /// How the cost runs over the piece.
  public enum Shape: Hashable, Sendable {
    /// Straight on the plot: a constant; a power law where both axes are logarithmic.
    case straight(from: Point, to: Point)

    /// A fixed cost plus a cost for each unit of the driver, over a range of the driver.
    case affine(fixed: Double, slope: Double, from: Double, to: Double)

    /// A step up or down at one value of the driver.
    case riser(at: Double, from: Double, to: Double)
  }

  /// How the cost runs.
  public var shape: Shape

  /// Whether nothing was measured here, as beyond the last known point.
  public var isDashed: Bool

  /// Creates a piece.
  public init(_ shape: Shape, isDashed: Bool = false) {
    self.shape = shape
    self.isDashed = isDashed
  }

  /// The ends of the piece, in data units.
  var ends: (start: Point, end: Point) {
    switch shape {
    case .straight(let from, let to): (from, to)
    case .affine(let fixed, let slope, let from, let to):
      (Point(x: from, y: fixed + slope * from), Point(x: to, y: fixed + slope * to))
    case .riser(let value, let from, let to): (Point(x: value, y: from), Point(x: value, y: to))
    }
  }

  func isDrawable(_ horizontal: Axis, _ vertical: Axis) -> Bool {
    [ends.start, ends.end].allSatisfy { horizontal.admits($0.x) && vertical.admits($0.y) }
  }

  /// The piece as pixels: two for a straight one, else as many as keep the chord within a
  /// quarter of a pixel of the curve (a fifth at its middle, as the bend may be elsewhere).
  func pixels(_ horizontal: Scale, _ vertical: Scale) -> [Point] {
    let start = Point(
      x: horizontal.position(of: ends.start.x), y: vertical.position(of: ends.start.y))
    let end = Point(x: horizontal.position(of: ends.end.x), y: vertical.position(of: ends.end.y))
    guard case .affine(let fixed, let slope, _, _) = shape else { return [start, end] }

    func flatten(_ start: Point, _ end: Point, depth: Int) -> [Point] {
      let x = (start.x + end.x) / 2
      let middle = Point(x: x, y: vertical.position(of: fixed + slope * horizontal.value(at: x)))
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
      let error = abs(dx * (middle.y - start.y) - dy * (middle.x - start.x)) / length
      guard depth < 12, error > 0.2 else { return [end] }
      return flatten(start, middle, depth: depth + 1) + flatten(middle, end, depth: depth + 1)
    }
    return [start] + flatten(start, end, depth: 0)
  }
}
