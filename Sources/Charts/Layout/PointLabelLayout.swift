/// Places labels around points so that nothing covers anything.
///
/// Tries twelve directions at six distances for each point, the most important point first. A
/// second round would change nothing: later labels only take room away, and none that is taken.
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

  /// A label this costly would hide too much of a line.
  var limit = 34.0

  /// Other points that have labels; none of them may be nearer to a label than its own point.
  var points: [Point] = []

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
    var ground = LabelGround(area: area, obstacles: obstacles, lines: lines, faint: faint)
    return requests.map { request in
      let placement = best(for: request, on: &ground)
      if let placement {
        ground.add(LabelGround.Label(box: placement.box, leader: placement.leader))
      }
      return placement
    }
  }

  private func best(for request: Request, on ground: inout LabelGround) -> Placement? {
    var best: Placement?
    for distance in Self.distances where Self.cost(of: distance) < best?.cost ?? limit {
      for direction in Self.directions {
        best =
          candidate(request, distance, direction, on: &ground, below: best?.cost ?? limit)
          ?? best
      }
    }
    return best
  }

  /// A place, if it is free and costs less than a limit.
  private func candidate(
    _ request: Request, _ distance: Double, _ direction: Point, on ground: inout LabelGround,
    below limit: Double
  ) -> Placement? {
    let reach = request.radius + distance
    let shift = Point(
      x: direction.x * reach + clamp(direction.x) * request.width / 2,
      y: direction.y * reach + clamp(direction.y) * request.height / 2)
    let center = Point(x: request.point.x + shift.x, y: request.point.y + shift.y)
    let box = Box(
      left: center.x - request.width / 2, top: center.y - request.height / 2,
      right: center.x + request.width / 2, bottom: center.y + request.height / 2)
    guard ground.isFree(box), speaksForItself(box, of: request.point),
      let cost = ground.cost(of: box, from: Self.cost(of: distance), below: limit)
    else { return nil }
    let label = LabelGround.Label(
      box: box, leader: distance > 10 ? leader(from: request, to: box) : nil)
    guard ground.isFree(label, of: request.point) else { return nil }
    return Placement(box: box, leader: label.leader, cost: cost)
  }

  /// Whether a reader takes a label for that of its own point: no other one is nearer, or near.
  private func speaksForItself(_ box: Box, of point: Point) -> Bool {
    let own = min(box.distance(to: point), 24)
    return points.allSatisfy { $0 == point || box.distance(to: $0) >= own }
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

  /// Turns a direction into a side: mostly sideways is wholly beside.
  private func clamp(_ value: Double) -> Double { min(1, max(-1, 1.5 * value)) }
}

/// A straight line between two pixels.
typealias Segment = (start: Point, end: Point)
