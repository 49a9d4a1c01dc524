/// A part of the ribbon: neighbouring spans on which the same offers may be the cheapest.
struct RibbonStretch {
  /// The indices of the spans.
  private(set) var spans: ClosedRange<Int>

  /// The indices of all curves that may be the cheapest.
  let shown: [Int]

  private(set) var box: Box

  /// From one mark to the next, in pixels.
  static let step = 10.5

  /// Whether the marks of all who compete have room.
  var fitsMarks: Bool {
    let room = shown.count == 1 ? 2 * SeriesMark.radius + 4 : Self.step * Double(shown.count) + 3
    return room <= box.width
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
    return stretches
  }
}
