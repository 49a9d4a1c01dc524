/// A plain ground on stripes, or where the ribbon is thin, for the names or the marks of those who may be the cheapest.
enum RibbonPlate {
  /// The plate of a stretch: with its name, or with marks where that has no room.
  ///
  /// - Parameters:
  ///   - series: Who competes.
  ///   - name: Their names, where these have room.
  ///   - stretch: Where they do.
  /// - Returns: `nil` if there is no room for marks either.
  static func drawing(
    _ series: [BreakEvenChart.Series], _ name: PlacedLine?, in stretch: RibbonStretch
  ) -> DrawnPlate? {
    guard name != nil || stretch.fitsMarks else { return nil }
    let box = stretch.box
    let room = name?.box.width ?? RibbonStretch.step * Double(series.count)
    let margin = name == nil ? 1.5 : 4.0
    let left = stretch.middle(ofWidth: room + 2 * margin) - room / 2
    let signs = series.enumerated().compactMap { index, series in
      let middle = Point(
        x: left + (Double(index) + 0.5) * RibbonStretch.step, y: box.center.y)
      return SeriesMark.path(series.colour, at: [middle]).map {
        DrawnShape(colour: series.colourClass, path: $0)
      }
    }
    return DrawnPlate(
      x: Coordinate.text(left - margin), y: Coordinate.text(box.top),
      width: Coordinate.text(room + 2 * margin), height: Coordinate.text(box.height),
      label: name?.drawing, signs: name == nil ? signs : [])
  }
}

/// Stripes in the colours of the other offers that may be the cheapest, one after the other.
enum RibbonStripes {
  /// The width of a stripe, with the hair of surface between two, in pixels.
  private static let width = 6.0

  static func shapes(_ others: [BreakEvenChart.Series], _ box: Box) -> [DrawnShape] {
    others.enumerated().compactMap { index, series in
      shape(series, box, first: index + 1, of: others.count + 1)
    }
  }

  private static func shape(
    _ series: BreakEvenChart.Series, _ box: Box, first: Int, of count: Int
  ) -> DrawnShape? {
    // In a narrow stretch stripes are narrower, so that each offer has one.
    let width = min(width, box.width / Double(count))
    // One shape: between two stripes its edge runs to and fro along the top.
    var corners: [Point] = []
    var left = box.left + Double(first) * width
    while left < box.right - 0.05 {
      let right = min(left + width, box.right)
      corners += [
        Point(x: left, y: box.top), Point(x: left, y: box.bottom),
        Point(x: right, y: box.bottom), Point(x: right, y: box.top),
      ]
      left += Double(count) * width
    }
    var path = PathWriter()
    path.polygon(corners)
    return path.dataIfAny.map { DrawnShape(colour: series.colourClass, path: $0) }
  }
}
