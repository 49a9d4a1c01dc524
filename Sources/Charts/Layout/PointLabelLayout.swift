/// Places labels around points so that nothing covers anything.
///
/// Tries twelve directions at six distances for each point, the most important point first,
/// then once more for each with all others in place. No randomness, no iteration limit.
struct PointLabelLayout {
  /// A label that wants a place.
  struct Request {
    /// What the label is about.
    var point: Point

    /// The radius of the marker there.
    var radius: Double

    /// How large the label is.
    var width: Double
    var height: Double
  }

  /// Where a label went.
  struct Placement {
    var box: Box

    /// From the marker to the label; `nil` where the label is near enough to speak for itself.
    var leader: (start: Point, end: Point)?

    fileprivate var cost: Double
  }

  /// Where labels may be.
  let area: Box

  /// What they may not cover.
  let obstacles: [Box]

  /// The lines they should keep off.
  let lines: [Segment]

  /// Thin lines, which a label may interrupt if it stands better there.
  var faint: [Segment] = []

  /// A label this costly would hide too much of a line; it is better numbered.
  private static let limit = 34.0
  private static let distances = [4.0, 9.0, 18.0, 30.0, 46.0, 66.0]
  private static let directions: [Point] = {
    let half = 0.5
    let long = 0.866
    return [
      (0, -1), (half, -long), (-half, -long), (0, 1), (half, long), (-half, long), (long, -half),
      (-long, -half), (long, half), (-long, half), (1, 0), (-1, 0),
    ].map { Point(x: $0.0, y: $0.1) }
  }()

  /// Places labels.
  ///
  /// - Parameter requests: The most important first.
  /// - Returns: A place for each, or `nil` for a label that would hide too much.
  func place(_ requests: [Request]) -> [Placement?] {
    var placements: [Placement?] = Array(repeating: nil, count: requests.count)
    for _ in 0..<2 {
      for (index, request) in requests.enumerated() {
        placements[index] = nil
        placements[index] = best(for: request, beside: placements.compactMap(\.self))
      }
    }
    return placements
  }

  private func best(for request: Request, beside others: [Placement]) -> Placement? {
    var best: Placement?
    for distance in Self.distances where Self.cost(of: distance) < best?.cost ?? Self.limit {
      for direction in Self.directions {
        guard
          let candidate = candidate(request, distance, direction, beside: others),
          candidate.cost < best?.cost ?? Self.limit
        else { continue }
        best = candidate
      }
    }
    return best
  }

  private func candidate(
    _ request: Request, _ distance: Double, _ direction: Point, beside others: [Placement]
  ) -> Placement? {
    let reach = request.radius + distance
    let shift = Point(
      x: direction.x * reach + clamp(direction.x) * request.width / 2,
      y: direction.y * reach + clamp(direction.y) * request.height / 2)
    let center = Point(x: request.point.x + shift.x, y: request.point.y + shift.y)
    let box = Box(
      left: center.x - request.width / 2, top: center.y - request.height / 2,
      right: center.x + request.width / 2, bottom: center.y + request.height / 2)
    let roomy = box.grown(by: 2)
    guard area.contains(box), !obstacles.contains(where: { $0.overlaps(roomy) }) else { return nil }

    let leader = distance > 10 ? leader(from: request, to: box) : nil
    for other in others {
      if other.box.overlaps(roomy) { return nil }
      if let line = other.leader, roomy.clip(line.start, line.end) != nil { return nil }
      if let leader, other.box.grown(by: 2).clip(leader.start, leader.end) != nil { return nil }
      if let leader, let line = other.leader, Self.cross(leader, line) { return nil }
    }
    if let leader, obstacles.contains(where: { crosses(leader, $0, request) }) { return nil }
    return Placement(box: box, leader: leader, cost: hits(box) + Self.cost(of: distance))
  }

  /// A leader may touch the marker that it belongs to, but no other obstacle.
  private func crosses(_ leader: Segment, _ obstacle: Box, _ request: Request) -> Bool {
    let own = obstacle.grown(by: 0.5).contains(
      Box(
        left: request.point.x, top: request.point.y, right: request.point.x,
        bottom: request.point.y))
    return !own && obstacle.clip(leader.start, leader.end) != nil
  }

  /// Whether two lines have a point in common that is no end of theirs.
  private static func cross(_ first: Segment, _ second: Segment) -> Bool {
    func side(_ line: Segment, _ point: Point) -> Double {
      (line.end.x - line.start.x) * (point.y - line.start.y)
        - (line.end.y - line.start.y) * (point.x - line.start.x)
    }
    return side(first, second.start) * side(first, second.end) < 0
      && side(second, first.start) * side(second, first.end) < 0
  }

  private func leader(from request: Request, to box: Box) -> Segment {
    let near = Point(
      x: min(max(request.point.x, box.left), box.right),
      y: min(max(request.point.y, box.top), box.bottom))
    let (dx, dy) = (near.x - request.point.x, near.y - request.point.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    let start = Point(
      x: request.point.x + dx / length * request.radius,
      y: request.point.y + dy / length * request.radius)
    return (start, near)
  }

  /// What it costs to stand away from the point.
  private static func cost(of distance: Double) -> Double { 0.35 * distance }

  /// What it costs to lie on lines: each one, and every pixel of it that is hidden.
  private func hits(_ box: Box) -> Double {
    let roomy = box.grown(by: 2)
    let hidden = lines.reduce(0) { cost, line in
      guard let part = roomy.clip(line.start, line.end) else { return cost }
      let (dx, dy) = (part.end.x - part.start.x, part.end.y - part.start.y)
      return cost + 6 + 0.5 * (dx * dx + dy * dy).squareRoot()
    }
    let interrupted = faint.count { roomy.clip($0.start, $0.end) != nil }
    return hidden + 4 * Double(interrupted)
  }

  /// Turns a direction into a side: mostly sideways is wholly beside.
  private func clamp(_ value: Double) -> Double { min(1, max(-1, 1.5 * value)) }
}

/// A straight line between two pixels.
typealias Segment = (start: Point, end: Point)
