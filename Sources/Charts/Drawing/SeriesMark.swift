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
    let data = places.map { place in
      let (x, y) = (Coordinate.text(place.x), Coordinate.text(place.y))
      return "M\(x) \(y)" + outlines[ChartStyle.colour(colour) - 1]
    }
    return data.isEmpty ? nil : data.joined()
  }

  /// The outlines around the middle, in the order of the colours: disc, square, triangle, diamond,
  /// triangle on its head, cross.
  private static let outlines = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "m-3.5-3.5h7v7h-7z", "m0-4.5l4.6 8h-9.2z",
    "m0-5l5 5l-5 5l-5-5z", "m0 4.5l4.6-8h-9.2z",
    "m-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
  ]

  /// The room a mark takes.
  static func box(at place: Point) -> Box {
    Box(left: place.x, top: place.y, right: place.x, bottom: place.y).grown(by: radius)
  }
}
