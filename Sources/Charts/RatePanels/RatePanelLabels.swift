/// The prices of one row but for the last, above their steps.
///
/// One that has no room above its own step stands over what is free beside it; the one before the
/// last comes first, then the first of all.
struct RatePanelLabels {
  /// The prices that have room.
  private(set) var placed: [PlacedLine] = []

  /// Lines, marks and prices that are in the way.
  private var taken: [Box]

  private let plot: Box

  /// From a line to the price above it, in pixels.
  private static let distance = 8.0

  /// Places the prices of a row.
  ///
  /// - Parameters:
  ///   - texts: What each step costs.
  ///   - steps: The steps in pixels.
  ///   - plot: Where they are.
  init(_ texts: [String], _ steps: [RatePanel.Step], _ plot: Box) {
    self.plot = plot
    taken = steps.flatMap(\.boxes) + RatePanel.marks(steps).map(SeriesMark.box)
    for (old, new) in zip(steps, steps.dropFirst()) {
      guard let first = old.rise, let last = new.rise else { continue }
      // An upright, or the hatching that stands in its place.
      taken.append(
        Box(
          left: old.right, top: min(first.lowerBound, last.lowerBound), right: new.left,
          bottom: max(first.upperBound, last.upperBound)
        ).grown(by: SeriesMark.radius))
    }
    let earlier = Array(steps.indices.dropLast())
    let order = earlier.suffix(1) + earlier.dropLast().prefix(1) + earlier.dropLast().dropFirst()
    for index in order { place(texts[index], above: steps[index]) }
  }

  private mutating func place(_ text: String, above step: RatePanel.Step) {
    guard let rise = step.rise else { return }
    let style = TextStyle.detail
    let half = style.width(of: text) / 2
    for x in [
      (step.left + step.right) / 2, step.left + half, step.right - 6 - half,
    ] {
      let line = PlacedLine(
        text: text, style: style, x: x, baseline: rise.lowerBound - Self.distance, anchor: .middle)
      let box = line.box
      guard box.left >= plot.left - 1, box.right <= plot.right + 1,
        !taken.contains(where: box.overlaps)
      else { continue }
      placed.append(line)
      taken.append(box.grown(by: 2))
      return
    }
  }
}

extension RatePanel.Step {
  /// The room that its lines take.
  fileprivate var boxes: [Box] {
    rise.map { rise in
      [rise.lowerBound, rise.upperBound].map { height in
        Box(left: left, top: height, right: max(left, right), bottom: height).grown(by: 1.5)
      }
    } ?? []
  }
}
