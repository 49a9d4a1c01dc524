/// Writes numbers into SVG attributes, the same bytes on every machine.
enum Coordinate {
  /// A coordinate with at most one decimal, no trailing zero and no negative zero.
  ///
  /// - Parameter value: Pixels; finite, below a million.
  /// - Returns: Digits such as `12`, `-3.5` or `0`.
  static func text(_ value: Double) -> String {
    let tenths = tenths(value)
    let text = text(tenths: tenths)
    // Attributes are read by people too, so they keep the zero before the point.
    return tenths.magnitude < 10 && tenths != 0
      ? text.replacing(".", with: "0.", maxReplacements: 1) : text
  }

  /// The nearest tenth of a pixel, counted.
  static func tenths(_ value: Double) -> Int {
    precondition(value.magnitude < 1_000_000, "a coordinate lies on the drawing")
    return Int((value * 10).rounded(.toNearestOrAwayFromZero))
  }

  /// Tenths of a pixel as short as a path may have them, such as `-.5`.
  static func text(tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }
}
