/// The labels inside the plot: crossings, and curves that end before the plot does.
struct PlotLabels {
  /// A ring with its place.
  struct Ring {
    let crossing: BreakEvenChart.Crossing
    let at: Point
    var radius: Double { crossing.decides ? 5.5 : 3.5 }
    var box: Box { Box(left: at.x, top: at.y, right: at.x, bottom: at.y).grown(by: radius + 1) }
  }

  /// A label inside the plot.
  struct Label {
    let lines: [PlacedLine]
    let leader: Segment?

    /// The curve or the crossing that it names.
    let index: Int
  }

  /// The crossings inside the plot, from the left, so that numbers follow each other.
  let rings: [Ring]
  private(set) var crossings: [Label] = []
  private(set) var ends: [Label] = []

  /// The crossings that had no room, in the order of their numbers.
  private(set) var numbered: [BreakEvenChart.Crossing] = []

  /// Whether others have neither a label nor a number.
  private(set) var hasUnnumbered = false

  /// From where the cheapest offer changes down to the ribbon.
  let drops: [Segment]

  /// The curves whose end could not be labelled.
  private(set) var unlabelledEnds: Set<Int> = []

  /// The most crossings of a narrow plot that have numbers, unless more decide.
  private static let mostNumbers = 9

  /// Places labels inside the plot.
  ///
  /// - Parameters:
  ///   - crossings: Where curves meet.
  ///   - hasRibbon: Whether a ribbon below the plot says what is cheapest.
  ///   - frame: The plot.
  ///   - curves: The lines to keep off.
  ///   - blocks: The labels of curves that end inside the plot, with those ends.
  ///   - isCompact: Whether many crossings get numbers and not texts, as there is little room.
  init(
    _ crossings: [BreakEvenChart.Crossing], hasRibbon: Bool, _ frame: PlotFrame,
    curves: [PlottedCurve], blocks: [(block: SeriesLabels.Block, end: Point)], isCompact: Bool
  ) {
    let rings = Self.rings(crossings, frame)
    self.rings = rings
    let lines = rings.filter(\.crossing.decides).map { ring in
      Segment(
        Point(x: ring.at.x, y: ring.at.y + ring.radius), Point(x: ring.at.x, y: frame.ribbon.top))
    }.filter { hasRibbon && $0.end.y > $0.start.y }
    drops = lines
    guard !rings.isEmpty || !blocks.isEmpty else { return }
    let stops = blocks.map { item in
      Box(left: item.end.x, top: item.end.y, right: item.end.x, bottom: item.end.y).grown(by: 5)
    }
    let layout = PointLabelLayout(
      area: frame.area.grown(by: -1),
      obstacles: rings.map(\.box) + stops + curves.flatMap(\.marks).map(SeriesMark.box),
      lines: curves.flatMap { $0.parts.map { ($0.start, $0.end) } }, faint: lines,
      points: rings.map(\.at))
    let inside = rings.indices.filter {
      !isCompact || rings.count <= 3 || rings[$0].crossing.decides
    }
    place(
      layout, labelled: isCompact && inside.count > 3 ? [] : inside, blocks, isCompact: isCompact)
  }

  /// The crossings inside the plot; where more than two curves meet, one mark and one label say it.
  private static func rings(_ crossings: [BreakEvenChart.Crossing], _ frame: PlotFrame) -> [Ring] {
    let visible = frame.area.grown(by: 0.5)
    var rings: [Ring] = []
    var sameLabel: [String: [Int]] = [:]
    for crossing in crossings {
      let at = Point(
        x: frame.horizontal.position(of: crossing.at.x),
        y: frame.vertical.position(of: crossing.at.y))
      guard visible.contains(Box(left: at.x, top: at.y, right: at.x, bottom: at.y)) else {
        continue
      }
      let same = sameLabel[crossing.label]?.first {
        abs(rings[$0].at.x - at.x) < 2 && abs(rings[$0].at.y - at.y) < 2
      }
      if let same {
        if crossing.decides { rings[same] = Ring(crossing: crossing, at: rings[same].at) }
      } else {
        sameLabel[crossing.label, default: []].append(rings.count)
        rings.append(Ring(crossing: crossing, at: at))
      }
    }
    return rings.enumerated().sorted {
      ($0.element.at.x, $0.element.at.y, $0.offset) < ($1.element.at.x, $1.element.at.y, $1.offset)
    }.map(\.element)
  }

  private mutating func place(
    _ layout: PointLabelLayout, labelled: [Int],
    _ blocks: [(block: SeriesLabels.Block, end: Point)], isCompact: Bool
  ) {
    let deciding = labelled.filter { rings[$0].crossing.decides }
    let order = deciding + labelled.filter { !rings[$0].crossing.decides }
    // The names of curves are the largest, and without them a reader has to look into the list.
    let names = blocks.map { item in
      PointLabelLayout.Request(
        point: item.end, radius: 5, width: item.block.width, height: item.block.height)
    }
    let all = layout.place(names + order.map { request(rings[$0]) })
    keep(Array(all.prefix(names.count)), blocks)

    let placements = Array(all.dropFirst(names.count))
    let placed = Set(zip(order, placements).filter { $0.1 != nil }.map(\.0))
    var unplaced = rings.indices.filter { !placed.contains($0) }
    if isCompact, unplaced.count > Self.mostNumbers {
      unplaced.removeAll { !rings[$0].crossing.decides }
      hasUnnumbered = true
    }
    numbered = unplaced.map { rings[$0].crossing }
    for (index, placement) in zip(order, placements) {
      guard let placement else { continue }
      crossings.append(label(index, text: rings[index].crossing.label, placement))
    }
    number(unplaced, layout, taken: all.compactMap(\.self))
  }

  /// Puts a number at crossings whose full label has no room, and one text at those that stand so
  /// close together that their numbers would not.
  private mutating func number(
    _ unplaced: [Int], _ layout: PointLabelLayout, taken: [PointLabelLayout.Placement]
  ) {
    guard !unplaced.isEmpty else { return }
    let leaders = taken.compactMap(\.leader)
    // A number hides little, so it may stand on a line where it has no better place.
    let remaining = PointLabelLayout(
      area: layout.area, obstacles: layout.obstacles + taken.map(\.box),
      lines: layout.lines + leaders, faint: layout.faint, limit: 150)
    var groups = groups(of: unplaced)
    while true {
      let texts = groups.map { group in
        group.count == 1
          ? "\(group.lowerBound + 1)" : "\(group.lowerBound + 1)–\(group.upperBound)"
      }
      let requests = zip(groups, texts).map { request(rings[unplaced[$0.lowerBound]], text: $1) }
      let placements = remaining.place(requests)
      // No number is missing: what has no room shares a text with its neighbour.
      if groups.count > 1, let missing = placements.firstIndex(where: { $0 == nil }) {
        let first = max(0, missing - 1)
        groups.replaceSubrange(
          first...first + 1, with: [groups[first].lowerBound..<groups[first + 1].upperBound])
        continue
      }
      for (number, placement) in placements.enumerated() {
        guard let placement else { continue }
        crossings.append(
          label(unplaced[groups[number].lowerBound], text: texts[number], placement))
      }
      return
    }
  }

  /// Crossings that follow each other at less than the width of a number.
  private func groups(of unplaced: [Int]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for place in unplaced.indices {
      if let last = groups.last {
        let (before, own) = (rings[unplaced[last.lowerBound]].at, rings[unplaced[place]].at)
        if abs(own.x - before.x) < 16, abs(own.y - before.y) < 16 {
          groups[groups.count - 1] = last.lowerBound..<place + 1
          continue
        }
      }
      groups.append(place..<place + 1)
    }
    return groups
  }

  private mutating func keep(
    _ placements: [PointLabelLayout.Placement?],
    _ blocks: [(block: SeriesLabels.Block, end: Point)]
  ) {
    for (item, placement) in zip(blocks, placements) {
      guard let placement else {
        unlabelledEnds.insert(item.block.series)
        continue
      }
      let lines = SeriesLabels.stack(item.block, x: placement.box.left, top: placement.box.top)
      ends.append(Label(lines: lines, leader: placement.leader, index: item.block.series))
    }
  }

  private func request(_ ring: Ring, text: String? = nil) -> PointLabelLayout.Request {
    let style: TextStyle = ring.crossing.decides ? .value : .aside
    return PointLabelLayout.Request(
      point: ring.at, radius: ring.radius + 1,
      width: style.width(of: text ?? ring.crossing.label), height: style.ascent + style.descent)
  }

  private func label(
    _ index: Int, text: String, _ placement: PointLabelLayout.Placement
  ) -> Label {
    let style: TextStyle = rings[index].crossing.decides ? .value : .aside
    let line = PlacedLine(
      text: text, style: style, x: placement.box.center.x,
      baseline: placement.box.top + style.ascent, anchor: .middle)
    return Label(lines: [line], leader: placement.leader, index: index)
  }
}
