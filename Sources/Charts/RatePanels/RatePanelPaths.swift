/// The lines of one price: solid while it holds, dashed where it is announced.
struct RatePanelPaths {
  private(set) var solid = PathWriter()
  private(set) var dashed = PathWriter()
  private(set) var band = PathWriter()

  /// The first pixel behind the days whose prices hold.
  private let edge: Double

  /// Draws the steps of a row.
  init(_ panel: RatePanel, announcedFrom edge: Double) {
    self.edge = edge
    for (index, step) in panel.steps.enumerated() {
      guard let rise = step.rise else { continue }
      let next = index + 1 < panel.steps.count ? panel.steps[index + 1] : nil
      for height in Set([rise.lowerBound, rise.upperBound]).sorted() {
        line(at: height, from: step.left, to: step.right)
      }
      if rise.lowerBound < rise.upperBound {
        band.polygon([
          Point(x: step.left, y: rise.lowerBound), Point(x: step.right, y: rise.lowerBound),
          Point(x: step.right, y: rise.upperBound), Point(x: step.left, y: rise.upperBound),
        ])
      }
      guard step.endsOnKnownDay, let after = next?.rise else { continue }
      riser(at: step.right, from: rise, to: after)
    }
  }

  private mutating func line(at y: Double, from left: Double, to right: Double) {
    if left < edge {
      solid.line(from: Point(x: left, y: y), to: Point(x: min(right, edge), y: y))
    }
    if right > edge {
      dashed.line(from: Point(x: max(left, edge), y: y), to: Point(x: right, y: y))
    }
  }

  /// The upright from one price to the next; of ranges, over all of both.
  private mutating func riser(
    at x: Double, from old: ClosedRange<Double>, to new: ClosedRange<Double>
  ) {
    let (start, end) = (
      Point(x: x, y: min(old.lowerBound, new.lowerBound)),
      Point(x: x, y: max(old.upperBound, new.upperBound))
    )
    if x > edge { dashed.line(from: start, to: end) } else { solid.line(from: start, to: end) }
  }
}

extension RatePanel {
  /// Where a price begins that is not the first, and where one ends without a next one.
  static func marks(_ steps: [Step]) -> [Point] {
    zip(steps, steps.dropFirst()).flatMap { old, new -> [Point] in
      guard let rise = new.rise else {
        return ends(old.rise).map { Point(x: old.right, y: $0) }
      }
      return ends(rise).map { Point(x: new.left, y: $0) }
    }
  }

  /// The marks of the row.
  var marks: [Point] { Self.marks(steps) }

  private static func ends(_ rise: ClosedRange<Double>?) -> [Double] {
    rise.map { Set([$0.lowerBound, $0.upperBound]).sorted() } ?? []
  }

  /// Path data of hatching where the day of a change is not known.
  var gap: String? {
    let paths = zip(steps, steps.dropFirst()).compactMap { old, new -> String? in
      guard !old.endsOnKnownDay, let first = old.rise, let last = new.rise else { return nil }
      let box = Box(
        left: old.right, top: min(first.lowerBound, last.lowerBound), right: new.left,
        bottom: max(first.upperBound, last.upperBound))
      return Hatching.path(in: box, every: 6)
    }
    return paths.isEmpty ? nil : paths.joined()
  }
}
