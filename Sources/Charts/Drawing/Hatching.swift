/// Slanted strokes that fill a box, for what is not certain.
enum Hatching {
  /// The strokes as one path.
  ///
  /// - Parameters:
  ///   - box: Where they end, in pixels.
  ///   - step: From one to the next, in pixels.
  /// - Returns: Path data; `nil` if there is no room for a stroke.
  static func path(in box: Box, every step: Double) -> String? {
    var path = PathWriter()
    var foot = box.left - box.height + step
    while foot < box.right {
      let stroke = box.clip(
        Point(x: foot, y: box.bottom), Point(x: foot + box.height, y: box.top))
      if let stroke { path.stroke(stroke.start, stroke.end) }
      foot += step
    }
    return path.dataIfAny
  }
}
