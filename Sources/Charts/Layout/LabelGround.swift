/// What labels are placed among: what they may not cover, and what they should keep off.
struct LabelGround {
  /// A label that has its place.
  struct Label {
    var box: Box

    /// From its marker; `nil` where it is near enough to speak for itself.
    var leader: Segment?
  }

  let area: Box
  private let obstacles: [Box]
  private let lines: [Segment]
  private let faint: [Segment]

  /// The labels so far.
  private var labels: [Label] = []

  private var nearObstacles: Grid
  private var nearLines: Grid
  private var nearFaint: Grid
  private var nearLabels: Grid

  /// For each line, and then each faint one, the last question in which it was looked at.
  private var asked: [Int]
  private var question = 0

  /// The lines that a box lies on.
  private var hit: [Int] = []

  /// Prepares an area.
  ///
  /// - Parameters:
  ///   - area: Where labels may be.
  ///   - obstacles: What they may not cover.
  ///   - lines: What they should keep off.
  ///   - faint: What they may interrupt if they stand better there.
  init(area: Box, obstacles: [Box], lines: [Segment], faint: [Segment]) {
    (self.area, self.obstacles, self.lines, self.faint) = (area, obstacles, lines, faint)
    let empty = Grid(over: area)
    (nearObstacles, nearLines, nearFaint, nearLabels) = (empty, empty, empty, empty)
    for (index, box) in obstacles.enumerated() { nearObstacles.add(index, box) }
    for (index, line) in lines.enumerated() { nearLines.add(index, line) }
    for (index, line) in faint.enumerated() { nearFaint.add(index, line) }
    asked = Array(repeating: 0, count: lines.count + faint.count)
  }

  /// Puts a label in its place.
  mutating func add(_ label: Label) {
    nearLabels.add(labels.count, Self.extent(label.box, label.leader))
    labels.append(label)
  }

  /// Whether a box with some room around it is in the area, off all obstacles.
  func isFree(_ box: Box) -> Bool {
    let roomy = box.grown(by: 2)
    return area.contains(box)
      && !nearObstacles.contains(near: roomy) { obstacles[$0].overlaps(roomy) }
  }

  /// Whether a label and its leader keep off all labels, and the leader off all obstacles but
  /// the marker of its own point.
  func isFree(_ label: Label, of point: Point) -> Bool {
    let roomy = label.box.grown(by: 2)
    let extent = Self.extent(roomy, label.leader).grown(by: 2)
    let isTaken = nearLabels.contains(near: extent) { index in
      let other = labels[index]
      if other.box.overlaps(roomy) { return true }
      if let line = other.leader, roomy.clip(line.start, line.end) != nil { return true }
      guard let leader = label.leader else { return false }
      if other.box.grown(by: 2).clip(leader.start, leader.end) != nil { return true }
      return other.leader.map { Self.cross(leader, $0) } ?? false
    }
    guard !isTaken, let leader = label.leader else { return !isTaken }
    let marker = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
    return !nearObstacles.contains(near: extent) { index in
      !obstacles[index].grown(by: 0.5).contains(marker)
        && obstacles[index].clip(leader.start, leader.end) != nil
    }
  }

  /// What it costs a box to lie on lines: each one, and every pixel of it that is hidden.
  ///
  /// - Parameters:
  ///   - box: Where a label would stand.
  ///   - start: What it costs to stand there at all.
  ///   - limit: The cost from which on nobody asks for the rest.
  /// - Returns: The cost; `nil` if it reaches the limit.
  mutating func cost(of box: Box, from start: Double, below limit: Double) -> Double? {
    let roomy = box.grown(by: 2)
    question += 1
    let (nearLines, nearFaint) = (nearLines, nearFaint)
    hit.removeAll(keepingCapacity: true)
    let isTooMuch = nearLines.contains(near: roomy) { index in
      guard isNew(index), roomy.clip(lines[index].start, lines[index].end) != nil else {
        return false
      }
      hit.append(index)
      return Self.line * Double(hit.count) + start >= limit
    }
    guard !isTooMuch else { return nil }
    // Summed up in one order, whatever the cells are.
    hit.sort()
    let hidden = hit.reduce(0) { cost, index in
      guard let part = roomy.clip(lines[index].start, lines[index].end) else { return cost }
      let (dx, dy) = (part.end.x - part.start.x, part.end.y - part.start.y)
      return cost + Self.line + 0.5 * (dx * dx + dy * dy).squareRoot()
    }
    var interrupted = 0
    _ = nearFaint.contains(near: roomy) { index in
      guard isNew(lines.count + index) else { return false }
      if roomy.clip(faint[index].start, faint[index].end) != nil { interrupted += 1 }
      return Self.faint * Double(interrupted) + start >= limit
    }
    let cost = hidden + Self.faint * Double(interrupted) + start
    return cost < limit ? cost : nil
  }

  /// Whether this question was not asked about a line before, as it may lie in many cells.
  private mutating func isNew(_ line: Int) -> Bool {
    defer { asked[line] = question }
    return asked[line] != question
  }

  private static let line = 6.0
  private static let faint = 4.0

  /// The box around a label and its leader.
  private static func extent(_ box: Box, _ leader: Segment?) -> Box {
    guard let leader else { return box }
    return Box(
      left: min(box.left, leader.start.x, leader.end.x),
      top: min(box.top, leader.start.y, leader.end.y),
      right: max(box.right, leader.start.x, leader.end.x),
      bottom: max(box.bottom, leader.start.y, leader.end.y))
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
}
