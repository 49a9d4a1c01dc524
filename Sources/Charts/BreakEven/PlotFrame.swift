/// Where the plot of a break-even chart lies, and its axes.
struct PlotFrame {
  let area: Box
  let horizontal: Scale
  let vertical: Scale
  private let horizontalTicks: Ticks
  private let verticalTicks: Ticks

  /// The numbers below the plot.
  let horizontalLabels: [PlacedLine]

  /// The numbers left of the plot.
  let verticalLabels: [PlacedLine]

  /// The ribbon of cheapest offers, or an empty box on the plot's foot.
  let ribbon: Box

  /// The right edge of whatever stands left of the plot, in pixels.
  let labelEdge: Double

  /// Lays out the plot.
  ///
  /// - Parameters:
  ///   - chart: The axes, and whether there is a ribbon.
  ///   - layout: For how much room.
  ///   - top: Where the plot begins, in pixels.
  ///   - beside: The room for labels right of it, in pixels.
  init(_ chart: BreakEvenChart, _ layout: ChartLayout, top: Double, beside: Double) {
    let height: Double = layout == .wide ? 320 : 270
    let bottom = top + height
    let perDecade = [
      Scale(chart.horizontal, from: 0, to: layout.innerWidth - beside - 50).pixelsPerDecade,
      Scale(chart.vertical, from: 0, to: height).pixelsPerDecade,
    ].compactMap(\.self)
    // Both axes follow one rule, or the grid looks striped.
    let minor = perDecade.allSatisfy { $0 >= 34 }

    let upwards = Scale(chart.vertical, from: bottom, to: top)
    let lineHeight = TextStyle.tick.lineHeight
    verticalTicks = Self.ticks(
      upwards, minor: minor, atMost: Int(height / 36), room: { _ in lineHeight + 6 })
    let amounts = verticalTicks.texts(chart.vertical)
    let texts = amounts + (chart.cheapest.isEmpty ? [] : [chart.cheapestLabel])
    let labelWidth = texts.map { TextStyle.tick.width(of: $0) }.max() ?? 0
    let labelEdge = layout.margin + labelWidth
    self.labelEdge = labelEdge
    verticalLabels = zip(verticalTicks.labelled, amounts).map { tick, text in
      PlacedLine(
        text: text, style: .tick, x: labelEdge, baseline: upwards.position(of: tick.value) + 4,
        anchor: .end)
    }
    area = Box(
      left: labelEdge + 8, top: top, right: layout.width - layout.margin - beside, bottom: bottom)

    let rightwards = Scale(chart.horizontal, from: area.left, to: area.right)
    horizontalTicks = Self.ticks(
      rightwards, minor: minor, atMost: Int(area.width / (layout == .wide ? 60 : 32)),
      room: { TextStyle.tick.width(of: $0) + (layout == .wide ? 12 : 8) })
    horizontal = rightwards
    vertical = upwards
    let ribbon = Box(
      left: area.left, top: bottom + 8, right: area.right,
      bottom: chart.cheapest.isEmpty ? bottom + 8 : bottom + 25)
    self.ribbon = ribbon
    horizontalLabels = zip(horizontalTicks.labelled, horizontalTicks.texts(chart.horizontal)).map {
      PlacedLine(
        text: $1, style: .tick, x: rightwards.position(of: $0.value),
        baseline: ribbon.bottom + 16, anchor: .middle)
    }
  }

  private static func ticks(
    _ scale: Scale, minor: Bool, atMost count: Int, room: (String) -> Double
  ) -> Ticks {
    guard let perDecade = scale.pixelsPerDecade else {
      guard scale.axis.names.isEmpty else {
        return apart(Ticks.linear(scale.axis, atMost: count), scale, room)
      }
      return Ticks.linear(scale, atMost: count, room: room)
    }
    let all = Ticks.logarithmic(scale.axis, every: 1, minor: minor)
    let widest = all.texts(scale.axis).map(room).max() ?? 0
    guard all.labelled.allSatisfy({ $0.digits == 1 }) else { return all }
    // Between 5 and 10 there is three tenths of a decade.
    if widest <= 0.3 * perDecade {
      return Ticks.logarithmic(scale.axis, every: 1, minor: minor, ends: true)
    }
    let every = max(1, Int((widest / perDecade).rounded(.up)))
    return Ticks.logarithmic(scale.axis, every: every, minor: minor)
  }

  /// The ticks of an axis with names of its own: every one of them, or every second or third, as
  /// long as no name covers the next.
  private static func apart(_ ticks: Ticks, _ scale: Scale, _ room: (String) -> Double) -> Ticks {
    let names = zip(ticks.labelled, ticks.texts(scale.axis)).map { tick, text in
      (tick: tick, x: scale.position(of: tick.value), half: room(text) / 2)
    }
    for step in 1...max(1, names.count) {
      let kept = stride(from: 0, to: names.count, by: step).map { names[$0] }
      let fits = zip(kept, kept.dropFirst()).allSatisfy { abs($1.x - $0.x) >= $0.half + $1.half }
      if fits { return Ticks(labelled: kept.map(\.tick), minor: []) }
    }
    return Ticks(labelled: [], minor: [])
  }

  /// The grid as two paths, so that a drawing has two elements for it and not fifty.
  func grid(major: Bool) -> String? {
    var path = PathWriter()
    for tick in major ? horizontalTicks.labelled : horizontalTicks.minor {
      let x = horizontal.position(of: tick.value)
      path.stroke(Point(x: x, y: area.top), Point(x: x, y: area.bottom))
    }
    for tick in major ? verticalTicks.labelled : verticalTicks.minor {
      let y = vertical.position(of: tick.value)
      path.stroke(Point(x: area.left, y: y), Point(x: area.right, y: y))
    }
    return path.dataIfAny
  }
}
