/// A small shape at the ends of a curve, which tells it from the others without colour.
enum SeriesMark {
  /// Half of a mark's width, in pixels.
  static let radius = 4.0

  /// Marks in one path.
  ///
  /// - Parameters:
  ///   - colour: The number of the colour; each has a shape of its own.
  ///   - places: The middles, in pixels.
  /// - Returns: Path data; `nil` for no places.
  static func path(_ colour: Int, at places: [Point]) -> String? {
    let mark = marks[ChartStyle.colour(colour) - 1]
    var path = PathWriter()
    for place in places {
      let middle = (x: Coordinate.tenths(place.x), y: Coordinate.tenths(place.y))
      path.shape(mark.outline, from: (middle.x + mark.start.x, middle.y + mark.start.y))
    }
    return path.dataIfAny
  }

  /// Disc, square, triangle, diamond, triangle on its head, cross, in the order of the colours.
  ///
  /// Each starts that many tenths of a pixel away from the middle.
  private static let marks: [(start: (x: Int, y: Int), outline: String)] = [
    ((-40, 0), "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"), ((-35, -35), "h7v7h-7z"),
    ((0, -45), "l4.6 8h-9.2z"), ((0, -50), "l5 5l-5 5l-5-5z"), ((0, 45), "l4.6-8h-9.2z"),
    ((-15, -45), "h3v3h3v3h-3v3h-3v-3h-3v-3h3z"),
  ]

  /// The room a mark takes.
  static func box(at place: Point) -> Box {
    Box(left: place.x, top: place.y, right: place.x, bottom: place.y).grown(by: radius)
  }
}
