/// A part of the ribbon: neighbouring spans on which the same offers may be the cheapest.
struct RibbonStretch {
  /// The indices of the spans.
  private(set) var spans: ClosedRange<Int>

  /// The indices of all curves that may be the cheapest.
  let shown: [Int]

  private(set) var box: Box

  /// The parts of the box in which a curve is only continued, in pixels from the left.
  private(set) var continued: [ClosedRange<Double>] = []

  /// From one mark to the next, in pixels.
  static let step = 10.5

  /// Whether the marks of all who compete have room.
  var fitsMarks: Bool {
    let room = isPlain ? 2 * SeriesMark.radius + 4 : Self.step * Double(shown.count) + 3
    return room <= box.width
  }

  /// Whether one offer is the cheapest in all of it, as far as its curves are stated.
  var isPlain: Bool { shown.count == 1 && continued.isEmpty }

  /// Where the middle of a text or of marks lies: as far as there is room, over what is stated.
  ///
  /// - Parameter width: Its width in pixels, with margins.
  /// - Returns: Pixels from the left.
  func middle(ofWidth width: Double) -> Double {
    guard !continued.isEmpty, width < box.width else { return box.center.x }
    let left = continued.first { $0.lowerBound <= box.left }?.upperBound ?? box.left
    let right = continued.last { $0.upperBound >= box.right }?.lowerBound ?? box.right
    guard left < right else { return box.center.x }
    return min(max((left + right) / 2, box.left + width / 2), box.right - width / 2)
  }

  /// The parts from the left.
  static func stretches(of chart: BreakEvenChart, on frame: PlotFrame) -> [RibbonStretch] {
    var stretches: [RibbonStretch] = []
    for (index, span) in chart.cheapest.enumerated() {
      var box = frame.ribbon
      box.left = max(box.left, frame.horizontal.position(of: span.from))
      box.right = min(box.right, frame.horizontal.position(of: span.to))
      guard box.width >= 0.1 else { continue }
      let place = stretches.count - 1
      if let last = stretches.last, Set(last.shown) == Set(span.shown) {
        stretches[place].spans = last.spans.lowerBound...index
        stretches[place].box.right = box.right
      } else {
        stretches.append(RibbonStretch(spans: index...index, shown: span.shown, box: box))
      }
    }
    let continued = chart.continued.map {
      frame.horizontal.position(of: $0.lowerBound)...frame.horizontal.position(of: $0.upperBound)
    }
    for place in stretches.indices {
      let box = stretches[place].box
      stretches[place].continued = continued.filter { $0.overlaps(box.left...box.right) }
        .map { $0.clamped(to: box.left...box.right) }
        .filter { $0.upperBound - $0.lowerBound >= 0.1 }
    }
    return stretches
  }
}
