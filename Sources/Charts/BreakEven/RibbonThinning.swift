/// What makes the ribbon thin where a curve is only continued: who is cheapest there is no finding.
enum RibbonThinning {
  /// How much of the ribbon's height is left, in pixels.
  private static let height = 5.0

  /// The ground above and below what is left.
  ///
  /// - Parameter stretch: A part of the ribbon.
  /// - Returns: Path data; `nil` where every curve rests on what is stated.
  static func path(_ stretch: RibbonStretch) -> String? {
    let box = stretch.box
    let edge = (box.height - height) / 2
    var path = PathWriter()
    for part in stretch.continued {
      for top in [box.top, box.bottom - edge] {
        path.polygon([
          Point(x: part.lowerBound, y: top), Point(x: part.upperBound, y: top),
          Point(x: part.upperBound, y: top + edge), Point(x: part.lowerBound, y: top + edge),
        ])
      }
    }
    return path.dataIfAny
  }
}
