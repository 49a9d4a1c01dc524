/// A curve in pixels, inside the plot.
struct PlottedCurve {
  /// A straight part of it.
  struct Part {
    var start: Point
    var end: Point
    var isDashed: Bool
  }

  /// The visible parts, from left to right.
  let parts: [Part]

  /// Whether steps were too narrow to be drawn one by one.
  let isCollapsed: Bool

  /// Whether the curve has an end of its own in the plot, and is not cut off by its edge.
  let stopsInside: Bool

  /// A curve that ends within this many pixels of the plot's edge is labelled beside it.
  private static let nearEdge = 24.0

  /// Places a curve.
  ///
  /// - Parameters:
  ///   - pieces: The curve from left to right.
  ///   - horizontal: The scale of the driver.
  ///   - vertical: The scale of the cost.
  ///   - area: What is visible.
  ///   - narrowest: Steps narrower than this many pixels are drawn as the line along their upper
  ///     corners, which no step exceeds.
  init(
    _ pieces: [CurvePiece], horizontal: Scale, vertical: Scale, area: Box, narrowest: Double = 2
  ) {
    var all: [Part] = []
    for piece in pieces {
      let points = piece.pixels(horizontal, vertical)
      for (start, end) in zip(points, points.dropFirst()) {
        all.append(Part(start: start, end: end, isDashed: piece.isDashed))
      }
    }
    let collapsed = Self.collapse(all, narrowest)
    isCollapsed = collapsed.count < all.count
    let parts = collapsed.compactMap { part in
      area.clip(part.start, part.end).map {
        Part(start: $0.start, end: $0.end, isDashed: part.isDashed)
      }
    }
    self.parts = parts
    let limit = area.right - Self.nearEdge
    stopsInside = parts.last.map { $0.end == collapsed.last?.end && $0.end.x <= limit } ?? false
  }

  /// Where the curve leaves the plot or ends in it; `nil` if it lies outside.
  var end: Point? { parts.last?.end }

  /// Where the curve enters the plot and leaves it, unless it stops there of its own.
  var marks: [Point] {
    [parts.first?.start, stopsInside ? nil : end].compactMap(\.self)
  }

  /// Whether the curve can be labelled beside the right edge of the plot.
  func reaches(_ edge: Double) -> Bool { end.map { $0.x > edge - Self.nearEdge } ?? false }

  /// The drawn line, in the order of its parts.
  func path(dashed: Bool) -> String? {
    var path = PathWriter()
    for part in parts where part.isDashed == dashed { path.line(from: part.start, to: part.end) }
    return path.dataIfAny
  }

  /// The points along the curve, each once.
  var outline: [Point] {
    parts.reduce(into: []) { points, part in
      if points.last != part.start { points.append(part.start) }
      points.append(part.end)
    }
  }

  /// How high the curve runs at a place, in pixels from the top; `nil` beside its ends.
  func height(at x: Double) -> Double? {
    parts.first { $0.start.x <= x && x <= $0.end.x && $0.start.x < $0.end.x }.map { part in
      part.start.y + (x - part.start.x) / (part.end.x - part.start.x) * (part.end.y - part.start.y)
    }
  }

  /// Which of some curves run beside another one for a third of the plot or more, so near that
  /// wide lines would lie over each other.
  static func close(_ curves: [PlottedCurve], in area: Box) -> Set<Int> {
    let places = (0..<24).map { area.left + area.width * (Double($0) + 0.5) / 24 }
    let heights = curves.map { curve in places.map(curve.height) }
    var close: Set<Int> = []
    for (one, other) in curves.indices.flatMap({ one in (0..<one).map { (one, $0) } }) {
      let near = zip(heights[one], heights[other]).count { one, other in
        guard let one, let other else { return false }
        return abs(one - other) < 5
      }
      if near >= places.count / 3 { close.formUnion([one, other]) }
    }
    return close
  }

  /// Joins runs of narrow steps, corner to corner, so that a line never turns into a blot.
  private static func collapse(_ parts: [Part], _ narrowest: Double) -> [Part] {
    var result: [Part] = []
    var index = 0
    while index < parts.count {
      let run = parts[index...].prefix {
        isStep($0, narrowest) && $0.isDashed == parts[index].isDashed
      }
      guard run.count >= 4 else {
        result.append(parts[index])
        index += 1
        continue
      }
      var corners = run.filter { $0.start.x == $0.end.x }.map(\.end)
      corners.insert(parts[index].start, at: 0)
      if let last = run.last { corners.append(last.end) }
      let line = straightened(corners)
      for (start, end) in zip(line, line.dropFirst()) where start != end {
        result.append(Part(start: start, end: end, isDashed: parts[index].isDashed))
      }
      index += run.count
    }
    return result
  }

  /// The fewest of some points between which no other one lies further than a third of a pixel
  /// above or below the line; the points run to the right.
  private static func straightened(_ points: [Point]) -> [Point] {
    guard var start = points.first else { return [] }
    var kept = [start]
    var slopes = (least: -Double.infinity, most: Double.infinity)
    var previous = start
    for point in points.dropFirst() {
      let dx = point.x - start.x
      let slope = dx > 0.01 ? (point.y - start.y) / dx : .infinity
      if !(slopes.least...slopes.most).contains(slope) || slope == .infinity, previous != start {
        kept.append(previous)
        start = previous
        slopes = (-.infinity, .infinity)
      }
      let width = point.x - start.x
      if width > 0.01 {
        let rise = point.y - start.y
        slopes.least = max(slopes.least, (rise - 0.3) / width)
        slopes.most = min(slopes.most, (rise + 0.3) / width)
      }
      previous = point
    }
    return kept + [previous]
  }

  private static func isStep(_ part: Part, _ narrowest: Double) -> Bool {
    part.start.x == part.end.x
      || (part.start.y == part.end.y && abs(part.end.x - part.start.x) < narrowest)
  }
}
